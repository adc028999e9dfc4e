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
  PageQuery,
  rangeOf,
  Reads,
  UuidPipe,
} from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import type { PlanCommand } from '../domain/plan.js';
import { plans } from '../views/plans.js';
import { BoardReader } from './board-reader.js';
import { ActionProgressDto, ApprovalDto, MeasurementDto, PlanDto, RecognitionDto } from './plan.dto.js';
import { PlanDesk } from './plan-desk.js';
import { PlanView, planView } from './plan-views.js';

/** The plans of a board: drafted, approved version by version, and followed action by action. */
@ApiTags('Boards')
@Controller('api/boards/:board/plans')
@Reads(plans)
export class PlansController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(PlanDesk) private readonly desk: PlanDesk,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** Plans by their first day, newest first, each as it stands today. */
  @Get()
  @Answers(PlanView, { list: true })
  async list(
    @Param('board', CodePipe) board: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly PlanView[]> {
    const today = this.reader.today(await this.reader.readable(actor, board));
    const listed = await this.platform.views.list(plans, `board/${board}`, { ...rangeOf(query), descending: true });
    return pageOf(request, reply, query, listed).map(({ document }) => planView(document, today));
  }

  @Get(':plan')
  @Answers(PlanView)
  async one(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlanView> {
    const today = this.reader.today(await this.reader.readable(actor, board));
    const card = await this.reader.plan(board, id);
    etag(reply, card.revision);
    return planView(card, today);
  }

  @Post()
  async draft(
    @Param('board', CodePipe) board: string,
    @Body() dto: PlanDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.draft(board, meta, dto);
    void reply.header('Location', `/api/boards/${board}/plans/${id}`);
    return { id, ...answer(reply, handled) };
  }

  /** Another text of the draft; of an approved plan, the draft of its next version. */
  @Post(':plan/drafts')
  async redraft(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Body() dto: PlanDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.draft(board, meta, dto, id));
  }

  @Post(':plan/approval')
  @HttpCode(200)
  approve(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Body() { version, norm, on }: ApprovalDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, board, id, meta, { do: 'approve', version, norm, on });
  }

  @Post(':plan/recognition')
  @HttpCode(200)
  recognise(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Body() { by, norm, on }: RecognitionDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, board, id, meta, { do: 'recognise', by, norm, on });
  }

  @Post(':plan/actions/:action/progress')
  progress(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Param('action', CodePipe) action: string,
    @Body() dto: ActionProgressDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, board, id, meta, { do: 'progress', action, ...dto });
  }

  /** What the indicator of a goal was found to stand at. */
  @Post(':plan/goals/:goal/measurements')
  measure(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Param('goal', CodePipe) goal: string,
    @Body() { value, on }: MeasurementDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#take(reply, board, id, meta, { do: 'measure', goal, value, on });
  }

  async #take(reply: FastifyReply, board: string, id: string, meta: Meta, command: PlanCommand): Promise<Answer> {
    return answer(reply, await this.desk.take(board, id, meta, command));
  }
}
