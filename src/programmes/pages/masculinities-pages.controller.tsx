import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Reads, type Sent, UuidPipe } from '#service';
import { checked } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { aboutGroup } from '../http/about.js';
import { FormGroupDto, LeadershipDto, LeaveGroupDto, PublicActivityDto } from '../http/masculinities.dto.js';
import { MasculinitiesDesk } from '../http/masculinities-desk.js';
import { works } from '../http/roles.js';
import { ReeducationFigures } from '../http/reeducation-figures.js';
import { type MenGroupCard, menGroups } from '../views/masculinities.js';
import { participantChanges } from '../views/participant-changes.js';
import { MasculinitiesPage, MenGroupPage } from './masculinities.js';
import { measureIn } from './measure-form.js';
import { MeetingForm } from './reeducation-forms.js';
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
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async look(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const props = {
      network: await this.desk.network(),
      year: this.figures.lastYear(),
      changes: await this.figures.changes(),
      ...(works(actor) ? { groups: await this.#groups(actor.institution) } : {}),
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
    await this.lists.shown(actor, 'listParticipants', aboutGroup(group));
    const page = <MenGroupPage group={group} now={this.pages.now()} newKey={() => this.pages.newKey()} />;
    await this.pages.send(reply, actor, 'programmes', page, 200, styles);
  }

  @Post()
  async form(@AsSent() { actor, meta, body }: Sent, @Res() reply: FastifyReply): Promise<void> {
    const { name } = checked(FormGroupDto, body);
    const { id, position } = await this.desk.form(actor, meta, name);
    seeOther(reply, `/programas/masculinidades/${id}`, position);
  }

  @Post(':id/participantes')
  async join(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, id, this.desk.join(actor, id, meta));
  }

  @Post(':id/reunion')
  async meet(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { day, present } = checked(MeetingForm, body, { present: [] });
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'meet', day, present }));
  }

  @Post(':id/participantes/:participant/liderazgo')
  async lead(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { leads } = checked(LeadershipDto, body);
    const command = { do: leads ? 'name-leader' : 'unname-leader', participant } as const;
    await this.#back(reply, id, this.desk.take(actor, id, meta, command));
  }

  @Post(':id/participantes/:participant/salida')
  async leave(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = checked(LeaveGroupDto, body);
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'leave', participant, reason }));
  }

  @Post(':id/participantes/:participant/medida')
  async measure(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @AsSent({ personal: true }) { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, id, this.desk.measure(actor, id, participant, meta, measureIn(body)));
  }

  @Post(':id/actividad')
  async act(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { day, kind, men, reached } = checked(PublicActivityDto, body);
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'act', day, kind, men, reached }));
  }

  @Post(':id/cierre')
  async close(
    @Param('id', UuidPipe) id: string,
    @AsSent() { actor, meta }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, id, this.desk.take(actor, id, meta, { do: 'close' }));
  }

  async #back(reply: FastifyReply, id: string, handled: Promise<Handled>): Promise<void> {
    seeOther(reply, `/programas/masculinidades/${id}`, (await handled).position);
  }

  async #groups(institution: string): Promise<readonly MenGroupCard[]> {
    const range = { limit: most, descending: true };
    const listed = await this.platform.views.list(menGroups, `institution/${institution}/open`, range);
    return listed.map(({ document }) => document);
  }
}
