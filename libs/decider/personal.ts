/** A section of an event as it is stored: AES-256-GCM under the data key `dekId`, all byte fields base64url. */
export interface SealedSection {
  readonly v: 1;
  readonly dekId: string;
  readonly dekVersion: number;
  readonly iv: string;
  readonly ct: string;
  readonly tag: string;
}

/** A section as a rule makes it, before it is sealed. It never reaches a log: `handle` seals it or refuses to append. */
export interface ClearSection<T = unknown> {
  readonly clear: T;
  /** Whose data this is: a random id, never derived from the person. */
  readonly subject: string;
  /** Which of the person's keys covers it: `identity`, `narrative`, `risk`… */
  readonly category: string;
}

/**
 * Personal data inside an event. Rules write it clear, the log holds it sealed, and state and views keep it sealed:
 * only a request with a grant opens it.
 */
export type Personal<T = unknown> = ClearSection<T> | SealedSection;

/** Marks a top-level field of an event as personal data of `subject`. */
export function personal<T>(subject: string, category: string, clear: T): ClearSection<T> {
  return { clear, subject, category };
}
