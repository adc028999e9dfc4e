import { send } from '../../../src/platform.js';
import { deriveId } from '#decider';
import { Caller, cem } from '../../acceptance/house.js';
import { type Told, type World, world } from '../boards/world.js';

export const board = 'mesa-registros';
export const api = `/api/boards/${board}`;
export const municipality = 'pe-150112-muni';
export const network = 'pe-150112-red';
/** Of no board. */
export const congress = 'pe-150112-congreso';

/** A board with registers, the municipality and a network of citizens among its members. */
export interface RegisterWorld extends World {
  readonly citizens: Caller;
  readonly council: Caller;
  readonly outsider: Caller;
  /** Sends as somebody what must be taken. */
  as(who: Caller, url: string, body: object): Promise<Told>;
  /** An agreement the board takes in a session. */
  agree(text: string, more?: object): Promise<string>;
}

export async function registerWorld(): Promise<RegisterWorld> {
  const at = await world();
  const register = async (organization: string, name: string, kind: string) => {
    const command = { do: 'register', organization, name, kind, country: 'PE', district: '150112' };
    await send(at.platform, 'organization', {
      ...{ id: organization, command, actor: 'setup', commandId: deriveId('setup', organization) },
    });
  };
  await register(municipality, 'Municipalidad distrital', 'MUNICIPALITY');
  await register(network, 'Red de vigilancia ciudadana', 'NGO');
  await register(congress, 'Despacho congresal', 'NGO');
  await at.found(board);
  for (const [organization, seat] of [
    [municipality, 'mesa'],
    [network, 'CIVIL_SOCIETY'],
  ]) {
    await at.done(`${api}/members`, { organization, seat, from: '2026-01-01' });
  }
  return {
    ...at,
    council: new Caller(at.app, 'demo-muni-01'),
    citizens: new Caller(at.app, 'demo-red-01'),
    outsider: new Caller(at.app, 'demo-congreso-01'),
    as: async (who, url, body) => {
      const answer = await who.post(url, body);
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
      return answer.json<Told>();
    },
    agree: async (text, more = {}) => {
      const session = await at.session(board, '2026-03-09T16:00:00Z', 4);
      const decision = { text, owner: cem, due: '2026-04-30', ...more };
      return (await at.done(`${api}/sessions/${session}/agreements`, decision)).id;
    },
  };
}

/** The body of an activity; what a story says otherwise, it says. */
export const activityOf = (change: object = {}): object => ({
  ...{ kind: 'WORKSHOP', on: '2026-03-05', topic: 'RIGHTS_AND_ROUTES', district: '150112', institutions: [cem] },
  ...change,
});
