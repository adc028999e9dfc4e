import type { Month } from '#terms';
import { type DistrictSeries, monthly } from '../series.js';

/** A figure that goes into the series, where it comes from, and whether that source is the official one. */
interface Source {
  readonly value: number;
  readonly source: string;
  readonly verified: boolean;
}

/**
 * No series of complaints of El Alto was found: this one is made from figures of the department. None of it may be
 * shown as an official count.
 */
export const sources = {
  firstHalf: {
    value: 5_759,
    source:
      'Public Ministry of Bolivia, press note: crimes of Ley 348 in the department of La Paz, January to June 2025.',
    verified: false,
  },
  departmentInhabitants: {
    value: 3_022_566,
    source: 'Census of 2024, department of La Paz, as repeated in a public dashboard.',
    verified: false,
  },
  inhabitants: {
    value: 885_035,
    source: 'Census of 2024, municipality of El Alto; general knowledge, to be checked.',
    verified: false,
  },
} as const satisfies Readonly<Record<string, Source>>;

/** What is assumed to come from those figures to months. */
export const seriesAssumptions = {
  share: {
    because: 'El Alto has as many crimes per inhabitant as its department: nothing finer was found.',
    verified: false,
  },
  secondHalf: { because: 'July to December go on at the daily rate of January to June.', verified: false },
  shape: { because: 'A month has as many as it has days: no season was found.', verified: false },
  scale: {
    because:
      'Crimes the prosecution took up stand for complaints. A press note of 2013 names 30 to 60 cases a day at the FELCV of El Alto, three to six times as many: not all of them became complaints, and the year is another.',
    verified: false,
  },
} as const satisfies Readonly<Record<string, { readonly because: string; readonly verified: boolean }>>;

const firstHalfDays = 181;
const days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const perDay =
  (sources.firstHalf.value * sources.inhabitants.value) / sources.departmentInhabitants.value / firstHalfDays;

/** Rounded so that the months add up to the rounded year. */
const months = days.map((_, index) => {
  const until = (count: number): number =>
    Math.round(days.slice(0, count).reduce((sum, each) => sum + each, 0) * perDay);
  return until(index + 1) - until(index);
});

/** The municipality, by the code of the national statistics office. */
export const elAlto: readonly DistrictSeries[] = [
  {
    code: '020105',
    name: 'El Alto',
    province: 'Murillo',
    complaints: new Map<Month, number>(monthly(2025, months)),
    population: { inhabitants: sources.inhabitants.value, year: 2024, source: 'CENSUS-2024-UNVERIFIED' },
  },
];
