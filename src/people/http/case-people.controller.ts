import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  Reads,
  UuidPipe,
} from '#service';
import { CodePipe } from '../../requests.js';
import { conflicts } from '../views/conflicts.js';
import { CaseReads } from './case-reads.js';
import { ConflictDesk } from './conflict-desk.js';
import { CaseReadView, ConflictDto, ConflictView } from './staff.dto.js';

/** Of one case: who looked at it, and who must not. */
@Controller('api/cases/:id')
@Reads(conflicts)
export class CasePeopleController {
  constructor(
    @Inject(CaseReads) private readonly reads: CaseReads,
    @Inject(ConflictDesk) private readonly desk: ConflictDesk,
  ) {}

  /** Who looked at her data: for her, through whoever answers for her case. */
  @Get('reads')
  @Answers(CaseReadView, { list: true })
  read(@Param('id', UuidPipe) id: string): Promise<readonly CaseReadView[]> {
    return this.reads.of(id);
  }

  /** Who must not see it: for whoever lifts that. */
  @Get('conflicts')
  @Answers(ConflictView, { list: true })
  conflicts(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<readonly ConflictView[]> {
    return this.desk.of(actor, id);
  }

  /** Somebody who works here is concerned in the case: they see it no more. */
  @Post('conflicts')
  async declare(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ConflictDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.declare(actor, id, meta, dto));
  }

  /** It was a mistake. */
  @Post('conflicts/:code/lifting')
  async lift(
    @Param('id', UuidPipe) id: string,
    @Param('code', CodePipe) staff: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.lift(actor, id, meta, staff));
  }
}
