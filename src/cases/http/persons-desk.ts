import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem, Stopping } from '#service';
import { localDate } from '#terms';
import { zoneNow } from '../../country.js';
import { Access } from '../../people/access/access.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordRead } from '../../reads.js';
import { KnownOrganization } from '../../questions.js';
import { opened, past, soon } from '../../requests.js';
import type { Identity } from '../domain/events.js';
import { type Strength, wordsOf } from '../domain/names.js';
import { linkId, pairOf, type PersonLinkCommand } from '../domain/person-link.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { HandleInquiry, HandleLink } from './commands.js';
import { type Candidate, isStrong, PersonIndex } from './person-index.js';
import { casesOf, linkedTo, otherOf, pairsWith } from './person-records.js';

/** Who is looked for. Never stored. */
export interface Sought {
  readonly name?: string;
  readonly documentId?: string;
  readonly phone?: string;
  readonly birthYear?: number;
  readonly age?: number;
}

/** Somebody of this institution who may be the one: as far as a counter may know, not who she is. */
export interface Masked {
  readonly strength: Strength;
  readonly initials: string;
  /** Five years her birth lies in, where that is known: `1990-1994`. */
  readonly bornIn?: string;
  readonly ageBand: string;
  readonly person: string;
  readonly case: string;
}

/** Who may be the one that is looked for. */
export interface Similar {
  readonly own: readonly Masked[];
  /**
   * Somebody is as good as certainly the one, and known elsewhere. Who answers for her heard which institution asks, and
   * says the rest, or does not.
   */
  readonly elsewhere: boolean;
}

/** A person as somebody of her institution sees her: by the cases they may see. */
export interface ShownPerson {
  readonly id: string;
  readonly cases: readonly CaseCard[];
  /** Records that are of the same person, with their cases where they are this institution's. */
  readonly linked: readonly { readonly person: string; readonly cases: readonly CaseCard[] }[];
  readonly flagged: readonly {
    readonly person: string;
    readonly cases: readonly CaseCard[];
    readonly strength: Strength;
  }[];
}

const mostShown = 6;

/** Where persons are looked for before a new one is made, and where two records are said to be of one. */
@Injectable()
export class PersonsDesk implements OnApplicationBootstrap {
  readonly #index: PersonIndex;

  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Stopping) private readonly stopping: Stopping,
    @Inject(Access) private readonly access: Access,
  ) {
    this.#index = new PersonIndex(platform, (id) => access.grantToIndex(id));
  }

  onApplicationBootstrap(): void {
    this.stopping.run('person index', (signal) => this.#index.keepUp(signal));
  }

  /** Who may be the one that is looked for. That somebody looked is recorded, and of each whom it told them of. */
  async similar(actor: Actor, { birthYear, age, ...sought }: Sought): Promise<Similar> {
    const found = await this.#index.find({ ...sought, years: this.#years(birthYear, age) }, mostShown);
    const { code, institution, role } = actor;
    const by = Object.keys({ ...sought, ...(birthYear === undefined ? {} : { birthYear }) });
    const search = { by, found: found.length, institution, role, purpose: 'search' };
    await recordRead(this.platform, code, 'Searched', { stream: `staff-${code}`, ...search });
    const own: Masked[] = [];
    let elsewhere = false;
    for (const candidate of found) {
      const cards = await casesOf(this.platform.views, candidate.person);
      const here = cards.find((card) => card.institution === institution && card.identity !== undefined);
      const masked = here && (await this.#masked(actor, candidate, here));
      if (masked !== undefined) own.push(masked);
      const there = cards.find(({ id }) => id === candidate.case);
      if (here !== undefined || there === undefined || !isStrong(candidate)) continue;
      if (await this.#askAfter(actor, candidate, there)) elsewhere = true;
    }
    return { own, elsewhere };
  }

  /** @throws Problem 404 no case of this institution is hers, or none that the actor may see */
  async person(actor: Actor, id: string): Promise<ShownPerson> {
    const own = await this.#visible(actor, await this.#recordOf(actor, id));
    if (own.length === 0) throw new Problem(404, 'person/unknown');
    const shownOf = async (person: string) => this.#visible(actor, await this.#casesOf(person, actor.institution));
    const linked = await Promise.all(
      (await linkedTo(this.platform.views, id)).map(async (person) => ({ person, cases: await shownOf(person) })),
    );
    const flagged = await Promise.all(
      (await pairsWith(this.platform.views, 'flagged', id)).map(async ({ persons, strength = 'name' }) => {
        const person = otherOf(persons, id);
        return { person, strength, cases: await shownOf(person) };
      }),
    );
    return { id, cases: own, linked, flagged };
  }

  /**
   * Says that two records are of one person, or are not.
   * @throws Problem 404 this institution does not have both, or the actor may not see every case of theirs here: it is
   * sealed, or they are concerned in it; 422 they are one record
   */
  async say(
    actor: Actor,
    meta: Meta,
    said: {
      readonly do: 'link' | 'unlink' | 'dismiss';
      readonly person: string;
      readonly other: string;
      readonly reason?: string;
    },
  ): Promise<Handled> {
    const { institution } = actor;
    const { person, other, reason = 'COMPARED' } = said;
    if (person === other) throw new Problem(422, 'person/same');
    await this.#assertWhole(actor, person);
    await this.#assertWhole(actor, other);
    const persons = pairOf(person, other);
    const organization = await this.queries.execute(new KnownOrganization(institution));
    if (organization === undefined) throw new Problem(422, 'institution/unknown');
    const { country } = organization;
    const command: PersonLinkCommand =
      said.do === 'link'
        ? { do: 'link', persons, country, institution, reason }
        : { do: said.do, persons, institution };
    return this.commands.execute(new HandleLink({ ...past(this.platform, meta), id: linkId(persons), command }));
  }

  /** Asks whoever answers for a case of somebody, and tells whether she is known: not where it is closed to the actor. */
  async #askAfter(
    actor: Actor,
    { person, case: id, strength }: Candidate,
    { institution: owner }: CaseCard,
  ): Promise<boolean> {
    const wish = { action: 'askAfter', case: id, purpose: 'search' } as const;
    const { allowed, policies, stands } = await this.access.decide(actor, wish);
    // Sealed, or theirs never to see: to them nobody is like that.
    if (!allowed) return false;
    if (stands?.state === 'erased') {
      await this.#index.forget(person);
      return false;
    }
    const { code, institution, role } = actor;
    const read = { stream: `case-${id}`, by: [strength], found: 1, institution, role, purpose: 'search', policies };
    await recordRead(this.platform, code, 'Searched', read);
    const command = { do: 'ask', institution, owner, strength } as const;
    await this.commands.execute(new HandleInquiry({ id, command, actor: code, commandId: crypto.randomUUID() }));
    return true;
  }

  async #masked(actor: Actor, { person, strength }: Candidate, card: CaseCard): Promise<Masked | undefined> {
    const { id } = card;
    if (card.identity === undefined) return undefined;
    const { section, eventId, revision, schema } = card.identity;
    const place = { stream: `case-${id}`, eventId, revision, type: 'CaseOpened', schema, field: 'identity' };
    const grant = await this.access.grant(actor, { case: id }, ['identity'], 'search');
    // Sealed, or theirs never to see: to them nobody is like that.
    if (grant === undefined) return undefined;
    const shown = await opened<Identity>(this.platform, { section, ...place }, grant, 'identity');
    if (shown === 'erased') {
      await this.#index.forget(person);
      return undefined;
    }
    const { name = '', birthYear } = shown.value;
    return {
      ...{ person, case: id, strength },
      initials: wordsOf(name)
        .map((word) => `${word.charAt(0)}.`)
        .join(' '),
      ...(birthYear === undefined ? {} : { bornIn: bandOf(birthYear) }),
      ageBand: card.ageBand,
    };
  }

  /** A year of birth may be off by one; an age leaves two. */
  #years(birthYear: number | undefined, age: number | undefined): readonly number[] {
    if (birthYear !== undefined) return [birthYear - 1, birthYear, birthYear + 1];
    if (age === undefined) return [];
    const year = Number(localDate(this.platform.clock.now(), zoneNow()).slice(0, 4));
    return [year - age - 1, year - age];
  }

  /** Her cases here. @throws Problem 404 there are none */
  async #recordOf({ institution }: Actor, person: string): Promise<readonly CaseCard[]> {
    const found = await soon(this.platform, [caseCards], async () => {
      const cases = await this.#casesOf(person, institution);
      return cases.length === 0 ? undefined : cases;
    });
    if (found === undefined) throw new Problem(404, 'person/unknown');
    return found;
  }

  /** Whoever may not see one of her cases says nothing of who she is. @throws Problem 404 */
  async #assertWhole(actor: Actor, person: string): Promise<void> {
    const record = await this.#recordOf(actor, person);
    if ((await this.#visible(actor, record)).length < record.length) throw new Problem(404, 'person/unknown');
  }

  #visible(actor: Actor, cards: readonly CaseCard[]): Promise<readonly CaseCard[]> {
    return this.access.visible(actor, cards, ({ id }) => ({ action: 'readCase', case: id }));
  }

  /** Her cases that an institution answers for. */
  async #casesOf(person: string, institution: string): Promise<readonly CaseCard[]> {
    return (await casesOf(this.platform.views, person)).filter((card) => card.institution === institution);
  }
}

const bandOf = (year: number): string => `${year - (year % 5)}-${year - (year % 5) + 4}`;
