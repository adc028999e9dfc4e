import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { countryNow } from '../../country.js';
import { Access } from '../../people/access/access.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { past, soon } from '../../requests.js';
import { linkId, pairOf, type PersonLinkCommand } from '../domain/person-link.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { allPairs, type LinkedPair, personLinks } from '../views/person-links.js';
import { HandleLink } from './commands.js';
import { casesOf } from './person-records.js';

/** A record of a person as whoever coordinates may know it: nothing sealed is opened, so nothing says who she is. */
export interface MaskedRecord {
  /** The first case, by which the record is named here. */
  readonly case: string;
  readonly code: string;
  readonly institution: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly openedAt: string;
  readonly cases: number;
}

/** Two records, and what is held of them. */
export interface MaskedPair {
  readonly records: readonly [MaskedRecord, MaskedRecord];
  readonly status: LinkedPair['status'] | 'none';
  /** By what they look alike. */
  readonly strength?: LinkedPair['strength'];
  /** Why they were linked, and when. */
  readonly reason?: string;
  readonly since?: string;
}

/** What somebody says of two records, each named by a case. */
export type SaidOfPair =
  | { readonly do: 'link'; readonly one: string; readonly other: string; readonly reason: string }
  | { readonly do: 'unlink' | 'dismiss'; readonly one: string; readonly other: string };

/** Two persons nobody has said anything of. */
type Unsaid = Pick<LinkedPair, 'persons'> & { readonly status: 'none' };

const mostPairs = 100;

/** Where whoever coordinates says of records of two institutions that they are of one person, or are not. */
@Injectable()
export class PairsDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /** Pairs of the country that look alike, or are linked: the oldest first. */
  async listed(actor: Actor, status: LinkedPair['status']): Promise<readonly MaskedPair[]> {
    const listed = await this.platform.views.list(personLinks, allPairs(status), { limit: mostPairs });
    const pairs = await Promise.all(listed.map(({ document }) => this.#masked(actor, document)));
    return pairs.flatMap((pair) => pair ?? []);
  }

  /** The pair of the persons of two cases, by the codes people read to each other. @throws Problem as `say` does */
  async ofCodes(actor: Actor, one: string, other: string): Promise<MaskedPair> {
    const [first, second] = [await this.#byCode(actor, one), await this.#byCode(actor, other)];
    if (first.person === second.person) throw new Problem(422, 'person/same');
    const persons = pairOf(first.person, second.person);
    const known = await this.platform.views.get(personLinks, linkId(persons));
    const pair = await this.#masked(actor, known ?? { persons, status: 'none' });
    if (pair === undefined) throw new Problem(404, 'person/unknown');
    return pair;
  }

  /**
   * Says that two records are of one person, or are not.
   * @throws Problem 404 a case is not there, of another country, sealed, or one the actor is concerned in; 422 they are
   * one record
   */
  async say(actor: Actor, meta: Meta, said: SaidOfPair): Promise<Handled> {
    const { institution } = actor;
    const [one, other] = [await this.#case(actor, said.one), await this.#case(actor, said.other)];
    if (one.person === other.person) throw new Problem(422, 'person/same');
    const persons = pairOf(one.person, other.person);
    const open = await Promise.all(persons.map((person) => this.#record(actor, person)));
    if (open.includes(undefined)) throw new Problem(404, 'case/unknown');
    const command: PersonLinkCommand =
      said.do === 'link'
        ? { do: 'link', persons, country: one.country, institution, reason: said.reason }
        : { do: said.do, persons, institution };
    return this.commands.execute(new HandleLink({ ...past(this.platform, meta), id: linkId(persons), command }));
  }

  async #case(actor: Actor, id: string): Promise<CaseCard> {
    const card = await soon(this.platform, [caseCards], () => this.platform.views.get(caseCards, id));
    if (card === undefined || card.country !== countryNow() || !(await this.#isOpen(actor, id))) {
      throw new Problem(404, 'case/unknown');
    }
    return card;
  }

  /** Whoever coordinates sees no case: what closes it to everybody, or to them, closes its record too. */
  async #isOpen(actor: Actor, id: string): Promise<boolean> {
    const { stands } = await this.access.decide(actor, { action: 'readCase', case: id });
    return stands !== undefined && stands.state !== 'sealed' && !stands.conflict;
  }

  async #byCode(actor: Actor, code: string): Promise<CaseCard> {
    const [found] = await this.platform.views.list(caseCards, `code/${code.trim().toUpperCase()}`, { limit: 1 });
    if (found === undefined) throw new Problem(404, 'case/unknown');
    return this.#case(actor, found.key);
  }

  /** Undefined for a pair of another country, or with a case that is closed to the actor. */
  async #masked(actor: Actor, pair: LinkedPair | Unsaid): Promise<MaskedPair | undefined> {
    const [one, other] = await Promise.all(pair.persons.map((person) => this.#record(actor, person)));
    if (one === undefined || other === undefined) return undefined;
    if (pair.status === 'none') return { records: [one, other], status: 'none' } as const;
    const { status, strength, reason, since } = pair;
    return {
      ...{ records: [one, other], status, since },
      ...(strength === undefined ? {} : { strength }),
      ...(reason === undefined ? {} : { reason }),
    };
  }

  async #record(actor: Actor, person: string): Promise<MaskedRecord | undefined> {
    const cards = await casesOf(this.platform.views, person);
    const [first] = cards;
    if (first === undefined || first.country !== countryNow()) return undefined;
    const open = await Promise.all(cards.map(({ id }) => this.#isOpen(actor, id)));
    if (open.includes(false)) return undefined;
    const { id, code, institution, sex, ageBand, openedAt } = first;
    return { case: id, code, institution, sex, ageBand, openedAt, cases: cards.length };
  }
}
