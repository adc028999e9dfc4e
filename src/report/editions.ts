import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '#event-log';
import { asOf, type Projection, type Views } from '#projection';
import { type Month, zoned } from '#terms';
import { type Actor, Problem } from '#service';
import { countryNow } from '../country.js';
import { PLATFORM, type Platform } from '../platform.js';
import { zoneOf } from '../protocol/index.js';
import type { Report } from './domain/model.js';
import type { Earlier } from './domain/releasing.js';
import { type Edition, reportOf, reportProjections, unknownBoard } from './report.js';
import { type ReportBoard, reportBoards } from './views/report-boards.js';

/** How often a live report is begun again when the views moved on while it was made. */
const attempts = 5;
/** Milliseconds it waits for the views before it looks again. */
const patience = 500;

/** What people do who may sit on a board for where they work. */
const sitting: readonly string[] = ['worker', 'supervisor', 'board'];

function reads({ role, institution }: Actor, { country, members }: ReportBoard): boolean {
  if (role === 'auditor') return true;
  if (role === 'coordinator') return country === countryNow();
  return sitting.includes(role) && members.includes(institution);
}

/** Makes reports, each at one position of the record: as it is now, or as it was. */
@Injectable()
export class Editions {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /**
   * The report of a month with everything known now.
   * @param earlier what editions of other months told, which is then told of them
   * @throws Refusal `report/unknown-board`, `report/bad-month`
   * @throws Problem 503 while the views keep moving, or nobody vouches for the record
   */
  async live(board: string, month: Month, earlier?: Earlier): Promise<Report> {
    const { views } = this.platform;
    return this.released(await this.still((edition) => reportOf(views, board, month, edition, earlier)));
  }

  /**
   * The report of a month as the record stood at `position`, judged at `cutoff`: replayed on throw-away views. With the
   * instant it was `issued`, the same bytes as then.
   * @throws Refusal `report/unknown-board`, `report/bad-month`
   * @throws Problem 422 `report-beyond-record`: nobody can vouch for what is still to come
   */
  async asOf(board: string, month: Month, at: string, cutoff: string, issued?: string): Promise<Report> {
    const head = await this.platform.facts.head();
    const position = at.padStart(head?.length ?? 0, '0') as Position;
    if (head === undefined || position > head || cutoff > this.platform.clock.now()) {
      throw new Problem(422, 'report-beyond-record');
    }
    const views = await asOf(this.platform.facts, reportProjections, position);
    try {
      const edition = this.edition(position, cutoff);
      const clock = issued === undefined ? edition.clock : { now: () => issued };
      return await this.released(await reportOf(views, board, month, { ...edition, clock }));
    } finally {
      await views.close();
    }
  }

  /**
   * Lets by whoever may read the report of a board while it can change: members, whoever coordinates in its country, and
   * auditors. With others' territories beside it, a report tells what it withholds.
   * @throws Refusal `report/unknown-board`, also where there is one that is not theirs to read
   */
  async readable(actor: Actor, id: string): Promise<void> {
    const board = await this.platform.views.get(reportBoards, id);
    if (board === undefined || !reads(actor, board)) throw unknownBoard();
  }

  /** The boards whose reports somebody may read. */
  async boardsOf(actor: Actor): Promise<readonly ReportBoard[]> {
    return (await this.boards()).map(({ document }) => document).filter((board) => reads(actor, board));
  }

  boards(): Promise<readonly { readonly document: ReportBoard }[]> {
    return this.platform.views.list(reportBoards, 'all', { limit: 200 });
  }

  /** The board's current local month. */
  currentMonth(country: string): Month {
    return zoned(this.platform.clock.now(), zoneOf(country)).month;
  }

  /** Lets the views move on to where the record is now. */
  private async pause(): Promise<void> {
    const { facts, views } = this.platform;
    const head = await facts.head();
    if (head === undefined) return;
    await Promise.all(reportProjections.map((each) => views.reached(each as unknown as Projection, head, patience)));
  }

  /**
   * A report goes out when its place in the record is sealed: then nobody can change what it was made from.
   * @throws Problem 503 `report-not-sealed`
   */
  async released(report: Report): Promise<Report> {
    const { ledger } = this.platform;
    if (ledger === undefined) return report;
    const covering = await ledger.covering(report.seal.position as Position);
    if (covering === undefined) throw new Problem(503, 'report-not-sealed', { retryAfter: 5 });
    return { ...report, seal: { ...report.seal, ledger: covering } };
  }

  private edition(position: Position, cutoff: string): Edition {
    const { clock, software, demo } = this.platform;
    return { position, cutoff, clock, software, demo };
  }

  /** Something made from views that stood at one place all the while. @throws Problem 503 while they keep moving */
  private async still<T>(make: (edition: Edition) => Promise<T>): Promise<T> {
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const before = await this.checkpoint();
      if (before !== undefined) {
        const made = await make(this.edition(before, this.platform.clock.now()));
        if ((await this.checkpoint()) === before) return made;
      }
      await this.pause();
    }
    throw new Problem(503, 'not-caught-up', { retryAfter: 1 });
  }

  /** Where all of the report's views stand, if they stand at one place. */
  private async checkpoint(): Promise<Position | undefined> {
    const { views } = this.platform;
    const all = await Promise.all(
      reportProjections.map((each) => (views as Pick<Views, 'checkpoint'>).checkpoint(each as unknown as Projection)),
    );
    return all.every((each) => each === all[0]) ? all[0] : undefined;
  }
}
