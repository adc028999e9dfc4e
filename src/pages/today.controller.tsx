import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOf, Public, Reads } from '#service';
import { caseCards } from '../cases/views/case-card.js';
import { referralCards } from '../referrals/views/referral-card.js';
import { RecentCases, ReferralBox, WaitingClocks } from '../questions.js';
import { Pages, seeOther } from './pages.js';
import { Today } from './today.js';

/** How far back open referrals are looked for: those that fall due first, and the newest. */
const most = 200;
const newest = 50;
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
  ) {}

  @Get()
  async today(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const actor = actorOf(request);
    if (actor === undefined) return seeOther(reply, '/entrar');
    const { institution } = actor;
    const [clocks, open, latest, answered, cases] = await Promise.all([
      this.queries.execute(new WaitingClocks(institution, lastClocks)),
      this.queries.execute(new ReferralBox(institution, 'to', 'open', most)),
      this.queries.execute(new ReferralBox(institution, 'to', 'all', newest)),
      this.queries.execute(new ReferralBox(institution, 'from', 'answered', most)),
      this.queries.execute(new RecentCases(institution, lastCases)),
    ]);
    const inbox = [...new Map([...open, ...latest].map((referral) => [referral.id, referral])).values()];
    const name = await this.pages.names([...inbox.map(({ from }) => from), ...answered.map(({ to }) => to)]);
    const newKey = () => this.pages.newKey();
    const props = { clocks, inbox, answered, cases, name, newKey, now: this.pages.now() };
    await this.pages.send(reply, actor, 'today', <Today {...props} />);
  }
}
