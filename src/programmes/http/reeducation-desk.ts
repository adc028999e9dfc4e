import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { orderingCourts, reeducationKinds } from '../../protocol/index.js';
import { KnownOrganization, OrganizationsOfKind } from '../../questions.js';
import { Access } from '../../people/access/access.js';
import type { DecryptGrant } from '../../people/access/grant.js';
import { fingerprintOf, opened, past, soon } from '../../requests.js';
import { type EnrolmentCommand, type OpenEnrolment, programmeKey, subjectOf } from '../domain/enrolment.js';
import type { ParticipantIdentity } from '../domain/enrolment-events.js';
import { type EnrolmentCard, enrolments, type SealedAt } from '../views/enrolments.js';
import type { OpenEnrolmentDto } from './enrolment.dto.js';
import { answersOf, type MeasureDto } from './participant.dto.js';
import { HandleProgramme } from './commands.js';
import { works } from './roles.js';

/** What is open of a file. */
export interface ShownParticipant {
  readonly state: 'none' | 'shown' | 'erased';
  readonly identity?: ParticipantIdentity;
  readonly order?: string;
}

/**
 * Where participants' files are opened and kept, by the API and by the pages alike. It asks nobody about cases, and of
 * `src/questions.ts` only what he may ask of his data reaches his file: by his own random id or code, with no case in it.
 */
@Injectable()
export class ReeducationDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /** Whether people of this institution keep files of participants. */
  async isCentre(actor: Actor): Promise<boolean> {
    return works(actor) && (await this.#isOfKind(actor.institution, reeducationKinds(countryNow())));
  }

  /** @throws Problem 403 `reeducation/not-a-centre` */
  async refuseOthers(actor: Actor): Promise<void> {
    if (!(await this.isCentre(actor))) throw new Problem(403, 'reeducation/not-a-centre');
  }

  /** Courts that may order a programme. */
  courts(): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return this.queries.execute(new OrganizationsOfKind(orderingCourts(countryNow())));
  }

  /**
   * Opens a file under an id made from the command's: sent again, it is the same file.
   * @throws Problem 403 not a centre's, 422 the court is none that may order it
   */
  async open(actor: Actor, meta: Meta, dto: OpenEnrolmentDto): Promise<Handled & { readonly id: string }> {
    await this.refuseOthers(actor);
    const { institution } = actor;
    const { entry, court, order, sessions, firstDayBy, identity } = dto;
    if (court !== undefined && !(await this.#isOfKind(court, orderingCourts(countryNow())))) {
      throw new Problem(422, 'reeducation/not-a-court');
    }
    const organization = await this.queries.execute(new KnownOrganization(institution));
    if (organization === undefined) throw new Problem(422, 'institution/unknown');
    const { country, district } = organization;
    const fingerprint = await this.#fingerprint(dto, subjectOf(meta.commandId));
    const id = deriveId(meta.commandId, 'enrolment');
    const command: OpenEnrolment = {
      ...{ do: 'open', country, institution, district, entry, sessions },
      ...(court === undefined ? {} : { court }),
      ...(order === undefined ? {} : { order }),
      ...(firstDayBy === undefined ? {} : { firstDayBy }),
      ...(identity === undefined ? {} : { identity }),
    };
    return { ...(await this.#send(id, command, { ...meta, fingerprint })), id };
  }

  /** @throws Problem 403, 404, 409, 422 */
  async take(actor: Actor, id: string, meta: Meta, command: EnrolmentCommand): Promise<Handled> {
    const { openedAt } = await this.find(actor, id);
    return this.#send(id, command, meta, openedAt);
  }

  /** @throws Problem 403, 404, 409 */
  async measure(actor: Actor, id: string, meta: Meta, dto: MeasureDto): Promise<Handled> {
    const { subject, openedAt } = await this.find(actor, id);
    const fingerprint = await this.#fingerprint(dto, subject);
    const command: EnrolmentCommand = { do: 'measure', phase: dto.phase, answers: answersOf(dto.answers) };
    return this.#send(id, command, { ...meta, fingerprint }, openedAt);
  }

  /**
   * A file of the actor's own centre; for everybody else there is none.
   * @throws Problem 403 `reeducation/not-a-centre`, 404 `enrolment/unknown`
   */
  async find(actor: Actor, id: string): Promise<EnrolmentCard> {
    await this.refuseOthers(actor);
    const card = await soon(this.platform, [enrolments], () => this.platform.views.get(enrolments, id));
    if (card?.institution !== actor.institution) throw new Problem(404, 'enrolment/unknown');
    return card;
  }

  /** Opens who the participant is, and the number of his order. @throws Problem 403 the file is another centre's */
  async reveal(actor: Actor, card: EnrolmentCard): Promise<ShownParticipant> {
    if (card.identity === undefined && card.order === undefined) return { state: 'none' };
    const grant = await this.access.grantToProgramme(actor, {
      stream: `enrolment-${card.id}`,
      keeper: card.institution,
    });
    const identity = await this.#opened<ParticipantIdentity>(grant, 'identity', card.identity);
    const order = await this.#opened<string>(grant, 'order', card.order);
    if (identity === 'erased' || order === 'erased') return { state: 'erased' };
    return { state: 'shown', ...(identity && { identity: identity.value }), ...(order && { order: order.value }) };
  }

  async #opened<T>(grant: DecryptGrant, field: 'identity' | 'order', sealed: SealedAt | undefined) {
    if (sealed === undefined) return undefined;
    const place = { ...sealed, stream: grant.stream, type: 'EnrolmentOpened', field };
    return opened<T>(this.platform, place, grant, programmeKey);
  }

  async #isOfKind(institution: string, kinds: readonly string[]): Promise<boolean> {
    return (await this.queries.execute(new OrganizationsOfKind(kinds))).some(({ id }) => id === institution);
  }

  #fingerprint(body: object, subject: string): Promise<string> {
    return fingerprintOf(this.platform.vault, body, { subject, category: programmeKey });
  }

  #send(id: string, command: EnrolmentCommand, meta: Meta, since?: string): Promise<Handled> {
    return this.commands.execute(
      new HandleProgramme('enrolment', { ...past(this.platform, meta, since), id, command }),
    );
  }
}
