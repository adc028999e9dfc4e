import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, UuidPipe } from '#service';
import { localDate } from '#terms';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import { instrumentsOn, jurisdiction, reportNeeds, zoneOf } from '../../protocol/index.js';
import { IsCode } from '../../requests.js';
import { CaseDesk } from '../http/case-desk.js';
import { RiskAssessmentDto } from '../http/case.dto.js';
import { FileDesk } from '../http/file-desk.js';
import { MeasureExtensionDto, MeasureStepDto, ReopeningDto, StayDto, TransferDto } from '../http/file.dto.js';
import { OtherPersonDto } from '../http/persons.controller.js';
import { PersonsDesk } from '../http/persons-desk.js';
import { checked } from './checked.js';
import { RiskForm } from './risk-form.js';

class SaidDto extends OtherPersonDto {
  @IsIn(['link', 'unlink', 'dismiss'])
  say: 'link' | 'unlink' | 'dismiss';

  @IsOptional()
  @IsCode('linkReasons')
  reason?: string;
}

class MeasureEndForm {
  /** What takes its place; left open: nothing. */
  @IsOptional()
  @IsCode('protectiveMeasures')
  code?: string;
}

/** Fields of the questionnaire that are no answers. */
const beside: readonly string[] = ['_key', 'instrument', 'level', 'reason'];

/** The forms about the file of a case, its measures, its person, and the questionnaire of risk. */
@Controller('casos/:id')
export class FilePages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CaseDesk) private readonly cases: CaseDesk,
    @Inject(FileDesk) private readonly desk: FileDesk,
    @Inject(PersonsDesk) private readonly persons: PersonsDesk,
  ) {}

  @Get('valoracion')
  async form(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { country } = await this.cases.find(actor, id);
    const day = localDate(this.pages.now(), zoneOf(country));
    const [instrument] = instrumentsOn(jurisdiction(country), day);
    if (instrument === undefined) throw new Problem(404, 'not-found');
    const commandKey = this.pages.newKey();
    await this.pages.send(reply, actor, 'cases', <RiskForm {...{ id, instrument, commandKey }} />);
  }

  @Post('valoracion')
  assess(
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
    return this.#done(reply, id, this.cases.assess(actor, id, meta, dto));
  }

  @Post('datos')
  complete(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const given = filledIn(request.body);
    const items = reportNeeds('PE').flatMap((item) => {
      const state = given[item];
      return typeof state === 'string' && state !== '' ? [{ item, state }] : [];
    });
    return this.#done(reply, id, this.desk.complete(actor, id, meta, { items }));
  }

  @Post('reapertura')
  reopen(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.reopen(actor, id, meta, checked(ReopeningDto, request.body)));
  }

  /** Who gave it away sees it no more: the list is where one goes on. */
  @Post('traspaso')
  async transfer(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.transfer(actor, id, meta, checked(TransferDto, request.body));
    seeOther(reply, '/casos', position);
  }

  @Post('acogida')
  stay(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.stay(actor, id, meta, checked(StayDto, request.body)));
  }

  @Post('persona')
  async say(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person } = await this.cases.find(actor, id);
    const { say, other, reason } = checked(SaidDto, request.body);
    const said = { do: say, person, other, ...(reason === undefined ? {} : { reason }) };
    return this.#done(reply, id, this.persons.say(actor, meta, said));
  }

  @Post('medidas/:measure/paso')
  step(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.step(actor, id, measure, meta, checked(MeasureStepDto, request.body)));
  }

  @Post('medidas/:measure/plazo')
  extend(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const dto = checked(MeasureExtensionDto, request.body);
    return this.#done(reply, id, this.desk.extend(actor, id, measure, meta, dto));
  }

  @Post('medidas/:measure/fin')
  end(
    @Param('id', UuidPipe) id: string,
    @Param('measure', UuidPipe) measure: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { code } = checked(MeasureEndForm, request.body);
    const order =
      code === undefined ? ({ how: 'ENDED' } as const) : ({ how: 'SUBSTITUTED', replacement: { code } } as const);
    return this.#done(reply, id, this.desk.end(actor, id, measure, meta, order));
  }

  async #done(reply: FastifyReply, id: string, handled: Promise<Handled>): Promise<void> {
    const { position } = await handled;
    seeOther(reply, `/casos/${id}`, position);
  }
}

/** A select nothing was chosen in says nothing. */
const set = (fields: Readonly<Record<string, string | readonly string[] | undefined>>): object =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''));
