import { Inject, Injectable } from '@nestjs/common';
import type { Position } from '#event-log';
import { asOf, catchUp, type Projection, type Views } from '#projection';
import { addDays, endOfDay, localDate, type LocalDate } from '#terms';
import { countryNow } from '../../country.js';
import { pastFeed, recordedSkips } from '../../past.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import { communityHelps } from '../views/community-helps.js';
import { councils } from '../views/councils.js';
import { fundMonths } from '../views/fund-months.js';
import { funds } from '../views/funds.js';
import { menGroups } from '../views/masculinities.js';
import { participantChanges } from '../views/participant-changes.js';
import { reeducationMonths } from '../views/reeducation-months.js';
import { keptRegisters } from '../views/register-views.js';

/** What figures are counted from. */
export interface CountedFrom {
  readonly views: Pick<Views, 'get' | 'list'>;
  /** The last day whose records count; left out where those of this second do. */
  readonly through?: LocalDate;
}

/** The same for whoever does not keep the records. */
export type CountedOutside = Required<CountedFrom>;

/** What figures are counted from: views of events, and views of facts. */
const ofEvents: readonly Projection[] = [
  ...[funds, councils, communityHelps, menGroups],
  ...keptRegisters.map(({ view }) => view),
];
const ofFacts: readonly Projection[] = [fundMonths, reeducationMonths, participantChanges];

/**
 * Up to when figures of programmes are counted: the one place that decides it.
 *
 * Whoever keeps the records is told what they make at this second. Everybody else is told what was recorded until the last
 * month that is over ended where the figures are of: asked twice with one record in between, they hear the same twice.
 */
@Injectable()
export class Counting {
  /** By country: the record as it stood, folded once a month. */
  readonly #told = new Map<string, { readonly through: LocalDate; readonly from: Promise<CountedOutside> }>();

  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** For whoever keeps the records. */
  live(): CountedFrom {
    return { views: this.platform.views };
  }

  /** For everybody else. */
  outside(country = countryNow()): Promise<CountedOutside> {
    const through = this.through(country);
    const known = this.#told.get(country);
    if (known?.through === through) return known.from;
    const forget = (): void => {
      if (this.#told.get(country)?.from === from) this.#told.delete(country);
    };
    const from = this.#asItStood(through, zoneOf(country), forget);
    from.catch(forget);
    this.#told.set(country, { through, from });
    return from;
  }

  /** The last day of the last month that is over. */
  through(country = countryNow()): LocalDate {
    const today = localDate(this.platform.clock.now(), zoneOf(country));
    return addDays(`${today.slice(0, 7)}-01`, -1);
  }

  /** @param unsure told when facts were still on their way, so that it is folded again when somebody asks again */
  async #asItStood(through: LocalDate, zone: string, unsure: () => void): Promise<CountedOutside> {
    const { log, facts } = this.platform;
    const until = (await log.head()) ?? ('' as Position);
    const [skips, point] = [await recordedSkips(log), { known: endOfDay(through, zone) }];
    const views = await asOf(pastFeed(log, point), ofEvents, until, { skips });
    await catchUp(pastFeed(facts, point), ofFacts, views, { until, skips });
    if (((await facts.head()) ?? '') < until) unsure();
    return { views, through };
  }
}
