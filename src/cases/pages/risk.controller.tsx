import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, UuidPipe } from '#service';
import { localDate } from '#terms';
import { checked } from '../../pages/forms.js';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import { instrumentsOn, jurisdiction, zoneOf } from '../../protocol/index.js';
import { CaseDesk } from '../http/case-desk.js';
import { RiskAssessmentDto } from '../http/case.dto.js';
import { RiskForm } from './risk-form.js';

/** Fields of the questionnaire that are no answers. */
const beside: readonly string[] = ['_key', 'instrument', 'level', 'reason'];

/** The questionnaire of risk that is in force where the case is. */
@ApiExcludeController()
@Controller('casos/:id/valoracion')
export class RiskPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
  ) {}

  @Get()
  async form(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { country } = await this.desk.find(actor, id);
    const day = localDate(this.pages.now(), zoneOf(country));
    const [instrument] = instrumentsOn(jurisdiction(country), day);
    if (instrument === undefined) throw new Problem(404, 'not-found');
    const commandKey = this.pages.newKey();
    await this.pages.send(reply, actor, 'cases', <RiskForm {...{ id, instrument, commandKey }} />);
  }

  @Post()
  async assess(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = filledIn(request.body);
    const { instrument, level, reason } = given;
    const answers = Object.entries(given).flatMap(([item, value]) =>
      typeof value === 'string' && value !== '' && !beside.includes(item) ? [{ item, value }] : [],
    );
    const dto = checked(RiskAssessmentDto, { instrument, answers, ...set({ level, reason }) });
    const { position } = await this.desk.assess(actor, id, meta, dto);
    seeOther(reply, `/casos/${id}`, position);
  }
}

/** A select nothing was chosen in says nothing. */
const set = (fields: Readonly<Record<string, string | readonly string[] | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
