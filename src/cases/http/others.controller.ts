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
import type { Described, OtherKind } from '../domain/other-events.js';
import { caseCards } from '../views/case-card.js';
import type { Other } from '../views/others.js';
import { CaseDesk, type Shown } from './case-desk.js';
import { OthersDesk } from './others-desk.js';
import { AggressorDto, ChildrenDto, OtherView, ReporterDto } from './others.dto.js';

/** Who else a case is about: each opened, and erased, without the others. Asking for one opens what may be opened. */
@Controller('api/cases/:id')
@Reads(caseCards)
export class OthersController {
  constructor(
    @Inject(CaseDesk) private readonly cases: CaseDesk,
    @Inject(OthersDesk) private readonly desk: OthersDesk,
  ) {}

  @Post('aggressor')
  async describeAggressor(
    @Param('id', UuidPipe) id: string,
    @Body() dto: AggressorDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.aggressor(actor, id, meta, dto));
  }

  @Post('children')
  async describeChildren(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ChildrenDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.children(actor, id, meta, dto));
  }

  @Post('reporter')
  async describeReporter(
    @Param('id', UuidPipe) id: string,
    @Body() dto: ReporterDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.reporter(actor, id, meta, dto));
  }

  @Get('aggressor')
  @Answers(OtherView)
  aggressor(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<OtherView> {
    return this.#shown(actor, id, 'aggressor');
  }

  @Get('children')
  @Answers(OtherView)
  children(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<OtherView> {
    return this.#shown(actor, id, 'children');
  }

  @Get('reporter')
  @Answers(OtherView)
  reporter(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<OtherView> {
    return this.#shown(actor, id, 'reporter');
  }

  async #shown(actor: Actor, id: string, kind: OtherKind): Promise<OtherView> {
    const card = await this.cases.find(actor, id);
    return otherView(card.others[kind], await this.desk.show(actor, card, kind));
  }
}

const otherView = ({ details: _, byAge = {}, ...codes }: Other = {}, shown: Shown<Described>): OtherView => ({
  ...codes,
  byAge: Object.entries(byAge).map(([ageBand, count]) => ({ ageBand, count })),
  state: shown.state,
  ...(shown.state === 'shown' ? { details: shown.value } : {}),
});
