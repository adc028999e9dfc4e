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
import { caseCards } from '../views/case-card.js';
import { CaseDesk, type Shown } from './case-desk.js';
import { RecordShelterPlaceDto, RecordWhereaboutsDto, ShelterPlaceView, WhereaboutsView } from './place.dto.js';
import { PlacesDesk } from './places-desk.js';

/** Where the person of a case is: at home, or in a shelter. Asking for it opens it, for whom it may be opened. */
@Controller('api/cases/:id')
@Reads(caseCards)
export class PlacesController {
  constructor(
    @Inject(CaseDesk) private readonly cases: CaseDesk,
    @Inject(PlacesDesk) private readonly desk: PlacesDesk,
  ) {}

  /** Where she lives or can be found: told whole each time, and again when she moves. */
  @Post('whereabouts')
  async live(
    @Param('id', UuidPipe) id: string,
    @Body() dto: RecordWhereaboutsDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.live(actor, id, meta, dto));
  }

  /** In which shelter she is. Nights are counted elsewhere, without it. */
  @Post('shelter-place')
  async shelter(
    @Param('id', UuidPipe) id: string,
    @Body() dto: RecordShelterPlaceDto,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.shelter(actor, id, meta, dto));
  }

  @Get('whereabouts')
  @Answers(WhereaboutsView)
  async whereabouts(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<WhereaboutsView> {
    const card = await this.cases.find(actor, id);
    return placeView(card.places.location?.at, await this.desk.whereabouts(actor, card));
  }

  /** Not there for whoever may not open it: no emergency does. */
  @Get('shelter-place')
  @Answers(ShelterPlaceView)
  async shelterPlace(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<ShelterPlaceView> {
    const card = await this.cases.find(actor, id);
    return placeView(card.places.shelter?.at, await this.desk.shelterPlace(actor, card));
  }
}

const placeView = <T>(at: string | undefined, shown: Shown<T>) => ({
  state: shown.state,
  ...(at === undefined ? {} : { at }),
  ...(shown.state === 'shown' ? { place: shown.value } : {}),
});
