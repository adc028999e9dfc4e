import type { Personal } from '#decider';

/** What the aggressor has to do with the place she can be found at. */
export const aggressorKnows = ['LIVES_THERE', 'KNOWS_IT', 'DOES_NOT_KNOW', 'NOT_KNOWN'] as const;
export type AggressorKnows = (typeof aggressorKnows)[number];

/** Where somebody lives or can be found. Only ever stored sealed, under the person's `location` key. */
export interface Whereabouts {
  /** District (ubigeo): of where she is, which says more of her than that of the facts, and is erased with the rest. */
  readonly district?: string;
  readonly address?: string;
  /** How to find it where streets have no names: in front of what. */
  readonly reference?: string;
  readonly aggressor?: AggressorKnows;
}

/** In which shelter somebody is. Only ever stored sealed, under the person's `shelter` key. */
export interface ShelterPlace {
  /** Its code in the directory. */
  readonly organization?: string;
  /** What it is called, where it stands in no directory. */
  readonly name?: string;
  /** How she is reached there without giving it away. Not its address, which is written down nowhere. */
  readonly reach?: string;
}

/**
 * Where the affected person is: at home, or in a shelter. Each has a key of its own. What is told last stands, what was
 * told before stays in the history. Nothing of either is in the clear: not even the district.
 */
export type PlaceEvents = {
  WhereaboutsRecorded: { readonly institution: string; readonly place: Personal<Whereabouts> };
  ShelterPlaceRecorded: { readonly institution: string; readonly place: Personal<ShelterPlace> };
};

/** The category of personal data of each kind of place, and the event that tells it. */
export const placeKinds = {
  location: 'WhereaboutsRecorded',
  shelter: 'ShelterPlaceRecorded',
} as const satisfies Readonly<Record<string, keyof PlaceEvents>>;

export type PlaceKind = keyof typeof placeKinds;
