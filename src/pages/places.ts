import { countryNow } from '../country.js';
import { districtNamed, jurisdiction, placeName, type Places, placesNamed } from '../protocol/index.js';

// Where something is, as people of the country say it; what is stored is always the official code.

const placesNow = (): Places => jurisdiction(countryNow()).places;

/** `Acolla, Jauja`; an unknown code as it is. */
export const placeLabel = (code: string): string => placeName(placesNow(), code);

/** What a form shows of a district: `120402 Acolla, Jauja`. */
export const districtText = (code: string): string => (placesNow().has(code) ? `${code} ${placeLabel(code)}` : code);

/** The districts of the department a district lies in, as a form suggests them. */
export const districtsAround = (district: string): readonly string[] =>
  [...placesNow().keys()]
    .filter((code) => code.length === 6 && code.startsWith(district.slice(0, 2)))
    .map(districtText);

/** The codes of all places of the country that have the name, or begin with the code, that was typed. */
export const placesTyped = (typed: string): readonly string[] => placesNamed(placesNow(), typed);

/** The code of the district that was typed or taken from what was suggested; else what was typed. */
export const districtTyped = (typed: string, near = ''): string => districtNamed(placesNow(), typed, near);
