import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { aboutFields, type AboutFields, type Again, takeForm } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { aboutItsCase, Lists } from '../access/lists.js';
import { GlassDesk } from '../http/glass-desk.js';
import { peopleProblems } from '../http/problems.js';
import { EmergencyDto, ReviewDto } from '../http/staff.dto.js';
import { glasses } from '../views/glasses.js';
import { checked } from './checked.js';
import { EmergencyForm, Review, Reviews } from './emergency.js';
import { say } from './words.js';

/** No case by that code, or none that opens so: which of the two, nobody is told. */
const wrongInEmergency: AboutFields = {
  'case/unknown': ['case', say('case.unknown')],
  ...aboutFields(peopleProblems, { 'glass/explanation-too-short': 'explanation' }),
};

/** Emergency access on pages. */
@ApiExcludeController()
@Controller('emergencia')
@Reads(glasses)
export class EmergencyPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(GlassDesk) private readonly desk: GlassDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async form(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.#show(reply, actor);
  }

  @Post()
  async break(
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const show = (again: Again, status: number) => this.#show(reply, actor, again, status);
    await takeForm(EmergencyDto, request.body, { about: wrongInEmergency, show }, async (dto) => {
      const { case: id, position } = await this.desk.break(actor, meta, dto);
      seeOther(reply, `/casos/${id}`, position);
    });
  }

  @Get('revisiones')
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.desk.listFor(actor);
    await this.lists.shown(actor, 'listEmergencies', found.map(aboutItsCase));
    const name = await this.pages.names(found.map(({ institution }) => institution));
    // Who only reviews takes no emergency access.
    const back = actor.role === 'data-officer' ? '/derechos' : '/emergencia';
    const props = { glasses: found, own: actor.code, name, back };
    await this.pages.send(reply, actor, undefined, <Reviews {...props} />);
  }

  @Get('revisiones/:id')
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { glass, words } = await this.desk.read(actor, id);
    await this.lists.shown(actor, 'listEmergencies', [aboutItsCase(glass)]);
    const name = await this.pages.names([glass.institution]);
    const props = { glass, words, name, commandKey: this.pages.newKey() };
    await this.pages.send(reply, actor, undefined, <Review {...props} />);
  }

  @Post('revisiones/:id')
  async review(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { outcome } = checked(ReviewDto, request.body);
    const { position } = await this.desk.review(actor, id, meta, outcome);
    seeOther(reply, '/emergencia/revisiones', position);
  }

  async #show(reply: FastifyReply, actor: Actor, again?: Again, status = 200): Promise<void> {
    const page = <EmergencyForm commandKey={this.pages.newKey()} {...(again && { again })} />;
    await this.pages.send(reply, actor, 'cases', page, status);
  }
}
