import { exit, Failed } from '../console.js';
import type { Answering, Asked, Thing } from './asked.js';

/** Whom the server lets in: a token of the identity provider, or in a demonstration the code of an auditor. */
export interface Remote {
  readonly url: string;
  readonly token?: string;
  readonly actor?: string;
}

/** Asks a running server, which records that it was asked. */
export const remote =
  ({ url, token, actor }: Remote): Answering =>
  async (asked) => {
    const headers: Record<string, string> = { accept: 'application/json' };
    if (token !== undefined) headers['authorization'] = `Bearer ${token}`;
    if (actor !== undefined) headers['x-actor'] = actor;
    const body = bodyOf(asked);
    const sent =
      body === undefined
        ? { headers }
        : { headers: { ...headers, 'content-type': 'application/json' }, method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(new URL(pathOf(asked), url), sent).catch((error: unknown) => {
      throw new Failed(`el servidor ${url} no responde.`, { cause: error, exit: exit.unreachable });
    });
    const told: unknown = await answer.json().catch(() => undefined);
    if (answer.ok) return told;
    const { title = 'no se pudo' } = (told ?? {}) as { readonly title?: string };
    throw new Failed(`${title} (${answer.status}).`);
  };

function pathOf(asked: Asked): string {
  switch (asked.do) {
    case 'show':
      return `${placeOf(asked.thing)}?${queryOf(asked.thing, asked.at)}`;
    case 'diff':
      return `${placeOf(asked.thing)}/changes?${new URLSearchParams({ from: asked.from, ...(asked.to === undefined ? {} : { to: asked.to }) })}`;
    case 'compare':
      return `/api/audit/months/${asked.board}/${asked.month}/issued/${asked.version}/${asked.profile}`;
    case 'what-if':
      return '/api/audit/what-if';
  }
}

function placeOf(thing: Thing): string {
  switch (thing.of) {
    case 'queue':
      return `/api/audit/queues/${thing.institution}/${thing.queue}`;
    case 'month':
      return `/api/audit/months/${thing.board}/${thing.month}`;
    case 'case':
    case 'referral':
      return `/api/audit/${thing.of}s/${thing.id}`;
  }
}

/** Histories are asked for by the name of the point, everything else by the point as one text. */
function queryOf({ of }: Thing, at: string | undefined): string {
  if (at === undefined) return '';
  const [name = '', ...rest] = at.split(':');
  return String(new URLSearchParams(of === 'queue' || of === 'month' ? { at } : { [name]: rest.join(':') }));
}

function bodyOf(asked: Asked): object | undefined {
  if (asked.do !== 'what-if') return undefined;
  const { inForceOn, override } = asked.rules;
  return {
    ...asked.of,
    ...(inForceOn === undefined ? {} : { inForceOn }),
    ...(override === undefined ? {} : { override: { rule: override.rule, ...override.term } }),
  };
}
