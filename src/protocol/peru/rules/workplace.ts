import { businessDays, days, general, type Row } from '../../rows.js';

const law = {
  norm: 'Ley 27942 y su reglamento (DS 014-2019-MIMP)',
  legalRef: 'reglamento, procedimiento en el sector privado; el artículo está por revisar',
  verified: false,
  source: `${general} The day it came into force is taken to be the one after its publication.`,
  value: {},
} as const;

const from = { ...law, actor: 'EMPLOYER', validFrom: '2019-07-23' } as const;

/** Sexual harassment at work: what the employer owes the person, and labour inspection is told. */
export const workplaceRows: readonly Row[] = [
  { ...from, id: 'PE-26', trigger: 'harassment-reported', stop: 'harassment-care-offered', term: businessDays(1) },
  { ...from, id: 'PE-27', trigger: 'harassment-reported', stop: 'harassment-protection-given', term: businessDays(3) },
  { ...from, id: 'PE-28', trigger: 'harassment-reported', stop: 'labour-authority-informed', term: businessDays(6) },
  { ...from, id: 'PE-29', trigger: 'harassment-reported', stop: 'harassment-investigated', term: days(15) },
  { ...from, id: 'PE-30', trigger: 'harassment-investigated', stop: 'harassment-decided', term: days(10) },
  {
    ...from,
    id: 'PE-31',
    trigger: 'harassment-decided',
    stop: 'labour-authority-told-of-decision',
    term: businessDays(6),
  },
];
