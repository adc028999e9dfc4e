import { deriveId } from '#decider';
import { Caller } from '../../acceptance/house.js';
import { type Platform, send } from '../../../src/platform.js';
import { type World, world } from '../boards/world.js';

export const defenders = 'pe-080708-defensoria';
export const ronda = 'pe-080708-ronda';
export const federation = 'pe-080101-coordinadora';
export const station = 'pe-080708-comisaria';
export const demuna = 'pe-080708-demuna';
export const school = 'pe-080708-colegio';
export const inspection = 'pe-080101-sunafil';

const organizations = [
  [defenders, 'Defensoría comunitaria de prueba', 'COMMUNITY_DEFENDER', 'ACCOMPANIMENT'],
  [ronda, 'Ronda campesina de prueba', 'RONDA', 'ACCOMPANIMENT'],
  [federation, 'Coordinadora de prueba', 'COMMUNITY_DEFENDER', undefined],
  [station, 'Comisaría de prueba', 'POLICE', 'POLICE_PROTECTION'],
  [demuna, 'DEMUNA de prueba', 'DEMUNA', 'CHILD_PROTECTION'],
  [school, 'Colegio de prueba', 'EDUCATION', undefined],
  [inspection, 'Inspección de prueba', 'LABOUR_INSPECTION', 'LEGAL'],
] as const;

/** A world with a rural district: a council of two communities, a ronda, their network, and who answers them. */
export interface Countryside extends World {
  readonly volunteer: Caller;
  readonly vigilant: Caller;
  readonly federated: Caller;
  readonly police: Caller;
  readonly office: Caller;
  readonly teacher: Caller;
}

const worker = (at: World, organization: string): Caller => new Caller(at.app, `demo-${organization}-01`);

/** Writes the institutions of the rural district into a directory. */
export async function registerCountryside(platform: Platform): Promise<void> {
  for (const [id, name, kind, service] of organizations) {
    const tell = (command: object, part = '') =>
      send(platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id, part) });
    const district = id.slice('pe-'.length, 'pe-080708'.length);
    await tell({ do: 'register', organization: id, name, kind, country: 'PE', district });
    if (service === undefined) continue;
    await tell({ do: 'offer', service: `${id}-1`, kind: service, name: `${name}: atención`, schedules: [] }, 'offer');
  }
}

/** What was opened: waited for by nobody, since commands wait for views themselves. */
export async function countryside(): Promise<Countryside> {
  const at = await world();
  await registerCountryside(at.platform);
  await at.read('/api/directory/organizations');
  return {
    ...at,
    volunteer: worker(at, defenders),
    vigilant: worker(at, ronda),
    federated: worker(at, federation),
    police: worker(at, station),
    office: worker(at, demuna),
    teacher: worker(at, school),
  };
}

/** Founds the council, the ronda and their network. */
export async function founded(): Promise<Countryside> {
  const at = await countryside();
  await at.done('/api/networks', { id: federation, territory: ['080708', '080101'], on: '2010-11-20' });
  const communities = ['ccapi', 'quilli'];
  await at.done('/api/councils', { id: defenders, kind: 'COMMUNITY_DEFENDER', communities, on: '2020-05-10' });
  await at.done('/api/councils', { id: ronda, kind: 'RONDA', communities: ['ccapi'], on: '2015-02-01' });
  for (const id of [defenders, ronda]) {
    await at.done(`/api/councils/${id}/network`, { network: federation, from: '2021-01-01' });
  }
  return at;
}

/** What a volunteer tells of somebody who came. */
export const heard = {
  ...{ community: 'ccapi', matter: 'PSYCHOLOGICAL', sex: 'F', ageBand: '26-29', language: 'QU' },
  acts: ['ACCOMPANIED'],
};

/** Events of a type, counted in the record. */
export async function recordedTimes({ platform }: World, ...types: readonly string[]): Promise<number> {
  let times = 0;
  for await (const { events } of platform.log.readAll({ types })) times += events.length;
  return times;
}
