import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, verdict } from '#service';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import { districtsAround, districtText, districtTyped } from '../../pages/places.js';
import type { Errors, Filled } from '../../pages/parts.js';
import { KnownOrganization } from '../../questions.js';
import { policeKinds } from '../domain/table.js';
import { CaseDesk } from '../http/case-desk.js';
import { PersonsDesk, type Similar } from '../http/persons-desk.js';
import { NewCase, policeDoor } from './new-case.js';
import { asCase, newCaseErrors, NewCaseForm, principalError, soughtOf } from './new-case-form.js';
import { homeCoded, whereaboutsError } from './whereabouts-form.js';

/** The form that opens a case. */
@Controller('casos/nuevo')
export class NewCasePages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(PersonsDesk) private readonly persons: PersonsDesk,
  ) {}

  @Get()
  async form(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const organization = await this.#institution(actor);
    const filled = {
      condition: 'NEW',
      ...(organization && { district: districtText(organization.district) }),
      ...(policeKinds.has(organization?.kind ?? '') ? { entry: policeDoor } : {}),
    };
    await this.#show(reply, actor, this.pages.newKey(), filled, new Map());
  }

  @Post()
  async open(
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = verdict(NewCaseForm, await this.#coded(actor, request.body), 'text');
    const errors =
      'errors' in said
        ? newCaseErrors(said.errors)
        : new Map([...principalError(said.value), ...whereaboutsError(said.value)]);
    const { 'idempotency-key': key } = request.headers;
    const again = typeof key === 'string' ? key : this.pages.newKey();
    if ('errors' in said || errors.size > 0) {
      return this.#show(reply, actor, again, filledIn(request.body), errors);
    }
    // Before a new person is made: whoever may be her, masked, for somebody to choose from.
    const found = said.value.person === undefined ? await this.persons.similar(actor, soughtOf(said.value)) : undefined;
    if (found !== undefined && (found.elsewhere || found.own.length > 0)) {
      return this.#show(reply, actor, again, filledIn(request.body), errors, found);
    }
    const { id, position } = await this.desk.open(actor, meta, asCase(said.value));
    seeOther(reply, `/casos/${id}`, position);
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    commandKey: string,
    filled: Filled,
    errors: Errors,
    similar?: Similar,
  ): Promise<void> {
    const institution = await this.#institution(actor);
    const police = policeKinds.has(institution?.kind ?? '');
    const districts = districtsAround(institution?.district ?? '');
    const page = <NewCase {...{ commandKey, filled, errors, police, districts, ...(similar && { similar }) }} />;
    await this.pages.send(reply, actor, 'cases', page, errors.size > 0 ? 422 : 200);
  }

  /** What was typed, with the codes of districts in place of their names. */
  async #coded(actor: Actor, body: unknown): Promise<unknown> {
    const near = (await this.#institution(actor))?.district;
    const filled = homeCoded(filledIn(body), near);
    const { district } = filled;
    return typeof district === 'string' ? { ...filled, district: districtTyped(district, near) } : filled;
  }

  #institution({ institution }: Actor) {
    return this.queries.execute(new KnownOrganization(institution));
  }
}
