import { deriveId } from '#decider';
import type { BoardCommand } from '../boards/domain/board.js';
import type { Schedule as Hours } from '../directory/domain/events.js';
import type { OrganizationCommand } from '../directory/domain/organization.js';
import type { Planned } from './schedule.js';
import type { DistrictSeries } from './series.js';

interface ServiceModel {
  readonly suffix: string;
  readonly kind: string;
  readonly name: string;
  readonly confidential?: boolean;
}

interface InstitutionModel {
  readonly suffix: string;
  /** Institution type of the jurisdiction. */
  readonly kind: string;
  readonly name: (place: string) => string;
  /** What its seat at the board is called. */
  readonly seat: string;
  /** Open day and night; the others in office hours. */
  readonly always: boolean;
  readonly services: readonly ServiceModel[];
}

/** The institutions a district has: every kind the law gives a task to. Made-up houses with public names. */
export const institutions: readonly InstitutionModel[] = [
  {
    suffix: 'comisaria-familia',
    kind: 'POLICE_FAMILY',
    name: (place) => `Comisaría de Familia de ${place}`,
    seat: 'policia-familia',
    always: true,
    services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Ejecución de medidas de protección' }],
  },
  {
    suffix: 'comisaria-central',
    kind: 'POLICE',
    name: (place) => `Comisaría de ${place}`,
    seat: 'policia',
    always: true,
    services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Patrullaje y protección' }],
  },
  {
    suffix: 'cem',
    kind: 'CEM',
    name: (place) => `Centro Emergencia Mujer ${place}`,
    seat: 'cem',
    always: false,
    services: [
      { suffix: 'psicologia', kind: 'PSYCHOLOGY', name: 'Atención psicológica' },
      { suffix: 'legal', kind: 'LEGAL', name: 'Patrocinio legal' },
      { suffix: 'social', kind: 'SOCIAL', name: 'Atención social' },
    ],
  },
  {
    suffix: 'juzgado-familia',
    kind: 'FAMILY_COURT',
    name: (place) => `Juzgado de Familia de ${place}`,
    seat: 'poder-judicial',
    always: true,
    services: [],
  },
  {
    suffix: 'fiscalia',
    kind: 'PROSECUTOR_CRIMINAL',
    name: (place) => `Fiscalía especializada en violencia de ${place}`,
    seat: 'ministerio-publico',
    always: true,
    services: [
      { suffix: 'victimas-testigos', kind: 'SOCIAL', name: 'Asistencia a víctimas y testigos' },
      { suffix: 'medicina-legal', kind: 'FORENSIC', name: 'Evaluación médico-legal' },
    ],
  },
  {
    suffix: 'salud',
    kind: 'HEALTH',
    name: (place) => `Centro de Salud de ${place}`,
    seat: 'salud',
    always: true,
    services: [
      { suffix: 'emergencia', kind: 'HEALTH', name: 'Emergencia y atención de salud' },
      { suffix: 'salud-mental', kind: 'PSYCHOLOGY', name: 'Salud mental comunitaria' },
    ],
  },
  {
    suffix: 'demuna',
    kind: 'DEMUNA',
    name: (place) => `DEMUNA de ${place}`,
    seat: 'demuna',
    always: false,
    services: [
      { suffix: 'proteccion', kind: 'CHILD_PROTECTION', name: 'Defensa de niñas, niños y adolescentes' },
      { suffix: 'social', kind: 'SOCIAL', name: 'Acompañamiento familiar' },
    ],
  },
  {
    suffix: 'defensa-publica',
    kind: 'PUBLIC_DEFENCE',
    name: (place) => `Defensa Pública de Víctimas de ${place}`,
    seat: 'justicia',
    always: false,
    services: [{ suffix: 'defensa', kind: 'LEGAL', name: 'Defensa legal de víctimas' }],
  },
  {
    suffix: 'refugio',
    kind: 'HRT',
    name: (place) => `Hogar de refugio temporal de ${place}`,
    seat: 'refugio',
    always: true,
    services: [{ suffix: 'acogida', kind: 'SHELTER', name: 'Acogida temporal', confidential: true }],
  },
  {
    suffix: 'ong',
    kind: 'NGO',
    name: (place) => `Organización de mujeres de ${place}`,
    seat: 'sociedad-civil',
    always: false,
    services: [{ suffix: 'acompanamiento', kind: 'ACCOMPANIMENT', name: 'Acompañamiento comunitario' }],
  },
  {
    suffix: 'municipalidad',
    kind: 'MUNICIPALITY',
    name: (place) => `Municipalidad Distrital de ${place}`,
    seat: 'municipalidad',
    always: false,
    services: [{ suffix: 'apoyo', kind: 'SUPPORT_FUND', name: 'Apoyo económico de emergencia' }],
  },
];

const models = new Map(institutions.map((each) => [each.suffix, each]));

/** @throws RangeError no such institution */
export function institution(suffix: string): InstitutionModel {
  const found = models.get(suffix);
  if (found === undefined) throw new RangeError(`no institution ${suffix}`);
  return found;
}

/** The code of a district's institution, e.g. `pe-150112-cem`. */
export const organizationOf = (district: string, suffix: string): string => `pe-${district}-${suffix}`;

/** The code of one of the two people who work at an institution: the same the demo's pages let one be. */
export function workerOf(organization: string, nth: 1 | 2): string {
  const short = organization.startsWith(home) ? organization.slice(home.length) : organization;
  return `demo-${short}-0${nth}`;
}

/** The district whose institutions have workers with short codes. */
const home = 'pe-150112-';

export const boardOf = (district: string): string => `mesa-${district}`;

const open: Readonly<Record<'always' | 'office', readonly Hours[]>> = {
  always: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opensAt: '00:00', closesAt: '23:59' }],
  office: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '08:00', closesAt: '16:30' }],
};

/** The commands that set up a district: its directory, its board, who sits there and for how many inhabitants. */
export function* founding(series: DistrictSeries, seed: number, at: number, today: string): Generator<Planned> {
  const { code: district, name, province, population } = series;
  const correlationId = deriveId(seed, 'founding', district);
  let step = 0;
  const planned = (category: string, id: string, command: OrganizationCommand | BoardCommand): Planned => ({
    at,
    effectiveAt: at,
    category,
    id,
    commandId: deriveId(correlationId, (step += 1)),
    correlationId,
    actor: 'demo-coordinacion',
    command,
  });
  for (const { suffix, kind, name: named, always, services } of institutions) {
    const organization = organizationOf(district, suffix);
    const register = { do: 'register', organization, name: named(name), kind, country: 'PE', district } as const;
    yield planned('organization', organization, register);
    for (const { suffix: service, ...offered } of services) {
      yield planned('organization', organization, {
        do: 'offer',
        service: `${organization}-${service}`,
        ...offered,
        schedules: always ? open.always : open.office,
      });
    }
  }
  const board = boardOf(district);
  yield planned('board', board, {
    do: 'establish',
    board,
    name: `Mesa de concertación de ${name}`,
    kind: 'voluntary',
    level: 'district',
    country: 'PE',
    place: name === province ? name : `${name}, ${province}`,
    territory: [district],
  });
  if (population !== undefined) yield planned('board', board, { do: 'record-population', district, ...population });
  for (const { suffix, seat } of institutions) {
    yield planned('board', board, { do: 'seat', organization: organizationOf(district, suffix), seat, from: today });
  }
}
