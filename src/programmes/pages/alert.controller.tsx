import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, AsSent, CurrentActor, Problem, problemOf, Reads, type Sent, UuidPipe, verdict } from '#service';
import { localDate } from '#terms';
import { checked } from '../../pages/forms.js';
import { filledIn, inWords, Pages, seeOther } from '../../pages/pages.js';
import type { Errors, Filled } from '../../pages/parts.js';
import { alertReceivers, zoneOf } from '../../protocol/index.js';
import { OrganizationsOfKind } from '../../questions.js';
import { AlertAnswerDto, AlertClosureDto, AlertDto } from '../http/alert.dto.js';
import { AlertDesk } from '../http/alert-desk.js';
import { HandOn } from '../http/community-hand-on.js';
import { works } from '../http/roles.js';
import { type AlertCard, alerts } from '../views/alerts.js';
import { AlertsPage } from './alert.js';
import { AlertReferralForm, AlertReferralPage, asReferral } from './alert-referral.js';
import { helpErrors, refusedQuestion } from './community-help.form.js';
import { say } from './community-words.js';

const mostOpen = 100;
const lastOver = 20;

/** The list of alerts, and the forms by which they are given and answered. */
@ApiExcludeController()
@Controller('alertas')
@Reads(alerts)
export class AlertPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(AlertDesk) private readonly desk: AlertDesk,
    @Inject(HandOn) private readonly handOn: HandOn,
  ) {}

  @Get()
  list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    return this.#show(reply, actor, {}, new Map());
  }

  @Post()
  async raise(@AsSent() { actor, meta, body }: Sent, @Res() reply: FastifyReply): Promise<void> {
    const filled = filledIn(body);
    const said = verdict(AlertDto, filled, 'text');
    if ('errors' in said) return this.#show(reply, actor, filled, inWords(said.errors));
    try {
      const { position } = await this.desk.raise(actor, meta, said.value);
      seeOther(reply, '/alertas', position);
    } catch (error) {
      if (problemOf(error).code !== 'alert/unknown-place') throw error;
      await this.#show(reply, actor, filled, new Map([['place', say('alert.place.unknown')]]));
    }
  }

  @Post(':id/revision')
  async look(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.take(actor, id, meta, { do: 'take' });
    seeOther(reply, '/alertas', position);
  }

  @Post(':id/respuesta')
  async answer(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { answer } = checked(AlertAnswerDto, body);
    const { position } = await this.desk.take(actor, id, meta, { do: 'answer', answer });
    seeOther(reply, '/alertas', position);
  }

  @Get(':id/derivacion')
  async whom(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showReferral(reply, actor, id, {}, new Map());
  }

  @Post(':id/derivacion')
  async refer(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const filled = filledIn(body);
    const said = verdict(AlertReferralForm, filled, 'text');
    if ('errors' in said) return this.#showReferral(reply, actor, id, filled, helpErrors(said.errors));
    try {
      const { handed, position } = await this.desk.refer(actor, id, meta, asReferral(said.value));
      seeOther(reply, `/derivaciones/${handed.referral}`, position);
    } catch (error) {
      const errors = refusedQuestion(problemOf(error).code);
      if (errors === undefined) throw error;
      await this.#showReferral(reply, actor, id, filled, errors);
    }
  }

  @Post(':id/cierre')
  async close(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(AlertClosureDto, body);
    const { position } = await this.desk.take(actor, id, meta, { do: 'close', reason });
    seeOther(reply, '/alertas', position);
  }

  async #showReferral(reply: FastifyReply, actor: Actor, id: string, filled: Filled, errors: Errors): Promise<void> {
    const alert = await this.desk.find(actor, id);
    if (!mayRefer(actor, alert)) throw new Problem(403, 'forbidden');
    const receivers = await this.handOn.receivers(actor.institution, alert.district);
    const name = await this.pages.names([alert.place]);
    const page = <AlertReferralPage {...{ alert, name, receivers, filled, errors }} commandKey={this.pages.newKey()} />;
    await this.pages.send(reply, actor, 'programmes', page, errors.size > 0 ? 422 : 200);
  }

  async #show(reply: FastifyReply, actor: Actor, filled: Filled, errors: Errors): Promise<void> {
    const cards = async (state: 'open' | 'over', limit: number) =>
      (await this.desk.list(actor, state, { limit })).map(({ document }) => document);
    const [open, over] = await Promise.all([cards('open', mostOpen), cards('over', lastOver)]);
    const all = [...open, ...over];
    const receivers = await this.queries.execute(new OrganizationsOfKind(alertReceivers));
    const name = await this.pages.names(
      all.flatMap(({ institution, to, place, referredTo }) => [
        institution,
        to,
        place,
        ...(referredTo === undefined ? [] : [referredTo]),
      ]),
    );
    const page = (
      <AlertsPage
        {...{ open, over, receivers, name, filled, errors }}
        mayAnswer={({ to }) => actor.role === 'coordinator' || to === actor.institution}
        mayRefer={(alert) => mayRefer(actor, alert)}
        dayOf={(at, country) => localDate(at, zoneOf(country))}
        newKey={() => this.pages.newKey()}
      />
    );
    await this.pages.send(reply, actor, 'programmes', page, errors.size > 0 ? 422 : 200);
  }
}

/** Whoever is to answer opens a case of their own for somebody they found. */
const mayRefer = (actor: Actor, { to }: AlertCard): boolean => works(actor) && to === actor.institution;
