import { codeList } from '../../codes.js';

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
