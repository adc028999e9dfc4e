import { type Month, zoned } from '#terms';
import { zoneOf } from '../../protocol/index.js';

/**
 * A district as everything here is kept by: `PE-150112`. Countries number theirs without asking each other, and `020105`
 * is a place in both.
 */
export const districtIn = (country: string, district: string): string => `${country}-${district}`;

/** The local month of an instant, and the list a document of that district and month stands in. */
export const localMonth = (instant: string, country: string): Month => zoned(instant, zoneOf(country)).month;

/** @param district with its country */
export const listOf = (district: string, month: Month): string => `${district}/${month}`;

/** When a fact happened. */
export const effectiveAt = (fact: { readonly metadata: Readonly<Record<string, string>> }): string =>
  fact.metadata['effectiveAt'] ?? '';
