import { catalogue } from '#decider';

export type BoardLevel = 'district' | 'provincial' | 'regional' | 'national';

/** A multisectoral board: where 20 organisations read one report. */
export type BoardEvents = {
  BoardEstablished: {
    readonly board: string;
    readonly name: string;
    /** What the place calls it: mesa, instancia, comité. */
    readonly kind: 'statutory' | 'voluntary';
    readonly level: BoardLevel;
    readonly country: string;
    /** Name of the place, as printed. */
    readonly place: string;
    /** Districts (ubigeo) it answers for. */
    readonly territory: readonly string[];
  };
  /** Its place among boards. What is left out stays as it was. */
  BoardLinked: {
    /** The board of a higher level it reports to. */
    readonly parent?: string;
    /** The voluntary board whose work this statutory one goes on with. */
    readonly succeeds?: string;
  };
  /** A denominator for rates. */
  PopulationRecorded: {
    readonly district: string;
    readonly year: number;
    readonly inhabitants: number;
    readonly source: string;
  };
  MemberSeated: {
    readonly organization: string;
    readonly seat: string;
    /** First and last day of the term; without a last one, until it leaves. */
    readonly from: string;
    readonly until?: string;
    /** The posts that represent it, as codes: never who holds them. */
    readonly titular?: string;
    readonly alternate?: string;
  };
  MemberLeft: { readonly organization: string; readonly until: string };
};

export const boardEvents = catalogue<BoardEvents>(
  {
    BoardEstablished: 1,
    BoardLinked: 1,
    PopulationRecorded: 1,
    MemberSeated: 2,
    MemberLeft: 1,
  },
  // Terms had no last day, and posts were not recorded.
  { MemberSeated: { 1: (data) => data } },
);
