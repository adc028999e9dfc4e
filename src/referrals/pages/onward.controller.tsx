import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  CommandMeta,
  CurrentActor,
  type Meta,
  Problem,
  problemOf,
  Reads,
  UuidPipe,
  verdict,
} from '#service';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import type { Destination, Offer } from '../../questions.js';
import { refusalInWords } from '../http/problems.js';
import { ReferralDesk } from '../http/referral-desk.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';
import { formErrors, refusedField } from './consent.form.js';
import { asReroute, ChooseNext, Onward, OnwardForm, OnwardQuery, unanswered } from './onward.js';
import { ReferralScreen } from './screen.js';

/** Hands a referral on to another service: which one, then why, with a consent of its own. */
@ApiExcludeController()
@Controller('derivaciones/:id/otro-servicio')
@Reads(referralCards)
export class OnwardPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(ReferralScreen) private readonly screen: ReferralScreen,
  ) {}

  @Get()
  async step(
    @Param('id', UuidPipe) id: string,
    @Query() query: OnwardQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const card = await this.desk.find(actor, id);
    const open = await this.desk.onward(actor, card);
    const to = found(open, query);
    if (to !== undefined) return this.#check(reply, actor, this.pages.newKey(), card, to, {});
    const alternatives = await this.desk.alternatives(actor, card);
    const page = <ChooseNext {...{ card, alternatives, open }} wanted={query.buscar} />;
    await this.pages.send(reply, actor, undefined, page);
  }

  @Post()
  async send(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = verdict(OnwardForm, request.body, 'text');
    if ('errors' in said) return this.#again(request, reply, actor, id, formErrors(said.errors, unanswered));
    try {
      const { position } = await this.desk.reroute(actor, id, meta, asReroute(said.value));
      seeOther(reply, `/derivaciones/${id}`, position);
    } catch (error) {
      const { code, status } = problemOf(error);
      const errors = refusedField(code);
      if (errors !== undefined) return this.#again(request, reply, actor, id, errors);
      const words = status === 404 ? undefined : refusalInWords(code);
      if (words === undefined) throw error;
      await this.screen.show(reply, actor, id, { refused: words }, status);
    }
  }

  async #again(request: FastifyRequest, reply: FastifyReply, actor: Actor, id: string, errors: Errors): Promise<void> {
    const filled = filledIn(request.body);
    const card = await this.desk.find(actor, id);
    const to = found(await this.desk.onward(actor, card), filled);
    if (to === undefined) throw new Problem(422, 'referral/unknown-destination');
    const { 'idempotency-key': key } = request.headers;
    await this.#check(reply, actor, typeof key === 'string' ? key : this.pages.newKey(), card, to, filled, errors);
  }

  async #check(
    reply: FastifyReply,
    actor: Actor,
    commandKey: string,
    card: ReferralCard,
    to: Destination,
    filled: ReturnType<typeof filledIn>,
    errors: Errors = new Map(),
  ): Promise<void> {
    const [name, message] = await Promise.all([this.pages.names([card.to]), this.desk.message(actor, card)]);
    const asked = { commandKey, card, to, filled, errors, now: this.pages.now() };
    const page = <Onward {...asked} from={name(card.to)} hasWords={message.state === 'shown'} />;
    await this.pages.send(reply, actor, undefined, page, errors.size > 0 ? 422 : 200);
  }
}

const found = (open: readonly Offer[], { institucion, servicio }: ReturnType<typeof filledIn> | OnwardQuery) =>
  open.find(({ organization, service }) => organization === institucion && service === servicio);
