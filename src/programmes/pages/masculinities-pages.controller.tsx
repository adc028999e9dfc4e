import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { Pages, seeOther } from '../../pages/pages.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { FormGroupDto } from '../http/masculinities.dto.js';
import { MasculinitiesDesk } from '../http/masculinities-desk.js';
import { works } from '../http/reeducation-desk.js';
import { ReeducationFigures } from '../http/reeducation-figures.js';
import { type MenGroupCard, menGroups } from '../views/masculinities.js';
import { participantChanges } from '../views/participant-changes.js';
import { MasculinitiesPage, MenGroupPage } from './masculinities.js';
import { fieldsOf, MeetingForm } from './reeducation-forms.js';
import './reeducation-styles.js';

const most = 100;
const styles = ['reeducation.css'];

/** The pages of groups of men: figures for everybody, a group for who facilitates it. */
@ApiExcludeController()
@Controller('programas/masculinidades')
@Reads(menGroups, participantChanges)
export class MasculinitiesPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(MasculinitiesDesk) private readonly desk: MasculinitiesDesk,
    @Inject(ReeducationFigures) private readonly figures: ReeducationFigures,
  ) {}

  @Get()
  async look(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const props = {
      network: await this.desk.network(),
      year: this.figures.thisYear(),
      changes: await this.figures.changes(),
      ...(works.includes(actor.role) ? { groups: await this.#groups(actor.institution) } : {}),
      newKey: () => this.pages.newKey(),
    };
    await this.pages.send(reply, actor, 'programmes', <MasculinitiesPage {...props} />, 200, styles);
  }

  @Get(':id')
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const group = await this.desk.find(actor, id);
    const page = <MenGroupPage group={group} newKey={() => this.pages.newKey()} />;
    await this.pages.send(reply, actor, 'programmes', page, 200, styles);
  }

  @Post()
  async form(
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name } = fieldsOf(FormGroupDto, request.body);
    const { id, position } = await this.desk.form(actor, meta, name);
    seeOther(reply, `/programas/masculinidades/${id}`, position);
  }

  @Post(':id/participantes')
  async join(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.join(actor, id, meta);
    seeOther(reply, `/programas/masculinidades/${id}`, position);
  }

  @Post(':id/reunion')
  async meet(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { day, present } = fieldsOf(MeetingForm, request.body, { present: [] });
    const { position } = await this.desk.take(actor, id, meta, { do: 'meet', day, present });
    seeOther(reply, `/programas/masculinidades/${id}`, position);
  }

  async #groups(institution: string): Promise<readonly MenGroupCard[]> {
    const range = { limit: most, descending: true };
    const listed = await this.platform.views.list(menGroups, `institution/${institution}/open`, range);
    return listed.map(({ document }) => document);
  }
}
