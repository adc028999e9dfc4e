import type { InstitutionModel } from './boards/model.js';

export type Routes = Readonly<Record<string, readonly Route[]>>;

/** Who a case concerns, as far as routes depend on it. */
export interface Need {
  readonly minor: boolean;
  readonly severe: boolean;
  readonly sexual: boolean;
}

/** One way a case is handed on. All weights here are assumed; purposes and services follow the steps in law. */
export interface Route {
  readonly to: string;
  /** Suffix of the service at the receiver, and its kind. */
  readonly service: string;
  readonly kind: string;
  readonly purpose: string;
  readonly weight: (need: Need) => number;
}

export const often =
  (weight: number): Route['weight'] =>
  () =>
    weight;

const cem = {
  psychology: {
    to: 'cem',
    service: 'psicologia',
    kind: 'PSYCHOLOGY',
    purpose: 'PSYCHOLOGICAL_CARE',
    weight: ({ minor }) => (minor ? 22 : 40),
  },
  legal: { to: 'cem', service: 'legal', kind: 'LEGAL', purpose: 'LEGAL_AID', weight: often(22) },
  social: { to: 'cem', service: 'social', kind: 'SOCIAL', purpose: 'SOCIAL_CARE', weight: often(10) },
} as const satisfies Record<string, Route>;

const health = {
  care: {
    to: 'salud',
    service: 'emergencia',
    kind: 'HEALTH',
    purpose: 'MEDICAL_CARE',
    weight: ({ severe }) => (severe ? 22 : 9),
  },
  sexual: {
    to: 'salud',
    service: 'emergencia',
    kind: 'HEALTH',
    purpose: 'SEXUAL_VIOLENCE_KIT',
    weight: ({ sexual }) => (sexual ? 28 : 0),
  },
  mind: { to: 'salud', service: 'salud-mental', kind: 'PSYCHOLOGY', purpose: 'MENTAL_HEALTH', weight: often(8) },
} as const satisfies Record<string, Route>;

const child: Route = {
  to: 'demuna',
  service: 'proteccion',
  kind: 'CHILD_PROTECTION',
  purpose: 'CHILD_PROTECTION',
  weight: ({ minor }) => (minor ? 36 : 0),
};
const forensic: Route = {
  to: 'fiscalia',
  service: 'medicina-legal',
  kind: 'FORENSIC',
  purpose: 'FORENSIC_EXAM',
  weight: ({ sexual }) => (sexual ? 26 : 7),
};
const witness: Route = {
  to: 'fiscalia',
  service: 'victimas-testigos',
  kind: 'SOCIAL',
  purpose: 'VICTIM_WITNESS_ASSISTANCE',
  weight: often(5),
};
const defence: Route = {
  to: 'defensa-publica',
  service: 'defensa',
  kind: 'LEGAL',
  purpose: 'LEGAL_AID',
  weight: often(16),
};
const shelter: Route = {
  to: 'refugio',
  service: 'acogida',
  kind: 'SHELTER',
  purpose: 'SHELTER',
  weight: ({ severe, minor }) => (severe && !minor ? 9 : 0.5),
};
const company: Route = {
  to: 'ong',
  service: 'acompanamiento',
  kind: 'ACCOMPANIMENT',
  purpose: 'COMMUNITY_ACCOMPANIMENT',
  weight: often(8),
};
const fund: Route = {
  to: 'municipalidad',
  service: 'apoyo',
  kind: 'SUPPORT_FUND',
  purpose: 'SUPPORT_FUND',
  weight: often(5),
};
const complaint: Route = {
  to: 'comisaria-familia',
  service: 'proteccion',
  kind: 'POLICE_PROTECTION',
  purpose: 'COMPLAINT',
  weight: often(14),
};

export const urbanExecution: Route = {
  to: 'comisaria-familia',
  service: 'proteccion',
  kind: 'POLICE_PROTECTION',
  purpose: 'EXECUTE_MEASURES',
  weight: often(1),
};

const police: readonly Route[] = [
  cem.psychology,
  cem.legal,
  cem.social,
  health.care,
  health.sexual,
  child,
  forensic,
  shelter,
];
const justice: readonly Route[] = [cem.psychology, cem.legal, witness, health.mind, child, forensic];

/** Where each institution refers to in a district of a city. */
export const urbanRoutes: Routes = {
  'comisaria-familia': police,
  'comisaria-central': police,
  cem: [complaint, health.care, health.mind, health.sexual, defence, shelter, company, fund, child],
  'juzgado-familia': justice,
  fiscalia: justice,
  salud: [cem.psychology, cem.social, complaint, child, company],
  demuna: [cem.psychology, complaint, health.care, health.mind, fund],
  'defensa-publica': [cem.psychology, cem.social, company],
  refugio: [cem.legal, cem.psychology, defence, health.care, fund],
  ong: [cem.psychology, cem.legal, complaint],
  municipalidad: [cem.social, cem.psychology, company],
};

/** What is replaced in routes made for the city: one institution by another, with its service. */
type InPlaceOf = Readonly<Record<string, string>>;

/** The routes of the city among the institutions a place has: those to others are left out. */
export function routesAmong(institutions: readonly InstitutionModel[], inPlaceOf: InPlaceOf = {}): Routes {
  const services = new Set(
    institutions.flatMap(({ suffix, services }) => services.map((each) => `${suffix} ${each.suffix}`)),
  );
  const here = (routes: readonly Route[]): readonly Route[] =>
    routes.map((route) => at(route, inPlaceOf)).filter(({ to, service }) => services.has(`${to} ${service}`));
  return Object.fromEntries(
    Object.entries(urbanRoutes)
      .map(([from, routes]) => [inPlaceOf[from] ?? from, here(routes)] as const)
      .filter(([from]) => institutions.some(({ suffix }) => suffix === from)),
  );
}

/** The same route to the institution that stands there instead. */
export const at = (route: Route, inPlaceOf: InPlaceOf): Route => ({ ...route, to: inPlaceOf[route.to] ?? route.to });
