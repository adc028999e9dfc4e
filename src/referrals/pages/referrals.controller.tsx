import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, invalid, type Meta, Reads, UuidPipe, verdict } from '#service';
import { Pages, seeOther } from '../../pages/pages.js';
import { Destinations, ReferralBox } from '../../questions.js';
import { ReferralDesk, type Step } from '../http/referral-desk.js';
import { AttendanceDto, DeclineDto, ReferralClosureDto, ReportBackDto } from '../http/referral.dto.js';
import { referralCards } from '../views/referral-card.js';
import { ReferralList } from './list.js';
import { ReferralPage } from './referral.js';

export class BoxQuery {
  @IsOptional()
  @IsIn(['recibidas', 'enviadas'])
  caja?: 'recibidas' | 'enviadas';
}

export class NoticeQuery {
  /** What just happened, told above the referral. */
  @IsOptional()
  @IsIn(['enviada', 'repetida'])
  aviso?: 'enviada' | 'repetida';
}

const most = 100;

/** A referral, where it stands, and what the reader may do with it. */
@Controller('derivaciones')
@Reads(referralCards)
export class ReferralPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
  ) {}

  @Get()
  async list(
    @Query() { caja = 'recibidas' }: BoxQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const box = caja === 'recibidas' ? 'to' : 'from';
    const referrals = await this.queries.execute(new ReferralBox(actor.institution, box, 'all', most));
    const name = await this.pages.names(referrals.flatMap(({ from, to }) => [from, to]));
    await this.pages.send(reply, actor, undefined, <ReferralList {...{ box, referrals, name }} />);
  }

  @Get(':id')
  async one(
    @Param('id', UuidPipe) id: string,
    @Query() { aviso }: NoticeQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const card = await this.desk.find(actor, id);
    const [name, message, services] = await Promise.all([
      this.pages.names([card.from, card.to]),
      this.desk.message(actor, card),
      this.queries.execute(new Destinations()),
    ]);
    const service = services.find((each) => each.organization === card.to && each.service === card.service);
    const props = {
      card,
      name,
      message,
      allowed: this.desk.allowed(actor, card),
      service: service?.serviceName ?? card.service,
      serviceKind: service?.serviceKind,
      notice: aviso,
      newKey: () => this.pages.newKey(),
      now: this.pages.now(),
    };
    await this.pages.send(reply, actor, undefined, <ReferralPage {...props} />);
  }

  @Post(':id/recepcion')
  receive(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(reply, actor, id, meta, { do: 'receive' });
  }

  @Post(':id/aceptacion')
  accept(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(reply, actor, id, meta, { do: 'accept' });
  }

  @Post(':id/rechazo')
  decline(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(DeclineDto, request);
    return this.#take(reply, actor, id, meta, { do: 'decline', reason });
  }

  @Post(':id/atencion')
  attend(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { service } = checked(AttendanceDto, request);
    return this.#take(reply, actor, id, meta, { do: 'attend', service });
  }

  @Post(':id/respuesta')
  reportBack(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { outcome } = checked(ReportBackDto, request);
    return this.#take(reply, actor, id, meta, { do: 'report-back', outcome });
  }

  @Post(':id/cierre')
  close(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { disposition } = checked(ReferralClosureDto, request);
    return this.#take(reply, actor, id, meta, { do: 'close', disposition });
  }

  async #take(reply: FastifyReply, actor: Actor, id: string, meta: Meta, step: Step): Promise<void> {
    const { position } = await this.desk.take(actor, id, meta, step);
    seeOther(reply, `/derivaciones/${id}`, position);
  }
}

/** The fields of a one-button form. @throws Problem 400: the page offers no wrong ones */
function checked<T extends object>(dto: new () => T, request: FastifyRequest): T {
  const said = verdict(dto, request.body, 'text');
  if ('errors' in said) throw invalid(said.errors);
  return said.value;
}
