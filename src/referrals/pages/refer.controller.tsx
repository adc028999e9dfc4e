import { Controller, Get, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommandReused } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, problemOf, Reads, verdict } from '#service';
import { Access } from '../../people/access/access.js';
import { aboutCase, Lists } from '../../people/access/lists.js';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import {
  CaseByCode,
  type Destination,
  Destinations,
  type KnownCase,
  RecentCases,
  ReferralBox,
  VisibleCase,
} from '../../questions.js';
import { needOf, ReferralDesk } from '../http/referral-desk.js';
import { referralCards } from '../views/referral-card.js';
import { Check } from './check.js';
import { ChooseCase, ChooseDestination, linkTo } from './choose.js';
import { formErrors, refusedField } from './consent.form.js';
import { asReferral, ReferForm, ReferQuery, unanswered, usualPurpose, usualUrgency } from './refer.form.js';

const lastCases = 8;
/** How many of the last referrals say which destinations are usual, and how many of those are shown. */
const habit = 200;
const usual = 6;

type Asked = Omit<Parameters<typeof Check>[0], 'from' | 'errors' | 'now'>;

/** The referral form: case, destination, check and send. */
@Controller('derivar')
@Reads(referralCards)
export class ReferPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(Access) private readonly access: Access,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async step(@Query() query: ReferQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const known = await this.#case(query, actor);
    if (known === undefined) return this.#chooseCase(reply, actor, query);
    if (query.caso === undefined) return seeOther(reply, linkTo({ ...query, caso: known.id }));
    const to = await this.#destination(query.institucion, query.servicio);
    if (to === undefined) return this.#chooseDestination(reply, actor, query, known);
    // The key is part of the address, so that reloading and going back keep it.
    if (query.clave === undefined) return seeOther(reply, linkTo({ ...query, clave: this.pages.newKey() }));
    const purpose = usualPurpose(to.serviceKind);
    const filled = {
      urgency: usualUrgency(known.risk),
      ...(known.language === undefined ? {} : { language: known.language }),
      ...(purpose === undefined ? {} : { purpose }),
    };
    // The first of a bundle gives it its id.
    const bundle = query.conjunto ?? query.clave;
    await this.#check(reply, actor, { commandKey: query.clave, bundle, known, to, filled });
  }

  @Post()
  async send(
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = verdict(ReferForm, request.body, 'text');
    const again = (errors: Errors) => this.#again(request, reply, actor, errors);
    if ('errors' in said) return again(formErrors(said.errors, unanswered));
    try {
      const { id, position, repeated } = await this.desk.send(actor, meta, asReferral(said.value));
      seeOther(reply, `/derivaciones/${id}?aviso=${repeated ? 'repetida' : 'enviada'}`, position);
    } catch (error) {
      if (error instanceof CommandReused)
        return seeOther(reply, `/derivaciones/${this.desk.idOf(meta)}?aviso=repetida`);
      const errors = refusedField(problemOf(error).code);
      if (errors === undefined) throw error;
      await again(errors);
    }
  }

  /** The check card again, with what was filled in and what is wrong with it. */
  async #again(request: FastifyRequest, reply: FastifyReply, actor: Actor, errors: Errors): Promise<void> {
    const filled = filledIn(request.body);
    const text = (name: string) => (typeof filled[name] === 'string' ? filled[name] : undefined);
    const known = await this.#one(actor, text('caso') ?? '-');
    const to = await this.#destination(text('institucion'), text('servicio'));
    if (to === undefined) throw new Problem(422, 'referral/unknown-destination');
    const { 'idempotency-key': key } = request.headers;
    const commandKey = typeof key === 'string' ? key : this.pages.newKey();
    const bundle = text('conjunto') ?? commandKey;
    await this.#check(reply, actor, { commandKey, bundle, known, to, filled, errors });
  }

  async #case({ caso, codigo }: ReferQuery, actor: Actor): Promise<KnownCase | undefined> {
    if (caso !== undefined) return this.#one(actor, caso);
    if (codigo === undefined) return undefined;
    return this.queries.execute(new CaseByCode(actor, codigo.trim().toUpperCase()));
  }

  /** @throws Problem 404 there is none, or it is not theirs to see; 423 it is sealed */
  async #one(actor: Actor, id: string): Promise<KnownCase> {
    await this.access.assert(actor, { action: 'readCase', case: id }, 'referral/unknown-case');
    const known = await this.queries.execute(new VisibleCase(actor, id));
    if (known === undefined) throw new Problem(404, 'referral/unknown-case');
    return known;
  }

  async #destination(organization?: string, service?: string): Promise<Destination | undefined> {
    if (organization === undefined || service === undefined) return undefined;
    const all = await this.queries.execute(new Destinations(organization));
    const open = all.filter(({ status, receivesReferrals }) => status === 'active' && receivesReferrals);
    return open.find((each) => each.organization === organization && each.service === service);
  }

  async #chooseCase(reply: FastifyReply, actor: Actor, { codigo }: ReferQuery): Promise<void> {
    const cases = await this.queries.execute(new RecentCases(actor, lastCases));
    await this.lists.shown(actor, 'listReferring', cases.map(aboutCase));
    await this.pages.send(reply, actor, 'refer', <ChooseCase cases={cases} {...(codigo && { unknown: codigo })} />);
  }

  async #chooseDestination(reply: FastifyReply, actor: Actor, query: ReferQuery, known: KnownCase): Promise<void> {
    await this.lists.shown(actor, 'listReferring', [aboutCase(known)]);
    const open = await this.desk.offers(actor, needOf(known));
    const sent = await this.queries.execute(new ReferralBox(actor, 'from', 'all', habit));
    const times = new Map<string, number>();
    for (const { to, service } of sent) times.set(`${to} ${service}`, (times.get(`${to} ${service}`) ?? 0) + 1);
    const used = ({ organization, service }: Destination) => times.get(`${organization} ${service}`) ?? 0;
    const most = open
      .filter((each) => each.offered && used(each) > 0)
      .sort((a, b) => used(b) - used(a))
      .slice(0, usual);
    await this.pages.send(reply, actor, 'refer', <ChooseDestination {...{ query, known, open, most }} />);
  }

  async #check(
    reply: FastifyReply,
    actor: Actor,
    { errors = new Map(), ...asked }: Asked & { readonly errors?: Errors },
  ): Promise<void> {
    await this.lists.shown(actor, 'listReferring', [aboutCase(asked.known)]);
    const from = (await this.pages.names([actor.institution]))(actor.institution);
    const card = <Check {...{ ...asked, from, errors, now: this.pages.now() }} />;
    await this.pages.send(reply, actor, 'refer', card, errors.size > 0 ? 422 : 200);
  }
}
