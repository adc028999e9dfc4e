import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, UuidPipe, verdict } from '#service';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import type { Errors, Filled } from '../../pages/parts.js';
import { KnownOrganization } from '../../questions.js';
import { CaseDesk } from '../http/case-desk.js';
import { type Masked, PersonsDesk } from '../http/persons-desk.js';
import { AttentionDto, CaseClosureDto, MeasuresDto, ReportDto, RiskAssessmentDto, StepDto } from '../http/case.dto.js';
import { checked } from './checked.js';
import { asCase, NewCase, newCaseErrors, NewCaseForm, principalError, soughtOf } from './new-case.js';

/** The forms that open a case and record what happens in it. */
@Controller('casos')
export class RecordPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(PersonsDesk) private readonly persons: PersonsDesk,
  ) {}

  @Get('nuevo')
  async form(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const organization = await this.queries.execute(new KnownOrganization(actor.institution));
    const filled = { condition: 'NEW', ...(organization && { district: organization.district }) };
    await this.#show(reply, actor, this.pages.newKey(), filled, new Map());
  }

  @Post('nuevo')
  async open(
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = verdict(NewCaseForm, request.body, 'text');
    const errors = 'errors' in said ? newCaseErrors(said.errors) : principalError(said.value);
    const { 'idempotency-key': key } = request.headers;
    const again = typeof key === 'string' ? key : this.pages.newKey();
    if ('errors' in said || errors.size > 0) {
      return this.#show(reply, actor, again, filledIn(request.body), errors);
    }
    // Before a new person is made: whoever may be her, masked, for somebody to choose from.
    const found = said.value.person === undefined ? await this.persons.similar(actor, soughtOf(said.value)) : [];
    if (found.length > 0) {
      return this.#show(reply, actor, again, filledIn(request.body), errors, found);
    }
    const { id, position } = await this.desk.open(actor, meta, asCase(said.value));
    seeOther(reply, `/casos/${id}`, position);
  }

  @Post(':id/riesgo')
  assess(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.assess(actor, id, meta, checked(RiskAssessmentDto, request.body)));
  }

  @Post(':id/atencion')
  attend(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.attend(actor, id, meta, checked(AttentionDto, request.body)));
  }

  @Post(':id/informe')
  report(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { court } = checked(ReportDto, request.body);
    return this.#done(reply, id, this.desk.report(actor, id, meta, court));
  }

  @Post(':id/recepcion')
  receive(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.receiveReport(actor, id, meta));
  }

  @Post(':id/medidas')
  decide(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    // A form says nothing of boxes nobody ticked.
    const decision = checked(MeasuresDto, request.body, { measures: [] });
    return this.#done(reply, id, this.desk.decideMeasures(actor, id, meta, decision));
  }

  @Post(':id/paso')
  step(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#done(reply, id, this.desk.recordStep(actor, id, meta, checked(StepDto, request.body)));
  }

  @Post(':id/cierre')
  close(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(CaseClosureDto, request.body);
    return this.#done(reply, id, this.desk.close(actor, id, meta, reason));
  }

  async #done(reply: FastifyReply, id: string, handled: Promise<Handled>): Promise<void> {
    const { position } = await handled;
    seeOther(reply, `/casos/${id}`, position);
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    commandKey: string,
    filled: Filled,
    errors: Errors,
    similar: readonly Masked[] = [],
  ): Promise<void> {
    const page = <NewCase {...{ commandKey, filled, errors, similar }} />;
    await this.pages.send(reply, actor, 'cases', page, errors.size > 0 ? 422 : 200);
  }
}
