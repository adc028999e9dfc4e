import { assumed } from '../assumption.js';
import { at, routesAmong, urbanExecution } from '../routes.js';
import type { DistrictSeries } from '../series.js';
import type { Weights } from '../random.js';
import { usual } from './mix.js';
import type { DemoBoard, InstitutionModel, ProgrammesModel } from './model.js';
import { urbanInstitutions } from './urban-institutions.js';

/** What differs between the two provinces of the highlands. */
interface Province {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly capital: string;
  readonly districts: readonly DistrictSeries[];
  /** Districts beside the capital with a station of their own. */
  readonly stations: readonly { readonly suffix: string; readonly name: string; readonly district: string }[];
  readonly tongues: { readonly because: string; readonly value: Weights };
  readonly slowness: { readonly because: string; readonly value: number };
  readonly programmes: ProgrammesModel;
}

/** In the city, and not in a provincial capital. */
const onlyInCities = ['comisaria-familia', 'comisaria-central', 'refugio'];
const inPlaceOf = { 'comisaria-familia': 'comisaria', 'comisaria-central': 'comisaria' };

const station = (suffix: string, name: string, district?: string): InstitutionModel => ({
  suffix,
  kind: 'POLICE',
  name: () => name,
  seat: suffix.replace('comisaria', 'policia'),
  always: true,
  services: [{ suffix: 'proteccion', kind: 'POLICE_PROTECTION', name: 'Patrullaje y protección' }],
  ...(district === undefined ? {} : { district }),
});

/** The school authority, which the boards of both provinces have among them. */
const school: InstitutionModel = {
  suffix: 'ugel',
  kind: 'EDUCATION',
  name: (place) => `Unidad de Gestión Educativa Local de ${place}`,
  seat: 'educacion',
  always: false,
  services: [{ suffix: 'convivencia', kind: 'CHILD_PROTECTION', name: 'Convivencia escolar' }],
};

/** A province: the offices are in its capital, most districts have none. */
export function provincialBoard({
  id,
  code,
  name,
  region,
  capital,
  districts,
  stations,
  tongues,
  slowness,
  programmes,
}: Province): DemoBoard {
  const city = urbanInstitutions.filter(({ suffix }) => !onlyInCities.includes(suffix));
  const institutions = [
    station('comisaria', `Comisaría de ${capital}`),
    ...stations.map((each) => station(each.suffix, each.name, each.district)),
    ...city.map((each) =>
      each.suffix === 'municipalidad' ? { ...each, name: () => `Municipalidad Provincial de ${name}` } : each,
    ),
    school,
  ];
  const routes = routesAmong(institutions, inPlaceOf);
  const police = routes['comisaria'] ?? [];
  return {
    ...{ id, country: 'PE', code, name, districts, institutions },
    place: `Provincia de ${name}, ${region}`,
    title: `Mesa multisectorial de la provincia de ${name}`,
    level: 'provincial',
    routes: {
      ...routes,
      ...Object.fromEntries(stations.map(({ suffix }) => [suffix, police])),
      ugel: routes['demuna'] ?? [],
    },
    court: 'juzgado-familia',
    execution: at(urbanExecution, inPlaceOf),
    programmes,
    mix: {
      ...usual,
      openers: assumed(
        {
          ...usual.openers.value,
          POLICE: { comisaria: 1, ...Object.fromEntries(stations.map(({ suffix }) => [suffix, 0])) },
          EDUCATION: { ugel: 1 },
        },
        'a complaint is taken by the station of its district, and in the capital where there is none',
      ),
      doors: assumed(
        { ...usual.doors.value, EDUCATION: 3 },
        'as in the survey; schools are added, because the boards of these provinces count them among their members',
      ),
      risks: assumed(
        { MILD: 28, MODERATE: 42, SEVERE: 24, UNDETERMINED: 6 },
        'who makes the way to the capital does it for more than a mild risk, and forms come back half filled in',
      ),
      motherTongues: assumed(tongues.value, tongues.because),
      slowness: assumed(slowness.value, slowness.because),
    },
  };
}
