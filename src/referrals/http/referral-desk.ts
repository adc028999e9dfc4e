import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { Destinations, type Destination, type KnownCase, VisibleCase } from '../../questions.js';
import { fingerprintOf, opened, past, soon } from '../../requests.js';
import type { Message } from '../domain/events.js';
import { type ReferralCommand, steps } from '../domain/referral.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';
import { HandleReferral } from './commands.js';
import type { SendReferralDto } from './referral.dto.js';

/** What either end reads of the message. */
export type ShownMessage = { readonly state: 'none' | 'erased' } | { readonly state: 'shown'; readonly value: Message };

/** A step of one of the ends; whose it is comes from the actor. */
export type Step = ReferralCommand extends infer C
  ? C extends { readonly institution: string }
    ? Omit<C, 'institution'>
    : never
  : never;

/** Where referrals are sent and moved on, by the API and by the pages alike. */
@Injectable()
export class ReferralDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /**
   * Sends a referral under an id made from the command's: sent again, it is the same referral.
   * @throws Problem 404 no case of theirs; 409 it is closed; 422 the service is not there, or takes nothing now
   */
  async send(actor: Actor, meta: Meta, dto: SendReferralDto): Promise<Handled & { readonly id: string }> {
    const known = await this.#case(dto.case, actor);
    await this.#destination(dto);
    if (dto.consent.basis === 'legal-duty' && dto.consent.duty === undefined) {
      throw new Problem(422, 'referral/duty-missing');
    }
    const { note, safeContact } = dto;
    const message: Message = {
      ...(note === undefined ? {} : { note }),
      ...(safeContact === undefined ? {} : { safeContact }),
    };
    const said = Object.keys(message).length > 0;
    const owner = said ? { subject: known.person, category: note === undefined ? 'contact' : 'narrative' } : undefined;
    const fingerprint = await fingerprintOf(this.platform.vault, dto, owner);
    const id = this.idOf(meta);
    const command: ReferralCommand = {
      do: 'send',
      country: known.country,
      case: known.id,
      caseCode: known.code,
      person: known.person,
      district: known.district,
      from: actor.institution,
      to: dto.to,
      purpose: dto.purpose,
      urgency: dto.urgency,
      risk: known.risk,
      consent: dto.consent,
      ...(said ? { message } : {}),
    };
    return { ...(await this.#send(id, command, { ...meta, fingerprint })), id };
  }

  /** The id of the referral a command makes. */
  idOf({ commandId }: Meta): string {
    return deriveId(commandId, 'referral');
  }

  /** @throws Problem 404 there is none, or neither end is the actor's */
  async take(actor: Actor, id: string, meta: Meta, step: Step): Promise<Handled> {
    const { sentAt } = await this.find(actor, id);
    return this.#send(id, { ...step, institution: actor.institution }, meta, sentAt);
  }

  /** @throws Problem 404 there is none, or neither end is the actor's */
  async find({ institution }: Actor, id: string): Promise<ReferralCard> {
    const card = await soon(this.platform, [referralCards], () => this.platform.views.get(referralCards, id));
    if (card === undefined || (card.from !== institution && card.to !== institution)) {
      throw new Problem(404, 'referral/unknown');
    }
    return card;
  }

  /** The steps this institution may take now. */
  allowed({ institution }: Actor, { from, to, status }: ReferralCard): readonly string[] {
    return steps(status).filter((step) => institution === (step === 'close' ? from : to));
  }

  /** Opens the message, for either end, each part under its own key. */
  async message(actor: Actor, { id, message }: ReferralCard): Promise<ShownMessage> {
    if (message === undefined) return { state: 'none' };
    const { eventId, revision, schema } = message;
    const place = { stream: `referral-${id}`, eventId, revision, type: 'ReferralSent', schema };
    const open = async (field: 'note' | 'safeContact', category: string) => {
      const section = message[field];
      if (section === undefined) return undefined;
      return opened<string>(this.platform, { section, ...place, field }, { actor: actor.code, category });
    };
    const [note, safeContact] = [await open('note', 'narrative'), await open('safeContact', 'contact')];
    const value = {
      ...(note === undefined || note === 'erased' ? {} : { note: note.value }),
      ...(safeContact === undefined || safeContact === 'erased' ? {} : { safeContact: safeContact.value }),
    };
    return Object.keys(value).length === 0 ? { state: 'erased' } : { state: 'shown', value };
  }

  async #case(id: string, { institution }: Actor): Promise<KnownCase> {
    const known = await this.queries.execute(new VisibleCase(id, institution));
    if (known === undefined) throw new Problem(404, 'referral/unknown-case');
    if (known.status === 'closed') throw new Problem(409, 'referral/case-closed', { allowed: [] });
    return known;
  }

  async #destination({ to }: SendReferralDto): Promise<Destination> {
    const offered = await this.queries.execute(new Destinations(to.organization));
    const found = offered.find(({ service }) => service === to.service);
    if (found === undefined) throw new Problem(422, 'referral/unknown-destination');
    if (found.status !== 'active') throw new Problem(422, 'referral/destination-closed');
    if (!found.receivesReferrals) throw new Problem(422, 'referral/destination-takes-none');
    return found;
  }

  #send(id: string, command: ReferralCommand, meta: Meta, since?: string): Promise<Handled> {
    return this.commands.execute(new HandleReferral({ ...past(this.platform, meta, since), id, command }));
  }
}
