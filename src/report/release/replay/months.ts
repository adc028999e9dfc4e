import { Inject, Injectable } from '@nestjs/common';
import type { Entry, Position } from '#event-log';
import { asOf, catchUp, type Views } from '#projection';
import { Problem } from '#service';
import type { Month } from '#terms';
import { endOf, pastFeed, within } from '../../../past.js';
import { PLATFORM, type Platform } from '../../../platform.js';
import type { FactRef, MonthPoint } from '../../../questions.js';
import { figuresOf } from '../../domain/figures.js';
import type { Figures } from '../../domain/model.js';
import { inputsOf, reportProjections } from '../../report.js';
import { differences } from '../domain/differences.js';
import type { ChangedFigure } from '../domain/edition-events.js';

/** How often figures are counted on the way from one point to the other: beyond that, several facts are one step. */
const mostSteps = 300;

/** What moved a figure last on the way from one point to the other: facts, or, with none, that it was judged later. */
export type Touched = ReadonlyMap<string, readonly FactRef[]>;

/** A figure that is another, and what moved it; none: the instant it was judged at. */
export interface Moved extends ChangedFigure {
  readonly by: readonly FactRef[];
}

/** Counts a board's month as it was, on views that are thrown away. */
@Injectable()
export class PastMonths {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** @throws Refusal `report/unknown-board`, `report/bad-month`; Problem 422 `report-beyond-record` */
  async figures(board: string, month: Month, at: MonthPoint): Promise<Figures> {
    const head = await this.#head(at);
    const cutoff = await this.cutoff(at);
    const views = await asOf(pastFeed(this.platform.facts, at), reportProjections, endOf(at, head));
    try {
      return await figuresIn(views, board, month, cutoff);
    } finally {
      await views.close();
    }
  }

  /**
   * The instant a point is judged at: what is said, the instant it is about, or when the last fact up to its position was
   * recorded.
   */
  async cutoff({ cutoff, known, happened, position }: MonthPoint): Promise<string> {
    const said = cutoff ?? known ?? happened;
    if (said !== undefined) return said;
    if (position === undefined) return this.platform.clock.now();
    let last = '';
    for await (const { events } of this.platform.facts.readAll({ until: position })) {
      for (const { metadata } of events) last = metadata['recordedAt'] ?? last;
    }
    return last === '' ? this.platform.clock.now() : last;
  }

  /**
   * Every figure that is another at one point than at the other. Where either point has facts the other has not, a figure
   * may be moved by both together and by none alone: then the last of them are named.
   * @throws as `figures` does
   */
  async changes(board: string, month: Month, points: readonly [MonthPoint, MonthPoint]): Promise<readonly Moved[]> {
    const [from, to] = points;
    const [before, after] = [await this.figures(board, month, from), await this.figures(board, month, to)];
    const touched = await this.touched(board, month, points);
    const last = [...touched.values()].findLast((by) => by.length > 0) ?? [];
    return differences(before, after).map((each) => ({ ...each, by: touched.get(each.figure) ?? last }));
  }

  /**
   * What moved each figure between two points: the facts that belong to one of them only are taken one by one, and the
   * month is counted after each.
   */
  async touched(board: string, month: Month, points: readonly [MonthPoint, MonthPoint]): Promise<Touched> {
    const [from, to] = points;
    const { facts } = this.platform;
    const head = await this.#head(to);
    const path = await pathOf(pastFeed(facts, ...points).readAll({ until: head }), points);
    const views = await asOf(pastFeed(facts, ...points), reportProjections, path.start);
    const touched = new Map<string, readonly FactRef[]>();
    try {
      const cutoff = await this.cutoff(to);
      const note = (before: Figures | undefined, after: Figures | undefined, by: readonly FactRef[]): void => {
        for (const { figure } of changesOf(before, after)) touched.set(figure, by);
      };
      const count = (at: string): Promise<Figures | undefined> => figuresIfAny(views, board, month, at);
      let figures = await count(cutoff);
      const earlier = await this.cutoff(from);
      note(await count(earlier), figures, []);
      for (const { until, own } of path.steps) {
        await catchUp(pastFeed(facts, ...points), reportProjections, views, { until });
        const next = await count(cutoff);
        if (own.length > 0) note(figures, next, own.map(refOf));
        figures = next;
      }
      // On the way back what was judged otherwise is what is there at the end.
      for (const { figure } of changesOf(await count(earlier), figures)) {
        if (!touched.has(figure)) touched.set(figure, []);
      }
      return touched;
    } finally {
      await views.close();
    }
  }

  async #head({ position, cutoff = '' }: MonthPoint): Promise<Position> {
    const head = await this.platform.facts.head();
    if (head === undefined || (position ?? head) > head || cutoff > this.platform.clock.now()) {
      throw new Problem(422, 'report-beyond-record');
    }
    return head;
  }
}

/** Figures of a month that has none yet: the board is not there. */
async function figuresIfAny(views: Views, board: string, month: Month, at: string): Promise<Figures | undefined> {
  try {
    return await figuresIn(views, board, month, at);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'report/unknown-board') return undefined;
    throw error;
  }
}

const figuresIn = async (views: Views, board: string, month: Month, at: string): Promise<Figures> =>
  figuresOf(await inputsOf(views, board, month, at));

/** Every figure that is another; where there was no board, every figure there is. */
const changesOf = (before: Figures | undefined, after: Figures | undefined) =>
  differences(before ?? nothing, after ?? nothing);

const nothing = { indicators: [], sections: [] } as unknown as Figures;

interface Step {
  readonly until: Position;
  /** What belongs to one point only. */
  readonly own: readonly Entry[];
}

/** Where two points part, and the steps from there on: each as few facts as the number of steps allows. */
async function pathOf(
  pages: AsyncIterable<{ readonly events: readonly Entry[] }>,
  [from, to]: readonly [MonthPoint, MonthPoint],
): Promise<{ readonly start: Position; readonly steps: readonly Step[] }> {
  let start = '' as Position;
  const rest: { readonly entry: Entry; readonly isOwn: boolean }[] = [];
  for await (const { events } of pages) {
    for (const entry of events) {
      const isOwn = within(entry, from) !== within(entry, to);
      if (rest.length === 0 && !isOwn) start = entry.position;
      else rest.push({ entry, isOwn });
    }
  }
  const size = Math.max(1, Math.ceil(rest.length / mostSteps));
  const steps: Step[] = [];
  for (let at = 0; at < rest.length; at += size) {
    const some = rest.slice(at, at + size);
    const last = some.at(-1);
    if (last === undefined) break;
    steps.push({
      until: last.entry.position,
      own: some.filter(({ isOwn }) => isOwn).map(({ entry }) => entry),
    });
  }
  return { start, steps };
}

function refOf({ id, type, stream, position, metadata, data }: Entry): FactRef {
  const { recordedAt = '', effectiveAt = '' } = metadata;
  const { institution } = data as { readonly institution?: unknown };
  return {
    ...{ id, type, stream, position, recordedAt, effectiveAt },
    institution: typeof institution === 'string' ? institution : null,
  };
}
