import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  AsSent,
  created,
  type Created,
  CurrentActor,
  etag,
  pageOf,
  rangeOf,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { alerts } from '../views/alerts.js';
import { AlertAnswerDto, AlertClosureDto, AlertDto, AlertReferralDto, AlertsQuery } from './alert.dto.js';
import { AlertDesk } from './alert-desk.js';
import { AlertView, alertView } from './alert-views.js';

/** Alerts of communities and schools: about places and matters, never about persons. */
@ApiTags('Communities')
@Controller('api/alerts')
@Reads(alerts)
export class AlertsController {
  constructor(@Inject(AlertDesk) private readonly desk: AlertDesk) {}

  @Post()
  async raise(@Body() dto: AlertDto, @AsSent() { actor, meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/alerts', await this.desk.raise(actor, meta, dto));
  }

  /** Those the actor’s institution gave or is to answer; all of them for whoever coordinates or audits. */
  @Get()
  @Answers(AlertView, { list: true })
  async list(
    @Query() query: AlertsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly AlertView[]> {
    const listed = await this.desk.list(actor, query.state ?? 'open', rangeOf(query));
    return pageOf(request, reply, query, listed).map(({ document }) => alertView(document));
  }

  @Get(':id')
  @Answers(AlertView)
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AlertView> {
    const card = await this.desk.find(actor, id);
    etag(reply, card.revision);
    return alertView(card);
  }

  /** Somebody looks at it: it is still to be answered. */
  @Post(':id/looking')
  @HttpCode(200)
  async take(@Param('id', UuidPipe) id: string, @AsSent() { actor, meta, reply }: Sent): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'take' }));
  }

  @Post(':id/answer')
  @HttpCode(200)
  async answer(
    @Param('id', UuidPipe) id: string,
    @Body() dto: AlertAnswerDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'answer', ...dto }));
  }

  @Post(':id/closure')
  @HttpCode(200)
  async close(
    @Param('id', UuidPipe) id: string,
    @Body() dto: AlertClosureDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'close', ...dto }));
  }

  /** Somebody was found who needs help: her case is opened, of whoever answers the alert, and handed on. */
  @Post(':id/referral')
  async refer(
    @Param('id', UuidPipe) id: string,
    @Body() dto: AlertReferralDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer & { readonly case: string; readonly referral: string }> {
    const { handed, ...handled } = await this.desk.refer(actor, id, meta, dto);
    return { case: handed.case, referral: handed.referral, ...answer(reply, handled) };
  }
}
