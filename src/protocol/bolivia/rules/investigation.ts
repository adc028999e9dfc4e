import type { Condition } from '#terms';
import { atOnce, days, general, hours, months, type Row } from '../../rows.js';

const procedure = {
  validFrom: '2013-03-09',
  actor: 'PROSECUTOR',
  norm: 'Código de Procedimiento Penal',
  verified: false,
  source: general,
  value: {},
} as const;

const preliminary = {
  ...procedure,
  trigger: 'investigation-start-received-by-court',
  stop: 'preliminary-investigation-ended',
  legalRef: 'arts. 300 y 301',
} as const;
const kind = (code: 'ORDINARY' | 'EXTENDED' | 'COMPLEX'): Condition => ({ investigation: [code] });

/** The criminal investigation. An extension lengthens the term, so each kind has a row of its own, and excludes the others. */
export const investigationRows: readonly Row[] = [
  { ...preliminary, id: 'BO-08a', condition: kind('ORDINARY'), term: days(20) },
  { ...preliminary, id: 'BO-08b', condition: kind('EXTENDED'), term: days(80) },
  { ...preliminary, id: 'BO-08c', condition: kind('COMPLEX'), term: days(90) },
  {
    ...procedure,
    id: 'BO-09',
    trigger: 'forensic-exam-requested',
    stop: 'forensic-report-delivered',
    actor: 'IDIF',
    term: hours(24),
    norm: 'Ley 348',
    legalRef: 'arts. 65 y 66',
    source: `${general} It says at once; the day to warn after is ours. A certificate of any doctor is valid.`,
    value: atOnce('de inmediato'),
  },
  {
    ...procedure,
    id: 'BO-10',
    trigger: 'charge-notified',
    stop: 'preparatory-stage-ended',
    term: months(6),
    legalRef: 'art. 134',
  },
];
