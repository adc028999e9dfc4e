import { Query, type QueryBus, QueryHandlerNotFoundException } from '@nestjs/cqrs';
import type { Views } from '#projection';
import type { Month } from '#terms';
import type { Earlier } from './domain/releasing.js';
import { seriesMonths } from './domain/sections.js';
import { issuedKey, issuedMonths } from './views/issued-months.js';

/** What editions of a board told its members, for the draft of a month beside them. Answered where reports are issued. */
export class ToldToMembers extends Query<Earlier> {
  constructor(
    readonly board: string,
    readonly month: Month,
  ) {
    super();
  }
}

/**
 * What the draft of a month has to stand beside. A process that issues no reports does not know what editions told, only
 * which months have one: of those its drafts tell nothing.
 */
export async function besideDraft(
  queries: Pick<QueryBus, 'execute'>,
  views: Pick<Views, 'load'>,
  board: string,
  month: Month,
): Promise<Earlier> {
  try {
    return await queries.execute(new ToldToMembers(board, month));
  } catch (error) {
    if (!(error instanceof QueryHandlerNotFoundException)) throw error;
  }
  const others = seriesMonths(month).filter((each) => each !== month);
  const issued = await views.load(
    issuedMonths,
    others.map((each) => issuedKey(board, each)),
  );
  const months = new Set(others.filter((each) => issued.get(issuedKey(board, each))?.board !== undefined));
  return { told: new Map(), months, kept: new Set(), elsewhere: true };
}
