import type { AgeBand } from '../jurisdiction.js';

const unknown = { code: 'UNKNOWN', label_es: 'Edad no registrada' } as const;

/**
 * Official figures come in age schemes that cut across each other. This is the finest partition the known ones can be
 * added up from; it is what a case keeps in every country, so that each can be reported and countries compared. Years,
 * both ends included.
 */
export const ageBands = [
  { code: '0-5', label_es: '0 a 5 años', from: 0, to: 5 },
  { code: '6-11', label_es: '6 a 11 años', from: 6, to: 11 },
  { code: '12-17', label_es: '12 a 17 años', from: 12, to: 17 },
  { code: '18-25', label_es: '18 a 25 años', from: 18, to: 25 },
  { code: '26-29', label_es: '26 a 29 años', from: 26, to: 29 },
  { code: '30-35', label_es: '30 a 35 años', from: 30, to: 35 },
  { code: '36-45', label_es: '36 a 45 años', from: 36, to: 45 },
  { code: '46-59', label_es: '46 a 59 años', from: 46, to: 59 },
  { code: '60-plus', label_es: '60 años o más', from: 60 },
] as const satisfies readonly AgeBand[];

type CodeIn<B extends readonly AgeBand[]> = B[number]['code'] | typeof unknown.code;
export type AgeBandCode = CodeIn<typeof ageBands>;

/**
 * The band of an age in completed years; not known: `UNKNOWN`.
 * @throws RangeError a negative age or one that is not whole
 */
export function ageBandOf(years: number | undefined): AgeBandCode {
  if (years === undefined) return unknown.code;
  if (!Number.isSafeInteger(years) || years < 0) throw new RangeError(`not an age: ${years}`);
  return within(ageBands, years);
}

/** The band of a scheme that holds a band of the partition; unknown stays unknown. */
export function containing<B extends AgeBand>(bands: readonly B[], code: AgeBandCode): B['code'] | 'UNKNOWN' {
  const band = ageBands.find((each) => each.code === code);
  return band === undefined ? unknown.code : within(bands, band.from);
}

function within<B extends AgeBand>(bands: readonly B[], years: number): B['code'] {
  const band = bands.findLast((each) => each.from <= years);
  if (band === undefined) throw new RangeError(`no band for ${years}`);
  return band.code;
}
