import { readFileSync } from 'node:fs';

/**
 * Names of departments, provinces and districts by their code of two, four and six digits (ubigeo).
 * Source: list of districts of the national statistics office (INEI). It is written in capitals without accents; these
 * were put back after the names of district capitals. `verified: false`
 */
export const peruPlaces: ReadonlyMap<string, string> = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('places.json', import.meta.url), 'utf8')) as Readonly<Record<string, string>>,
  ),
);
