import { RuleBook, type Condition, type DatedRule, type Term } from '#terms';
import type { Milestone, StepRule } from '../jurisdiction.js';
import { peruCalendar } from './calendar.js';

type Row = Omit<DatedRule<StepRule>, 'jurisdiction' | 'version' | 'trigger' | 'stop'> & {
  readonly trigger: Milestone;
  readonly stop: Milestone;
};

const hours = (amount: number): Term => ({ amount, unit: 'hours' });
const days = (amount: number): Term => ({ amount, unit: 'days' });
const businessDays = (amount: number): Term => ({ amount, unit: 'business-days' });
const risk = (...levels: ('MILD' | 'MODERATE' | 'SEVERE' | 'UNDETERMINED')[]): Condition => ({ risk: levels });

const law = 'Ley 30364';
const reform2018 = 'Ley 30364, modificada por el DL 1386';
const reform2023 = 'Ley 30364, modificada por la Ley 31715';
const general = 'General knowledge; the text of the norm was not read.';

/** The court's clock as it ran before, between and after the two reforms. */
const court = {
  trigger: 'report-received-by-court',
  stop: 'measures-issued',
  actor: 'FAMILY_COURT',
} as const;
const from2018 = {
  ...court,
  norm: reform2018,
  validFrom: '2018-09-05',
  validTo: '2023-03-22',
  verified: false,
} as const;
const from2023 = { ...court, norm: reform2023, validFrom: '2023-03-23', legalRef: 'art. 16', verified: true } as const;
const boundary2023 =
  'Sources differ on the first day: 22 March 2023 (a court note) or the day after publication, used here.';

/** The chain of an appeal. Its terms were read in an excerpt; the kind of days is taken from general procedure. */
const appeal = {
  validFrom: '2018-09-05',
  norm: reform2018,
  legalRef: 'art. 16-C',
  verified: false,
  source:
    'Excerpt of the article. It says days; that they are business days, and the first day, are general knowledge.',
  value: {},
} as const;

const rows: readonly Row[] = [
  {
    id: 'PE-03',
    trigger: 'complaint-received',
    stop: 'report-received-by-court',
    actor: 'POLICE',
    term: hours(24),
    validFrom: '2016-01-01',
    norm: 'Ley 30364 y su reglamento (DS 009-2016-MIMP)',
    legalRef: 'art. 15-A; reglamento art. 24',
    verified: true,
    source:
      'Excerpt of the regulation and the published flow chart of the law. The sources give the year of the start, not the day.',
    value: { progress_es: 'Informe enviado; falta el cargo de recepción del juzgado' },
  },
  {
    id: 'PE-05a',
    ...court,
    term: hours(72),
    validFrom: '2015-11-24',
    validTo: '2018-09-04',
    norm: law,
    legalRef: 'art. 16 (texto original)',
    verified: false,
    source: general,
    value: { hearing: 'held' },
  },
  {
    id: 'PE-05b',
    ...from2018,
    condition: risk('MILD', 'MODERATE'),
    term: hours(48),
    legalRef: 'art. 16.a',
    source: `${general} A fact-check confirms that it was superseded.`,
    value: { hearing: 'held' },
  },
  {
    id: 'PE-05c',
    ...from2018,
    condition: risk('SEVERE'),
    term: hours(24),
    legalRef: 'art. 16.b',
    source: general,
    value: { hearing: 'may-be-skipped' },
  },
  {
    id: 'PE-05d',
    ...from2018,
    condition: risk('UNDETERMINED'),
    term: hours(72),
    legalRef: 'art. 16.c',
    source: general,
    value: { hearing: 'held' },
  },
  {
    // Runs from the complaint for police and court together; beside PE-05b–d the one that falls due first binds.
    id: 'PE-05e',
    trigger: 'complaint-received',
    stop: 'measures-issued',
    actor: 'FAMILY_COURT',
    term: hours(24),
    validFrom: '2020-04-27',
    validTo: '2023-05-31',
    norm: 'DL 1470',
    legalRef: 'art. 4',
    verified: false,
    source:
      'The term is in published commentary on the decree. First and last day are general knowledge: the emergency ended in May 2023, taken to its last day.',
    value: { hearing: 'none' },
  },
  {
    id: 'PE-05f',
    ...from2023,
    condition: risk('MILD', 'MODERATE'),
    term: hours(24),
    source: `Two press reports on the reform. ${boundary2023}`,
    value: { hearing: 'held' },
  },
  {
    id: 'PE-05g',
    ...from2023,
    condition: risk('SEVERE'),
    term: hours(24),
    source: `Two press reports on the reform. ${boundary2023}`,
    value: { hearing: 'may-be-skipped' },
  },
  {
    id: 'PE-05h',
    ...from2023,
    condition: risk('UNDETERMINED'),
    term: hours(48),
    source: `A press report on the reform. ${boundary2023}`,
    value: { hearing: 'held' },
  },
  {
    id: 'PE-10a',
    trigger: 'measures-notified-to-executor',
    stop: 'execution-reported-to-court',
    actor: 'POLICE',
    term: days(15),
    validFrom: '2018-09-05',
    norm: reform2018,
    legalRef: 'art. 23-A',
    verified: false,
    source: `${general} Whether the reform of 2023 kept it is to be checked.`,
    value: {},
  },
  {
    id: 'PE-10b',
    trigger: 'measures-notified-to-executor',
    stop: 'execution-reported-to-court',
    actor: 'POLICE',
    condition: risk('SEVERE'),
    term: days(5),
    validFrom: '2018-09-05',
    norm: reform2018,
    legalRef: 'art. 23-A',
    verified: false,
    source: `${general} Whether the reform of 2023 kept it is to be checked.`,
    value: {},
  },
  {
    id: 'PE-15',
    ...appeal,
    trigger: 'resolution-notified',
    stop: 'appeal-filed',
    actor: 'PARTY',
    term: businessDays(3),
  },
  {
    id: 'PE-16',
    ...appeal,
    trigger: 'appeal-filed',
    stop: 'appeal-granted',
    actor: 'FAMILY_COURT',
    term: businessDays(3),
  },
  {
    id: 'PE-17a',
    ...appeal,
    trigger: 'appeal-granted',
    stop: 'appeal-received-by-chamber',
    actor: 'FAMILY_COURT',
    condition: risk('MILD', 'MODERATE'),
    term: businessDays(3),
  },
  {
    id: 'PE-17b',
    ...appeal,
    trigger: 'appeal-granted',
    stop: 'appeal-received-by-chamber',
    actor: 'FAMILY_COURT',
    condition: risk('SEVERE'),
    term: businessDays(1),
  },
  {
    id: 'PE-18',
    ...appeal,
    trigger: 'appeal-received-by-chamber',
    stop: 'appeal-opinion-given',
    actor: 'PROSECUTOR_FAMILY',
    term: businessDays(5),
  },
  {
    id: 'PE-19',
    ...appeal,
    trigger: 'appeal-received-by-chamber',
    stop: 'appeal-heard',
    actor: 'CHAMBER',
    term: businessDays(3),
  },
  {
    id: 'PE-20',
    ...appeal,
    trigger: 'appeal-heard',
    stop: 'appeal-decided',
    actor: 'CHAMBER',
    term: businessDays(3),
  },
  {
    id: 'PE-25a',
    trigger: 'referral-sent',
    stop: 'referral-acknowledged',
    actor: 'RECEIVER',
    term: hours(24),
    validFrom: '2015-11-24',
    norm: 'Protocolo de la instancia de concertación',
    legalRef: 'acuerdo de la instancia',
    verified: false,
    source: 'Policy value; no norm sets it. A platform shared by institutions in a neighbouring country uses the same.',
    value: { policy: true },
  },
  {
    id: 'PE-25b',
    trigger: 'referral-sent',
    stop: 'referral-acknowledged',
    actor: 'RECEIVER',
    condition: risk('SEVERE'),
    term: hours(1),
    validFrom: '2015-11-24',
    norm: 'Protocolo de la instancia de concertación',
    legalRef: 'acuerdo de la instancia',
    verified: false,
    source: 'Policy value; no norm sets it.',
    value: { policy: true },
  },
];

/**
 * Peru's deadlines. Facts: `risk` (`MILD`, `MODERATE`, `SEVERE`, `UNDETERMINED`); triggers and stops are milestones.
 *
 * Not legal advice: a row with `verified: false` must be checked by a lawyer before real use.
 */
export const peruRules = new RuleBook<StepRule>(
  rows.map((row) => ({ ...row, version: 1, jurisdiction: 'PE' })),
  peruCalendar,
);
