import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { allListed } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { localDate } from '#terms';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { communityActs, communityMatters, jurisdiction, zoneOf } from '../../protocol/index.js';
import { KnownOrganization, OrganizationsOfKind } from '../../questions.js';
import { soon } from '../../requests.js';
import type { CouncilCommand } from '../domain/council.js';
import type { NetworkCommand } from '../domain/network.js';
import { type NetworkFigures, networkFigures } from '../domain/network-figures.js';
import { communityHelps } from '../views/community-helps.js';
import { type CouncilCard, councils } from '../views/councils.js';
import { type NetworkCard, networks } from '../views/networks.js';
import type { FoundCouncilDto, FoundNetworkDto } from './community.dto.js';
import { HandleProgramme } from './commands.js';
import { Counting, type CountedOutside } from './counting.js';
import { works } from './roles.js';
import { oversees } from './roles.js';

/** What the councils of a network did. */
export type FiguresOfNetwork = NetworkFigures & Pick<CountedOutside, 'through'> & { readonly network: NetworkCard };

/** The registry of councils and networks, and what a network’s councils did. */
@Injectable()
export class CouncilDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Counting) private readonly counting: Counting,
  ) {}

  /** @throws Problem 422 the directory has no organization of that kind and code */
  async found(meta: Meta, { id, ...told }: FoundCouncilDto): Promise<Handled> {
    const ofKind = await this.queries.execute(new OrganizationsOfKind([told.kind]));
    const known = await this.queries.execute(new KnownOrganization(id));
    if (known === undefined || !ofKind.some((each) => each.id === id)) {
      throw new Problem(422, 'community/unknown-organization');
    }
    return this.#toCouncil(id, meta, { do: 'found', council: id, ...known, ...told });
  }

  /** @throws Problem 422 the directory has no such organization */
  async federate(meta: Meta, { id, ...told }: FoundNetworkDto): Promise<Handled> {
    const known = await this.queries.execute(new KnownOrganization(id));
    if (known === undefined) throw new Problem(422, 'community/unknown-organization');
    const { name, country } = known;
    return this.toNetwork(id, meta, { do: 'found', network: id, name, country, ...told });
  }

  toNetwork(id: string, meta: Meta, command: NetworkCommand): Promise<Handled> {
    return this.commands.execute(new HandleProgramme('network', { ...meta, id, command }));
  }

  /**
   * What its own staff, that of its network and whoever coordinates may say of a council.
   * @throws Problem 403, 404
   */
  async keep(actor: Actor, id: string, meta: Meta, command: CouncilCommand): Promise<Handled> {
    const { network } = await this.council(id);
    if (actor.role !== 'coordinator' && actor.institution !== id && actor.institution !== network) {
      throw new Problem(403, 'forbidden');
    }
    return this.#toCouncil(id, meta, command);
  }

  /** @throws Problem 403, 404, 422 there is no such network */
  async join(id: string, meta: Meta, { network, from }: { readonly network: string; readonly from: string }) {
    await this.council(id);
    const known = await soon(this.platform, [networks], () => this.platform.views.get(networks, network));
    if (known === undefined || !isHere(known)) throw new Problem(422, 'community/unknown-network');
    return this.#toCouncil(id, meta, { do: 'join', network, from });
  }

  /** @throws Problem 404 `community/unknown` */
  async council(id: string): Promise<CouncilCard> {
    return found(await soon(this.platform, [councils], () => this.platform.views.get(councils, id)));
  }

  /** @throws Problem 404 `community/unknown` */
  async network(id: string): Promise<NetworkCard> {
    return found(await soon(this.platform, [networks], () => this.platform.views.get(networks, id)));
  }

  /** The council whose people this actor attends, that stands. @throws Problem 403 `community/not-a-council` */
  async own(actor: Actor): Promise<CouncilCard> {
    if (!works(actor)) throw new Problem(403, 'community/not-a-council');
    const card = await soon(this.platform, [councils], () => this.platform.views.get(councils, actor.institution));
    if (card === undefined || card.endedOn !== undefined) throw new Problem(403, 'community/not-a-council');
    return card;
  }

  /** Councils of the country by name: all of them, or those of a network. */
  async councils(network?: string): Promise<readonly CouncilCard[]> {
    const list = network === undefined ? 'all' : `network/${network}`;
    return (await allListed(this.platform.views, councils, list)).filter(isHere);
  }

  /** Networks of the country by name. */
  async networks(): Promise<readonly NetworkCard[]> {
    return (await allListed(this.platform.views, networks, 'all')).filter(isHere);
  }

  /**
   * What the councils of a network did in a month, small counts withheld. They keep the records, and the network does not:
   * it is told as everybody else who reads its figures.
   * @throws Problem 403 neither of the network, nor coordinating or auditing; 404 no such network, or the month is not over
   */
  async figures(actor: Actor, id: string, month: string): Promise<FiguresOfNetwork> {
    const network = await this.network(id);
    if (!oversees(actor) && actor.institution !== id) throw new Problem(403, 'forbidden');
    const { views, through } = await this.counting.outside(network.country);
    if (month > through) throw new Problem(404, 'not-found');
    const members = (await allListed(views, councils, `network/${id}`)).map((council) => council.id);
    const helps = await Promise.all(
      members.map((council) => allListed(views, communityHelps, `council/${council}/${month}`)),
    );
    const types = jurisdiction(network.country).codes['violenceTypes']?.entries ?? [];
    const codes = {
      acts: communityActs.entries.map(({ code }) => code),
      matters: [...types, ...communityMatters.entries].map(({ code }) => code),
    };
    return { network, through, ...networkFigures(members, helps.flat(), codes) };
  }

  /** The last month that is over, whose figures are told. */
  lastMonth(): string {
    return this.counting.through().slice(0, 7);
  }

  /** The day it is where something is. */
  today(country: string): string {
    return localDate(this.platform.clock.now(), zoneOf(country));
  }

  #toCouncil(id: string, meta: Meta, command: CouncilCommand): Promise<Handled> {
    return this.commands.execute(new HandleProgramme('council', { ...meta, id, command }));
  }
}

/** Whether it is of the country of who asks: councils of another are nobody's here. */
const isHere = ({ country }: { readonly country: string }): boolean => country === countryNow();

function found<T extends { readonly country: string }>(card: T | undefined): T {
  if (card === undefined || !isHere(card)) throw new Problem(404, 'community/unknown');
  return card;
}
