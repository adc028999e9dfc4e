import { institution, office, type RouteRow } from '../access/row.js';

const hsds = ['organizations', 'services', 'locations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'];

/** Who may do what with the directory. */
export const directoryRoutes: readonly RouteRow[] = [
  ...office('look', [
    ...['GET /api/hsds', ...hsds.flatMap((each) => [`GET /api/hsds/${each}`, `GET /api/hsds/${each}/:id`])],
    ...['GET /api/directory/organizations', 'GET /api/directory/organizations/:id', 'GET /api/directory/services'],
    ...['GET /api/codes', 'GET /directorio', 'GET /directorio/:id'],
  ]),
  ...office('keepDirectory', [
    ...['POST /api/directory/organizations', 'POST /api/directory/organizations/:id/services'],
    'POST /api/directory/organizations/:id/services/:service/status',
    'POST /api/directory/imports',
  ]),
  ...institution('keepEntry', 'id', [
    ...['names', 'aliases', 'description', 'successor', 'locations'].map(
      (each) => `POST /api/directory/organizations/:id/${each}`,
    ),
    ...['locations', 'hours', 'eligibility', 'capacity', 'assurance'].map(
      (each) => `POST /api/directory/organizations/:id/services/:service/${each}`,
    ),
    ...['cupos', 'confirmacion'].map((each) => `POST /directorio/:id/servicios/:service/${each}`),
  ]),
];
