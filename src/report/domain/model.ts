/** A number of the report, or the reason there is none. A hidden one carries no part it could be worked out from. */
export type Value =
  | {
      readonly status: 'published';
      readonly value: number;
      readonly numerator: number | null;
      readonly denominator: number | null;
    }
  | { readonly status: 'hidden'; readonly value: null; readonly numerator: null; readonly denominator: null }
  | {
      readonly status: 'unmeasured';
      /**
       * Why, where it is not that nobody measures it: there was nothing to count, or nothing fell due, too little for a
       * statistic, fewer than half have come so far, or the numbers of an account do not balance.
       */
      readonly because?: 'nothing' | 'none-due' | 'too-few' | 'not-reached' | 'inconsistent';
      readonly value: null;
      readonly numerator: null;
      readonly denominator: null;
    };

export const hidden: Value = { status: 'hidden', value: null, numerator: null, denominator: null };
export const unmeasured: Extract<Value, { status: 'unmeasured' }> = {
  status: 'unmeasured',
  value: null,
  numerator: null,
  denominator: null,
};
export const published = (
  value: number,
  numerator: number | null = null,
  denominator: number | null = null,
): Value => ({
  status: 'published',
  value,
  numerator,
  denominator,
});

/** How a figure moved. `unclear`: not enough is published to say. */
export type Change = 'up' | 'down' | 'steady' | 'unclear';

export type Indicator = Value & {
  readonly id: string;
  /** Of its definition: what the month was counted by, whatever comes later. */
  readonly version: number;
  readonly previous: Value;
  readonly yearBefore: Value;
  /** The months up to this one, oldest first, where a series is kept. */
  readonly trend: readonly Value[];
  readonly change: Change;
};

/** Named columns over named rows; `cells` in the order of `columns`. */
export interface FigureTable {
  readonly id: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Value[] }[];
}

export interface FigureSection {
  readonly id: string;
  readonly tables: readonly FigureTable[];
}

/** What became of a table that would have told too much, by its path `section/table`. */
export interface Withheld {
  readonly table: string;
  /** Its smallest rows as one, the whole quarter in place of the month, or nothing of it. */
  readonly how: 'merged' | 'quarter' | 'withheld';
  /** The rows that became one, or are not told; left out, it is the whole table. */
  readonly rows?: readonly string[];
}

/**
 * Everything a report says, and nothing about the making of it: the same facts up to the same cut-off give the same
 * figures on every machine and in every mode.
 */
export interface Figures {
  readonly board: {
    readonly id: string;
    readonly name: string;
    readonly place: string;
    readonly level: string;
    readonly country: string;
    readonly districts: readonly string[];
  };
  readonly period: {
    /** `YYYY-MM`, on the board's own calendar. */
    readonly month: string;
    readonly from: string;
    /** Exclusive. */
    readonly until: string;
    /** Clocks and waiting times are judged at this instant. */
    readonly cutoff: string;
  };
  /** Which small-count rule the figures passed. */
  readonly profile: 'board' | 'public';
  /** What had to be left out beside small counts, so that no series of reports gives anybody away. */
  readonly withheld?: readonly Withheld[];
  /** Other months that have an edition, and nothing is told of here: what it told stands in its own file. */
  readonly toldElsewhere?: readonly string[];
  readonly indicators: readonly Indicator[];
  readonly sections: readonly FigureSection[];
  /** What is agreed, in the order of section 2, whose tables have the numbers. */
  readonly agreements: readonly {
    readonly id: string;
    readonly text: string;
    readonly owner: string;
    /** `YYYY-MM-DD` */
    readonly due: string;
    readonly state: 'overdue' | 'open' | 'done' | 'cancelled';
    readonly note?: string;
    readonly evidence?: string;
    readonly indicator?: string;
  }[];
  /** The plan in force, its actions in the order of section 12, whose tables have the numbers. */
  readonly plan: {
    readonly title: string;
    readonly norm: string;
    readonly from: string;
    readonly until: string;
    readonly currency: string;
    readonly actions: readonly {
      readonly id: string;
      readonly title: string;
      readonly goal: string;
      readonly responsible: string;
      readonly due: string;
      readonly light: 'red' | 'amber' | 'green' | 'grey';
      readonly state: 'not-started' | 'in-progress' | 'done' | 'stopped';
    }[];
  } | null;
  /** Deadline rules applied, with the norm each rests on. */
  readonly rules: readonly {
    readonly id: string;
    readonly version: number;
    readonly norm: string;
    readonly legalRef: string;
    readonly verified: boolean;
    /** The number is a board's own, to warn by. */
    readonly policy: boolean;
  }[];
  /** The denominator of rates: whose count of inhabitants, of which year. */
  readonly population: { readonly inhabitants: number; readonly year: number; readonly source: string } | null;
  /** Public names of the institutions that stand in the tables. */
  readonly names: Readonly<Record<string, string>>;
}

/** What ties figures to the record they were made from. */
export interface Seal {
  /** Every fact up to and including this log position is in the figures, and none after it. */
  readonly position: string;
  readonly issuedAt: string;
  readonly software: string;
  /** SHA-256 of the canonical JSON of `figures`, hex. */
  readonly figuresDigest: string;
  /**
   * The first signed checkpoint of the record that covers the position: what an auditor compares with. Absent where the
   * process that makes the report does not see the record.
   */
  readonly ledger?: {
    /** Events it covers. */
    readonly size: number;
    /** Base64. */
    readonly root: string;
  };
  /** A demo store runs on a simulated clock and says so. */
  readonly demo: boolean;
}

/** Which edition of a month a report is; a report that is still a draft is none. */
export interface EditionOf {
  readonly version: number;
  /** Number of the minutes by which the board approved it. */
  readonly minutes: string;
  /** Why there is another version than the first. */
  readonly cause?: 'LATE' | 'CORRECTED' | 'DEFINITION';
}

export interface Report {
  readonly edition?: EditionOf;
  readonly figures: Figures;
  readonly seal: Seal;
}
