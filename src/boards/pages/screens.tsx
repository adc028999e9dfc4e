import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import type { Actor } from '#service';
import type { Again } from '../../pages/forms.js';
import { Pages } from '../../pages/pages.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { actionsOf } from '../domain/plan-events.js';
import { BoardReader } from '../http/board-reader.js';
import { type AgreementCard, agreements } from '../views/agreements.js';
import { seatedOn } from '../views/boards.js';
import { inForce, type PlanCard, plans } from '../views/plans.js';
import { type SessionCard, sessions } from '../views/sessions.js';
import { AgreementsPage } from './agreements.js';
import type { Around } from './around.js';
import { PlanPage } from './plan.js';
import { SessionPage } from './session.js';

/** More agreements than a board can read out, and more plans than it can have in force. */
const most = 200;
const closedShown = 20;

/** A page of a board as somebody asked for it. */
export interface Asked {
  readonly reply: FastifyReply;
  readonly actor: Actor;
  readonly board: string;
  /** `sala`: large letters, for a wall everybody reads from. */
  readonly mode?: string | undefined;
  /** A form of it that comes back, and the status it is answered with. */
  readonly back?: { readonly again: Again; readonly status: number };
}

/** The pages of a board: shown when they are looked at, and when a form of theirs comes back. */
@Injectable()
export class BoardScreens {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** The session a board is in, or is called to. */
  async session(asked: Asked): Promise<void> {
    const { board } = asked;
    await this.#show(asked, async (around) => {
      const [session, last, open, followed] = await Promise.all([
        this.#current(board, around.today),
        this.#last(board),
        this.#agreements(board, 'open', most),
        this.#plans(board),
      ]);
      const props = {
        ...around,
        ...(session && { session }),
        ...(last && { last }),
        actions: followed.flatMap(choices),
      };
      const codes = [...(session?.seated ?? []), ...open.map(({ owner }) => owner)];
      return { codes, page: (name) => <SessionPage {...props} open={open} name={name} /> };
    });
  }

  /** What it agreed and is not done, and what ended. */
  async agreements(asked: Asked): Promise<void> {
    const { board } = asked;
    await this.#show(asked, async (around) => {
      const [open, closed] = await Promise.all([
        this.#agreements(board, 'open', most),
        this.#agreements(board, 'closed', closedShown),
      ]);
      const codes = [...open, ...closed].map(({ owner }) => owner);
      return { codes, page: (name) => <AgreementsPage {...around} open={open} closed={closed} name={name} /> };
    });
  }

  /** Its plan, with how each action stands. */
  async plan(asked: Asked): Promise<void> {
    const { board } = asked;
    await this.#show(asked, async (around) => {
      const found = await this.#plans(board);
      const codes = found.flatMap(({ versions }) =>
        versions.flatMap((version) => [
          ...actionsOf(version).map(({ responsible }) => responsible),
          ...(version.recognised === undefined ? [] : [version.recognised.by]),
        ]),
      );
      return { codes, page: (name) => <PlanPage {...around} plans={found} name={name} /> };
    });
  }

  /** Sends a page, once the names of those it speaks of are known. */
  async #show(
    { reply, actor, board: id, mode, back }: Asked,
    make: (around: Omit<Around, 'name'>) => Promise<{
      readonly codes: readonly string[];
      readonly page: (name: Around['name']) => VNode;
    }>,
  ): Promise<void> {
    const board = await this.reader.readable(actor, id);
    const today = this.reader.today(board);
    const sits = seatedOn(board, today).some(({ organization }) => organization === actor.institution);
    const { codes, page } = await make({
      ...{ board, today },
      registers: sits || actor.role === 'coordinator' || actor.role === 'auditor',
      room: mode === 'sala',
      leads: actor.role === 'coordinator',
      newKey: () => this.pages.newKey(),
      ...(back && { again: back.again }),
    });
    await this.pages.send(reply, actor, 'board', page(await this.pages.names(codes)), back?.status ?? 200, [
      'boards.css',
    ]);
  }

  /** The session that is open; else the one of today or the next one; else one that was never opened. */
  async #current(board: string, today: string): Promise<SessionCard | undefined> {
    const listed = await this.platform.views.list(sessions, `board/${board}/coming`, { limit: most });
    const coming = listed.map(({ document }) => document);
    return (
      coming.find(({ status }) => status === 'open') ??
      coming.find(({ at, country }) => this.reader.dayOf(at, country) >= today) ??
      coming.at(-1)
    );
  }

  async #last(board: string): Promise<SessionCard | undefined> {
    const range = { limit: most, descending: true };
    const listed = await this.platform.views.list(sessions, `board/${board}/past`, range);
    return listed.find(({ document }) => document.status === 'closed')?.document;
  }

  async #agreements(board: string, state: 'open' | 'closed', limit: number): Promise<readonly AgreementCard[]> {
    const range = { limit, descending: state === 'closed' };
    const listed = await this.platform.views.list(agreements, `board/${board}/${state}`, range);
    return listed.map(({ document }) => document);
  }

  async #plans(board: string): Promise<readonly PlanCard[]> {
    const listed = await this.platform.views.list(plans, `board/${board}`, { limit: most, descending: true });
    return listed.map(({ document }) => document);
  }
}

/** The actions in force, as a form offers them: plan and action in one value. */
const choices = (plan: PlanCard) => {
  const version = inForce(plan);
  return (version === undefined ? [] : actionsOf(version)).map(({ id, title }) => ({
    value: `${plan.id} ${id}`,
    label: `${id}. ${title}`,
  }));
};
