import { editionId } from '../../src/report/release/domain/edition.js';
import { approving, freezing, publishing, restating } from '../../src/report/release/testing/fixtures.js';
import { board } from './history.js';
import type { Command, Moment } from './random-boards.js';

/** How many kinds of things may happen to a report. */
export const editionKinds = 2;

/** A report through some of its life, of one of two months: the rules refuse what comes too early. */
export function ofEditions({ on, with: n }: Moment): readonly Command[] {
  const month = on % 2 === 0 ? '2025-09' : '2025-10';
  const edition = (command: object): Command => ['edition', editionId(board, month), command];
  const publish = { ...publishing, figures: { ...publishing.figures, board, month } };
  const toAll = { ...publish, profile: 'public', digest: freezing.profiles.public.digest, code: 'CDCD-CDCD-CDCD' };
  return [
    edition({ ...freezing, board, month }),
    ...(n === 1 ? [] : [edition(approving)]),
    edition(publish),
    ...(n === 2 ? [] : [edition({ ...toAll, figures: { ...publish.figures, profile: 'public' } })]),
    ...(n > 3 ? [edition(restating)] : []),
  ];
}
