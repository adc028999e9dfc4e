import { setTimeout as sleep } from 'node:timers/promises';
import { deriveId } from '#decider';
import type { Position, RecordedEvent } from '#event-log';
import type { Changes, Projection, Term, Views } from '#projection';
import { Erased, TooMany } from '#vault';
import type { DecryptGrant } from '../../people/access/grant.js';
import { type Platform, send } from '../../platform.js';
import { opened } from '../../requests.js';
import { type CaseEvents, caseEvents, type Identity } from '../domain/events.js';
import { type Known, type Strength, traitsOf } from '../domain/names.js';
import { linkId, pairOf } from '../domain/person-link.js';

/** One place where somebody's identity is written. */
interface Row {
  readonly person: string;
  readonly case: string;
}

/** A person who may be the one that is looked for. */
export interface Candidate {
  readonly person: string;
  /** A case that says who she is. */
  readonly case: string;
  /** The best they have in common. */
  readonly strength: Strength;
  readonly score: number;
}

/**
 * Stored as views are, in a file and with a checkpoint of its own, but folded by nobody: what stands in it has to be opened
 * first. It can be made anew from the log and the vault, and is then without whoever was erased.
 */
export const personRows: Projection<Row> = {
  name: 'person-index',
  version: 1,
  types: ['CaseOpened'],
  keys: () => [],
  empty: (key) => ({ person: '', case: key }),
  fold: (row) => row,
  index: () => [],
};

const weights: Readonly<Record<Strength, number>> = { document: 100, phone: 30, name: 10 };

/** What more people than this have in common tells nobody apart. */
const tooCommon = 50;

/** As good as certain: a document, a phone with a name, or a whole name. */
export const isStrong = ({ score }: Candidate): boolean => score >= 40;

const indexed: readonly Strength[] = ['document', 'phone', 'name'];

type Opened = CaseEvents['CaseOpened'];

/** Finds persons who may be one: a blind index, whose key never leaves the vault. */
export class PersonIndex {
  /** @param grant what allows to open who a person is, to index her */
  constructor(
    private readonly platform: Platform,
    private readonly grant: (id: string) => DecryptGrant | undefined,
  ) {}

  /** Who may be the one that is looked for, the likeliest first. */
  async find(known: Known, most: number): Promise<readonly Candidate[]> {
    return search(this.platform.index, await this.termsOf(known), most);
  }

  /** Forgets where somebody's identity was written, as far as it was taken in. */
  forget(person: string): Promise<void> {
    return forgetPerson(this.platform.index, person);
  }

  /** Takes in what was recorded, and what comes, until the signal aborts. */
  async keepUp(signal: AbortSignal): Promise<void> {
    const { log, index } = this.platform;
    for await (const { events, upTo } of log.follow(await index.checkpoint(personRows), signal, personRows.types)) {
      // One at a time: the next is compared with this one as well.
      for (const event of events) await this.#inTurn(() => this.#take(event), signal);
      // Cut off half way, the rest is taken in when this runs again.
      if (signal.aborted) return;
      await this.#write(upTo, new Map());
    }
  }

  /** Others may search so much that this has to wait: then it does, and misses nothing. */
  async #inTurn(work: () => Promise<void>, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof TooMany)) throw error;
        await sleep(1_000, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #take(event: RecordedEvent): Promise<void> {
    const { data } = caseEvents.decode(event.type, Number(event.metadata['schema']), event.data);
    const terms = await this.#known(event, data as Opened);
    if (terms.length === 0) return;
    const { person } = data as Opened;
    const id = event.stream.slice('case-'.length);
    // Before it is written down, so that none is lost when this is cut off: the same flag again changes nothing.
    await this.#flag(event, person, await search(this.platform.index, terms, 5));
    const places = [...terms.map((term): Term => [term, '']), [`person/${person}`, ''] as const];
    await this.#write(event.position, new Map([[id, { document: { person, case: id }, terms: places }]]));
  }

  async #write(upTo: Position, changes: Changes<Row>): Promise<void> {
    const { index } = this.platform;
    const from = await index.checkpoint(personRows);
    if (from === undefined || from < upTo) await index.write({ projection: personRows, from, upTo, changes });
  }

  /** Two records that are as good as certainly of one person, seen only now: brought by an import, or from a place without signal. */
  async #flag({ id, stream }: RecordedEvent, person: string, found: readonly Candidate[]): Promise<void> {
    for (const candidate of found) {
      if (candidate.person === person || !isStrong(candidate)) continue;
      const persons = pairOf(person, candidate.person);
      await send(this.platform, 'link', {
        id: linkId(persons),
        command: { do: 'flag', persons, strength: candidate.strength },
        commandId: deriveId('similar', id, candidate.person),
        causationId: id,
        correlationId: stream.slice('case-'.length),
        actor: 'chaski',
        origin: 'policy',
      });
    }
  }

  /** What the identity of a case is found under; nothing, where there is none or it was erased. */
  async #known(event: RecordedEvent, { identity }: Opened): Promise<readonly string[]> {
    if (identity === undefined) return [];
    const { stream, id: eventId, revision, type, metadata } = event;
    const place = { stream, eventId, revision, type, schema: Number(metadata['schema']), field: 'identity' };
    const grant = this.grant(stream.slice('case-'.length));
    if (grant === undefined) return [];
    try {
      const shown = await opened<Identity>(this.platform, { section: identity, ...place }, grant, 'identity');
      return shown === 'erased' ? [] : await this.termsOf(knownOf(shown.value));
    } catch (error) {
      if (error instanceof Erased) return [];
      throw error;
    }
  }

  /** What a person is found under: each kind has a key of its own. */
  termsOf(known: Known): Promise<readonly string[]> {
    const { vault } = this.platform;
    return Promise.all(
      traitsOf(known).map(async ({ kind, text }) => {
        const mac = await vault.blind(`person-index/${kind}`, text);
        return `${kind}/${mac.slice(0, 22)}`;
      }),
    );
  }
}

export const knownOf = ({ birthYear, ...identity }: Identity): Known => ({
  ...identity,
  years: birthYear === undefined ? [] : [birthYear],
});

/** Forgets where somebody's identity was written, as far as it was taken in. */
export async function forgetPerson(index: Views, person: string): Promise<void> {
  for (;;) {
    const found = await index.list(personRows, `person/${person}`, { limit: 1_000 });
    const upTo = await index.checkpoint(personRows);
    if (found.length === 0 || upTo === undefined) return;
    // Where something was taken in meanwhile this is not written, and tried again.
    const changes = new Map(found.map(({ key }) => [key, undefined]));
    await index.write({ projection: personRows, from: upTo, upTo, changes });
  }
}

/** Whoever stands under some of these, by how much. */
export async function search(index: Views, terms: readonly string[], most: number): Promise<readonly Candidate[]> {
  const lists = await Promise.all(terms.map((term) => index.list(personRows, term, { limit: tooCommon + 1 })));
  const found = new Map<string, Candidate>();
  for (const [at, listed] of lists.entries()) {
    const kind = indexed.find((each) => terms[at]?.startsWith(`${each}/`) === true);
    if (kind === undefined || listed.length > tooCommon) continue;
    for (const { document } of listed) {
      const { strength, score } = found.get(document.person) ?? { strength: kind, score: 0 };
      const best = weights[kind] > weights[strength] ? kind : strength;
      found.set(document.person, { ...document, strength: best, score: score + weights[kind] });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.person < b.person ? -1 : 1)).slice(0, most);
}
