import { Body, Controller, Get, HttpCode, Inject, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  AsSent,
  created,
  type Created,
  CurrentActor,
  Problem,
  Reads,
  type Sent,
} from '#service';
import { CoordinatorsOnly } from '../../people/coordinators-only.js';
import { CodePipe } from '../../requests.js';
import { communityHelps } from '../views/community-helps.js';
import { councils } from '../views/councils.js';
import { networks } from '../views/networks.js';
import {
  DefenderDto,
  CouncilEndDto,
  FoundCouncilDto,
  FoundNetworkDto,
  CouncilJoinDto,
  CouncilLeaveDto,
  CouncilRecognitionDto,
  DefenderTrainingDto,
} from './community.dto.js';
import { CouncilView, NetworkFiguresView, CouncilNetworkView, councilView, figuresView } from './council-views.js';
import { CouncilDesk } from './council-desk.js';

/** Community defence councils and rondas, with their volunteers: codes, never names. */
@ApiTags('Communities')
@Controller('api/councils')
@Reads(councils, networks)
export class CouncilsController {
  constructor(@Inject(CouncilDesk) private readonly desk: CouncilDesk) {}

  /** Founded again with the same data, it changes nothing. */
  @Post()
  @UseGuards(CoordinatorsOnly)
  async found(@Body() dto: FoundCouncilDto, @AsSent() { meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/councils', { id: dto.id, ...(await this.desk.found(meta, dto)) });
  }

  @Get()
  @Answers(CouncilView, { list: true })
  async list(): Promise<readonly CouncilView[]> {
    return (await this.desk.councils()).map(councilView);
  }

  @Get(':id')
  @Answers(CouncilView)
  async one(@Param('id', CodePipe) id: string): Promise<CouncilView> {
    return councilView(await this.desk.council(id));
  }

  @Post(':id/recognition')
  @UseGuards(CoordinatorsOnly)
  async recognise(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilRecognitionDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'recognise', ...dto }));
  }

  @Post(':id/network')
  @UseGuards(CoordinatorsOnly)
  async join(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilJoinDto,
    @AsSent() { meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.join(id, meta, dto));
  }

  @Post(':id/network/departure')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async leave(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilLeaveDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'leave', ...dto }));
  }

  /** Told by the council itself, its network, or whoever coordinates. */
  @Post(':id/defenders')
  async nameDefender(
    @Param('id', CodePipe) id: string,
    @Body() dto: DefenderDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'name-defender', ...dto }));
  }

  @Post(':id/defenders/:defender/training')
  async train(
    @Param('id', CodePipe) id: string,
    @Param('defender', CodePipe) defender: string,
    @Body() dto: DefenderTrainingDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'train-defender', defender, ...dto }));
  }

  @Post(':id/defenders/:defender/departure')
  @HttpCode(200)
  async release(
    @Param('id', CodePipe) id: string,
    @Param('defender', CodePipe) defender: string,
    @Body() dto: CouncilLeaveDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'release-defender', defender, ...dto }));
  }

  @Post(':id/end')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async end(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilEndDto,
    @AsSent() { actor, meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.keep(actor, id, meta, { do: 'end', ...dto }));
  }
}

const monthPattern = /^\d{4}-(0[1-9]|1[0-2])$/u;

/** For a month in an address. @throws Problem 404 */
export function monthOf(text: string): string {
  if (!monthPattern.test(text)) throw new Problem(404, 'not-found');
  return text;
}

/** Federations above councils, and what their councils did. */
@ApiTags('Communities')
@Controller('api/networks')
@Reads(councils, networks, communityHelps)
export class NetworksController {
  constructor(@Inject(CouncilDesk) private readonly desk: CouncilDesk) {}

  @Post()
  @UseGuards(CoordinatorsOnly)
  async found(@Body() dto: FoundNetworkDto, @AsSent() { meta, reply }: Sent): Promise<Created> {
    return created(reply, '/api/networks', { id: dto.id, ...(await this.desk.federate(meta, dto)) });
  }

  @Get()
  @Answers(CouncilNetworkView, { list: true })
  list(): Promise<readonly CouncilNetworkView[]> {
    return this.desk.networks();
  }

  @Post(':id/recognition')
  @UseGuards(CoordinatorsOnly)
  async recognise(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilRecognitionDto,
    @AsSent() { meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.toNetwork(id, meta, { do: 'recognise', ...dto }));
  }

  @Post(':id/end')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async end(
    @Param('id', CodePipe) id: string,
    @Body() dto: CouncilEndDto,
    @AsSent() { meta, reply }: Sent,
  ): Promise<Answer> {
    return answer(reply, await this.desk.toNetwork(id, meta, { do: 'end', ...dto }));
  }

  /** What its councils did in a local month: null where a count is small, or would give a small one away. */
  @Get(':id/months/:month')
  @Answers(NetworkFiguresView)
  async month(
    @Param('id', CodePipe) id: string,
    @Param('month') month: string,
    @CurrentActor() actor: Actor,
  ): Promise<NetworkFiguresView> {
    const figures = await this.desk.figures(actor, id, monthOf(month));
    return figuresView(month, figures);
  }
}
