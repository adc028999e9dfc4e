import type { Personal } from '#decider';
import type { Described, OtherKind } from '../domain/other-events.js';

/** A sealed section with where it was sealed, so that a grant can open it. */
export interface SealedAt<T> {
  readonly section: Personal<T>;
  readonly eventId: string;
  readonly revision: number;
  readonly schema: number;
}

/** What a card says of the aggressor, the children, or whoever reported: codes, and the rest sealed. */
export interface Other {
  readonly relation?: string;
  readonly sex?: string;
  readonly ageBand?: string;
  readonly byAge?: Readonly<Record<string, number>>;
  readonly details?: SealedAt<Described>;
}
export type Others = Readonly<Partial<Record<OtherKind, Other>>>;

export interface Recorded {
  readonly id: string;
  readonly revision: number;
  readonly metadata: Readonly<Record<string, string>>;
}

export const sealedAt = <T>(section: Personal<T>, { id, revision, metadata }: Recorded): SealedAt<T> => ({
  section,
  eventId: id,
  revision,
  schema: Number(metadata['schema'] ?? 1),
});

type Description = Omit<Other, 'details'> & {
  readonly institution: string;
  readonly details?: Personal<Described>;
};

/** What is said again takes the place of what was said; the rest stays. */
export function described<C extends { readonly others: Others }>(
  card: C,
  kind: OtherKind,
  event: Recorded & { readonly data: Description },
): C {
  const { details } = event.data;
  const sealed = details === undefined ? {} : { details: sealedAt(details, event) };
  return { ...card, others: { ...card.others, [kind]: { ...card.others[kind], ...codesOf(event.data), ...sealed } } };
}

const codesOf = ({ institution: _, details: _details, ...codes }: Description) => codes;
