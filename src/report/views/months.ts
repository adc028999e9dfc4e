import { type Month, zoned } from '#terms';
import { zoneOf } from '../../protocol/index.js';

/** The local month of an instant, and the list a document of that district and month stands in. */
export const localMonth = (instant: string, country: string): Month => zoned(instant, zoneOf(country)).month;

export const listOf = (district: string, month: Month): string => `${district}/${month}`;

/** When a fact happened. */
export const effectiveAt = (fact: { readonly metadata: Readonly<Record<string, string>> }): string =>
  fact.metadata['effectiveAt'] ?? '';
