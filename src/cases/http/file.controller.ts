import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { caseCards } from '../views/case-card.js';
import { referralsOfCase } from '../views/referrals-of-case.js';
import { FileDesk } from './file-desk.js';
import {
  MeasureEndDto,
  MeasureExtensionDto,
  MeasureStepDto,
  ReopeningDto,
  ReparationStepDto,
  ReportItemsDto,
  StayDto,
  TransferDto,
} from './file.dto.js';

/** The file of a case and its measures: completed, opened again, given away; told, executed, breached, ended. */
@Controller('api/cases/:id')
@Reads(caseCards, referralsOfCase)
export class FileController {
  constructor(@Inject(FileDesk) private readonly desk: FileDesk) {}

  /** Items of the police report: there, or why they cannot be had. */
  @Post('report-items')
  async complete(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ReportItemsDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.complete(actor, id, meta, dto));
  }

  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ReopeningDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.reopen(actor, id, meta, dto));
  }

  /** Another institution answers for it from then on. */
  @Post('transfers')
  async transfer(
    @Param('id', UuidPipe) id: string,
    @Body() dto: TransferDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.transfer(actor, id, meta, dto));
  }

  /** A step on the way to reparation, of what was done long ago or to many. */
  @Post('reparation-steps')
  async repair(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ReparationStepDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.repair(actor, id, meta, dto));
  }

  /** Nights in a shelter: never which. */
  @Post('shelter-stays')
  async stay(
    @Param('id', UuidPipe) id: string,
    @Body() dto: StayDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.stay(actor, id, meta, dto));
  }

  @Post('measures/:measure/steps')
  async step(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Body() dto: MeasureStepDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.step(actor, id, measure, meta, dto));
  }

  /** By the court that issued it. */
  @Post('measures/:measure/extensions')
  async extend(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Body() dto: MeasureExtensionDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.extend(actor, id, measure, meta, dto));
  }

  /** By the court that issued it: with nothing, or another measure in its place. */
  @Post('measures/:measure/end')
  @HttpCode(200)
  async end(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Body() dto: MeasureEndDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.end(actor, id, measure, meta, dto));
  }
}
