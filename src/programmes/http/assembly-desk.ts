import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { soon } from '../../requests.js';
import { type AssemblyCard, assemblies } from '../views/assemblies.js';
import { type FollowedAgreement, followedAgreements } from '../views/oversight-agreements.js';
import type { AssemblyDto } from './assembly.dto.js';
import { CouncilDesk } from './council-desk.js';
import { HandleProgramme } from './commands.js';

/** An act, with what became of what it asked for. */
export interface ShownAssembly extends Omit<AssemblyCard, 'agreements'> {
  readonly agreements: readonly FollowedAgreement[];
}

/** Where the acts of assemblies are written and read. */
@Injectable()
export class AssemblyDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CouncilDesk) private readonly councils: CouncilDesk,
  ) {}

  /** @throws Problem 403 no council of the actor’s; 422 it is not its community; Refusal the day has not come */
  async hold(actor: Actor, meta: Meta, dto: AssemblyDto): Promise<Handled & { readonly id: string }> {
    const { id: institution, country, district, communities } = await this.councils.own(actor);
    const { community, on, languages, women, men } = dto;
    if (!communities.includes(community)) throw new Problem(422, 'community/not-its-community');
    const id = deriveId(meta.commandId, 'assembly');
    const act = { country, district, community, institution, on, languages, attended: { F: women, M: men } };
    const holding = new HandleProgramme('assembly', { ...meta, id, command: { do: 'hold', ...act } });
    return { ...(await this.commands.execute(holding)), id };
  }

  /**
   * What it asked for became an agreement of a board.
   * @throws Problem 403 neither the council’s nor the coordination’s; 404; 422 no board has such an agreement
   */
  async passOn(actor: Actor, id: string, meta: Meta, agreement: string): Promise<Handled> {
    const { institution } = await this.#find(id);
    if (actor.role !== 'coordinator' && actor.institution !== institution) throw new Problem(403, 'forbidden');
    const known = await soon(this.platform, [followedAgreements], () =>
      this.platform.views.get(followedAgreements, agreement),
    );
    if (known === undefined) throw new Problem(422, 'assembly/unknown-agreement');
    const command = { do: 'pass-on', board: known.board, agreement };
    return this.commands.execute(new HandleProgramme('assembly', { ...meta, id, command }));
  }

  /** @throws Problem 404 */
  async one(id: string): Promise<ShownAssembly> {
    return this.#shown(await this.#find(id));
  }

  /** The latest first. */
  async list(range: ListRange): Promise<readonly (ShownAssembly & { readonly cursor: string })[]> {
    const listed = await this.platform.views.list(assemblies, 'all', { ...range, descending: true });
    return Promise.all(listed.map(async ({ document, cursor }) => ({ ...(await this.#shown(document)), cursor })));
  }

  async #find(id: string): Promise<AssemblyCard> {
    const card = await soon(this.platform, [assemblies], () => this.platform.views.get(assemblies, id));
    if (card === undefined) throw new Problem(404, 'assembly/unknown');
    return card;
  }

  async #shown({ agreements, ...card }: AssemblyCard): Promise<ShownAssembly> {
    const followed = await this.platform.views.load(
      followedAgreements,
      agreements.map(({ agreement }) => agreement),
    );
    return { ...card, agreements: agreements.flatMap(({ agreement }) => followed.get(agreement) ?? []) };
  }
}
