import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { type UnmaskingReason, unmaskingReasons } from '../domain/unmasking-events.js';
import { canonical } from '../http/point.js';
import { type UnmaskingCard, unmaskings } from '../views/unmaskings.js';
import { ReadsDesk, type ReadsFound } from './reads-desk.js';
import { UnmaskingDesk } from './unmasking-desk.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/u;
const pseudonym = /^P(-[0-9A-F]{4}){3}$/u;
const session = /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/u;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

export class SeenQuery {
  @IsOptional()
  @IsString()
  @Matches(uuid)
  case?: string;

  /** A name of this session. */
  @IsOptional()
  @IsString()
  @Matches(pseudonym)
  person?: string;

  @IsOptional()
  @IsString()
  @Matches(instant)
  from?: string;

  /** Exclusive. */
  @IsOptional()
  @IsString()
  @Matches(instant)
  until?: string;

  /** Under another session everybody has another name. Left out: the day. */
  @IsOptional()
  @IsString()
  @Matches(session)
  session?: string;
}

export class UnmaskingDto {
  @IsString()
  @Matches(pseudonym)
  pseudonym: string;

  @IsOptional()
  @IsString()
  @Matches(session)
  session?: string;

  @IsIn([...unmaskingReasons])
  reason: UnmaskingReason;
}

/** Who looked at personal data, under names that mean nobody; and how one of them is unmasked, by two persons. */
@ApiTags('Audit')
@Controller('api/audit')
export class OversightController {
  constructor(
    @Inject(ReadsDesk) private readonly reads: ReadsDesk,
    @Inject(UnmaskingDesk) private readonly desk: UnmaskingDesk,
  ) {}

  @Get('reads')
  @ApiOperation({
    operationId: 'getSeen',
    summary: 'Quién vio qué: por caso, por persona o por periodo, con seudónimos',
  })
  seen(@Query() query: SeenQuery, @CurrentActor() actor: Actor): Promise<ReadsFound> {
    const { from, until, ...rest } = query;
    return this.reads.find(actor, {
      ...rest,
      ...(from === undefined ? {} : { from: canonical(from) }),
      ...(until === undefined ? {} : { until: canonical(until) }),
    });
  }

  @Get('unmaskings')
  @Reads(unmaskings)
  @ApiOperation({ operationId: 'listUnmaskings', summary: 'Los pedidos de saber quién está detrás de un seudónimo' })
  list(@CurrentActor() actor: Actor): Promise<readonly UnmaskingCard[]> {
    return this.desk.listFor(actor);
  }

  @Post('unmaskings')
  async ask(
    @Body() dto: UnmaskingDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.ask(actor, meta, dto);
    return { id, ...answer(reply, handled) };
  }

  @Post('unmaskings/:id/approval')
  @HttpCode(200)
  async approve(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.decide(actor, id, meta, 'approve'));
  }

  @Post('unmaskings/:id/refusal')
  @HttpCode(200)
  async refuse(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.decide(actor, id, meta, 'refuse'));
  }

  /** Tells who it is, as a code. A POST: every time is recorded. */
  @Post('unmaskings/:id/showing')
  @HttpCode(200)
  show(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly person: string }> {
    return this.desk.show(actor, id, meta);
  }
}
