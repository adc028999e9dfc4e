import { type Month, monthRange } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import type { Around, ClosedCase, SentReferral } from '../journeys/case-file.js';
import type { Journey } from '../schedule.js';
import { Afterwards } from '../trust/closed.js';
import { agreed } from './agreed.js';
import { alertsOf } from './alerts.js';
import { communityMonth, councilsFounded, handedOn } from './communities.js';
import { enrolments } from './enrolments.js';
import { SupportFund } from './fund.js';
import { menGroup } from './men.js';
import { participatory, project } from './projects.js';
import { registersOf } from './registers.js';

/** All that goes on around the cases of one board, from the first month of the demo to the last. */
export class Programmes implements Around {
  readonly #fund: SupportFund;
  readonly #afterwards: Afterwards;

  constructor(
    private readonly seed: number,
    private readonly board: DemoBoard,
    private readonly months: readonly Month[],
  ) {
    this.#fund = new SupportFund(board);
    this.#afterwards = new Afterwards(board);
  }

  /** What begins in a month. */
  *month(month: Month): Journey {
    const { seed, board, months } = this;
    const at = Date.parse(monthRange(month, zoneOf(board.country))[0]);
    const year = month.slice(0, 4);
    if (month === months[0]) yield { at, start: councilsFounded(board, at) };
    const ofYear = months.filter((each) => each.startsWith(year));
    if (month === ofYear[0]) {
      yield { at, start: this.#fund.funded(year, at) };
      yield { at, start: menGroup(seed, board, ofYear, months.at(-1) === ofYear.at(-1)) };
      yield { at, start: project(seed, board, ofYear) };
      yield { at, start: participatory(seed, board, ofYear) };
    }
    yield { at, start: enrolments(seed, board, month) };
    yield { at, start: communityMonth(seed, board, month) };
    yield { at, start: alertsOf(seed, board, month) };
    yield { at, start: registersOf(seed, board, month) };
    // The demo goes on for some days into the next month, and so into the next year.
    if (month === months.at(-1) && month.endsWith('-12')) {
      const next = Date.parse(monthRange(month, zoneOf(board.country))[1]);
      yield { at: next, start: this.#fund.funded(String(Number(year) + 1), next) };
    }
  }

  /** What a referral that was sent brings with it: a request to the fund, a line of a community's notebook. */
  sent(sent: SentReferral): readonly Journey[] {
    const { board } = this;
    const council = board.programmes.councils.find(({ suffix }) => organizationOf(board, suffix) === sent.from);
    return [this.#fund.asked(sent), ...(council === undefined ? [] : [handedOn(board, council, sent)])];
  }

  closed(closed: ClosedCase): readonly Journey[] {
    return this.#afterwards.closed(closed);
  }

  /** What comes of the first agreement of a month's session. */
  agreed(month: Month, agreement: string, session: number): Journey {
    const { seed, board, months } = this;
    return agreed({ seed, board, month, from: months[0] ?? month }, agreement, session);
  }
}
