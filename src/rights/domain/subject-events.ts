import { catalogue } from '#decider';

/** Of whom, and who answers for it. Every event names the person by a random id, and nobody by name. */
interface Of {
  readonly person: string;
}
interface OfErasure extends Of {
  readonly erasure: string;
}

/** How an erasure that was approved goes on, in this order. */
export type ErasureStep = 'fence' | 'destroy' | 'purge' | 'certify';

/**
 * What is held back and what is erased of one person. The stream is the person's own, so that a legal hold and an
 * erasure cannot pass each other unseen.
 */
export type SubjectEvents = {
  /** Nothing of this person may be erased until it is lifted. */
  LegalHoldPlaced: Of & {
    readonly hold: string;
    readonly country: string;
    readonly institution: string;
    /** A code of `holdNorms`. */
    readonly norm: string;
  };
  LegalHoldLifted: Of & { readonly hold: string; readonly institution: string; readonly reason: string };
  /** The time their records are kept is over: somebody should look. Nothing is erased by it. */
  ErasureProposed: Of & {
    readonly country: string;
    readonly institution: string;
    readonly case: string;
    readonly rule: string;
    readonly version: number;
    readonly due: string;
  };
  /** The same of a class of the records of a case: the kinds of data in it. */
  ErasureOfClassProposed: Of & {
    readonly country: string;
    readonly institution: string;
    readonly case: string;
    /** A code of `recordClasses`. */
    readonly class: string;
    readonly categories: readonly string[];
    readonly rule: string;
    readonly version: number;
    readonly due: string;
  };
  ErasureAsked: OfErasure & {
    readonly country: string;
    readonly institution: string;
    /** A code of `erasureGrounds`. */
    readonly ground: string;
    /** Kinds of data; absent: all, also those that would come later. */
    readonly categories?: readonly string[];
    /** The person's own request, if it came from one. */
    readonly request?: string;
  };
  /** Legal holds stand in its way; it is not forgotten. */
  ErasureDeferred: OfErasure & { readonly holds: readonly string[] };
  ErasureRefused: OfErasure & { readonly institution: string; readonly reason: string };
  /** By another person than the one who asked. From here on it goes on by itself, and nothing stops it. */
  ErasureApproved: OfErasure & { readonly institution: string };
  /** Recorded as erased wherever keys are kept: nothing opens, nothing new is sealed. */
  ErasureFenced: OfErasure & { readonly categories?: readonly string[] };
  KeysDestroyed: OfErasure & { readonly keys: number };
  /** What was derived from the data is gone from these places: codes. */
  TracesPurged: OfErasure & { readonly places: readonly string[] };
  /** A step did not reach everything. It is tried again, and nothing is certified meanwhile. */
  ErasureHeldUp: OfErasure & { readonly step: ErasureStep; readonly why: string };
  /** The end: checked, and certified. The copies of the keys made before are kept no longer than `gonePast`. */
  SubjectErased: OfErasure & {
    readonly country: string;
    readonly institution: string;
    readonly categories?: readonly string[];
    readonly keys: number;
    readonly places: readonly string[];
    /** Days backups of the keys are kept, and the instant after which none is left. */
    readonly backupDays: number;
    readonly gonePast: string;
  };
};

export const subjectEvents = catalogue<SubjectEvents>({
  LegalHoldPlaced: 1,
  LegalHoldLifted: 1,
  ErasureProposed: 1,
  ErasureOfClassProposed: 1,
  ErasureAsked: 1,
  ErasureDeferred: 1,
  ErasureRefused: 1,
  ErasureApproved: 1,
  ErasureFenced: 1,
  KeysDestroyed: 1,
  TracesPurged: 1,
  ErasureHeldUp: 1,
  SubjectErased: 1,
});

/** A stream is `subject-<person>`. */
export const personOf = (stream: string): string => stream.slice('subject-'.length);
