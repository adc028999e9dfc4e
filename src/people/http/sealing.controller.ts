import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  Reads,
  UuidPipe,
} from '#service';
import { aboutItsCase, Lists } from '../access/lists.js';
import { type Sealing, sealings } from '../views/sealings.js';
import { SealingDesk } from './sealing-desk.js';
import { AskSealingDto, SealingView, SealingWithOrderView } from './sealing.dto.js';

const shown = ({ order: _, ...sealing }: Sealing): SealingView => sealing;

/** The seal on a case: asked for by one person, decided by another. */
@Controller('api/sealings')
@Reads(sealings)
export class SealingController {
  constructor(
    @Inject(SealingDesk) private readonly desk: SealingDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Post()
  async ask(
    @Body() dto: AskSealingDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const { id, ...handled } = await this.desk.ask(actor, meta, dto);
    void reply.header('Location', `/api/sealings/${id}`);
    return { id, ...answer(reply, handled) };
  }

  /** Those that wait for a second person first. */
  @Get()
  @Answers(SealingView, { list: true })
  async list(@CurrentActor() actor: Actor): Promise<readonly SealingView[]> {
    const { open, over } = await this.desk.list(actor);
    const all = [...open, ...over];
    await this.lists.shown(actor, 'listSeals', all.map(aboutItsCase));
    return all.map(shown);
  }

  @Get(':id')
  @Answers(SealingWithOrderView)
  async one(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<SealingWithOrderView> {
    const { sealing, order } = await this.desk.read(actor, id);
    await this.lists.shown(actor, 'listSeals', [aboutItsCase(sealing)]);
    return { ...shown(sealing), ...order };
  }

  /** Another person agrees: the case is sealed, or opened again. */
  @Post(':id/approval')
  async approve(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.decide(actor, meta, id, 'approve'));
  }

  @Post(':id/refusal')
  async refuse(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.decide(actor, meta, id, 'refuse'));
  }
}
