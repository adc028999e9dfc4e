import type { DatedRule, Deadline } from '#terms';
import { codeList } from '../codes.js';
import { months } from '../rows.js';
import { books } from './rules.js';

/** What is kept of a case, by how long it is needed once the case is closed. */
export const recordClasses = codeList(
  'recordClasses',
  { source: 'List of this network: no norm names these classes.', verified: false },
  [
    ['WHEREABOUTS', 'Dónde está y cómo ubicarla'],
    ['REPORTER', 'Quien avisó'],
    ['FILE', 'Expediente completo'],
  ],
);

/** How long records of a class are kept, from when their case was closed. */
interface RetentionRule {
  /** The kinds of data of the class, of `dataCategories`; absent: all of them, also those that would come later. */
  readonly categories?: readonly string[];
}

/** Of each class, the kinds of data in it. */
const classes = {
  WHEREABOUTS: { categories: ['contact', 'location', 'shelter'] },
  REPORTER: { categories: ['reporter'] },
  FILE: {},
} as const satisfies Readonly<Record<string, RetentionRule>>;

type RecordClass = keyof typeof classes;

const retention = {
  trigger: 'case-closed',
  stop: 'retention-over',
  actor: 'DATA_OFFICER',
  version: 1,
  validFrom: '2015-01-01',
  verified: false,
  source: 'No norm that gives a number was found: the value is a proposal, to be set by whoever answers for the data.',
} as const;

const peru = {
  ...retention,
  jurisdiction: 'PE',
  norm: 'Ley 29733',
  legalRef: 'art. 8 (calidad) y art. 28: solo por el tiempo necesario',
} as const;
const bolivia = {
  ...retention,
  jurisdiction: 'BO',
  norm: 'Constitución Política del Estado',
  legalRef: 'art. 21.2 (privacidad)',
} as const;

const of = (name: RecordClass, count: number): Pick<DatedRule<RetentionRule>, 'condition' | 'term' | 'value'> => ({
  condition: { class: [name] },
  term: months(count),
  value: classes[name],
});

const rows: readonly DatedRule<RetentionRule>[] = [
  { ...peru, id: 'PE-R01', ...of('FILE', 120) },
  { ...peru, id: 'PE-R02', ...of('WHEREABOUTS', 24) },
  { ...peru, id: 'PE-R03', ...of('REPORTER', 60) },
  { ...bolivia, id: 'BO-R01', ...of('FILE', 120) },
  { ...bolivia, id: 'BO-R02', ...of('WHEREABOUTS', 24) },
  { ...bolivia, id: 'BO-R03', ...of('REPORTER', 60) },
];

const rules = books(rows);

/** When the data of a class of a case that was closed should be looked at; undefined where no row covers the day. */
export const retentionEnd = (
  country: string,
  recordClass: string,
  closedAt: string,
): Deadline<RetentionRule> | undefined => rules(country).select('case-closed', closedAt, { class: recordClass });

/** One line of the schedule: how long records of a class are kept, and what says so. */
export interface RetentionLine {
  readonly class: string;
  readonly rule: string;
  readonly months: number;
  readonly norm: string;
  readonly legalRef: string;
  readonly verified: boolean;
}

/** The schedule of a country, the shortest time first. */
export const retentionSchedule = (country: string): readonly RetentionLine[] =>
  rules(country)
    .rules.flatMap(({ id: rule, condition, term, norm, legalRef, verified }) =>
      [condition?.['class'] ?? []].flat().map((each) => ({
        ...{ class: String(each), rule, months: term.amount },
        ...{ norm, legalRef, verified },
      })),
    )
    .toSorted((one, other) => one.months - other.months);
