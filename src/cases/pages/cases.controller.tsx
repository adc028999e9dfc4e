import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, PageQuery, Reads, UuidPipe } from '#service';
import { Pages } from '../../pages/pages.js';
import { Access } from '../../people/access/access.js';
import { aboutCase, Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { Destinations, OrganizationsOfKind } from '../../questions.js';
import { referralsOf } from '../http/answers.js';
import type { Identity } from '../domain/events.js';
import { CaseDesk, type Shown } from '../http/case-desk.js';
import { FileDesk } from '../http/file-desk.js';
import type { PlaceKind } from '../domain/place-events.js';
import { OthersDesk } from '../http/others-desk.js';
import { PersonsDesk } from '../http/persons-desk.js';
import { PlacesDesk } from '../http/places-desk.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { caseHistories } from '../views/case-history.js';
import { personLinks } from '../views/person-links.js';
import { type ReferralOfCase, referralsOfCase } from '../views/referrals-of-case.js';
import { Acts } from './acts.js';
import { CasePage } from './case.js';
import { Checklist } from './checklist.js';
import { Clocks } from './clocks.js';
import { CaseList } from './list.js';
import { MeasureList } from './measures.js';
import { kindsOfOthers, otherPaths, OtherPersons, type ShownOther } from './others.js';
import { Child, SamePerson } from './person.js';
import { placePaths, type ShownPlaces } from './places.js';
import { namedIn, story } from './story.js';

export class ListQuery extends PageQuery {
  @IsOptional()
  @IsIn(['cerrados'])
  estado?: 'cerrados';
}

export class ShowQuery {
  /** Opens who the person is, where she is, or what is written of others. */
  @IsOptional()
  @IsIn(['nombre', ...Object.values(placePaths), ...Object.values(otherPaths)])
  mostrar?: 'nombre' | (typeof placePaths)[keyof typeof placePaths] | (typeof otherPaths)[keyof typeof otherPaths];
}

const perPage = 30;
/** That somebody was sheltered, and how many nights, is for whoever answers for the case. */
const ownersAlone: ReadonlySet<string> = new Set(['ShelterStayRecorded', 'ShelterPlaceRecorded']);
const courts = ['FAMILY_COURT', 'JUSTICE_OF_PEACE_LEGAL', 'JUSTICE_OF_PEACE'];

/** The cases of the actor's institution, and one case. */
@Controller('casos')
@Reads(caseCards, caseHistories, referralsOfCase, personLinks)
export class CasePages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
    @Inject(FileDesk) private readonly files: FileDesk,
    @Inject(PersonsDesk) private readonly persons: PersonsDesk,
    @Inject(OthersDesk) private readonly others: OthersDesk,
    @Inject(PlacesDesk) private readonly places: PlacesDesk,
    @Inject(Access) private readonly access: Access,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async list(@Query() query: ListQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const status = query.estado === undefined ? 'open' : 'closed';
    const seen = await this.desk.listed(actor, `institution/${actor.institution}/${status}`, {
      limit: perPage + 1,
      descending: true,
      ...(query.after === undefined ? {} : { after: query.after }),
    });
    const shown = seen.slice(0, perPage);
    const next = new URLSearchParams({
      ...(query.estado && { estado: query.estado }),
      after: shown.at(-1)?.cursor ?? '',
    });
    const more = seen.length > perPage ? { more: `/casos?${next.toString()}` } : {};
    const cases = shown.map(({ document }) => document);
    await this.lists.shown(actor, 'listCases', cases.map(aboutCase));
    await this.pages.send(
      reply,
      actor,
      'cases',
      <CaseList {...{ cases, status, ...more }} coordinates={actor.role === 'coordinator'} />,
    );
  }

  @Get(':id')
  async one(
    @Param('id', UuidPipe) id: string,
    @Query() { mostrar }: ShowQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { views } = this.platform;
    const card = await this.desk.find(actor, id);
    const own = card.institution === actor.institution;
    const [history, referrals, courtsHere, shelters, identity, places, described, all, advice, person] =
      await Promise.all([
        views.get(caseHistories, id),
        this.#referrals(actor, id),
        this.queries.execute(new OrganizationsOfKind(courts)),
        // A page that names no shelter cannot tell of one.
        own ? this.places.shelters(card.country) : [],
        this.#identity(actor, card, mostrar === 'nombre'),
        this.#places(actor, card, mostrar),
        this.#others(actor, card, mostrar),
        own ? this.queries.execute(new Destinations()) : [],
        own ? this.files.childAdvice(card) : undefined,
        own ? this.persons.person(actor, card.person) : undefined,
      ]);
    const happenings = (history?.happenings ?? []).filter(({ type }) => own || !ownersAlone.has(type));
    const stops = new Map(
      Object.values(card.clocks).flatMap(({ rule, was, stop }) =>
        [rule, ...was.map((each) => each.rule)].map((each) => [each, stop] as const),
      ),
    );
    const waited = [...Object.values(card.clocks), ...Object.values(card.awaited)];
    const institutions = [
      ...waited.map((each) => each.institution),
      ...Object.values(card.measures).flatMap(({ executor }) => executor ?? []),
    ];
    const shelter = places.shelter?.state === 'shown' ? places.shelter.value.organization : undefined;
    const name = await this.pages.names([
      ...[card.institution, ...institutions, ...namedIn(happenings, referrals)],
      ...(shelter === undefined ? [] : [shelter]),
    ]);
    const { institution } = actor;
    const now = this.pages.now();
    const newKey = () => this.pages.newKey();
    const props = {
      card,
      clocks: <Clocks {...{ card, institution, name, newKey, now }} />,
      referrals,
      sentences: story(happenings, referrals, stops, name),
      identity,
      mayOpenIdentity: await this.desk.mayOpen(actor, id, 'identity'),
      places,
      own,
      first: (
        <>
          {advice && <Child advice={advice} id={id} />}
          {person && <SamePerson {...{ card, person, newKey }} />}
        </>
      ),
      measures: (
        <>
          <Checklist {...{ card, own, newKey }} />
          <MeasureList {...{ card, institution, name, newKey, now }} />
        </>
      ),
      others: <OtherPersons id={id} others={described} />,
      name,
      now,
    };
    const options = courtsHere.map((court) => ({ value: court.id, label: court.name }));
    const others = [...new Map(all.map((each) => [each.organization, each.organizationName]))]
      .filter(([value]) => value !== institution)
      .map(([value, label]) => ({ value, label }));
    const refuges = shelters.map((each) => ({ value: each.id, label: each.name }));
    const acts = <Acts {...{ card, institution, courts: options, others, shelters: refuges, newKey }} />;
    await this.pages.send(reply, actor, 'cases', <CasePage {...props}>{acts}</CasePage>);
  }

  /** The referrals of a case that the actor may see by themselves: not every reader of a case is an end of each. */
  async #referrals(actor: Actor, id: string): Promise<readonly ReferralOfCase[]> {
    const all = await referralsOf(this.platform.views, id);
    return this.access.visible(actor, all, ({ referral }) => ({ action: 'readReferral', referral }));
  }

  /** Where she is; of a shelter nothing, unless it may be opened for them. Whoever asks all the same is refused on record. */
  async #places(actor: Actor, card: CaseCard, mostrar: ShowQuery['mostrar']): Promise<ShownPlaces> {
    const closed = (kind: PlaceKind) => ({ state: card.places[kind] === undefined ? 'none' : 'sealed' }) as const;
    const [mayOpenLocation, mayOpenShelter] = await Promise.all([
      this.desk.mayOpen(actor, card.id, 'location'),
      this.desk.mayOpen(actor, card.id, 'shelter'),
    ]);
    const asked = (kind: PlaceKind): boolean => mostrar === placePaths[kind];
    return {
      location: asked('location') ? await this.places.whereabouts(actor, card) : closed('location'),
      mayOpenLocation,
      ...(asked('shelter') ? { shelter: await this.places.shelterPlace(actor, card) } : {}),
      ...(!asked('shelter') && mayOpenShelter ? { shelter: closed('shelter') } : {}),
    };
  }

  #others(actor: Actor, card: CaseCard, mostrar: ShowQuery['mostrar']): Promise<readonly ShownOther[]> {
    const shown = kindsOfOthers.flatMap((kind) => {
      const other = card.others[kind];
      return other === undefined ? [] : [this.#other(actor, card, { kind, other }, mostrar === otherPaths[kind])];
    });
    return Promise.all(shown);
  }

  async #other(
    actor: Actor,
    card: CaseCard,
    { kind, other }: Pick<ShownOther, 'kind' | 'other'>,
    shown: boolean,
  ): Promise<ShownOther> {
    const closed = { state: other.details === undefined ? 'none' : 'sealed' } as const;
    const details = shown ? await this.others.show(actor, card, kind) : closed;
    return { kind, other, details, mayOpen: await this.desk.mayOpen(actor, card.id, kind) };
  }

  async #identity(actor: Actor, card: CaseCard, shown: boolean): Promise<Shown<Identity>> {
    if (shown) return this.desk.identity(actor, card);
    return { state: card.identity === undefined ? 'none' : 'sealed' };
  }
}
