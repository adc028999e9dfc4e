import { Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Reads, type Sent, UuidPipe } from '#service';
import { checked } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { aboutEnrolment } from '../http/about.js';
import { CourtReportDto, EndingDto, type OpenEnrolmentDto, SessionResultDto } from '../http/enrolment.dto.js';
import { ReeducationDesk } from '../http/reeducation-desk.js';
import { works } from '../http/roles.js';
import { ReeducationFigures } from '../http/reeducation-figures.js';
import { type EnrolmentCard, enrolments } from '../views/enrolments.js';
import { reeducationMonths } from '../views/reeducation-months.js';
import { EnrolmentForm } from './reeducation-forms.js';
import { measureIn } from './measure-form.js';
import './reeducation-styles.js';
import { EnrolmentPage, ReeducationPage } from './reeducation.js';

export class ShowParticipantQuery {
  /** Opens who he is, and the number of the order. */
  @IsOptional()
  @IsIn(['nombre'])
  mostrar?: 'nombre';
}

const most = 100;
const styles = ['reeducation.css'];

/** The pages of re-education: figures for everybody, files for the centre that keeps them, reports for the court. */
@ApiExcludeController()
@Controller('programas/reeducacion')
@Reads(enrolments, reeducationMonths)
export class ReeducationPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReeducationDesk) private readonly desk: ReeducationDesk,
    @Inject(ReeducationFigures) private readonly figures: ReeducationFigures,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async look(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const isCentre = await this.desk.isCentre(actor);
    const { institution } = actor;
    const files = isCentre ? await this.#list(`institution/${institution}/open`) : undefined;
    const told = works(actor) ? await this.#list(`court/${institution}`) : [];
    await this.lists.shown(actor, 'listParticipants', [...(files ?? []), ...told].map(aboutEnrolment));
    const props = {
      activity: await this.figures.activity(),
      ...(files && { files }),
      courts: isCentre ? await this.desk.courts() : [],
      told,
      newKey: () => this.pages.newKey(),
    };
    await this.pages.send(reply, actor, 'programmes', <ReeducationPage {...props} />, 200, styles);
  }

  @Get(':id')
  async one(
    @Param('id', UuidPipe) id: string,
    @Query() { mostrar }: ShowParticipantQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const card = await this.desk.find(actor, id);
    await this.lists.shown(actor, 'listParticipants', [aboutEnrolment(card)]);
    const props = {
      card,
      ...(mostrar === undefined ? {} : { shown: await this.desk.reveal(actor, card) }),
      name: await this.pages.names(card.court === undefined ? [] : [card.court]),
      now: this.pages.now(),
      newKey: () => this.pages.newKey(),
    };
    await this.pages.send(reply, actor, 'programmes', <EnrolmentPage {...props} />, 200, styles);
  }

  @Post()
  async open(@AsSent({ personal: true }) { actor, meta, body }: Sent, @Res() reply: FastifyReply): Promise<void> {
    const { name, ...form } = checked(EnrolmentForm, body);
    const dto: OpenEnrolmentDto = { ...form, ...(name === undefined ? {} : { identity: { name } }) };
    const { id, position } = await this.desk.open(actor, meta, dto);
    seeOther(reply, `/programas/reeducacion/${id}`, position);
  }

  @Post(':id/ingreso')
  async intake(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'hold-intake' }));
  }

  @Post(':id/sesion')
  async session(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { day, result } = checked(SessionResultDto, body);
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'record-session', day, result }));
  }

  @Post(':id/informe')
  async report(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { kind } = checked(CourtReportDto, body);
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'report', kind }));
  }

  @Post(':id/medida')
  async measure(
    @Param('id', UuidPipe) id: string,
    @AsSent({ personal: true }) { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, id, this.desk.measure(actor, id, meta, measureIn(body)));
  }

  @Post(':id/final')
  async end(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { how } = checked(EndingDto, body);
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'end', how }));
  }

  async #back(reply: FastifyReply, id: string, handled: Promise<Handled>): Promise<void> {
    seeOther(reply, `/programas/reeducacion/${id}`, (await handled).position);
  }

  async #list(list: string): Promise<readonly EnrolmentCard[]> {
    const listed = await this.platform.views.list(enrolments, list, { limit: most, descending: true });
    return listed.map(({ document }) => document);
  }
}
