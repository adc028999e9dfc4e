import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { Access } from '../../people/access/access.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { jurisdiction } from '../../protocol/index.js';
import { KnownOrganization, OrganizationsOfKind } from '../../questions.js';
import { fingerprintOf } from '../../requests.js';
import type { RecordPlace } from '../domain/commands.js';
import { type PlaceKind, placeKinds, type ShelterPlace, type Whereabouts } from '../domain/place-events.js';
import type { CaseCard } from '../views/case-card.js';
import type { ToldPlace } from '../views/places.js';
import { CaseDesk, type Shown } from './case-desk.js';
import { FileDesk } from './file-desk.js';
import type { RecordShelterPlaceDto, RecordWhereaboutsDto } from './place.dto.js';

/** Where it is told, and shown, where the person of a case is, by the API and by the pages alike. */
@Injectable()
export class PlacesDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(FileDesk) private readonly files: FileDesk,
  ) {}

  /** @throws Problem 404, 409 another institution answers for the case, 410 erased; Refusal it says no place */
  async live(actor: Actor, id: string, meta: Meta, dto: RecordWhereaboutsDto): Promise<Handled> {
    const card = await this.files.own(actor, id);
    return this.#tell(actor, card, meta, dto, 'location', { do: 'record-whereabouts', place: placeIn(dto) });
  }

  /**
   * Told by whoever works on the case: the shelter itself knows best. It is opened for whoever answers for the case alone.
   * @throws Problem 404, 410 erased, 422 the shelter is not in the directory; Refusal it says no place
   */
  async shelter(actor: Actor, id: string, meta: Meta, dto: RecordShelterPlaceDto): Promise<Handled> {
    const card = await this.desk.find(actor, id);
    const { organization } = dto;
    const known = organization === undefined || (await this.queries.execute(new KnownOrganization(organization)));
    if (!known) throw new Problem(422, 'case/unknown-institution');
    return this.#tell(actor, card, meta, dto, 'shelter', { do: 'record-shelter-place', place: placeIn(dto) });
  }

  /** Opens where she lives, for whom the policies allow it. */
  whereabouts(actor: Actor, { id, places }: CaseCard): Promise<Shown<Whereabouts>> {
    return this.#show(actor, id, 'location', places.location);
  }

  /**
   * Opens in which shelter she is. Whoever may not is told nothing, not even whether there is one, and was refused on record.
   * @throws Problem 404; LogUnavailable
   */
  async shelterPlace(actor: Actor, { id, places }: CaseCard): Promise<Shown<ShelterPlace>> {
    await this.access.assert(actor, { action: 'openShelter', case: id });
    return this.#show(actor, id, 'shelter', places.shelter);
  }

  /** The shelters of the directory. */
  shelters(country: string): Promise<readonly { readonly id: string; readonly name: string }[]> {
    const kinds = jurisdiction(country).institutionTypes.filter(({ secretAddress }) => secretAddress);
    return this.queries.execute(new OrganizationsOfKind(kinds.map(({ code }) => code)));
  }

  #show<T>(actor: Actor, id: string, kind: PlaceKind, told: ToldPlace<T> | undefined): Promise<Shown<T>> {
    return this.desk.show(actor, id, told?.place, { type: placeKinds[kind], field: 'place', category: kind });
  }

  async #tell(
    { institution }: Actor,
    { id, person }: CaseCard,
    meta: Meta,
    dto: object,
    category: PlaceKind,
    command: { [D in RecordPlace['do']]: Omit<Extract<RecordPlace, { do: D }>, 'institution'> }[RecordPlace['do']],
  ): Promise<Handled> {
    const fingerprint = await fingerprintOf(this.platform.vault, dto, { subject: person, category });
    return this.desk.send(id, { ...command, institution }, { ...meta, fingerprint });
  }
}

/** What is told of a place. Since when is the event's own. */
const placeIn = <D extends { effectiveAt?: string }>({ effectiveAt: _, ...place }: D): Omit<D, 'effectiveAt'> => place;
