import type { Personal } from '#decider';

/** Somebody of a case who is not the one it is about, in words. Only ever stored sealed, under the key of their kind. */
export interface Described {
  /** Of children: their names. */
  readonly name?: string;
  readonly documentId?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly notes?: string;
}

/**
 * Who else a case is about. Each kind has a key of its own on the record of the affected person: what is written of one is
 * opened, and erased, without the others. Same rules as in `events.ts`.
 */
export type OtherEvents = {
  AggressorDescribed: {
    readonly institution: string;
    /** What they are to the person: a code of `relations`. */
    readonly relation?: string;
    readonly sex?: string;
    readonly ageBand?: string;
    readonly details?: Personal<Described>;
  };
  ChildrenDescribed: {
    readonly institution: string;
    /** How many there are, by age band. */
    readonly byAge?: Readonly<Record<string, number>>;
    readonly details?: Personal<Described>;
  };
  /** No code of theirs is in the clear: in a small place, what somebody is to the person says who told. */
  ReporterDescribed: { readonly institution: string; readonly details: Personal<Described> };
};

/** The kinds of others, each a category of personal data, and the event that describes them. */
export const otherKinds = {
  aggressor: 'AggressorDescribed',
  children: 'ChildrenDescribed',
  reporter: 'ReporterDescribed',
} as const satisfies Readonly<Record<string, keyof OtherEvents>>;

export type OtherKind = keyof typeof otherKinds;
