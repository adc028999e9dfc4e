import type { Personal } from '#decider';
import type { PlaceKind, ShelterPlace, Whereabouts } from '../domain/place-events.js';
import { type Recorded, type SealedAt, sealedAt } from './others.js';

/** Where the person is, as told last: sealed, with when that was so. */
export interface ToldPlace<T> {
  readonly at: string;
  readonly place: SealedAt<T>;
}

export interface Places {
  readonly location?: ToldPlace<Whereabouts>;
  readonly shelter?: ToldPlace<ShelterPlace>;
}

/** A card with a place told. What was so before what is known, and was recorded late, changes nothing. */
export function placed<C extends { readonly places: Places }>(
  card: C,
  kind: PlaceKind,
  event: Recorded & { readonly data: { readonly place: Personal<object> } },
): C {
  const at = event.metadata['effectiveAt'] ?? '';
  if (at < (card.places[kind]?.at ?? '')) return card;
  return { ...card, places: { ...card.places, [kind]: { at, place: sealedAt(event.data.place, event) } } };
}
