import { referralRows } from '../../common/referral-rules.js';
import { days, hours, risk, type DutyRow, type Row } from '../../rows.js';

const guide = {
  validFrom: '2015-11-24',
  actor: 'CEM',
  norm: 'Guía de atención de los Centros Emergencia Mujer',
  verified: false,
} as const;

const acknowledged = {
  trigger: 'referral-sent',
  stop: 'referral-acknowledged',
  actor: 'RECEIVER',
  validFrom: '2015-11-24',
  norm: 'Protocolo de la instancia de concertación',
  legalRef: 'acuerdo de la instancia',
  verified: false,
  value: { policy: true },
} as const;

/** The centres' levels of care, and the clocks of a hand-over between institutions. */
export const careRows: readonly Row[] = [
  {
    ...guide,
    id: 'PE-22',
    trigger: 'service-entered',
    stop: 'first-level-done',
    term: days(0),
    legalRef: 'primer nivel',
    source: 'The content of the level was read in an excerpt; that it is done the same day is general knowledge.',
    value: { says_es: 'el mismo día' },
  },
  {
    ...guide,
    id: 'PE-24b',
    trigger: 'second-level-given',
    stop: 'followed-up',
    condition: risk('SEVERE'),
    term: hours(48),
    legalRef: 'tercer nivel',
    source: 'Policy value between one and two days; the guide’s number was not found.',
    value: { policy: true, says_es: 'según el plan' },
  },
  {
    ...acknowledged,
    id: 'PE-25a',
    term: hours(24),
    source: 'Policy value; no norm sets it. A platform shared by institutions in a neighbouring country uses the same.',
  },
  {
    ...acknowledged,
    id: 'PE-25b',
    condition: risk('SEVERE'),
    term: hours(1),
    source: 'Policy value; no norm sets it.',
  },
  ...referralRows('PE', '2015-11-24'),
];

export const careDuties: readonly DutyRow[] = [
  {
    ...guide,
    id: 'PE-23',
    trigger: 'first-level-done',
    stop: 'second-level-given',
    legalRef: 'segundo nivel',
    source: 'The content of the level was read in an excerpt. It sets no term.',
    value: { says_es: 'según el plan' },
  },
  {
    ...guide,
    id: 'PE-24a',
    trigger: 'second-level-given',
    stop: 'followed-up',
    legalRef: 'tercer nivel',
    source: 'The content of the level was read in an excerpt. It sets no term.',
    value: { says_es: 'según el plan' },
  },
];
