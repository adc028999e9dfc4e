import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  etag,
  type Meta,
  pageOf,
  rangeOf,
  Reads,
  UuidPipe,
} from '#service';
import { aboutReferral, Lists } from '../../people/access/lists.js';
import { referralCards } from '../views/referral-card.js';
import { ReferralDesk } from './referral-desk.js';
import { SendReferralDto } from './referral.dto.js';
import { SentReferralView } from './referral.parts.js';
import { Refuses, sendingRefusals } from './refuses.js';
import {
  AlternativeView,
  ReferralQuery,
  ReferralView,
  ReferralWithMessageView,
  StuckReferralView,
  viewOf,
} from './referral.views.js';

/** Hand-overs: sent, listed, looked at. */
@Controller('api/referrals')
@Reads(referralCards)
export class ReferralsController {
  constructor(
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Post()
  @Answers(SentReferralView, { status: 201 })
  @Refuses(...sendingRefusals)
  async send(
    @Body() dto: SendReferralDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SentReferralView> {
    const { id, ...handled } = await this.desk.send(actor, meta, dto);
    void reply.header('Location', `/api/referrals/${id}`);
    return { id, ...answer(reply, handled) };
  }

  /** Open ones by when they fall due, the others by when they were sent, newest first. */
  @Get()
  @Answers(ReferralView, { list: true })
  async list(
    @Query() query: ReferralQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly ReferralView[]> {
    const { box, state = 'open' } = query;
    const range = { ...rangeOf(query), descending: state !== 'open' };
    const seen = await this.desk.listed(actor, `${box}/${actor.institution}/${state}`, range);
    const cards = pageOf(request, reply, query, seen).map(({ document }) => document);
    await this.lists.shown(actor, 'listReferrals', cards.map(aboutReferral));
    return cards.map(viewOf);
  }

  /** Where nobody has a next action: a list that is kept at zero. Those that have stood still longest come first. */
  @Get('stuck')
  @Answers(StuckReferralView, { list: true })
  async stuck(@CurrentActor() actor: Actor): Promise<readonly StuckReferralView[]> {
    const stuck = (await this.desk.stuck(actor)).map(({ card, why }) => ({ ...viewOf(card), stuck: why }));
    await this.lists.shown(actor, 'listStuck', stuck.map(aboutReferral));
    return stuck;
  }

  /** With the message, which is opened for the two ends only. */
  @Get(':id')
  @Refuses('referral/unknown')
  @Answers(ReferralWithMessageView)
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReferralWithMessageView> {
    const card = await this.desk.find(actor, id);
    const message = await this.desk.message(actor, card);
    etag(reply, card.revision);
    return {
      ...viewOf(card),
      messageState: message.state,
      ...(message.state === 'shown' ? { message: message.value } : {}),
      allowed: this.desk.allowed(actor, card),
    };
  }

  /** The services that could take it now, of the same kind: for a sender whose referral was not taken. */
  @Get(':id/alternatives')
  @Refuses('referral/unknown')
  @Answers(AlternativeView, { list: true })
  async alternatives(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<readonly AlternativeView[]> {
    const card = await this.desk.find(actor, id);
    return (await this.desk.alternatives(actor, card)).map(
      ({ organization, organizationName, service, serviceName }): AlternativeView => ({
        ...{ organization, organizationName, service, serviceName },
      }),
    );
  }
}
