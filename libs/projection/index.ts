export { merged, projection } from './projection.js';
export type { Projection, ProjectionSpec, Seen, Term } from './projection.js';
export type { Changes, Listed, ListRange, Views, ViewWrite } from './views.js';
