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
import { type Glass, glasses } from '../views/glasses.js';
import { GlassDesk } from './glass-desk.js';
import { EmergencyDto, EmergencyView, EmergencyWithWordsView, ReviewDto } from './staff.dto.js';

const shown = ({ explanation: _, country: __, owner: ___, ...glass }: Glass): EmergencyView => glass;

/** Emergency access: to one case, for an hour, with everybody told. */
@Controller('api/emergency-accesses')
@Reads(glasses)
export class GlassController {
  constructor(
    @Inject(GlassDesk) private readonly desk: GlassDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** Answers with the id of the case, which can be read from now on. */
  @Post()
  async break(
    @Body() dto: EmergencyDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string; readonly case: string }> {
    const { id, case: of, ...handled } = await this.desk.break(actor, meta, dto);
    void reply.header('Location', `/api/cases/${of}`);
    return { id, case: of, ...answer(reply, handled) };
  }

  @Get()
  @Answers(EmergencyView, { list: true })
  async list(@CurrentActor() actor: Actor): Promise<readonly EmergencyView[]> {
    const found = await this.desk.listFor(actor);
    await this.lists.shown(actor, 'listEmergencies', found.map(aboutItsCase));
    return found.map(shown);
  }

  /** For whoever reviews it: with the words it was explained with. */
  @Get(':id')
  @Answers(EmergencyWithWordsView)
  async one(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<EmergencyWithWordsView> {
    const { glass, words } = await this.desk.read(actor, id);
    await this.lists.shown(actor, 'listEmergencies', [aboutItsCase(glass)]);
    return { ...shown(glass), ...(words === undefined ? {} : { explanation: words }) };
  }

  @Post(':id/review')
  async review(
    @Param('id', UuidPipe) id: string,
    @Body() { outcome }: ReviewDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.review(actor, id, meta, outcome));
  }
}
