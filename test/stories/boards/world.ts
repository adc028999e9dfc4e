import { deriveId } from '#decider';
import { Caller, cem, court, health, type House, house, police } from '../../acceptance/house.js';
import { settle } from '../../../src/runners.js';

/** One of the demonstration's coordinators. */
const coordination = 'demo-coordinacion';

export const members = [police, cem, court, health] as const;
export const digest = 'ab'.repeat(32);

/** A body the API answers with, as far as the stories look into it. */
export interface Told {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly detail: string;
}

/** A server with a coordinator who leads boards. */
export interface World extends House {
  readonly coordinator: Caller;
  readonly member: Caller;
  readonly stranger: Caller;
  /** Sends what must be taken, and answers with its body. */
  done(url: string, body?: object): Promise<Told>;
  /** Sends what must be refused: status and code. */
  refused(url: string, body?: object, who?: Caller): Promise<readonly [number, string]>;
  /** Reads what everything recorded until now made of it. */
  read<T>(url: string, who?: Caller): Promise<T>;
  /** Founds a board with the four institutions as members. */
  found(id: string, change?: object): Promise<void>;
  /** Calls a session, opens it, and ticks the first members. */
  session(board: string, at: string, came: number): Promise<string>;
  /** Moves the clock, and lets what fell due happen. */
  later(at: string): Promise<void>;
}

export async function world(): Promise<World> {
  const place = await house();
  const coordinator = new Caller(place.app, coordination);
  const member = new Caller(place.app, 'demo-cem-01');
  const stranger = new Caller(place.app, 'demo-linea-01');
  const current = async () => ({ 'consistent-with': await place.head() });
  const done: World['done'] = async (url, body = {}) => {
    const answer = await coordinator.post(url, body);
    expect([url, answer.statusCode, answer.body]).toEqual([url, expect.any(Number), expect.any(String)]);
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
    return answer.json<Told>();
  };
  return {
    ...place,
    coordinator,
    member,
    stranger,
    done,
    refused: async (url, body = {}, who = coordinator) => {
      const before = await place.head();
      const answer = await who.post(url, body);
      expect(await place.head()).toBe(before);
      return [answer.statusCode, answer.json<Told>().code];
    },
    read: async <T>(url: string, who = coordinator) => {
      const answer = await who.get(url, await current());
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      return answer.json<T>();
    },
    found: async (id, change = {}) => {
      const about = { kind: 'voluntary', level: 'district', country: 'PE', place: 'Independencia' };
      await done('/api/boards', { id, name: `Mesa ${id}`, ...about, territory: ['150112'], ...change });
      for (const organization of members) {
        await done(`/api/boards/${id}/members`, { organization, seat: 'mesa', from: '2026-01-01' });
      }
    },
    session: async (board, at, came) => {
      const convening = { kind: 'ordinary', at, place: 'sala-municipal' };
      const { id } = await done(`/api/boards/${board}/sessions`, convening);
      await done(`/api/boards/${board}/sessions/${id}/opening`);
      for (const organization of members.slice(0, came)) {
        const tick = { organization, by: 'titular', mode: 'in-person' };
        await done(`/api/boards/${board}/sessions/${id}/attendance`, tick);
      }
      return id;
    },
    later: async (at) => {
      place.clock.advanceTo(at);
      await settle(place.platform, async () => undefined);
    },
  };
}

/** A plan with one goal and its actions; `supports` links its objective to a plan above. */
export const planOf = (change: object = {}, supports?: object) => ({
  title: 'Plan de prueba',
  from: '2026-01-01',
  until: '2026-12-31',
  objectives: [
    {
      ...{ id: 'O1', title: 'Más personas atendidas a tiempo' },
      ...(supports === undefined ? {} : { supports }),
      goals: [
        {
          ...{ id: 'M1', title: 'Escuelas con plan de convivencia', indicator: 'schools-with-plan', unit: 'SCHOOLS' },
          ...{ baseline: 0, target: 20, by: '2026-12-31' },
          actions: [
            {
              ...{ id: 'A1', title: 'Talleres en escuelas', responsible: cem, start: '2026-01-01', due: '2026-06-30' },
              budget: { amount: 1_000_000, currency: 'PEN' },
            },
          ],
        },
      ],
    },
  ],
  ...change,
});

/** An id nobody has. */
export const nobodys = deriveId('nobody');
