import { catalogue } from '#decider';

/** The act of a community's assembly: how many came, in which languages it was held, never who. */
export type AssemblyEvents = {
  AssemblyHeld: {
    readonly country: string;
    readonly district: string;
    readonly community: string;
    /** Whose staff wrote the act. */
    readonly institution: string;
    readonly on: string;
    /** Codes of `motherTongues`. */
    readonly languages: readonly string[];
    /** By code of `sexes`. */
    readonly attended: Readonly<Record<string, number>>;
  };
  /** What it asked for became an agreement of a board. */
  AssemblyHeardByBoard: { readonly board: string; readonly agreement: string };
};

export const assemblyEvents = catalogue<AssemblyEvents>({ AssemblyHeld: 1, AssemblyHeardByBoard: 1 });
