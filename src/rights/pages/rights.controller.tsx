import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { renderPdf } from '#document';
import type { Handled } from '#event-log';
import type { ListRange, Projection } from '#projection';
import { type Actor, CommandMeta, CurrentActor, invalid, type Meta, Problem, Reads, UuidPipe, verdict } from '#service';
import { countryNow } from '../../country.js';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import { aboutCase, aboutItsCase, aboutPerson, Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { retentionSchedule } from '../../protocol/index.js';
import { PersonOfCase, PersonOfFile } from '../../questions.js';
import { assertOfficer, isOfficer, RightsDesk } from '../http/rights-desk.js';
import { inclusionOf } from '../http/rights-views.js';
import {
  AnswerRequestDto,
  AskErasureDto,
  LiftHoldDto,
  PlaceHoldDto,
  ReceiveRequestDto,
  RefuseErasureDto,
} from '../http/rights.dto.js';
import { type ErasureCard, erasures } from '../views/erasures.js';
import { holds } from '../views/holds.js';
import { proposals } from '../views/proposals.js';
import { requests } from '../views/requests.js';
import { certificateDocument } from './certificate.js';
import { ErasurePage } from './erasure.js';
import { HomePage } from './home.js';
import { short } from './labels.js';
import { PersonPage } from './person.js';
import { RequestPage } from './request.js';

const shown = 50;

/** The pages of whoever looks after personal data: requests, holds, erasures and their certificates. */
@ApiExcludeController()
@Controller('derechos')
@Reads(requests, holds, erasures, proposals)
export class RightsPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RightsDesk) private readonly desk: RightsDesk,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async home(
    @Query('caso') sought: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    assertOfficer(actor);
    if (sought) {
      const ofCase = await this.queries.execute(new PersonOfCase(sought));
      const person = ofCase ?? (await this.queries.execute(new PersonOfFile(sought)));
      if (person !== undefined) return seeOther(reply, `/derechos/personas/${person}`);
    }
    const [asked, open, over, proposed, standing] = await Promise.all([
      this.#list(requests, 'open'),
      this.#list(erasures, 'open'),
      this.#list(erasures, 'over', { limit: 10, descending: true }),
      this.#list(proposals, 'open'),
      this.#list(holds, 'standing'),
    ]);
    const persons = [...asked, ...open, ...over, ...proposed, ...standing].map(aboutPerson);
    await this.lists.shown(actor, 'listRights', [...persons, ...proposed.map(aboutItsCase)]);
    const schedule = retentionSchedule(countryNow());
    const lists = { requests: asked, open, over, proposals: proposed, holds: standing, schedule };
    const reviews = actor.role === 'data-officer';
    const page = <HomePage now={this.pages.now()} {...{ ...lists, reviews }} {...(sought ? { sought } : {})} />;
    await this.pages.send(reply, actor, 'rights', page);
  }

  @Get('personas/:person')
  async person(
    @Param('person', UuidPipe) person: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const rights = await this.desk.person(actor, person);
    const { linked, cases } = rights.record;
    const persons = [{ person }, ...linked].map(aboutPerson);
    await this.lists.shown(actor, 'listRights', [...persons, ...cases.map(aboutCase)]);
    await this.pages.send(reply, actor, 'rights', <PersonPage {...this.#common(actor)} {...{ person, rights }} />);
  }

  @Get('pedidos/:request')
  async request(
    @Param('request', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const request = await this.desk.request(actor, id);
    await this.lists.shown(actor, 'listRights', [aboutPerson(request)]);
    await this.pages.send(reply, actor, 'rights', <RequestPage {...this.#common(actor)} request={request} />);
  }

  @Get('supresiones/:erasure')
  async erasure(
    @Param('erasure', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const erasure = await this.#erasure(actor, id);
    const proof = erasure.certificate && inclusionOf(this.platform, erasure.certificate.event);
    const page = <ErasurePage {...this.#common(actor)} erasure={erasure} viewer={actor.code} proof={proof} />;
    await this.pages.send(reply, actor, 'rights', page);
  }

  /** The same on paper. */
  @Get('supresiones/:erasure/constancia.pdf')
  async certificate(
    @Param('erasure', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const erasure = await this.#erasure(actor, id);
    const { certificate } = erasure;
    if (certificate === undefined) throw new Problem(404, 'erasure/not-certified');
    const proof = inclusionOf(this.platform, certificate.event);
    const { bytes } = renderPdf(certificateDocument(erasure, certificate, proof));
    await reply
      .type('application/pdf')
      .header('Content-Disposition', `attachment; filename="constancia-${short(id)}.pdf"`)
      .send(Buffer.from(bytes));
  }

  @Post('personas/:person/pedidos')
  async receive(
    @Param('person', UuidPipe) person: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, position } = await this.desk.receive(actor, meta, checked(ReceiveRequestDto, request, { person }));
    seeOther(reply, `/derechos/pedidos/${id}`, position);
  }

  @Post('pedidos/:request/respuesta')
  async answer(
    @Param('request', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await back(reply, `/derechos/pedidos/${id}`, this.desk.answer(actor, meta, id, checked(AnswerRequestDto, request)));
  }

  @Post('personas/:person/retenciones')
  async hold(
    @Param('person', UuidPipe) person: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { norm } = checked(PlaceHoldDto, request);
    await back(reply, `/derechos/personas/${person}`, this.desk.hold(actor, meta, person, norm));
  }

  @Post('personas/:person/retenciones/:hold')
  async lift(
    @Param('person', UuidPipe) person: string,
    @Param('hold', UuidPipe) hold: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(LiftHoldDto, request);
    await back(reply, `/derechos/personas/${person}`, this.desk.lift(actor, meta, person, hold, reason));
  }

  @Post('personas/:person/supresiones')
  async ask(
    @Param('person', UuidPipe) person: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { id, position } = await this.desk.ask(actor, meta, person, checked(AskErasureDto, request));
    seeOther(reply, `/derechos/supresiones/${id}`, position);
  }

  @Post('supresiones/:erasure/aprobacion')
  async approve(
    @Param('erasure', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await back(reply, `/derechos/supresiones/${id}`, this.desk.approve(actor, meta, id));
  }

  @Post('supresiones/:erasure/rechazo')
  async refuse(
    @Param('erasure', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(RefuseErasureDto, request);
    await back(reply, `/derechos/supresiones/${id}`, this.desk.refuse(actor, meta, id, reason));
  }

  /** An erasure as it is about to be shown. @throws Problem 404 */
  async #erasure(actor: Actor, id: string): Promise<ErasureCard> {
    const erasure = await this.desk.erasure(actor, id);
    await this.lists.shown(actor, 'listRights', [aboutPerson(erasure)]);
    return erasure;
  }

  #common(actor: Actor) {
    return { officer: isOfficer(actor), now: this.pages.now(), newKey: () => this.pages.newKey() };
  }

  async #list<D>(view: Projection<D>, list: string, range: ListRange = { limit: shown }): Promise<readonly D[]> {
    return (await this.platform.views.list(view, list, range)).map(({ document }) => document);
  }
}

/** To a page, as it is after what was sent. */
async function back(reply: FastifyReply, path: string, handled: Promise<Handled>): Promise<void> {
  seeOther(reply, path, (await handled).position);
}

/** The fields of a small form; one left blank was not filled in. @throws Problem 400 */
function checked<T extends object>(form: new () => T, request: FastifyRequest, more: object = {}): T {
  const fields = Object.entries(filledIn(request.body)).filter(([, value]) => value !== '');
  const ticked = fields.map(([name, value]) => [name, name === 'categories' ? [value].flat() : value] as const);
  const said = verdict(form, { ...Object.fromEntries(ticked), ...more }, 'text');
  if ('errors' in said) throw invalid(said.errors);
  return said.value;
}
