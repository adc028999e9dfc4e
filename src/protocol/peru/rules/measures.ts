import { atOnce, days, general, hours, months, risk, type DutyRow, type Row } from '../../rows.js';

const reform2018 = 'Ley 30364, modificada por el DL 1386';
const reform2023 = 'Ley 30364, modificada por la Ley 31715';
const unchecked2023 = `${general} Whether the reform of 2023 kept it is to be checked.`;
const noNumber = 'No number is known; the time to warn after is ours.';

const since2018 = { validFrom: '2018-09-05', norm: reform2018, verified: false } as const;

const firstReport = {
  ...since2018,
  trigger: 'measures-notified-to-executor',
  stop: 'execution-reported-to-court',
  actor: 'POLICE',
  legalRef: 'art. 23-A',
  source: unchecked2023,
  value: {},
} as const;

/** Each period begins where the one before fell due. */
const reevaluation = {
  ...since2018,
  trigger: 'resolution-notified',
  stop: 'reevaluation-reported',
  actor: 'EXECUTOR',
  legalRef: 'art. 23',
  repeats: true,
  source: general,
  value: {},
} as const;

/** From the measures on: told, executed, watched over, and passed to whoever prosecutes. */
export const measuresRows: readonly Row[] = [
  {
    ...since2018,
    id: 'PE-06',
    trigger: 'measures-issued',
    stop: 'measures-notified-to-executor',
    actor: 'FAMILY_COURT',
    term: hours(24),
    legalRef: 'art. 16-A; reglamento art. 37',
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato, por medios electrónicos'),
  },
  {
    ...since2018,
    id: 'PE-07a',
    trigger: 'measures-issued',
    stop: 'victim-notified',
    actor: 'FAMILY_COURT',
    term: hours(24),
    legalRef: 'art. 16-A',
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato; en el acto a quien está presente'),
  },
  {
    // Apart from the victim's: a breach is a crime only after the accused was told.
    ...since2018,
    id: 'PE-07b',
    trigger: 'measures-issued',
    stop: 'accused-notified',
    actor: 'FAMILY_COURT',
    term: hours(24),
    legalRef: 'art. 16-A',
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato; en el acto a quien está presente'),
  },
  {
    id: 'PE-08',
    trigger: 'measures-notified-to-executor',
    stop: 'measures-executed',
    actor: 'POLICE',
    term: hours(24),
    validFrom: '2023-03-23',
    norm: reform2023,
    legalRef: 'art. 23-A',
    verified: false,
    source: 'Two reports on the reform say at once; the time to warn after is ours.',
    value: atOnce('de inmediato', { ladder: 'AT_ONCE' }),
  },
  { ...firstReport, id: 'PE-10a', term: days(15) },
  { ...firstReport, id: 'PE-10b', condition: risk('SEVERE'), term: days(5) },
  {
    ...since2018,
    id: 'PE-11',
    trigger: 'breach-known',
    stop: 'breach-reported-to-court',
    actor: 'POLICE',
    term: hours(24),
    legalRef: 'art. 23-A',
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato', { ladder: 'AT_ONCE' }),
  },
  { ...reevaluation, id: 'PE-12a', term: months(6) },
  { ...reevaluation, id: 'PE-12b', condition: risk('SEVERE'), term: months(3) },
  {
    ...since2018,
    id: 'PE-13',
    trigger: 'measures-issued',
    stop: 'file-received-by-prosecutor',
    actor: 'FAMILY_COURT',
    term: hours(24),
    legalRef: 'art. 16-B',
    source: `${general} ${noNumber}`,
    value: atOnce('sin plazo en días'),
  },
  {
    id: 'PE-14a',
    trigger: 'arrest-made',
    stop: 'prosecutor-informed-of-arrest',
    actor: 'POLICE',
    term: hours(1),
    validFrom: '2015-11-24',
    norm: 'Ley 30364',
    legalRef: 'art. 17',
    verified: false,
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato', { ladder: 'AT_ONCE' }),
  },
  {
    id: 'PE-14b',
    trigger: 'arrest-made',
    stop: 'detention-ended',
    actor: 'POLICE',
    term: hours(48),
    validFrom: '2015-11-24',
    norm: 'Constitución Política del Perú',
    legalRef: 'art. 2.24.f',
    verified: false,
    source: general,
    value: {},
  },
  {
    id: 'PE-21',
    trigger: 'victim-assistance-needed',
    stop: 'victim-assistance-acknowledged',
    actor: 'PROSECUTOR_CRIMINAL',
    term: hours(48),
    validFrom: '2015-11-24',
    norm: 'Código Procesal Penal y reglamento de asistencia a víctimas y testigos',
    legalRef: 'arts. 247 y ss.',
    verified: false,
    source: `${general} ${noNumber}`,
    value: atOnce('de inmediato'),
  },
];

const tracked = {
  trigger: 'measures-notified-to-executor',
  stop: 'measures-tracked',
  actor: 'POLICE',
  legalRef: 'art. 23-A',
} as const;

export const measuresDuties: readonly DutyRow[] = [
  {
    ...tracked,
    id: 'PE-09a',
    validFrom: '2015-11-24',
    norm: 'Ley 30364',
    verified: false,
    source: general,
    value: { says_es: 'mapa georreferenciado de las víctimas con medidas, permanente' },
  },
  {
    ...tracked,
    id: 'PE-09b',
    validFrom: '2023-03-23',
    norm: reform2023,
    verified: true,
    source: 'A court’s note on the reform.',
    value: { says_es: 'registro del servicio en cada medida y canal directo con la víctima, permanentes' },
  },
];
