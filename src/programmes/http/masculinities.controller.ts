import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  AsSent,
  created,
  type Created,
  CurrentActor,
  etag,
  pageOf,
  rangeOf,
  Reads,
  type Sent,
  UuidPipe,
} from '#service';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { menGroups } from '../views/masculinities.js';
import { participantChanges } from '../views/participant-changes.js';
import { aboutGroup } from './about.js';
import {
  FormGroupDto,
  GroupsQuery,
  GroupView,
  groupView,
  LeadershipDto,
  LeaveGroupDto,
  MeetingDto,
  NetworkView,
  PublicActivityDto,
} from './masculinities.dto.js';
import { MasculinitiesDesk } from './masculinities-desk.js';
import { StepTakenDto, MeasureDto, YearQuery } from './participant.dto.js';
import { ChangesView, ReeducationFigures } from './reeducation-figures.js';

/** Groups of men committed to non-violence: participants by code only, meetings, public activities, measures. */
@ApiTags('Programmes')
@Controller('api/masculinities')
@Reads(menGroups, participantChanges)
export class MasculinitiesController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(MasculinitiesDesk) private readonly desk: MasculinitiesDesk,
    @Inject(ReeducationFigures) private readonly figures: ReeducationFigures,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** The actor's institution facilitates it. */
  @Post('groups')
  async form(@Body() { name }: FormGroupDto, @AsSent() { actor, meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/masculinities/groups', await this.desk.form(actor, meta, name));
  }

  /** The groups of the actor's institution, newest first. */
  @Get('groups')
  @Answers(GroupView, { list: true })
  async list(
    @Query() query: GroupsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly GroupView[]> {
    this.desk.refuseOthers(actor);
    const list = `institution/${actor.institution}/${query.state ?? 'open'}`;
    const listed = await this.platform.views.list(menGroups, list, { ...rangeOf(query), descending: true });
    const cards = pageOf(request, reply, query, listed).map(({ document }) => document);
    await this.lists.shown(actor, 'listParticipants', cards.flatMap(aboutGroup));
    return cards.map(groupView);
  }

  @Get('groups/:id')
  @Answers(GroupView)
  async one(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GroupView> {
    const card = await this.desk.find(actor, id);
    await this.lists.shown(actor, 'listParticipants', aboutGroup(card));
    etag(reply, card.revision);
    return groupView(card);
  }

  /** Somebody joins: he gets a code, and nothing else is known of him. */
  @Post('groups/:id/participants')
  async join(
    @Param('id', UuidPipe) group: string,
    @Body() _: StepTakenDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Created> {
    const { id, ...handled } = await this.desk.join(actor, group, meta);
    return { id, ...answer(reply, handled) };
  }

  @Post('groups/:id/participants/:participant/departure')
  async leave(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @Body() { reason }: LeaveGroupDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'leave', participant, reason }));
  }

  @Post('groups/:id/participants/:participant/leadership')
  async lead(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @Body() { leads }: LeadershipDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    const doing = leads ? 'name-leader' : 'unname-leader';
    return answer(reply, await this.desk.take(actor, id, meta, { do: doing, participant }));
  }

  @Post('groups/:id/participants/:participant/measures')
  async measure(
    @Param('id', UuidPipe) id: string,
    @Param('participant', UuidPipe) participant: string,
    @Body() dto: MeasureDto,
    @AsSent({ personal: true }) { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.measure(actor, id, participant, meta, dto));
  }

  /** Who came on a day; said again, it is corrected. */
  @Post('groups/:id/meetings')
  async meet(
    @Param('id', UuidPipe) id: string,
    @Body() { day, present }: MeetingDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'meet', day, present }));
  }

  @Post('groups/:id/activities')
  async act(
    @Param('id', UuidPipe) id: string,
    @Body() { day, kind, men, reached }: PublicActivityDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'act', day, kind, men, reached }));
  }

  @Post('groups/:id/closure')
  async close(
    @Param('id', UuidPipe) id: string,
    @Body() _: StepTakenDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'close' }));
  }

  /** The network of groups of the country, without small counts. */
  @Get('network')
  @Answers(NetworkView)
  network(): Promise<NetworkView> {
    return this.desk.network();
  }

  /** Participants with a favourable change between two measures, in a year, by district; nothing of less than five. */
  @Get('changes')
  @Answers(ChangesView, { list: true })
  changes(@Query() { year }: YearQuery): Promise<readonly ChangesView[]> {
    return this.figures.changes(year);
  }
}
