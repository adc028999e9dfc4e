import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '#service';
import { localDate } from '#terms';
import { streamsOfCase } from '../../case-streams.js';
import { zoneNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordRead } from '../../reads.js';
import { seenRead, type SeenRead } from '../domain/reads.js';
import { Apart } from '../apart.js';
import { Pseudonyms, sessionOf } from '../pseudonyms.js';

/** What reads are looked for by. */
export interface ReadsWanted {
  readonly case?: string;
  readonly person?: string;
  readonly from?: string;
  readonly until?: string;
  readonly session?: string;
}

/** A read, and under which name whoever did it goes in this session. */
export interface NamedRead extends SeenRead {
  readonly person: string;
  /** It was the auditor who asks. */
  readonly own: boolean;
  /** Of a list: how often they opened it that day. */
  readonly times?: number;
}

export interface ReadsFound {
  readonly session: string;
  /** The latest first; at most `most`. */
  readonly reads: readonly NamedRead[];
  readonly found: number;
  /** How often each person looked, by local month: `YYYY-MM`. */
  readonly persons: readonly {
    readonly person: string;
    readonly institution: string;
    readonly role: string;
    readonly months: Readonly<Record<string, number>>;
  }[];
}

const most = 500;

/** Who saw what, under names that mean nobody. Whoever looks is recorded as well. */
@Injectable()
export class ReadsDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Pseudonyms) private readonly pseudonyms: Pseudonyms,
    @Inject(Apart) private readonly apart: Apart,
  ) {}

  /** @throws LogUnavailable that it was looked for cannot be recorded: then nothing is shown */
  async find(auditor: Actor, wanted: ReadsWanted): Promise<ReadsFound> {
    const { person, from, until } = wanted;
    const session = sessionOf(this.platform.clock.now(), wanted.session);
    const streams = wanted.case === undefined ? undefined : new Set(await streamsOfCase(this.queries, wanted.case));
    const asked = {
      ...(streams === undefined ? {} : { streams }),
      ...(from === undefined ? {} : { from }),
      ...(until === undefined ? {} : { until }),
    };
    const names = new Map<string, string>();
    const all: NamedRead[] = [];
    for await (const { events } of this.platform.reads.readAll()) {
      for (const event of events) {
        const read = seenRead(event, asked);
        // What the system finds persons again by shows nobody to anybody.
        if (read === undefined || read.purpose === 'index') continue;
        const { actor = '' } = event.metadata;
        const name = names.get(actor) ?? (await this.pseudonyms.of(auditor.code, session, actor));
        names.set(actor, name);
        if (person === undefined || person === name) all.push({ ...read, person: name, own: actor === auditor.code });
      }
    }
    const about = wanted.case === undefined ? [] : [`case-${wanted.case}`];
    const open = await this.apart.keep(auditor, all, ({ stream, what }) => [...about, stream, ...what.split(', ')]);
    const found = onceADay(open);
    await this.#record(auditor, wanted, found.length);
    return { session, reads: found.slice(-most).reverse(), found: found.length, persons: personsIn(found) };
  }

  /** Whoever goes by this name in a session of an auditor; undefined: nobody who ever looked. */
  async behind(auditor: string, session: string, pseudonym: string): Promise<string | undefined> {
    const seen = new Set<string>();
    for await (const { events } of this.platform.reads.readAll()) {
      for (const { metadata } of events) {
        const { actor = '' } = metadata;
        if (seen.has(actor)) continue;
        seen.add(actor);
        if ((await this.pseudonyms.of(auditor, session, actor)) === pseudonym) return actor;
      }
    }
    return undefined;
  }

  #record({ code, institution, role }: Actor, wanted: ReadsWanted, found: number): Promise<void> {
    const stream = `staff-${code}`;
    const by = ['reads', ...(wanted.case === undefined ? [] : [`case-${wanted.case}`])];
    return recordRead(this.platform, code, 'Searched', { stream, by, found, institution, role, purpose: 'audit' });
  }
}

/** Lists are opened all day long: the same one, by the same person, is told once a day, when it was opened last. */
function onceADay(reads: readonly NamedRead[]): readonly NamedRead[] {
  const found = new Map<string, NamedRead>();
  for (const [index, read] of reads.entries()) {
    const { outcome, person, what, at, lines = 0 } = read;
    const key = outcome === 'listed' ? [localDate(at, zoneNow()), person, what].join(' ') : String(index);
    const before = found.get(key);
    found.delete(key);
    const times = { times: (before?.times ?? 0) + 1, lines: Math.max(lines, before?.lines ?? 0) };
    found.set(key, outcome === 'listed' ? { ...read, ...times } : read);
  }
  return [...found.values()];
}

function personsIn(reads: readonly NamedRead[]): ReadsFound['persons'] {
  const persons = new Map<string, { institution: string; role: string; months: Record<string, number> }>();
  for (const { person, institution, role, at } of reads) {
    const known = persons.get(person) ?? { institution, role, months: {} };
    const month = localDate(at, zoneNow()).slice(0, 7);
    known.months[month] = (known.months[month] ?? 0) + 1;
    persons.set(person, known);
  }
  return [...persons].map(([person, rest]) => ({ person, ...rest }));
}
