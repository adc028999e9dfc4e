import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  pageOf,
  Problem,
  rangeOf,
  Reads,
  UuidPipe,
} from '#service';
import { aboutCase, aboutPerson, Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { type ErasureCard, erasures } from '../views/erasures.js';
import { holds } from '../views/holds.js';
import { requests } from '../views/requests.js';
import { assertOfficer, RightsDesk } from './rights-desk.js';
import { CertificateView, ErasureView, PersonRightsView, RequestView } from './rights-answers.dto.js';
import {
  AnswerRequestDto,
  AskErasureDto,
  ErasuresQuery,
  LiftHoldDto,
  PlaceHoldDto,
  ReceiveRequestDto,
  RefuseErasureDto,
  RequestsQuery,
} from './rights.dto.js';
import { certificateView, erasureView, fileView, holdView } from './rights-views.js';

/** What persons ask about their data, what is held back, and what is erased. */
@ApiTags('Rights')
@Controller('api/rights')
@Reads(requests, holds, erasures)
export class RightsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(RightsDesk) private readonly desk: RightsDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** The register of requests: open ones by when an answer is due, answered ones newest first. */
  @Get('requests')
  @Answers(RequestView, { list: true })
  async requests(
    @Query() query: RequestsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly RequestView[]> {
    assertOfficer(actor);
    const { state = 'open' } = query;
    const range = { ...rangeOf(query), descending: state === 'answered' };
    const listed = await this.platform.views.list(requests, state, range);
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listRights', cards.map(aboutPerson));
    return cards;
  }

  @Post('requests')
  async receive(
    @Body() dto: ReceiveRequestDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.receive(actor, meta, dto);
    return { ...answer(reply, handled), id };
  }

  @Get('requests/:request')
  @Answers(RequestView)
  async request(@Param('request', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<RequestView> {
    const card = await this.desk.request(actor, id);
    await this.lists.shown(actor, 'listRights', [aboutPerson(card)]);
    return card;
  }

  @Post('requests/:request/answer')
  async answer(
    @Param('request', UuidPipe) id: string,
    @Body() dto: AnswerRequestDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.answer(actor, meta, id, dto));
  }

  @Get('persons/:person')
  @Answers(PersonRightsView)
  async person(@Param('person', UuidPipe) person: string, @CurrentActor() actor: Actor): Promise<PersonRightsView> {
    const found = await this.desk.person(actor, person);
    const { cases, linked, file } = found.record;
    const persons = [{ person }, ...linked].map(aboutPerson);
    await this.lists.shown(actor, 'listRights', [...persons, ...cases.map(aboutCase)]);
    return {
      person,
      openCases: cases.flatMap(({ code, open }) => (open ? [code] : [])),
      cases: cases.length,
      ...(file === undefined ? {} : { file: fileView(file) }),
      linked: linked.map((each) => each.person),
      holds: found.holds.map(holdView),
      requests: found.requests,
      erasures: found.erasures.map(erasureView),
    };
  }

  @Post('persons/:person/holds')
  async hold(
    @Param('person', UuidPipe) person: string,
    @Body() { norm }: PlaceHoldDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.hold(actor, meta, person, norm);
    return { ...answer(reply, handled), id };
  }

  @Post('persons/:person/holds/:hold/lifting')
  @HttpCode(200)
  async lift(
    @Param('person', UuidPipe) person: string,
    @Param('hold', UuidPipe) hold: string,
    @Body() { reason }: LiftHoldDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.lift(actor, meta, person, hold, reason));
  }

  /** Asks for an erasure. Nothing is erased before another person approves it. */
  @Post('persons/:person/erasures')
  async ask(
    @Param('person', UuidPipe) person: string,
    @Body() dto: AskErasureDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.ask(actor, meta, person, dto);
    return { ...answer(reply, handled), id };
  }

  @Get('erasures')
  @Answers(ErasureView, { list: true })
  async erasures(
    @Query() query: ErasuresQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly ErasureView[]> {
    assertOfficer(actor);
    const { state = 'open' } = query;
    const range = { ...rangeOf(query), descending: state === 'over' };
    const listed = await this.platform.views.list(erasures, state, range);
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listRights', cards.map(aboutPerson));
    return cards.map(erasureView);
  }

  @Get('erasures/:erasure')
  @Answers(ErasureView)
  async erasure(@Param('erasure', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<ErasureView> {
    return erasureView(await this.#erasure(actor, id));
  }

  /** From here on it goes on by itself, and cannot be stopped. */
  @Post('erasures/:erasure/approval')
  @HttpCode(200)
  async approve(
    @Param('erasure', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.approve(actor, meta, id));
  }

  @Post('erasures/:erasure/refusal')
  @HttpCode(200)
  async refuse(
    @Param('erasure', UuidPipe) id: string,
    @Body() { reason }: RefuseErasureDto,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.refuse(actor, meta, id, reason));
  }

  @Get('erasures/:erasure/certificate')
  @Answers(CertificateView)
  async certificate(@Param('erasure', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<CertificateView> {
    const view = certificateView(this.platform, await this.#erasure(actor, id));
    if (view === undefined) throw new Problem(404, 'erasure/not-certified');
    return view;
  }

  /** An erasure as it is about to be shown. @throws Problem 404 */
  async #erasure(actor: Actor, id: string): Promise<ErasureCard> {
    const card = await this.desk.erasure(actor, id);
    await this.lists.shown(actor, 'listRights', [aboutPerson(card)]);
    return card;
  }
}
