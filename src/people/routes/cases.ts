import { aCase, office, type RouteRow } from '../access/row.js';

/** Who may do what with cases and persons. */
export const caseRoutes: readonly RouteRow[] = [
  ...office('startCasework', ['POST /api/cases', 'GET /casos/nuevo', 'POST /casos/nuevo']),
  ...office('listCasework', ['GET /api/cases', 'GET /casos']),
  ...aCase('readCase', ['GET /api/cases/:id', 'GET /casos/:id', 'GET /casos/:id/valoracion']),
  // What of them is shown is decided section by section.
  ...aCase(
    'readCase',
    ['aggressor', 'children', 'reporter', 'whereabouts', 'shelter-place'].map((each) => `GET /api/cases/:id/${each}`),
  ),
  ...aCase('workOnCase', [
    ...['risk-assessments', 'reports', 'report-receipts', 'measures', 'steps', 'attentions', 'closure'].map(
      (each) => `POST /api/cases/:id/${each}`,
    ),
    ...[
      'report-items',
      'reopening',
      'transfers',
      'shelter-stays',
      'reparation-steps',
      'aggressor',
      'children',
      'reporter',
      'whereabouts',
      'shelter-place',
    ].map((each) => `POST /api/cases/:id/${each}`),
    ...['steps', 'extensions', 'end'].map((each) => `POST /api/cases/:id/measures/:measure/${each}`),
    ...['riesgo', 'otras/:kind', 'lugares/:kind', ':path', 'medidas/:measure/:path', 'valoracion'].map(
      (each) => `POST /casos/:id/${each}`,
    ),
  ]),
  ...office('searchPersons', ['POST /api/persons/similar'], { purpose: 'search' }),
  ...office('linkPersons', ['GET /casos/personas/**', 'POST /casos/personas/**']),
  // Whose person it is is asked of her cases.
  ...office('listCasework', [
    'GET /api/persons/:id',
    ...['links', 'unlinks', 'dismissals'].map((each) => `POST /api/persons/:id/${each}`),
  ]),
];
