import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { Access } from '../../people/access/access.js';
import { KnownOrganization } from '../../questions.js';
import { past, soon } from '../../requests.js';
import type { AlertCommand } from '../domain/alert.js';
import { type AlertCard, alerts } from '../views/alerts.js';
import type { AlertDto, AlertReferralDto } from './alert.dto.js';
import { HandOn } from './community-hand-on.js';
import { CouncilDesk } from './council-desk.js';
import { HandleProgramme } from './commands.js';
import { oversees } from './roles.js';

/** Somebody else's view of what happened to a school's pupil goes through the door of its source. */
const doors: Readonly<Record<string, string>> = { SCHOOL: 'EDUCATION', STUDENT_COUNCIL: 'EDUCATION' };

/** A step of whoever is to answer; whose it is comes from the actor. */
type Step =
  | { readonly do: 'take' }
  | { readonly do: 'answer'; readonly answer: string }
  | { readonly do: 'close'; readonly reason: string };

/** Where alerts are given, answered and handed on. */
@Injectable()
export class AlertDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CouncilDesk) private readonly councils: CouncilDesk,
    @Inject(HandOn) private readonly handOn: HandOn,
    @Inject(Access) private readonly access: Access,
  ) {}

  /** @throws Problem 422 the institution, the place or who is to answer is not known, or it lies in the future */
  async raise({ institution }: Actor, meta: Meta, dto: AlertDto): Promise<Handled & { readonly id: string }> {
    const { topic, source, place, to } = dto;
    const own = await this.#organization(institution, 'institution/unknown');
    await this.#organization(to, 'alert/unknown-receiver');
    const isSomewhere =
      (await this.queries.execute(new KnownOrganization(place))) !== undefined ||
      (await this.councils.councils()).some(({ communities }) => communities.includes(place));
    // A place nobody knows may be somebody's name.
    if (!isSomewhere) throw new Problem(422, 'alert/unknown-place');
    const { country, district } = own;
    const id = deriveId(meta.commandId, 'alert');
    const command = { do: 'raise', country, district, place, topic, source, institution, to } as const;
    return { ...(await this.#send(id, past(this.platform, meta), command)), id };
  }

  /** @throws Problem 403 somebody else is to answer, 404; Refusal it is over */
  async take(actor: Actor, id: string, meta: Meta, step: Step): Promise<Handled> {
    await this.#answerable(actor, id);
    return this.#send(id, meta, { ...step, institution: actor.institution });
  }

  /**
   * Opens the case of somebody who was found, and hands it on.
   * @throws Problem 403 also where the actor may open no case, 404, 409 it is over, 422 the service is not there
   */
  async refer(actor: Actor, id: string, meta: Meta, dto: AlertReferralDto) {
    const { status, source, case: opened } = await this.#answerable(actor, id);
    await this.access.assert(actor, { action: 'startCasework' });
    const { institution } = actor;
    const { country, district } = await this.#organization(institution, 'institution/unknown');
    const isOpen = status === 'open' || status === 'looked-at';
    // Sent again it is the same case; another one would have no alert.
    if (!isOpen && opened !== this.handOn.caseOf(meta)) throw new Problem(409, 'alert/over', { allowed: [] });
    const destination = await this.handOn.destination(dto.to, institution);
    const matter = {
      ...{ institution, country, district, entry: doors[source] ?? 'THIRD_PARTY', type: dto.type },
      person: deriveId(meta.commandId, 'person'),
    };
    const handed = await this.handOn.open(meta, matter, dto, destination);
    return { ...(await this.#send(id, meta, { do: 'refer', institution, ...handed })), handed };
  }

  /** An alert this actor gave, is to answer, coordinates or audits. @throws Problem 404 */
  async find(actor: Actor, id: string): Promise<AlertCard> {
    const card = await soon(this.platform, [alerts], () => this.platform.views.get(alerts, id));
    const { institution } = actor;
    const theirs = oversees(actor) || card?.institution === institution || card?.to === institution;
    if (card === undefined || !theirs) throw new Problem(404, 'alert/unknown');
    return card;
  }

  /** Those an actor may see: open ones by when they were given, the others by when they ended, newest first. */
  list(actor: Actor, state: 'open' | 'over', range: ListRange) {
    const list = oversees(actor) ? state : `${actor.institution}/${state}`;
    return this.platform.views.list(alerts, list, { ...range, descending: state === 'over' });
  }

  async #answerable(actor: Actor, id: string): Promise<AlertCard> {
    const card = await this.find(actor, id);
    if (actor.role !== 'coordinator' && card.to !== actor.institution) throw new Problem(403, 'forbidden');
    return card;
  }

  async #organization(id: string, code: string) {
    const known = await this.queries.execute(new KnownOrganization(id));
    if (known === undefined) throw new Problem(422, code);
    return known;
  }

  #send(id: string, meta: Meta, command: AlertCommand): Promise<Handled> {
    return this.commands.execute(new HandleProgramme('alert', { ...meta, id, command }));
  }
}
