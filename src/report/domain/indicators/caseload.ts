import type { Definition } from './definition.js';

/** What is open. */
export const caseloadIndicators: readonly Definition[] = [
  {
    id: 'open-cases',
    version: 1,
    validFrom: '2000-01',
    title_es: 'Casos abiertos al cierre',
    unit: 'cases',
    over: 'caseload',
    numerator: {
      words_es: 'Casos de cualquier mes y condición que estaban abiertos al terminar el mes, o al corte si es antes',
      cell: 'open@',
      tests: [{ field: 'state', in: ['open'] }],
    },
    exclusions_es: ['Los cerrados; uno que se volvió a abrir está abierto'],
    source: { norm: 'Acuerdo de la instancia', verified: false },
    comparable: 'anywhere',
    people: true,
    headline: true,
    examples: [
      { says_es: 'abierto al terminar el mes', given: { state: 'open' }, counts: 'numerator' },
      { says_es: 'cerrado en el mes o antes', given: { state: 'closed' }, counts: 'nowhere' },
    ],
  },
];
