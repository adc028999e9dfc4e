import { Query } from '@nestjs/cqrs';
import type { Position } from '#event-log';

/** A figure of a board's report as it is printed: null where it is withheld, or nobody measures it. */
export interface PrintedFigure {
  readonly id: string;
  readonly version: number;
  /** In Spanish. */
  readonly title: string;
  readonly status: 'published' | 'hidden' | 'unmeasured';
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/** The indicators of a board in a month, as its report prints them for its members. Answered where reports are made. */
export class PrintedFigures extends Query<readonly PrintedFigure[]> {
  constructor(
    readonly board: string,
    /** `YYYY-MM` */
    readonly month: string,
  ) {
    super();
  }
}

/**
 * The indicators of a board in a month, as they were published for everybody: none where nothing was. Answered where
 * reports are issued.
 */
export class PublishedFigures extends Query<readonly PrintedFigure[]> {
  constructor(
    readonly board: string,
    /** `YYYY-MM` */
    readonly month: string,
  ) {
    super();
  }
}

/** A report as it was issued, out of its own file. Answered where reports are issued. */
export class IssuedReport extends Query<object> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly version: number,
    readonly profile: 'board' | 'public',
  ) {
    super();
  }
}

/** A point of the past: as the record stood, as it was known, or as it had happened; judged at `cutoff` where that is said. */
export interface MonthPoint {
  readonly position?: Position;
  readonly known?: string;
  readonly happened?: string;
  readonly cutoff?: string;
}

/** A month's figures as they would have been printed for the board at a point of the past. */
export interface ReplayedFigures {
  /** Clocks and waiting times were judged at this instant. */
  readonly cutoff: string;
  /** SHA-256 of the canonical JSON of `figures`, hex. */
  readonly digest: string;
  readonly figures: object;
  /** Every figure by where it stands: `section/table/row/column`, or the id of an indicator. Null: withheld. */
  readonly cells: Readonly<Record<string, number | null>>;
}

/** What was recorded that made a figure another: codes and ids. */
export interface FactRef {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly position: string;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  readonly institution: string | null;
}

/** A figure that is another at one point than at the other, and why. */
export interface ReplayedChange {
  readonly figure: string;
  readonly was: number | null;
  readonly now: number | null;
  /**
   * `RECORDED` by these facts; `JUDGED` at a later instant, with nothing recorded; between versions also `LATE` (recorded
   * after the first), `CORRECTED` (what is recorded corrects), `DEFINITION` (counted in another way) and `WITHHELD` (the
   * count is the same, and less or more of it is told).
   */
  readonly cause: 'RECORDED' | 'JUDGED' | 'LATE' | 'CORRECTED' | 'DEFINITION' | 'WITHHELD';
  /** One, or as many as had to be looked at together. */
  readonly by: readonly FactRef[];
}

/** A board's month as it was at a point of the past. Refused as reports are. */
export class ReplayedMonth extends Query<ReplayedFigures> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly at: MonthPoint,
  ) {
    super();
  }
}

/** What makes a board's month another at one point than at the other. */
export class ReplayedMonthChanges extends Query<readonly ReplayedChange[]> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly points: readonly [from: MonthPoint, to: MonthPoint],
  ) {
    super();
  }
}

/** An issued edition made again from the record, beside what was issued. Undefined: nothing was issued. */
export class IssuedMadeAgain extends Query<
  | {
      readonly issuedDigest: string;
      readonly digest: string;
      readonly equal: boolean;
      readonly position: string;
      readonly cutoff: string;
      /** Where they differ: `was` as issued, `now` as made again. */
      readonly cells: readonly Omit<ReplayedChange, 'cause' | 'by'>[];
    }
  | undefined
> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly version: number,
    readonly profile: 'board' | 'public',
  ) {
    super();
  }
}

/** What two issued versions of a month print otherwise, and why. Undefined: one of them was not issued. */
export class IssuedVersionChanges extends Query<readonly ReplayedChange[] | undefined> {
  constructor(
    readonly board: string,
    readonly month: string,
    readonly profile: 'board' | 'public',
    readonly versions: readonly [from: number, to: number],
  ) {
    super();
  }
}
