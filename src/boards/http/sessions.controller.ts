import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
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
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import { boardActivity } from '../views/board-activity.js';
import { boards } from '../views/boards.js';
import { sessions } from '../views/sessions.js';
import { BoardReader } from './board-reader.js';
import {
  AgendaItemDto,
  PresenceDto,
  CallOffDto,
  ConveneDto,
  DecisionDto,
  HappenedDto,
  MinutesDto,
  PostponeDto,
  SessionsQuery,
} from './session.dto.js';
import { SessionDesk } from './session-desk.js';
import { ActivityView, activityView, SessionView, sessionView } from './session-views.js';

/** The sessions of a board: read by its members, led by whoever coordinates. */
@ApiTags('Boards')
@Controller('api/boards/:board')
@Reads(boards, sessions, boardActivity)
export class SessionsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** Sessions by when they begin, those over newest first. */
  @Get('sessions')
  @Answers(SessionView, { list: true })
  async list(
    @Param('board', CodePipe) board: string,
    @Query() query: SessionsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly SessionView[]> {
    await this.reader.readable(actor, board);
    const { state = 'coming' } = query;
    const range = { ...rangeOf(query), descending: state !== 'coming' };
    const listed = await this.platform.views.list(sessions, `board/${board}/${state}`, range);
    return pageOf(request, reply, query, listed).map(({ document }) => sessionView(document));
  }

  /** How many sessions were called and held, and how often each organization came. */
  @Get('activity')
  @Answers(ActivityView)
  async activity(@Param('board', CodePipe) board: string, @CurrentActor() actor: Actor): Promise<ActivityView> {
    await this.reader.readable(actor, board);
    const found = await this.platform.views.get(boardActivity, board);
    return activityView(found ?? boardActivity.empty(board));
  }

  @Get('sessions/:session')
  @Answers(SessionView)
  async one(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionView> {
    await this.reader.readable(actor, board);
    const card = await this.reader.session(board, id);
    etag(reply, card.revision);
    return sessionView(card);
  }

  /** Calls a session; agreements that are open come onto its agenda by themselves. */
  @Post('sessions')
  async convene(
    @Param('board', CodePipe) board: string,
    @Body() dto: ConveneDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.convene(board, meta, dto);
    void reply.header('Location', `/api/boards/${board}/sessions/${id}`);
    return { id, ...answer(reply, handled) };
  }

  @Post('sessions/:session/agenda')
  addItem(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() { kind, title }: AgendaItemDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'add-item', kind, title }));
  }

  @Post('sessions/:session/postponement')
  @HttpCode(200)
  postpone(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() { at, reason }: PostponeDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const command = { do: 'postpone', at: new Date(at).toISOString(), reason } as const;
    return done(reply, this.desk.take(board, id, meta, command));
  }

  @Post('sessions/:session/cancellation')
  @HttpCode(200)
  cancel(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() { reason }: CallOffDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'cancel', reason }));
  }

  @Post('sessions/:session/opening')
  @HttpCode(200)
  open(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() _dto: HappenedDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.open(board, id, meta));
  }

  @Post('sessions/:session/attendance')
  attend(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() { organization, by, mode }: PresenceDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'attend', organization, by, mode }));
  }

  /** It was ticked by mistake. */
  @Post('sessions/:session/attendance/:organization/withdrawal')
  @HttpCode(200)
  withdraw(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Param('organization', CodePipe) organization: string,
    @Body() _dto: HappenedDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'withdraw-attendance', organization }));
  }

  /** Takes an agreement; without a quorum there is none. Its id is the agreement's. */
  @Post('sessions/:session/agreements')
  async decide(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @Body() dto: DecisionDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.decide(board, session, meta, dto);
    void reply.header('Location', `/api/boards/${board}/agreements/${id}`);
    return { id, ...answer(reply, handled) };
  }

  /** Number and digest of the signed minutes; the file itself stays where it is. */
  @Post('sessions/:session/minutes')
  minutes(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() { number, digest }: MinutesDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'record-minutes', number, digest }));
  }

  @Post('sessions/:session/closure')
  @HttpCode(200)
  close(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Body() _dto: HappenedDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return done(reply, this.desk.take(board, id, meta, { do: 'close' }));
  }
}

const done = async (reply: FastifyReply, handled: Promise<Handled>): Promise<Answer> => answer(reply, await handled);
