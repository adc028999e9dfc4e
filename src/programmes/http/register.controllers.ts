import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, type Type } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
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
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import type { CorrectionReason } from '../domain/register.js';
import type { Values } from '../domain/register-fields.js';
import { type Kept, keptRegisters } from '../views/register-views.js';
import { RegisterDesk } from './register-desk.js';
import { dtosOf, type MadeDto, sendableSteps, EntryWithdrawalDto } from './register-dto.js';
import { answered, shownTo } from './register-shown.js';

export class EntriesQuery extends PageQuery {
  @IsOptional()
  @IsIn(['held', 'withdrawn'])
  state?: 'held' | 'withdrawn';
}

/** Every method that takes a body of a register takes it first. */
const bodyAt = 0;

/** The API of every register: the same routes, each with its own fields. */
export const registerControllers: readonly Type[] = keptRegisters.flatMap((kept) => [
  entriesController(kept),
  ...sendableSteps(kept.spec).map(([type]) => stepController(kept, type)),
]);

/** Under a name of its own, with the body of its own that Nest checks before the method is reached. */
function named(controller: Type, name: string, bodies: Readonly<Record<string, MadeDto>>): Type {
  Object.defineProperty(controller, 'name', { value: name });
  for (const [method, body] of Object.entries(bodies)) {
    const prototype = controller.prototype as object;
    const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
    const withBody = types.map((type, index) => (index === bodyAt ? body : type));
    Reflect.defineMetadata('design:paramtypes', withBody, prototype, method);
  }
  return controller;
}

function entriesController(kept: Kept): Type {
  const { spec, view } = kept;
  const dtos = dtosOf(spec);

  @ApiTags('Registers')
  @Controller(`api/boards/:board/${spec.path}`)
  @Reads(view)
  class EntriesController {
    constructor(
      @Inject(PLATFORM) private readonly platform: Platform,
      @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    ) {}

    /** The newest first. */
    @Get()
    @Answers(dtos.view, { list: true })
    async list(
      @Param('board', CodePipe) board: string,
      @Query() query: EntriesQuery,
      @CurrentActor() actor: Actor,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<readonly object[]> {
      await this.desk.readable(actor, board);
      const list = query.state === 'withdrawn' ? `board/${board}/withdrawn` : `board/${board}`;
      const listed = await this.platform.views.list(view, list, { ...rangeOf(query), descending: true });
      return pageOf(request, reply, query, listed).map(({ document }) => answered(shownTo(actor, spec, document)));
    }

    @Get(':entry')
    @Answers(dtos.view)
    async one(
      @Param('board', CodePipe) board: string,
      @Param('entry', UuidPipe) id: string,
      @CurrentActor() actor: Actor,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      await this.desk.readable(actor, board);
      const card = await this.desk.entry(kept, board, id);
      etag(reply, card.revision);
      return answered(shownTo(actor, spec, card));
    }

    @Post()
    async record(
      @Body() entry: object,
      @Param('board', CodePipe) board: string,
      @AsSent() { actor, meta, reply }: Sent,
    ): Promise<Created> {
      return created(
        reply,
        `/api/boards/${board}/${spec.path}`,
        await this.desk.record(kept, board, actor, meta, entry as Values),
      );
    }

    /** Says the whole entry anew. */
    @Post(':entry/correction')
    @HttpCode(200)
    async correct(
      @Body() said: object,
      @Param('board', CodePipe) board: string,
      @Param('entry', UuidPipe) id: string,
      @AsSent() { actor, meta, reply }: Sent,
    ): Promise<Answer> {
      const { reason, ...entry } = said as { readonly reason: CorrectionReason };
      const command = { do: 'correct', reason, entry } as const;
      return answer(reply, await this.desk.change(kept, board, id, actor, meta, command));
    }

    @Post(':entry/withdrawal')
    @HttpCode(200)
    async withdraw(
      @Body() { reason }: EntryWithdrawalDto,
      @Param('board', CodePipe) board: string,
      @Param('entry', UuidPipe) id: string,
      @AsSent() { actor, meta, reply }: Sent,
    ): Promise<Answer> {
      return answer(reply, await this.desk.change(kept, board, id, actor, meta, { do: 'withdraw', reason }));
    }

    /** Takes a step back that was entered by mistake. */
    @Post(':entry/steps/:step/withdrawal')
    @HttpCode(200)
    async takeBack(
      @Body() { reason }: EntryWithdrawalDto,
      @Param('board', CodePipe) board: string,
      @Param('entry', UuidPipe) id: string,
      @Param('step', UuidPipe) step: string,
      @AsSent() { actor, meta, reply }: Sent,
    ): Promise<Answer> {
      return answer(reply, await this.desk.change(kept, board, id, actor, meta, { do: 'take-back', step, reason }));
    }
  }

  const bodies = { record: dtos.record, correct: dtos.correct };
  return named(EntriesController, `${spec.recorded}Controller`, bodies);
}

function stepController(kept: Kept, type: string): Type {
  const { spec } = kept;
  const body = dtosOf(spec).steps[type];
  const path = spec.steps[type]?.path;
  if (body === undefined || path === undefined) throw new RangeError(`no step ${type}`);

  @ApiTags('Registers')
  @Controller(`api/boards/:board/${spec.path}/:entry/${path}`)
  class StepController {
    constructor(@Inject(RegisterDesk) private readonly desk: RegisterDesk) {}

    @Post()
    async take(
      @Body() entry: object,
      @Param('board', CodePipe) board: string,
      @Param('entry', UuidPipe) id: string,
      @AsSent() { actor, meta, reply }: Sent,
    ): Promise<Answer> {
      return answer(reply, await this.desk.step(kept, board, id, actor, meta, [type, entry as Values]));
    }
  }

  return named(StepController, `${type}Controller`, { take: body });
}
