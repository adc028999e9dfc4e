import { businessDays, risk, type Row } from '../../rows.js';

/** The chain of an appeal. Its terms were read in an excerpt; the kind of days is taken from general procedure. */
const appeal = {
  validFrom: '2018-09-05',
  norm: 'Ley 30364, modificada por el DL 1386',
  legalRef: 'art. 16-C',
  verified: false,
  source:
    'Excerpt of the article. It says days; that they are business days, and the first day, are general knowledge.',
  value: {},
} as const;

const raised = {
  ...appeal,
  trigger: 'appeal-granted',
  stop: 'appeal-received-by-chamber',
  actor: 'FAMILY_COURT',
} as const;

export const appealRows: readonly Row[] = [
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
  { id: 'PE-17a', ...raised, condition: risk('MILD', 'MODERATE'), term: businessDays(3) },
  { id: 'PE-17b', ...raised, condition: risk('SEVERE'), term: businessDays(1) },
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
];
