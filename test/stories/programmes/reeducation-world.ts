import { deriveId } from '#decider';
import { settle } from '../../../src/runners.js';
import { type ChangeInstrument, changeInstruments } from '../../../src/protocol/index.js';
import { send } from '../../../src/platform.js';
import { Caller, type House, house } from '../../acceptance/house.js';

export const centre = 'pe-150112-cai';
export const otherCentre = 'pe-150132-cai';
export const municipality = 'pe-150112-municipalidad';
export const atMunicipality = 'municipalidad-social';

/** A body the API answers with, as far as the stories look into it. */
interface Told {
  readonly id: string;
  readonly code: string;
}

/** Somebody who calls the API. */
export interface Somebody {
  /** Sends what must be taken, and answers with its body. */
  done(url: string, body?: object): Promise<Told>;
  /** Sends what must be refused: status and code. */
  refused(url: string, body?: object): Promise<readonly [number, string]>;
  /** Reads what everything recorded until now made of it. */
  read<T>(url: string): Promise<T>;
  /** Status and code of a read that must fail. */
  unread(url: string): Promise<readonly [number, string]>;
  /** A page, as text without its tags. */
  look(path: string): Promise<string>;
  /** Sends a form of a page, and answers with its status. */
  form(path: string, fields: readonly (readonly [string, string])[]): Promise<number>;
}

/** A server on which there are centres of re-education, a court and a municipality as well. */
export interface ProgrammeWorld extends House {
  /** By the code of the actor. */
  as(actor: string): Somebody;
  /** Moves the clock, and lets what fell due happen. */
  later(at: string): Promise<void>;
}

export async function programmeWorld(): Promise<ProgrammeWorld> {
  const place = await house();
  for (const [id, name, kind, district] of [
    [centre, 'CAI de prueba', 'CAI', '150112'],
    [otherCentre, 'CAI de otro distrito', 'CAI', '150132'],
    [municipality, 'Municipalidad de prueba', 'MUNICIPALITY', '150112'],
  ] as const) {
    const command = { do: 'register', organization: id, name, kind, country: 'PE', district };
    await send(place.platform, 'organization', { id, command, actor: 'setup', commandId: deriveId('setup', id) });
  }
  const offer = { do: 'offer', service: atMunicipality, kind: 'SOCIAL', name: 'Servicio municipal', schedules: [] };
  const given = { id: municipality, command: offer, actor: 'setup', commandId: deriveId('setup', atMunicipality) };
  await send(place.platform, 'organization', given);
  return {
    ...place,
    as: (actor) => somebody(place, actor),
    later: async (at) => {
      place.clock.advanceTo(at);
      await settle(place.platform, async () => undefined);
    },
  };
}

function somebody(place: House, actor: string): Somebody {
  const caller = new Caller(place.app, actor);
  const current = async () => ({ 'consistent-with': await place.head() });
  return {
    done: async (url, body = {}) => {
      const answer = await caller.post(url, body);
      if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`);
      return answer.json<Told>();
    },
    refused: async (url, body = {}) => {
      const before = await place.head();
      const answer = await caller.post(url, body);
      expect(await place.head()).toBe(before);
      return [answer.statusCode, answer.json<Told>().code];
    },
    read: async <T>(url: string) => {
      const answer = await caller.get(url, await current());
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      return answer.json<T>();
    },
    unread: async (url) => {
      const answer = await caller.get(url, await current());
      return [answer.statusCode, answer.json<Told>().code];
    },
    look: async (path) => {
      const answer = await caller.get(path, { accept: 'text/html', ...(await current()) });
      if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
      return answer.body.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ');
    },
    form: async (path, fields) => {
      const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
      const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' };
      return (await caller.post(path, body, headers)).statusCode;
    },
  };
}

const [instrument] = changeInstruments as readonly [ChangeInstrument];

/** A filled-in measure with about as many points an item. */
export const measureOf = (phase: 'PRE' | 'POST', points: 0 | 1 | 2 | 3) => ({
  phase,
  answers: instrument.items.map(({ key, reverse = false }) => ({ item: key, answer: reverse ? 3 - points : points })),
});
