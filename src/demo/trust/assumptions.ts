import { assumed } from '../assumption.js';

/** What becomes of a few of the closed cases. Days and shares. */
export const trust = assumed(
  {
    /** One closed case in so many has something of this kind. */
    every: 45,
    asksAfter: [6, 40] as const,
    answeredAfter: [2, 12] as const,
    late: { share: 0.15, after: [34, 50] as const },
    decidedAfter: [1, 6] as const,
    lifted: 0.35,
  },
  'invented: so few people ask that no counter was found to have counted them; each state is to be seen',
);

/** Why somebody saw a case that was not theirs, in words a worker would write. */
export const emergencies = assumed(
  {
    answered: 'Se presentó en la guardia y pide saber si sus medidas de protección siguen vigentes.',
    waiting: 'Llegó de madrugada sin documentos y hay que ubicar a quien lleva su caso.',
    erased: 'Se necesita confirmar con qué servicio tenía cita mañana por la mañana.',
  },
  'invented, without anything that could be of a person',
);

/** How far answers of those who take part in a programme move between the first measure and the second, of three points. */
export const change = assumed(
  { first: { 0: 20, 1: 40, 2: 30, 3: 10 }, better: 0.5, worse: 0.08, measured: 0.9 },
  'invented: what such programmes change is in dispute; here half of the answers improve by a point',
);
