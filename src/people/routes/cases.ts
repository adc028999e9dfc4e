import { aCase, listing, office, type RouteRow } from '../access/row.js';

/** Who may do what with cases and persons. */
export const caseRoutes: readonly RouteRow[] = [
  ...office('startCasework', ['POST /api/cases', 'GET /casos/nuevo', 'POST /casos/nuevo']),
  ...listing('listCases', office('listCasework', ['GET /api/cases', 'GET /casos'])),
  ...aCase('readCase', ['GET /api/cases/:id', 'GET /casos/:id', 'GET /casos/:id/valoracion']),
  // What of them is shown is decided section by section.
  ...aCase(
    'readCase',
    ['aggressor', 'children', 'reporter', 'whereabouts'].map((each) => `GET /api/cases/:id/${each}`),
  ),
  // Who may not open it is not told that there is one.
  ...aCase('openShelter', ['GET /api/cases/:id/shelter-place']),
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
  ...listing('listPairs', office('linkPersons', ['GET /casos/personas/**'])),
  ...office('linkPersons', ['POST /casos/personas/**']),
  // Whose person it is is asked of her cases.
  ...listing('listPerson', office('listCasework', ['GET /api/persons/:id'])),
  ...office(
    'listCasework',
    ['links', 'unlinks', 'dismissals'].map((each) => `POST /api/persons/:id/${each}`),
  ),
];
