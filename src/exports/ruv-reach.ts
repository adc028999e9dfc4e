import type { QueryBus } from '@nestjs/cqrs';
import type { Actor } from '#service';
import { localDate } from '#terms';
import { boards, seatedOn } from '../boards/views/boards.js';
import { seals } from '../people/views/sealings.js';
import type { Platform } from '../platform.js';
import { zoneOf } from '../protocol/index.js';
import { KnownOrganization } from '../questions.js';

/** What of the register is given out. */
export interface RuvReach {
  /** Whether nobody sees a case now. */
  readonly isSealed: (id: string) => Promise<boolean>;
  /** Codes of the districts whose cases are given; absent: the whole country. */
  readonly districts?: ReadonlySet<string>;
}

type Needs = Pick<Platform, 'views' | 'clock'>;

const mostBoards = 1_000;

/** For whoever operates the system: the whole country, but for what is sealed. */
export const everywhere = ({ views }: Pick<Needs, 'views'>): RuvReach => ({
  isSealed: async (id) => (await views.get(seals, id))?.sealed === true,
});

/**
 * For whoever coordinates: the districts of the boards their institution sits on today; where it sits on none, its own.
 * None at all, where the directory does not know it.
 */
export async function reachOf(platform: Needs, queries: QueryBus, { institution }: Actor): Promise<RuvReach> {
  const listed = await platform.views.list(boards, 'all', { limit: mostBoards });
  const theirs = listed.flatMap(({ document: board }) => {
    const today = localDate(platform.clock.now(), zoneOf(board.country));
    return seatedOn(board, today).some(({ organization }) => organization === institution) ? [board] : [];
  });
  const own = async () => (await queries.execute(new KnownOrganization(institution)))?.district;
  const districts = theirs.length > 0 ? theirs.flatMap(({ territory }) => territory) : [(await own()) ?? ''];
  return { ...everywhere(platform), districts: new Set(districts) };
}
