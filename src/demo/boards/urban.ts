import { independencia as series, type DistrictSeries } from '../series.js';
import { urbanExecution, urbanRoutes } from '../routes.js';
import { usual } from './mix.js';
import type { DemoBoard } from './model.js';
import { urbanProgrammes } from './programmes.js';
import { urbanInstitutions } from './urban-institutions.js';

/** The board of a district of which no more is known than its complaints: as in a district of Lima. */
export const districtBoard = (district: DistrictSeries): DemoBoard => ({
  id: district.code,
  country: 'PE',
  code: district.code,
  name: district.name,
  place: district.name === district.province ? district.name : `${district.name}, ${district.province}`,
  title: `Mesa de concertación de ${district.name}`,
  level: 'district',
  districts: [district],
  institutions: urbanInstitutions,
  routes: urbanRoutes,
  court: 'juzgado-familia',
  execution: urbanExecution,
  programmes: urbanProgrammes,
  mix: usual,
});

export const independencia: DemoBoard = { ...districtBoard(series), id: 'independencia' };
