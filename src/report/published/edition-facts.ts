import { type Code, code, factCatalogue, publish } from '#publishing';
import { profiles } from '../domain/profiles.js';
import { editionEvents } from '../release/domain/edition-events.js';

/** What others are told of the editions of a report: which version stands, and for whom. Figures stay in its files. */
export type EditionFacts = {
  /** `month` is a code: `2026-04`. */
  'EditionPublished.v1': { board: Code; month: Code; version: number; profile: Code };
};

export const editionFacts = factCatalogue<EditionFacts>({ 'EditionPublished.v1': true });

/** @throws Error it was published for nobody that is known */
const readers = (profile: string): Code => {
  if (!profiles.some(({ id }) => id === profile)) throw new Error('not among what is known');
  return code(profile);
};

export const editionPublication = publish(editionEvents, editionFacts, {
  EditionPublished: ({ data: { board, month, version, profile } }) => ({
    type: 'EditionPublished.v1',
    data: { board: code(board), month: code(month), version, profile: readers(profile) },
  }),
});
