import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
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
  Problem,
  rangeOf,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { enrolments } from '../views/enrolments.js';
import { reeducationMonths } from '../views/reeducation-months.js';
import { aboutEnrolment } from './about.js';
import {
  SessionResultDto,
  CourtReportDto,
  EndingDto,
  EnrolmentReadQuery,
  EnrolmentsQuery,
  OpenEnrolmentDto,
} from './enrolment.dto.js';
import {
  EnrolmentView,
  enrolmentView,
  OrderedEnrolmentView,
  orderedView,
  RevealedEnrolmentView,
} from './enrolment-views.js';
import { StepTakenDto, MeasureDto, YearQuery } from './participant.dto.js';
import { ReeducationActivityView, ReeducationFigures } from './reeducation-figures.js';
import { ReeducationDesk } from './reeducation-desk.js';
import { works } from './roles.js';

/** Re-education of aggressors: files of participants, kept by the centre alone; reports, read by the court as well. */
@ApiTags('Programmes')
@Controller('api/reeducation')
@Reads(enrolments, reeducationMonths)
export class ReeducationController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(ReeducationDesk) private readonly desk: ReeducationDesk,
    @Inject(ReeducationFigures) private readonly figures: ReeducationFigures,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Post('enrolments')
  async open(
    @Body() dto: OpenEnrolmentDto,
    @AsSent({ personal: true }) { actor, meta, reply }: Sent,
  ): Promise<Created> {
    return created(reply, '/api/reeducation/enrolments', await this.desk.open(actor, meta, dto));
  }

  /** The files of the actor's own centre, newest first. */
  @Get('enrolments')
  @Answers(EnrolmentView, { list: true })
  async list(
    @Query() query: EnrolmentsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly EnrolmentView[]> {
    await this.desk.refuseOthers(actor);
    const list = `institution/${actor.institution}/${query.state ?? 'open'}`;
    const listed = await this.platform.views.list(enrolments, list, { ...rangeOf(query), descending: true });
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listParticipants', cards.map(aboutEnrolment));
    return cards.map(enrolmentView);
  }

  @Get('enrolments/:id')
  @Answers(RevealedEnrolmentView)
  async one(
    @Param('id', UuidPipe) id: string,
    @Query() { reveal }: EnrolmentReadQuery,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RevealedEnrolmentView> {
    const card = await this.desk.find(actor, id);
    await this.lists.shown(actor, 'listParticipants', [aboutEnrolment(card)]);
    etag(reply, card.revision);
    const view = enrolmentView(card);
    const { state, ...shown } =
      reveal === undefined ? { state: 'sealed' as const } : await this.desk.reveal(actor, card);
    return { ...view, identityState: state, ...shown };
  }

  /** The first interview: the programme begins. */
  @Post('enrolments/:id/intake')
  async intake(
    @Param('id', UuidPipe) id: string,
    @Body() _: StepTakenDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'hold-intake' }));
  }

  /** What became of the session of a day; said again, it is corrected. */
  @Post('enrolments/:id/sessions')
  async session(
    @Param('id', UuidPipe) id: string,
    @Body() { day, result }: SessionResultDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'record-session', day, result }));
  }

  /** Tells the court: what is told is a kind and three counts. */
  @Post('enrolments/:id/reports')
  async report(
    @Param('id', UuidPipe) id: string,
    @Body() { kind }: CourtReportDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'report', kind }));
  }

  @Post('enrolments/:id/measures')
  async measure(
    @Param('id', UuidPipe) id: string,
    @Body() dto: MeasureDto,
    @AsSent({ personal: true }) { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.measure(actor, id, meta, dto));
  }

  @Post('enrolments/:id/end')
  async end(
    @Param('id', UuidPipe) id: string,
    @Body() { how }: EndingDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'end', how }));
  }

  /** The files of which the actor's institution, a court, was told, the last told first. @throws Problem 403 */
  @Get('reports')
  @Answers(OrderedEnrolmentView, { list: true })
  async reports(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly OrderedEnrolmentView[]> {
    if (!works(actor)) throw new Problem(403, 'forbidden');
    const range = { ...rangeOf(query), descending: true };
    const listed = await this.platform.views.list(enrolments, `court/${actor.institution}`, range);
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listParticipants', cards.map(aboutEnrolment));
    return cards.map(orderedView);
  }

  /** What happened in the programmes of the country in a year, without small counts. */
  @Get('activity')
  @Answers(ReeducationActivityView)
  activity(@Query() { year }: YearQuery): Promise<ReeducationActivityView> {
    return this.figures.activity(year);
  }
}
