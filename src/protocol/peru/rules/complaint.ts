import { atOnce, general, hours, risk, type DutyRow, type Row } from '../../rows.js';

const reform2018 = 'Ley 30364, modificada por el DL 1386';

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
const from2023 = {
  ...court,
  norm: 'Ley 30364, modificada por la Ley 31715',
  validFrom: '2023-03-23',
  legalRef: 'art. 16',
  verified: true,
} as const;
const boundary2023 =
  'Sources differ on the first day: 22 March 2023 (a court note) or the day after publication, used here.';

/** The pandemic decree asks for no risk form where it cannot be had; before and after it belongs in the report's 24 hours. */
const riskForm = {
  trigger: 'complaint-registered',
  stop: 'risk-assessed',
  actor: 'FIRST_RECEIVER',
  norm: 'Ley 30364 y su reglamento (DS 009-2016-MIMP)',
  legalRef: 'art. 28; reglamento art. 15',
  verified: false,
  value: {},
} as const;

/** From the person at the counter to the measures. */
export const complaintRows: readonly Row[] = [
  {
    id: 'PE-01',
    trigger: 'complaint-brought',
    stop: 'complaint-registered',
    actor: 'FIRST_RECEIVER',
    term: hours(1),
    validFrom: '2015-11-24',
    norm: 'Ley 30364 y su reglamento (DS 009-2016-MIMP)',
    legalRef: 'arts. 15 y 15-A; reglamento art. 23',
    verified: false,
    source: 'The published flow chart says at once; the hour to warn after is ours.',
    value: atOnce('de inmediato', { ladder: 'AT_ONCE' }),
  },
  {
    id: 'PE-02a',
    ...riskForm,
    term: hours(24),
    validFrom: '2016-01-01',
    validTo: '2020-04-26',
    source: `${general} It is due within the time of the report.`,
  },
  {
    id: 'PE-02c',
    ...riskForm,
    term: hours(24),
    validFrom: '2023-06-01',
    source: `${general} It is due within the time of the report; the pandemic decree is taken to have ended in May 2023.`,
  },
  {
    // Before PE-03: where a prosecutor took the complaint both give the same time, and the first names who owes it.
    id: 'PE-04',
    trigger: 'complaint-received',
    stop: 'report-received-by-court',
    actor: 'PROSECUTOR_CRIMINAL',
    condition: { receivedBy: ['PROSECUTOR_CRIMINAL', 'PROSECUTOR_FAMILY'] },
    term: hours(24),
    validFrom: '2018-09-05',
    norm: reform2018,
    legalRef: 'art. 15-B',
    verified: false,
    source: general,
    value: { progress_es: 'Expediente enviado; falta el cargo de recepción del juzgado' },
  },
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
    norm: 'Ley 30364',
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
];

export const complaintDuties: readonly DutyRow[] = [
  {
    ...riskForm,
    id: 'PE-02b',
    validFrom: '2020-04-27',
    validTo: '2023-05-31',
    norm: 'DL 1470',
    legalRef: 'art. 4',
    source:
      'Published commentary on the decree: the form is not needed where it cannot be had. Dates are general knowledge.',
    value: { says_es: 'no es exigible si no puede obtenerse' },
  },
];
