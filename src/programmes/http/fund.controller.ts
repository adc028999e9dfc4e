import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
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
  PageQuery,
  rangeOf,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { CoordinatorsOnly } from '../../people/coordinators-only.js';
import { Lists } from '../../people/access/lists.js';
import { CodePipe } from '../../requests.js';
import { fundMonths } from '../views/fund-months.js';
import { fundRequests, funds } from '../views/funds.js';
import { aboutRequest } from './about.js';
import {
  FundLineDto,
  OpenFundDto,
  SupportApprovalDto,
  SupportPaymentDto,
  SupportReasonDto,
  SupportReimbursementDto,
  SupportRequestDto,
} from './fund.dto.js';
import { FundDesk } from './fund-desk.js';
import { FundExecutionView, FundRequestView, FundView, fundView, requestView } from './fund-views.js';
import { YearQuery } from './participant.dto.js';

/** Support funds: money that brings somebody from a referral to help. */
@ApiTags('Programmes')
@Controller('api/funds')
@Reads(funds, fundRequests, fundMonths)
export class FundController {
  constructor(
    @Inject(FundDesk) private readonly desk: FundDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** Opened again with the same data, it changes nothing. */
  @Post()
  @UseGuards(CoordinatorsOnly)
  async open(@Body() dto: OpenFundDto, @AsSent() { meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/funds', { id: dto.id, ...(await this.desk.open(meta, dto)) });
  }

  /** The funds of the country. */
  @Get()
  @Answers(FundView, { list: true })
  async list(@CurrentActor() actor: Actor): Promise<readonly FundView[]> {
    return Promise.all((await this.desk.all()).map(async (fund) => fundView(await this.desk.counted(actor, fund))));
  }

  @Get(':id')
  @Answers(FundView)
  async one(
    @Param('id', CodePipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FundView> {
    const fund = await this.desk.fund(id);
    etag(reply, fund.revision);
    return fundView(await this.desk.counted(actor, fund));
  }

  @Post(':id/lines')
  @UseGuards(CoordinatorsOnly)
  async addLine(
    @Param('id', CodePipe) id: string,
    @Body() dto: FundLineDto,
    @AsSent() { meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.addLine(id, meta, dto));
  }

  /** Lines by month, and the cost per case, of a year. */
  @Get(':id/execution')
  @Answers(FundExecutionView)
  execution(
    @Param('id', CodePipe) id: string,
    @Query() { year }: YearQuery,
    @CurrentActor() actor: Actor,
  ): Promise<FundExecutionView> {
    return this.desk.execution(actor, id, year);
  }

  @Post(':id/requests')
  async ask(
    @Param('id', CodePipe) fund: string,
    @Body() dto: SupportRequestDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Created> {
    return created(reply, `/api/funds/${fund}/requests`, await this.desk.ask(actor, fund, meta, dto));
  }

  /** The requests of the actor's institution; all of them for whoever administers the fund. Newest first. */
  @Get(':id/requests')
  @Answers(FundRequestView, { list: true })
  async requests(
    @Param('id', CodePipe) id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly FundRequestView[]> {
    const listed = await this.desk.requests(actor, id, { ...rangeOf(query), descending: true });
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listSupport', cards.map(aboutRequest));
    return cards.map(requestView);
  }

  @Get(':id/requests/:request')
  @Answers(FundRequestView)
  async request(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @CurrentActor() actor: Actor,
  ): Promise<FundRequestView> {
    const card = await this.desk.request(actor, id, request);
    await this.lists.shown(actor, 'listSupport', [aboutRequest(card)]);
    return requestView(card);
  }

  /** By somebody else than who asked. */
  @Post(':id/requests/:request/approval')
  async approve(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Body() { cents }: SupportApprovalDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    const granted = cents === undefined ? {} : { cents };
    return answer(reply, await this.desk.administer(actor, id, meta, { do: 'approve', request, ...granted }));
  }

  @Post(':id/requests/:request/rejection')
  async reject(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Body() { reason }: SupportReasonDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.administer(actor, id, meta, { do: 'reject', request, reason }));
  }

  @Post(':id/requests/:request/payment')
  async pay(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Body() { voucher, cents }: SupportPaymentDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    const paid = cents === undefined ? {} : { cents };
    return answer(reply, await this.desk.administer(actor, id, meta, { do: 'pay', request, voucher, ...paid }));
  }

  @Post(':id/requests/:request/cancellation')
  async cancel(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Body() { reason }: SupportReasonDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.cancel(actor, id, meta, { do: 'cancel', request, reason }));
  }

  @Post(':id/requests/:request/reimbursement')
  async reimburse(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Body() { voucher, cents }: SupportReimbursementDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.administer(actor, id, meta, { do: 'reimburse', request, voucher, cents }));
  }
}
