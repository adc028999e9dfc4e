import { formatDate } from '#service';
import { localDate } from '#terms';
import type { Option } from '../../pages/labels.js';
import { type CodeList, dataCategories, jurisdiction, zoneOf } from '../../protocol/index.js';
import { say } from './words.js';

/** What people call a code of a list; one the list does not have stands for itself. */
export const named = (list: CodeList, code: string): string =>
  list.entries.find((entry) => entry.code === code)?.label_es ?? code;

/** The entries of a list, as a form offers them. */
export const optionsOf = ({ entries }: CodeList): readonly Option[] =>
  entries.map(({ code, label_es }) => ({ value: code, label: label_es }));

/** The local day of an instant, as people say it there. */
export const dayOf = (country: string, at: string): string =>
  formatDate(localDate(at, zoneOf(country)), jurisdiction(country).locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });

/** The kinds of data an erasure covers. */
export const kindsOf = (categories: readonly string[] | undefined): string =>
  categories === undefined ? say('erasure.all') : categories.map((each) => named(dataCategories, each)).join('; ');

const places = ['key-cache', 'person-index', 'similar-persons'] as const;

/** Where what was derived from the data is gone from, of the places that have a name. */
export const purgedFrom = (purged: readonly string[]): readonly string[] =>
  places.filter((place) => purged.includes(place)).map((place) => say(`place.${place}`));

/** A random id as far as people tell two apart by it. */
export const short = (id: string): string => id.slice(0, 8);
