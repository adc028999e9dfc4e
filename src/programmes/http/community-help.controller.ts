import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  AsSent,
  CurrentActor,
  PageQuery,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { Lists } from '../../people/access/lists.js';
import { communityHelps } from '../views/community-helps.js';
import { councils } from '../views/councils.js';
import { aboutHelp } from './about.js';
import { HelpActDto, HelpDto } from './community-help.dto.js';
import { HelpDesk } from './community-help-desk.js';
import { HelpView, helpView } from './community-help-views.js';

const usual = 50;

/** What volunteers of councils and rondas did: recorded by their own, seen by nobody else. */
@ApiTags('Communities')
@Controller('api/helps')
@Reads(communityHelps, councils)
export class HelpsController {
  constructor(
    @Inject(HelpDesk) private readonly desk: HelpDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** With `to` a case is opened and handed on as well. */
  @Post()
  async record(
    @Body() dto: HelpDto,
    @AsSent({ personal: true }) { actor, meta, reply }: Sent,
  ): Promise<Answer & { readonly id: string; readonly case?: string; readonly referral?: string }> {
    const { id, handed, ...handled } = await this.desk.record(actor, meta, dto);
    const { case: opened, referral } = handed ?? {};
    return {
      id,
      ...(opened === undefined ? {} : { case: opened }),
      ...(referral === undefined ? {} : { referral }),
      ...answer(reply, handled),
    };
  }

  /** Newest first. */
  @Get()
  @Answers(HelpView, { list: true })
  async list(@Query() { limit = usual }: PageQuery, @CurrentActor() actor: Actor): Promise<readonly HelpView[]> {
    const cards = await this.desk.list(actor, limit);
    await this.lists.shown(actor, 'listHelps', cards.flatMap(aboutHelp));
    return cards.map(helpView);
  }

  /** More was done for the same person. What settles violence is refused with the norm. */
  @Post(':id/acts')
  @HttpCode(200)
  async proceed(
    @Param('id', UuidPipe) id: string,
    @Body() { act }: HelpActDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.proceed(actor, id, meta, act));
  }
}
