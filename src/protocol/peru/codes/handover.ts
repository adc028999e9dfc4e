import { codeList } from '../../codes.js';

/** How soon a referral needs an answer. */
export const urgencies = codeList('urgencies', { source: 'Our own list, after the levels of risk.', verified: false }, [
  ['IMMEDIATE', 'Inmediata'],
  ['PRIORITY', 'Prioritaria'],
  ['ROUTINE', 'Regular'],
]);

/** Duties of the law under which a service must tell another, whether or not the person agrees. */
export const legalDuties = codeList(
  'legalDuties',
  {
    source: 'Duties to report named by Ley 30364 and its regulation; the articles are to be checked.',
    verified: false,
  },
  [
    ['MANDATORY_COMPLAINT', 'Denuncia obligatoria del personal de salud o educación'],
    ['CHILD_PROTECTION', 'Protección de una niña, niño o adolescente'],
    ['RISK_TO_LIFE', 'Peligro inmediato para la vida'],
    ['COURT_ORDER', 'Mandato judicial o fiscal'],
  ],
);

/** What the sender makes of the answer when closing the loop. */
export const dispositions = codeList(
  'dispositions',
  { source: 'Our own list, after referral networks in other fields.', verified: false },
  [
    ['NEED_MET', 'Necesidad atendida'],
    ['REFER_AGAIN', 'Se derivará a otro servicio'],
    ['FOLLOW_UP_HERE', 'Seguimiento en esta institución'],
    ['PERSON_DECLINED', 'La persona decidió no continuar'],
    ['LOST_CONTACT', 'Se perdió el contacto'],
  ],
);
