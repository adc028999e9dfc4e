import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Answer,
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
import { PLATFORM, type Platform } from '../../platform.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';
import { ReferralDesk, type Step } from './referral-desk.js';
import {
  AcceptanceDto,
  AttendanceDto,
  DeclineDto,
  ReceiptDto,
  ReferralClosureDto,
  ReferralQuery,
  ReferralView,
  ReferralWithMessageView,
  ReportBackDto,
  SendReferralDto,
} from './referral.dto.js';

/** Hand-overs: sent, received, accepted or declined, attended, reported back, closed. */
@Controller('api/referrals')
@Reads(referralCards)
export class ReferralsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  @Post()
  async send(
    @Body() dto: SendReferralDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
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
    const listed = await this.platform.views.list(referralCards, `${box}/${actor.institution}/${state}`, {
      ...rangeOf(query),
      descending: state !== 'open',
    });
    return pageOf(request, reply, query, listed).map(({ document }) => viewOf(document));
  }

  /** With the message, which is opened for the two ends only. */
  @Get(':id')
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

  /** Seen: not yet a yes. */
  @Post(':id/receipt')
  @HttpCode(200)
  receive(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: ReceiptDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'receive' });
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  accept(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: AcceptanceDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'accept' });
  }

  @Post(':id/decline')
  @HttpCode(200)
  decline(
    @Param('id', UuidPipe) id: string,
    @Body() { reason }: DeclineDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'decline', reason });
  }

  /** The first attention took place. */
  @Post(':id/attendance')
  @HttpCode(200)
  attend(
    @Param('id', UuidPipe) id: string,
    @Body() { service }: AttendanceDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'attend', service });
  }

  /** The receiver tells the sender what came of it. */
  @Post(':id/report-back')
  @HttpCode(200)
  reportBack(
    @Param('id', UuidPipe) id: string,
    @Body() { outcome }: ReportBackDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'report-back', outcome });
  }

  /** The sender read the answer. */
  @Post(':id/closure')
  @HttpCode(200)
  close(
    @Param('id', UuidPipe) id: string,
    @Body() { disposition }: ReferralClosureDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, actor, id, meta, { do: 'close', disposition });
  }

  async #take(reply: FastifyReply, actor: Actor, id: string, meta: Meta, step: Step): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, step));
  }
}

const viewOf = ({ message: _, ...card }: ReferralCard): ReferralView => card;
