import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { localDate } from '#terms';
import { zoneNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { ReferralsOfCase } from '../../questions.js';
import { type ReadEvents, readEvents, readsOf } from '../../reads.js';
import type { CaseReadView } from './staff.dto.js';

/** Who looked at the personal data of a case and of its referrals: by institution, not by person. */
@Injectable()
export class CaseReads {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /** The latest first. Reads by the system itself, which shows nobody, are left out. */
  async of(id: string): Promise<readonly CaseReadView[]> {
    const referrals = await this.queries.execute(new ReferralsOfCase(id));
    const found: (CaseReadView & { readonly at: string })[] = [];
    for (const stream of [`case-${id}`, ...referrals.map((each) => `referral-${each}`)]) {
      for await (const { type, data, metadata } of this.platform.reads.readStream(readsOf(stream))) {
        const read = readEvents.decode(type, Number(metadata['schema']), data);
        const { institution = '', role = '', purpose } = read.data;
        if (purpose === 'index') continue;
        const at = metadata['recordedAt'] ?? '';
        found.push({ day: localDate(at, zoneNow()), institution, role, purpose, ...toldOf(read), at });
      }
    }
    return found.sort((a, b) => (a.at < b.at ? 1 : -1)).map(({ at: _, ...read }) => read);
  }
}

function toldOf(read: { readonly type: string; readonly data: object }): Pick<CaseReadView, 'what' | 'outcome'> {
  switch (read.type as keyof ReadEvents) {
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
