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
  etag,
  type Meta,
  pageOf,
  rangeOf,
  Reads,
  UuidPipe,
} from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import type { AgreementCommand } from '../domain/agreement.js';
import { agreements } from '../views/agreements.js';
import { BoardReader } from './board-reader.js';
import { AgreementsQuery, DoneDto, GiveUpDto, ProgressNoteDto, RescheduleDto } from './session.dto.js';
import { SessionDesk } from './session-desk.js';
import { AgreementView, agreementView } from './session-views.js';

/** What a board agreed, until it is done. Agreements are taken in a session, and nowhere else. */
@ApiTags('Boards')
@Controller('api/boards/:board/agreements')
@Reads(agreements)
export class AgreementsController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** Open ones by the day they are due; closed ones, newest first. */
  @Get()
  @Answers(AgreementView, { list: true })
  async list(
    @Param('board', CodePipe) board: string,
    @Query() query: AgreementsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly AgreementView[]> {
    await this.reader.readable(actor, board);
    const { state = 'open' } = query;
    const range = { ...rangeOf(query), descending: state === 'closed' };
    const listed = await this.platform.views.list(agreements, `board/${board}/${state}`, range);
    return pageOf(request, reply, query, listed).map(({ document }) => agreementView(document));
  }

  @Get(':agreement')
  @Answers(AgreementView)
  async one(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AgreementView> {
    await this.reader.readable(actor, board);
    const card = await this.reader.agreement(board, id);
    etag(reply, card.revision);
    return agreementView(card);
  }

  @Post(':agreement/progress')
  progress(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Body() { note }: ProgressNoteDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#follow(reply, board, id, meta, { do: 'progress', note });
  }

  /** Gives it a later day. */
  @Post(':agreement/postponement')
  @HttpCode(200)
  reschedule(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Body() { due }: RescheduleDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#follow(reply, board, id, meta, { do: 'reschedule', due });
  }

  @Post(':agreement/completion')
  @HttpCode(200)
  finish(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Body() { evidence }: DoneDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#follow(reply, board, id, meta, { do: 'finish', evidence });
  }

  @Post(':agreement/cancellation')
  @HttpCode(200)
  cancel(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Body() { reason }: GiveUpDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#follow(reply, board, id, meta, { do: 'cancel', reason });
  }

  async #follow(
    reply: FastifyReply,
    board: string,
    id: string,
    meta: Meta,
    command: AgreementCommand,
  ): Promise<Answer> {
    return answer(reply, await this.desk.follow(board, id, meta, command));
  }
}
