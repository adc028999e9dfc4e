import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Answer,
  answer,
  Answers,
  AsSent,
  created,
  type Created,
  pageOf,
  PageQuery,
  rangeOf,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { assemblies } from '../views/assemblies.js';
import { AssemblyDto, HeardAgreementDto } from './assembly.dto.js';
import { AssemblyDesk } from './assembly-desk.js';
import { AssemblyView, assemblyView } from './assembly-views.js';

/** Acts of assemblies of communities, written by their council, read by all. */
@ApiTags('Communities')
@Controller('api/assemblies')
@Reads(assemblies)
export class AssembliesController {
  constructor(@Inject(AssemblyDesk) private readonly desk: AssemblyDesk) {}

  @Post()
  async hold(@Body() dto: AssemblyDto, @AsSent() { actor, meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/assemblies', await this.desk.hold(actor, meta, dto));
  }

  /** The latest first. */
  @Get()
  @Answers(AssemblyView, { list: true })
  async list(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly AssemblyView[]> {
    const listed = await this.desk.list(rangeOf(query));
    return pageOf(request, reply, query, listed).map(({ cursor: _, ...shown }) => assemblyView(shown));
  }

  @Get(':id')
  @Answers(AssemblyView)
  async one(@Param('id', UuidPipe) id: string): Promise<AssemblyView> {
    return assemblyView(await this.desk.one(id));
  }

  /** What it asked for became an agreement of a board. */
  @Post(':id/agreements')
  @HttpCode(200)
  async passOn(
    @Param('id', UuidPipe) id: string,
    @Body() { agreement }: HeardAgreementDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.passOn(actor, id, meta, agreement));
  }
}
