import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { communityMatters } from '../../protocol/index.js';
import { fingerprintOf, past } from '../../requests.js';
import { type HelpCommand, helpDecider } from '../domain/community-help.js';
import type { HelpEvents } from '../domain/community-help-events.js';
import { communityHelps, type HelpCard } from '../views/community-helps.js';
import type { HelpDto } from './community-help.dto.js';
import { HandOn, type HandedOn, type Matter } from './community-hand-on.js';
import { CouncilDesk } from './council-desk.js';
import { HandleProgramme } from './commands.js';

/** Where volunteers record what they did, by the API and by the form alike. */
@Injectable()
export class HelpDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(CouncilDesk) private readonly councils: CouncilDesk,
    @Inject(HandOn) private readonly handOn: HandOn,
  ) {}

  /**
   * Records what a volunteer did, after what is handed on is on its way. Sent again, whatever was not done the first time
   * is done then, and nothing twice.
   * @param sent what tells the same record sent again from another one: as it was written, whenever it arrives
   * @throws Problem 403 no council of the actor’s; 422 the community is not its own, the service is not there, or it lies
   * in the future; Refusal `help/settles-nothing` what the law bars
   */
  async record(
    actor: Actor,
    meta: Meta,
    dto: HelpDto,
    sent: object = dto,
  ): Promise<Handled & { readonly id: string; readonly handed?: HandedOn }> {
    const { id: council, country, district, kind, communities } = await this.councils.own(actor);
    const { community, matter, sex, ageBand, language, contact, to } = dto;
    const person = deriveId(meta.commandId, 'person');
    const owner = contact === undefined ? undefined : { subject: person, category: 'contact' };
    const known: Meta = { ...meta, fingerprint: await fingerprintOf(this.platform.vault, sent, owner) };
    const told = {
      do: 'record',
      ...{ council, country, district, community, person, matter, sex, ageBand, language },
      ...(contact === undefined ? {} : { contact }),
    } as const;
    const acts = dto.acts.filter((act) => act !== 'HANDED_ON');
    const id = deriveId(meta.commandId, 'help');
    const before = await this.#recorded(id);
    if (before !== undefined) {
      // Councils and services may have changed since: what is recorded is not judged again.
      const { handed } = before;
      const handled = await this.#send(id, known, { ...told, acts: dto.acts });
      return { ...handled, id, ...(handed === undefined ? {} : { handed }) };
    }
    if (!communities.includes(community)) throw new Problem(422, 'community/not-its-community');
    past(this.platform, meta);
    if (to === undefined) return { ...(await this.#send(id, known, { ...told, acts: dto.acts })), id };
    if (isNoViolence(matter)) throw new Problem(422, 'help/no-violence');
    const destination = await this.handOn.destination(to, council);
    // What the rules refuse must be found before anything is on its way.
    const nobody = deriveId(meta.commandId);
    const rehearsed = { case: nobody, referral: nobody, to: destination.organization };
    const handing = { ...told, acts: [...acts, 'HANDED_ON'] };
    const now = this.platform.clock.now();
    const context = { effectiveAt: now, recordedAt: now, ...known };
    helpDecider.decide({ ...handing, handed: rehearsed }, helpDecider.initial, context);
    const about: Matter = {
      ...{ institution: council, country, district, entry: kind, type: matter, person },
      ...(contact === undefined ? {} : { contact }),
    };
    const handed = await this.handOn.open(known, about, dto, destination);
    return { ...(await this.#send(id, known, { ...handing, handed })), id, handed };
  }

  /** More was done for somebody. @throws Refusal there is no such record, or it is another council’s */
  async proceed(actor: Actor, id: string, meta: Meta, act: string): Promise<Handled> {
    const { id: council } = await this.councils.own(actor);
    return this.#send(id, meta, { do: 'continue', council, act });
  }

  /** The records of the actor’s council, newest first. @throws Problem 403 */
  async list(actor: Actor, limit: number): Promise<readonly HelpCard[]> {
    const { id } = await this.councils.own(actor);
    const listed = await this.platform.views.list(communityHelps, `council/${id}`, { limit, descending: true });
    return listed.map(({ document }) => document);
  }

  /** A record that is there already, as the log holds it. */
  async #recorded(id: string): Promise<Pick<HelpEvents['HelpRecorded'], 'handed'> | undefined> {
    for await (const { data } of this.platform.log.readStream(`help-${id}`, { until: 1 })) {
      return data as HelpEvents['HelpRecorded'];
    }
    return undefined;
  }

  #send(id: string, meta: Meta, command: HelpCommand): Promise<Handled> {
    return this.commands.execute(new HandleProgramme('help', { ...past(this.platform, meta), id, command }));
  }
}

/** What the network opens no case for: it is told where to go with it. */
const isNoViolence = (matter: string): boolean => communityMatters.entries.some(({ code }) => code === matter);
