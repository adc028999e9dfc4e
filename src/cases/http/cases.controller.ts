import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handled } from '#event-log';
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
import { aboutCase, Lists } from '../../people/access/lists.js';
import { caseCards } from '../views/case-card.js';
import { referralsOfCase } from '../views/referrals-of-case.js';
import { CaseDesk } from './case-desk.js';
import {
  AttentionDto,
  CaseClosureDto,
  CaseQuery,
  CaseReadQuery,
  MeasuresDto,
  OpenCaseDto,
  ReportDto,
  ReportReceiptDto,
  RiskAssessmentDto,
  StepDto,
} from './case.dto.js';
import { CaseView, caseView, CaseWithIdentityView } from './case-views.js';

/** Cases: opened, assessed, reported to the court, attended, closed. */
@Controller('api/cases')
@Reads(caseCards, referralsOfCase)
export class CasesController {
  constructor(
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Post()
  async open(
    @Body() dto: OpenCaseDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.open(actor, meta, dto);
    void reply.header('Location', `/api/cases/${id}`);
    return { id, ...answer(reply, handled) };
  }

  /** The cases the actor's institution answers for, those in which something happened last first. */
  @Get()
  @Answers(CaseView, { list: true })
  async list(
    @Query() query: CaseQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly CaseView[]> {
    const list = `institution/${actor.institution}/${query.status ?? 'open'}`;
    const seen = await this.desk.listed(actor, list, { ...rangeOf(query), descending: true });
    const cards = pageOf(request, reply, query, seen).map(({ document }) => document);
    await this.lists.shown(actor, 'listCases', cards.map(aboutCase));
    return cards.map((card) => caseView(card, actor.institution));
  }

  @Get(':id')
  @Answers(CaseWithIdentityView)
  async one(
    @Param('id', UuidPipe) id: string,
    @Query() query: CaseReadQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseWithIdentityView> {
    const card = await this.desk.find(actor, id);
    etag(reply, card.revision);
    const view = caseView(card, actor.institution);
    if (query.reveal === undefined) return { ...view, identityState: card.identity === undefined ? 'none' : 'sealed' };
    const shown = await this.desk.identity(actor, card);
    return { ...view, identityState: shown.state, ...(shown.state === 'shown' ? { identity: shown.value } : {}) };
  }

  @Post(':id/risk-assessments')
  async assess(
    @Param('id', UuidPipe) id: string,
    @Body() dto: RiskAssessmentDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.assess(actor, id, meta, dto));
  }

  @Post(':id/reports')
  async report(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ReportDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.report(actor, id, meta, dto.court));
  }

  /** The court's desk stamped the report: its clock begins. */
  @Post(':id/report-receipts')
  async receive(
    @Param('id', UuidPipe) id: string,
    @Body() _dto: ReportReceiptDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.receiveReport(actor, id, meta));
  }

  /** Recorded by the court the report was sent to. */
  @Post(':id/measures')
  async decide(
    @Param('id', UuidPipe) id: string,
    @Body() dto: MeasuresDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.decideMeasures(actor, id, meta, dto));
  }

  /** A step of the law that has no resource of its own: recorded when it was taken, by who may. */
  @Post(':id/steps')
  async step(
    @Param('id', UuidPipe) id: string,
    @Body() dto: StepDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.recordStep(actor, id, meta, dto));
  }

  @Post(':id/attentions')
  async attend(
    @Param('id', UuidPipe) id: string,
    @Body() dto: AttentionDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.attend(actor, id, meta, dto));
  }

  @Post(':id/closure')
  @HttpCode(200)
  async close(
    @Param('id', UuidPipe) id: string,
    @Body() dto: CaseClosureDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#changed(reply, this.desk.close(actor, id, meta, dto.reason));
  }

  async #changed(reply: FastifyReply, handled: Promise<Handled>): Promise<Answer> {
    return answer(reply, await handled);
  }
}
