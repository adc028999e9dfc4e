import { type Month, zoned } from '#terms';
import { zoneOf } from '../../protocol/index.js';

/** The month a fact happened in, where it happened: what was done late on the last evening is of that month. */
export const localMonth = (
  { metadata }: { readonly metadata: Readonly<Record<string, string>> },
  country: string,
): Month => zoned(metadata['effectiveAt'] ?? '', zoneOf(country)).month;
