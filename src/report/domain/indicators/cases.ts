import { newViolence } from '../../../protocol/index.js';
import type { Definition, Term } from './definition.js';
import type { ReportCase } from '../../views/report-cases.js';

const register = { norm: 'Registro de casos del CEM: unidades y condiciones', verified: true };

const newCases: Term<ReportCase> = {
  words_es: 'Casos abiertos en el mes con condición nuevo, reincidente o reingreso',
  cell: 'cases@',
  tests: [{ field: 'condition', in: newViolence }],
};

const notNew = 'Derivados de otro centro y continuadores: es la misma violencia, ya contada';

/** Cases as they come in. */
export const caseIndicators: readonly Definition[] = [
  {
    id: 'new-cases',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Casos nuevos',
    unit: 'cases',
    over: 'cases',
    numerator: newCases,
    exclusions_es: [notNew],
    source: register,
    comparable: 'anywhere',
    people: true,
    headline: true,
    series: 'cases',
    examples: [
      { says_es: 'nuevo', given: { condition: 'NEW' }, counts: 'numerator' },
      { says_es: 'reincidente', given: { condition: 'REPEAT_SAME' }, counts: 'numerator' },
      { says_es: 'reingreso', given: { condition: 'REPEAT_OTHER' }, counts: 'numerator' },
      { says_es: 'derivado de otro centro', given: { condition: 'TRANSFERRED' }, counts: 'nowhere' },
      { says_es: 'continuador', given: { condition: 'CONTINUED' }, counts: 'nowhere' },
    ],
  },
  {
    id: 'new-police-complaints',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Denuncias policiales nuevas',
    unit: 'cases',
    over: 'cases',
    numerator: {
      words_es: 'Casos nuevos que entraron por la policía',
      cell: 'door@/POLICE',
      tests: [...newCases.tests, { field: 'entry', in: ['POLICE'] }],
    },
    exclusions_es: [notNew, 'Casos que entraron por otra puerta, aunque después haya denuncia'],
    source: register,
    comparable: 'country',
    people: true,
    headline: true,
    series: 'complaints',
    examples: [
      { says_es: 'nuevo, por la policía', given: { condition: 'NEW', entry: 'POLICE' }, counts: 'numerator' },
      { says_es: 'nuevo, por salud', given: { condition: 'NEW', entry: 'HEALTH' }, counts: 'nowhere' },
      { says_es: 'continuador, por la policía', given: { condition: 'CONTINUED', entry: 'POLICE' }, counts: 'nowhere' },
    ],
  },
  {
    id: 'severe-risk-share',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Casos nuevos con riesgo severo',
    unit: 'share',
    over: 'cases',
    numerator: {
      words_es: 'Los que tienen riesgo severo en la última valoración hasta el corte',
      cell: 'risk@/SEVERE',
      tests: [{ field: 'risk', in: ['SEVERE'] }],
    },
    denominator: newCases,
    exclusions_es: [notNew],
    source: { norm: 'Ficha de valoración de riesgo', verified: true },
    comparable: 'country',
    people: true,
    headline: true,
    examples: [
      { says_es: 'nuevo, severo', given: { condition: 'NEW', risk: 'SEVERE' }, counts: 'numerator' },
      { says_es: 'nuevo, moderado', given: { condition: 'NEW', risk: 'MODERATE' }, counts: 'denominator' },
      { says_es: 'nuevo, sin valorar: está en el total', given: { condition: 'NEW' }, counts: 'denominator' },
      { says_es: 'continuador, severo', given: { condition: 'CONTINUED', risk: 'SEVERE' }, counts: 'nowhere' },
    ],
  },
  {
    id: 'repeat-share',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Casos nuevos por hecho repetido',
    unit: 'share',
    over: 'cases',
    numerator: {
      words_es: 'Los de condición reincidente (misma persona agresora) o reingreso (otra)',
      cell: 'repeats@',
      tests: [{ field: 'condition', in: newViolence.filter((condition) => condition !== 'NEW') }],
    },
    denominator: newCases,
    exclusions_es: [notNew],
    source: register,
    comparable: 'country',
    people: true,
    headline: false,
    examples: [
      { says_es: 'reincidente', given: { condition: 'REPEAT_SAME' }, counts: 'numerator' },
      { says_es: 'reingreso', given: { condition: 'REPEAT_OTHER' }, counts: 'numerator' },
      { says_es: 'nuevo', given: { condition: 'NEW' }, counts: 'denominator' },
      { says_es: 'continuador', given: { condition: 'CONTINUED' }, counts: 'nowhere' },
    ],
  },
];
