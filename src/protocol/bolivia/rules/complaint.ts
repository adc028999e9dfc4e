import { atOnce, days, general, hours, urgency, risk, type Row } from '../../rows.js';
import { promoters } from '../institutions.js';

const since = '2013-03-09';

/** Which of the three roles of the law took the complaint decides who must tell whom. */
const byPromoter = { receivedBy: promoters };
const byPolice = { receivedBy: ['POLICE_SPECIAL', 'POLICE'] };
const byProsecutor = { receivedBy: ['PROSECUTOR'] };

const remitted = {
  trigger: 'complaint-received',
  actor: 'FIRST_RECEIVER',
  condition: byPromoter,
  term: hours(24),
  validFrom: since,
  norm: 'Ley 348 y su reglamento (DS 2145)',
  verified: false,
  source:
    'The duty is in the regulation. The day is the practice of a platform shared by institutions; the law’s number was not found.',
} as const;

const startTold = {
  stop: 'investigation-start-received-by-court',
  actor: 'PROSECUTOR',
  term: hours(24),
  validFrom: since,
  norm: 'Código de Procedimiento Penal',
  legalRef: 'art. 289',
  verified: false,
  source: general,
  value: { progress_es: 'Inicio de investigación comunicado; falta el cargo de recepción del juzgado' },
} as const;

/** Ley 1173 began to apply in November 2019. */
const urgentMeasures = {
  validFrom: '2019-11-04',
  term: hours(24),
  norm: 'Código de Procedimiento Penal, modificado por la Ley 1173',
  legalRef: 'arts. 389 bis a 389 sexies',
  verified: false,
  source: `${general} So is the first day.`,
} as const;

const acknowledged = {
  trigger: 'referral-sent',
  stop: 'referral-acknowledged',
  actor: 'RECEIVER',
  validFrom: since,
  norm: 'Protocolo de la red interinstitucional',
  legalRef: 'acuerdo de la red',
  verified: false,
  value: { policy: true },
} as const;

/** From the person at the counter to the measures, and to whoever a referral goes to. */
export const complaintRows: readonly Row[] = [
  {
    id: 'BO-01',
    trigger: 'complaint-brought',
    stop: 'complaint-registered',
    actor: 'FIRST_RECEIVER',
    term: hours(1),
    validFrom: since,
    norm: 'Ley 348',
    legalRef: 'arts. 42 y 43',
    verified: false,
    source: 'A public guide names who receives; the article is general knowledge, the hour to warn after is ours.',
    value: atOnce('de inmediato', { ladder: 'AT_ONCE' }),
  },
  {
    ...remitted,
    id: 'BO-02a',
    stop: 'report-received-by-prosecutor',
    legalRef: 'art. 42.III; reglamento arts. 3 a 5',
    value: atOnce('el mismo día', { progress_es: 'Denuncia remitida; falta el cargo de recepción de la fiscalía' }),
  },
  {
    ...remitted,
    id: 'BO-02b',
    stop: 'recorded-in-national-register',
    legalRef: 'reglamento art. 3.V',
    value: atOnce('reportar al SIPPASE (RUV)'),
  },
  {
    id: 'BO-03',
    trigger: 'complaint-received',
    stop: 'report-received-by-prosecutor',
    actor: 'POLICE_SPECIAL',
    condition: byPolice,
    term: hours(8),
    validFrom: since,
    norm: 'Código de Procedimiento Penal',
    legalRef: 'arts. 293 y 298',
    verified: false,
    source: 'The police of El Alto name the eight hours; the articles are general knowledge.',
    value: { progress_es: 'Informe enviado; falta el cargo de recepción de la fiscalía' },
  },
  { ...startTold, id: 'BO-04a', trigger: 'report-received-by-prosecutor' },
  { ...startTold, id: 'BO-04b', trigger: 'complaint-received', condition: byProsecutor },
  {
    ...urgentMeasures,
    id: 'BO-05',
    trigger: 'urgent-measures-ordered',
    stop: 'urgent-measures-received-by-court',
    actor: 'FIRST_RECEIVER',
    value: { progress_es: 'Medidas comunicadas; falta el cargo de recepción del juzgado' },
  },
  {
    ...urgentMeasures,
    id: 'BO-06',
    trigger: 'urgent-measures-received-by-court',
    stop: 'measures-issued',
    actor: 'COURT',
    value: {},
  },
  {
    id: 'BO-07',
    trigger: 'complaint-received',
    stop: 'evidence-gathered',
    actor: 'PROSECUTOR',
    term: days(8),
    validFrom: since,
    norm: 'Ley 348',
    legalRef: 'art. 94',
    verified: false,
    source: 'General knowledge of low confidence: the norm asks for the shortest time; eight days is to be checked.',
    value: { says_es: 'en el menor tiempo' },
  },
  {
    ...acknowledged,
    id: 'BO-11a',
    term: hours(24),
    source: 'Practice of a platform shared by institutions; no norm sets it.',
  },
  {
    ...acknowledged,
    id: 'BO-11b',
    condition: urgency('IMMEDIATE'),
    term: hours(1),
    source:
      'The platform answers an emergency of health at once; the hour, and that it holds for all urgent ones, is ours.',
  },
  {
    ...acknowledged,
    id: 'BO-11c',
    condition: risk('SEVERE'),
    term: hours(1),
    source: 'Policy value; no norm sets it.',
  },
];
