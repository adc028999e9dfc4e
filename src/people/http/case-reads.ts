import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { localDate } from '#terms';
import { beginningOf, streamsOfCase } from '../../case-streams.js';
import { zoneNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { listsThatShowed, type ReadEvents, readEvents, readsOf } from '../../reads.js';
import type { CaseReadView } from './staff.dto.js';

/** A read, and when it was. */
type Told = CaseReadView & { readonly at: string };

/** Who looked at the personal data of a case and of its referrals: by institution, not by person. */
@Injectable()
export class CaseReads {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** The latest first. Reads by the system itself, which shows nobody, are left out. */
  async of(id: string): Promise<readonly CaseReadView[]> {
    const streams = await streamsOfCase(this.queries, id);
    const found = [...(await this.#looks(streams)), ...(await this.#lists(id, streams))];
    return found.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at: _, ...read }) => read);
  }

  async #looks(streams: readonly string[]): Promise<readonly Told[]> {
    const found: Told[] = [];
    for (const stream of streams) {
      for await (const { type, data, metadata } of this.platform.reads.readStream(readsOf(stream))) {
        const read = readEvents.decode(type, Number(metadata['schema']), data);
        const { institution = '', role = '', purpose } = read.data;
        if (purpose === 'index') continue;
        const at = metadata['recordedAt'] ?? '';
        found.push({ day: localDate(at, zoneNow()), institution, role, purpose, ...toldOf(read), at });
      }
    }
    return found;
  }

  /** Lists are opened all day long: the same one, by the same person, is told once a day. */
  async #lists(id: string, streams: readonly string[]): Promise<readonly Told[]> {
    const { platform } = this;
    const found = new Map<string, Told>();
    const since = await beginningOf(platform, `case-${id}`);
    for await (const { actor, at, list } of listsThatShowed(platform, streams, since)) {
      const { institution = '', role = '', purpose, what, lines } = list;
      const day = localDate(at, zoneNow());
      const key = [day, actor, role, what].join(' ');
      const before = found.get(key);
      const told = { lines: Math.max(lines.length, before?.lines ?? 0), times: (before?.times ?? 0) + 1 };
      found.set(key, { day, institution, role, purpose, what, outcome: 'listed', ...told, at });
    }
    return [...found.values()];
  }
}

function toldOf(read: { readonly type: string; readonly data: object }): Pick<CaseReadView, 'what' | 'outcome'> {
  switch (read.type as Exclude<keyof ReadEvents, 'Listed'>) {
    case 'Looked':
      return { what: (read.data as ReadEvents['Looked']).action, outcome: 'opened' };
    case 'SectionOpened':
      return { what: (read.data as ReadEvents['SectionOpened']).category, outcome: 'opened' };
    case 'Exported':
      return { what: (read.data as ReadEvents['Exported']).what, outcome: 'exported' };
    case 'Searched':
      return { what: 'search', outcome: 'opened' };
    case 'Refused':
      return { what: (read.data as ReadEvents['Refused']).action, outcome: 'refused' };
  }
}
