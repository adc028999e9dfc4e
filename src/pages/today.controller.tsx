import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Public, Reads } from '#service';
import { aboutCase, aboutItsCase, aboutReferral, Lists } from '../people/access/lists.js';
import { caseCards } from '../cases/views/case-card.js';
import { referralCards } from '../referrals/views/referral-card.js';
import { RecentCases, ReferralsInTurn, StuckReferrals, WaitingClocks } from '../questions.js';
import { startOf } from './frame.js';
import { Pages, seeOther } from './pages.js';
import { firstOf, queuesOf, Today } from './today.js';

/** How many referrals of a kind are looked at: nobody works through more in a day. */
const most = 200;
const lastCases = 8;
const lastClocks = 20;

/** What waits for the actor's institution. */
@Public()
@Controller()
@Reads(referralCards, caseCards)
export class TodayController {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async today(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    if (actor === undefined) return seeOther(reply, '/entrar');
    const start = startOf(actor.role);
    if (start !== '/') return seeOther(reply, start);
    const { institution } = actor;
    const [clocks, turn, undated, stuck, cases] = await Promise.all([
      this.queries.execute(new WaitingClocks(actor, lastClocks)),
      this.queries.execute(new ReferralsInTurn(actor, 'turn', most)),
      this.queries.execute(new ReferralsInTurn(actor, 'undated', most)),
      this.queries.execute(new StuckReferrals(actor)),
      this.queries.execute(new RecentCases(actor, lastCases)),
    ]);
    const now = this.pages.now();
    const queues = queuesOf({ turn, undated }, institution, now);
    const referrals = firstOf(queues);
    const ofCases = [...clocks.map(aboutItsCase), ...cases.map(aboutCase)];
    await this.lists.shown(actor, 'listToday', [...ofCases, ...referrals.map(aboutReferral)]);
    const name = await this.pages.names(referrals.flatMap(({ from, to }) => [from, to]));
    const newKey = () => this.pages.newKey();
    const shared = { reader: institution, name, newKey, now };
    const props = { clocks, queues, stuck, cases, ...shared };
    await this.pages.send(reply, actor, 'today', <Today {...props} />);
  }
}
