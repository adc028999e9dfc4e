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
  /** A denominator for rates. */
  PopulationRecorded: {
    readonly district: string;
    readonly year: number;
    readonly inhabitants: number;
    readonly source: string;
  };
  MemberSeated: { readonly organization: string; readonly seat: string; readonly from: string };
  MemberLeft: { readonly organization: string; readonly until: string };
};

export const boardEvents = catalogue<BoardEvents>({
  BoardEstablished: 1,
  PopulationRecorded: 1,
  MemberSeated: 1,
  MemberLeft: 1,
});
