import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { aboutFields, type AboutFields, type Again, takeForm } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { aboutItsCase, Lists } from '../access/lists.js';
import { SealingDesk } from '../http/sealing-desk.js';
import { AskSealingDto } from '../http/sealing.dto.js';
import { peopleProblems } from '../http/problems.js';
import { sealings } from '../views/sealings.js';
import { checked } from './checked.js';
import { SealingPage, Sealings } from './sealings.js';
import { say } from './words.js';

const wrongInSealing: AboutFields = {
  'case/unknown': ['case', say('case.unknown')],
  ...aboutFields(peopleProblems, {
    ...{ 'sealing/under-way': 'case', 'sealing/as-it-is': 'aim' },
    ...{ 'sealing/order': 'norm', 'sealing/court-only': 'norm' },
  }),
};

class DecisionDto {
  @IsIn(['approve', 'refuse'])
  decision: 'approve' | 'refuse';
}

/** The seals of cases, on pages. */
@ApiExcludeController()
@Controller('derechos/reservas')
@Reads(sealings)
export class SealingPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(SealingDesk) private readonly desk: SealingDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.#list(reply, actor);
  }

  @Post()
  async ask(
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const show = (again: Again, status: number) => this.#list(reply, actor, again, status);
    await takeForm(AskSealingDto, request.body, { about: wrongInSealing, show }, async (dto) => {
      const { id, position } = await this.desk.ask(actor, meta, dto);
      seeOther(reply, `/derechos/reservas/${id}`, position);
    });
  }

  @Get(':id')
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { sealing, order } = await this.desk.read(actor, id);
    await this.lists.shown(actor, 'listSeals', [aboutItsCase(sealing)]);
    const keys = await this.desk.keysOf(sealing);
    const props = { sealing, order, keys, viewer: actor.code, commandKey: this.pages.newKey() };
    await this.pages.send(reply, actor, 'rights', <SealingPage {...props} />);
  }

  @Post(':id')
  async decide(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { decision } = checked(DecisionDto, request.body);
    const { position } = await this.desk.decide(actor, meta, id, decision);
    seeOther(reply, `/derechos/reservas/${id}`, position);
  }

  async #list(reply: FastifyReply, actor: Actor, again?: Again, status = 200): Promise<void> {
    const { open, over } = await this.desk.list(actor);
    await this.lists.shown(actor, 'listSeals', [...open, ...over].map(aboutItsCase));
    const props = { open, over, commandKey: this.pages.newKey(), ...(again && { again }) };
    await this.pages.send(reply, actor, 'rights', <Sealings {...props} />, status);
  }
}
