import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Answers, CommandMeta, CurrentActor, type Meta, Problem, Reads, UuidPipe } from '#service';
import { aboutReferral, Lists } from '../../people/access/lists.js';
import { referralCards } from '../views/referral-card.js';
import { ReferralDesk } from './referral-desk.js';
import { SentBundleView } from './referral.parts.js';
import { Refuses, sendingRefusals } from './refuses.js';
import { SendBundleDto } from './referral.dto.js';
import { ReferralView, viewOf } from './referral.views.js';

/** Several referrals of one crisis: sent at once, looked at together, each agreed to and moved on by itself. */
@Controller('api/referral-bundles')
@Reads(referralCards)
export class BundlesController {
  constructor(
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Post()
  @Answers(SentBundleView, { status: 201 })
  @Refuses(...sendingRefusals)
  async send(
    @Body() dto: SendBundleDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentBundleView> {
    const { bundle, sent } = await this.desk.sendBundle(actor, meta, dto);
    const last = sent.at(-1);
    void reply.header('Location', `/api/referral-bundles/${bundle}`);
    if (last !== undefined) void reply.header('Log-Position', last.position);
    return { id: bundle, referrals: sent.map(({ id, revision }) => ({ id, revision })) };
  }

  /** Those of them this institution is an end of, in the order they were sent. */
  @Get(':id')
  @Refuses('referral/unknown')
  @Answers(ReferralView, { list: true })
  async one(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<readonly ReferralView[]> {
    const cards = await this.desk.bundle(actor, id);
    if (cards.length === 0) throw new Problem(404, 'referral/unknown');
    await this.lists.shown(actor, 'listBundle', cards.map(aboutReferral));
    return cards.map(viewOf);
  }
}
