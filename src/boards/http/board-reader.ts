import { Inject, Injectable } from '@nestjs/common';
import { type Actor, Problem } from '#service';
import { localDate } from '#terms';
import { PLATFORM, type Platform } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import { soon } from '../../requests.js';
import { type AgreementCard, agreements } from '../views/agreements.js';
import { type BoardEntry, boards, seatedOn } from '../views/boards.js';
import { type PlanCard, plans } from '../views/plans.js';
import { type SessionCard, sessions } from '../views/sessions.js';

/** How long is waited for a view to see what was recorded before. */
const patience = 2_000;

/** Roles that read what every board does. */
const overseeing: readonly string[] = ['coordinator', 'auditor'];

/** Looks up boards and what belongs to them, and who may see it. */
@Injectable()
export class BoardReader {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @throws Problem 404 `board/unknown` */
  async board(id: string): Promise<BoardEntry> {
    const found = await soon(this.platform, [boards], () => this.platform.views.get(boards, id));
    if (found === undefined) throw new Problem(404, 'board/unknown');
    return found;
  }

  /** The board with every change of members that is recorded. @throws Problem 404 */
  async boardNow(id: string): Promise<BoardEntry> {
    const head = await this.platform.log.head();
    if (head !== undefined) await this.platform.views.reached(boards, head, patience);
    return this.board(id);
  }

  /**
   * A board whose sessions, agreements and plans the actor may read: its members, whoever coordinates, and auditors.
   * @throws Problem 404 there is none, 403 it is not theirs to read
   */
  async readable(actor: Actor, id: string): Promise<BoardEntry> {
    const board = await this.board(id);
    const isMember = seatedOn(board, this.today(board)).some(({ organization }) => organization === actor.institution);
    if (!overseeing.includes(actor.role) && !isMember) throw new Problem(403, 'forbidden');
    return board;
  }

  /** The day it is where the board is. */
  today({ country }: Pick<BoardEntry, 'country'>): string {
    return this.dayOf(this.platform.clock.now(), country);
  }

  /** The day an instant falls on in a country. */
  dayOf(at: string, country: string): string {
    return localDate(at, zoneOf(country));
  }

  /** @throws Problem 404 the board has no such session */
  async session(board: string, id: string): Promise<SessionCard> {
    const found = await soon(this.platform, [sessions], () => this.platform.views.get(sessions, id));
    if (found?.board !== board) throw new Problem(404, 'session/unknown');
    return found;
  }

  /** @throws Problem 404 the board has no such agreement */
  async agreement(board: string, id: string): Promise<AgreementCard> {
    const found = await soon(this.platform, [agreements], () => this.platform.views.get(agreements, id));
    if (found?.board !== board) throw new Problem(404, 'agreement/unknown');
    return found;
  }

  /** @throws Problem 404 the board has no such plan */
  async plan(board: string, id: string): Promise<PlanCard> {
    const found = await this.anyPlan(id);
    if (found?.board !== board) throw new Problem(404, 'plan/unknown');
    return found;
  }

  /** A plan of whatever board. */
  anyPlan(id: string): Promise<PlanCard | undefined> {
    return soon(this.platform, [plans], () => this.platform.views.get(plans, id));
  }
}
