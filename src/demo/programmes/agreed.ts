import { deriveId } from '#decider';
import { addMonths, localDate, type Month } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import { workingDay } from '../journeys/meetings.js';
import { instant, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { entries, inMoneyOf } from './assumptions.js';
import { assembles, assemblyOf, heardByBoard } from './communities.js';
import { Entry, onDay, once } from './entry.js';
import { findingOf, raisesFinding, takenUp } from './findings.js';

interface Agreed {
  readonly seed: number;
  readonly board: DemoBoard;
  /** The month of the session, and the first month of the demo: what was before it is in no register. */
  readonly month: Month;
  readonly from: Month;
}

/** What comes of the first agreement of a session: the last finding and the last assembly are answered, money, a norm. */
export function* agreed({ seed, board, month, from }: Agreed, agreement: string, session: number): Journey {
  const before = addMonths(`${month}-01`, -1).slice(0, 7);
  const at = session + span(5);
  if (before >= from && raisesFinding(before)) {
    yield { at, start: takenUp(findingOf(seed, board, before), board, agreement, at) };
  }
  if (before >= from && assembles(before) && board.programmes.councils.length > 0) {
    yield { at, start: heardByBoard(assemblyOf(seed, board, before), board, agreement, at) };
  }
  if (month.endsWith('-03')) yield { at, start: moneyFor(board, agreement, at) };
  if (month.endsWith('-06')) yield { at, start: normOf(board, month, agreement) };
}

/** A line of the municipality for what was agreed, spent in two parts. */
function* moneyFor(board: DemoBoard, agreement: string, at: number): Journey {
  const { country, programmes } = board;
  const random = Random.of('money', agreement);
  const holder = organizationOf(board, programmes.government);
  const { amount, currency } = inMoneyOf(board, entries.value.money.agreement);
  const entry = new Entry(board, 'budget', deriveId(agreement, 'budget'), holder);
  const day = (after: number): string => localDate(instant(at + span(after * 24)), zoneOf(country));
  const of = { purpose: 'PREVENTION', year: Number(day(0).slice(0, 4)), holder, agreement };
  yield entry.recorded(at, { ...of, amount, currency, on: day(0) });
  for (const after of [70, 150]) {
    const on = workingDay(day(after));
    const spent = Math.round(amount * random.between(...entries.value.money.spent));
    yield entry.step(onDay(board, on), 'BudgetExecuted', { amount: spent, on });
  }
}

/** The norm that came of it, three weeks later. */
function* normOf(board: DemoBoard, month: Month, agreement: string): Journey {
  const { government, norm: kind } = board.programmes;
  const random = Random.of('norm', agreement);
  const issuer = organizationOf(board, government);
  const on = workingDay(`${month}-28`);
  const number = `${kind === 'MUNICIPAL_LAW' ? 'LM' : 'ORD'}-${Math.round(random.between(8, 60))}-${month.slice(0, 4)}`;
  const entry = new Entry(board, 'norm', deriveId(agreement, 'norm'), issuer);
  yield* once(entry.recorded(onDay(board, on), { kind, number, on, issuer, topic: 'PREVENTION', agreement }));
}
