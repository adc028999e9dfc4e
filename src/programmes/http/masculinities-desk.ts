import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { allListed } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { fingerprintOf, past, soon } from '../../requests.js';
import { programmeKey } from '../domain/enrolment.js';
import { type MasculinitiesCommand, participantOf } from '../domain/masculinities.js';
import { disclosed } from '../domain/small-counts.js';
import { type MenGroupCard, menGroups, present } from '../views/masculinities.js';
import type { NetworkView } from './masculinities.dto.js';
import { answersOf, type MeasureDto } from './participant.dto.js';
import { HandleProgramme } from './commands.js';
import { Counting } from './counting.js';
import { works } from './roles.js';

/** Where groups of men are formed and kept, by the API and by the pages alike. */
@Injectable()
export class MasculinitiesDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Counting) private readonly counting: Counting,
  ) {}

  /** @throws Problem 403, 422 the institution is not in the directory */
  async form(actor: Actor, meta: Meta, name: string): Promise<Handled & { readonly id: string }> {
    this.refuseOthers(actor);
    const { institution } = actor;
    const organization = await this.queries.execute(new KnownOrganization(institution));
    if (organization === undefined) throw new Problem(422, 'institution/unknown');
    const { country, district } = organization;
    const id = deriveId(meta.commandId, 'masculinities');
    return { ...(await this.#send(id, { do: 'form', country, institution, district, name }, meta)), id };
  }

  /** @throws Problem 403, 404, 409, 422 */
  async take(actor: Actor, id: string, meta: Meta, command: MasculinitiesCommand): Promise<Handled> {
    const { formedAt } = await this.find(actor, id);
    return this.#send(id, command, meta, formedAt);
  }

  /** A new participant, under an id made from the command's. @throws Problem 403, 404, 409 */
  async join(actor: Actor, id: string, meta: Meta): Promise<Handled & { readonly id: string }> {
    return { ...(await this.take(actor, id, meta, { do: 'join' })), id: participantOf(meta.commandId) };
  }

  /** @throws Problem 403, 404, 409, 422 */
  async measure(actor: Actor, id: string, participant: string, meta: Meta, dto: MeasureDto): Promise<Handled> {
    const { formedAt } = await this.find(actor, id);
    const fingerprint = await fingerprintOf(this.platform.vault, dto, { subject: participant, category: programmeKey });
    const { phase, answers } = dto;
    const command = { do: 'measure', participant, phase, answers: answersOf(answers) } as const;
    return this.#send(id, command, { ...meta, fingerprint }, formedAt);
  }

  /** A group of the actor's institution; for everybody else there is none. @throws Problem 403, 404 */
  async find(actor: Actor, id: string): Promise<MenGroupCard> {
    this.refuseOthers(actor);
    const card = await soon(this.platform, [menGroups], () => this.platform.views.get(menGroups, id));
    if (card?.institution !== actor.institution) throw new Problem(404, 'masculinities/unknown');
    return card;
  }

  /** @throws Problem 403 */
  refuseOthers(actor: Actor): void {
    if (!works(actor)) throw new Problem(403, 'forbidden');
  }

  /** The groups of the country as a whole, which none of them keeps: until the last month that is over. */
  async network(): Promise<NetworkView> {
    const { views, through } = await this.counting.outside();
    const groups = await allListed(views, menGroups, `country/${countryNow()}`);
    const men = groups.flatMap(present);
    const leaders = men.filter(({ leads }) => leads).length;
    const { counts } = disclosed({ participants: men.length, leaders, others: men.length - leaders }, [
      { total: 'participants', parts: ['leaders', 'others'] },
    ]);
    const activities = groups.flatMap((group) => group.activities);
    return {
      groups: groups.filter(({ closed }) => !closed).length,
      participants: counts['participants'] ?? null,
      leaders: counts['leaders'] ?? null,
      activities: activities.length,
      reached: activities.reduce((sum, { reached }) => sum + reached, 0),
      through,
    };
  }

  #send(id: string, command: MasculinitiesCommand, meta: Meta, since?: string): Promise<Handled> {
    return this.commands.execute(
      new HandleProgramme('masculinities', { ...past(this.platform, meta, since), id, command }),
    );
  }
}
