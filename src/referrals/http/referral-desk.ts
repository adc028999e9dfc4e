import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { Listed, ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { Access } from '../../people/access/access.js';
import { seenPage } from '../../people/access/seen-page.js';
import { PLATFORM, type Platform } from '../../platform.js';
import {
  Destinations,
  type Destination,
  type KnownCase,
  type Need,
  type Offer,
  Offers,
  VisibleCase,
} from '../../questions.js';
import { fingerprintOf, past } from '../../requests.js';
import type { ConsentGiven, ReferralCommand, SendReferral, StepCommand } from '../domain/commands.js';
import { undoable } from '../domain/ending.js';
import type { Message } from '../domain/events.js';
import { referralDecider, steps } from '../domain/referral.js';
import { initial } from '../domain/state.js';
import { type Stuck, stuckAt } from '../domain/stuck.js';
import { type ReferralCard, referralCards } from '../views/referral-card.js';
import { HandleReferral } from './commands.js';
import { openMessage, openNotes, type ShownMessage, type ShownNote } from './messages.js';
import type { BundledDto, ConsentDto, RerouteDto, SendBundleDto, SendReferralDto } from './referral.dto.js';

/** A step of one of the ends; whose it is comes from the actor. */
export type Step = StepCommand extends infer C
  ? C extends { readonly institution: string }
    ? Omit<C, 'institution'>
    : never
  : never;

/** A referral that stands still, and why. */
export interface StuckReferral {
  readonly card: ReferralCard;
  readonly why: Stuck;
}

/** The list is kept at zero: more than this nobody reads. */
const mostStuck = 200;

/** What the directory is asked for a case. */
export const needOf = ({ ageBand, sex, district, risk, language }: KnownCase): Need => ({
  ...{ ageBand, sex, district, risk },
  ...(language === undefined ? {} : { language }),
});

/** Where referrals are sent and moved on, by the API and by the pages alike. */
@Injectable()
export class ReferralDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
  ) {}

  /**
   * Sends a referral under an id made from the command's: sent again, it is the same referral.
   * @throws Problem 404 no case of theirs; 409 it is closed; 422 the service is not there, or takes nothing now
   */
  async send(actor: Actor, meta: Meta, dto: SendReferralDto): Promise<Handled & { readonly id: string }> {
    const known = await this.#case(dto.case, actor);
    await this.#destination(dto);
    const id = this.idOf(meta);
    const command = this.#sending(actor, known, dto, dto.bundle);
    const fingerprint = await this.#fingerprint(known.person, dto, command.message);
    return { ...(await this.#send(id, command, { ...meta, fingerprint })), id };
  }

  /**
   * Sends several referrals of one crisis, each with a consent of its own, under one id they share. Sent again, whatever
   * was not sent the first time is sent then.
   * @throws Problem as `send`; every one is looked at before the first is sent
   */
  async sendBundle(actor: Actor, meta: Meta, dto: SendBundleDto) {
    const known = await this.#case(dto.case, actor);
    const bundle = deriveId(meta.commandId, 'bundle');
    const commands = dto.referrals.map((each) => this.#sending(actor, known, each, bundle));
    for (const command of commands) {
      await this.#destination(command);
      const now = this.platform.clock.now();
      // One that will be refused must be found before others are on their way.
      referralDecider.decide(command, initial, { effectiveAt: now, recordedAt: now, ...meta });
    }
    const sent: (Handled & { readonly id: string })[] = [];
    for (const [index, command] of commands.entries()) {
      const own = { ...meta, commandId: deriveId(meta.commandId, 'bundle', index) };
      const fingerprint = await this.#fingerprint(known.person, dto.referrals[index] ?? dto, command.message);
      const id = this.idOf(own);
      sent.push({ ...(await this.#send(id, command, { ...own, fingerprint })), id });
    }
    return { bundle, sent };
  }

  /** The id of the referral a command makes. */
  idOf({ commandId }: Pick<Meta, 'commandId'>): string {
    return deriveId(commandId, 'referral');
  }

  /** @throws Problem 404 there is none, or neither end is the actor's */
  async take(actor: Actor, id: string, meta: Meta, step: Step): Promise<Handled> {
    const { sentAt } = await this.find(actor, id);
    return this.#send(id, { ...step, institution: actor.institution }, meta, sentAt);
  }

  /**
   * Adds words to a referral.
   * @throws Problem 404 there is none, or neither end is the actor's
   */
  async note(actor: Actor, id: string, meta: Meta, note: string): Promise<Handled> {
    const card = await this.find(actor, id);
    const fingerprint = await this.#fingerprint(card.person, { note }, { note });
    const command = { do: 'note', institution: actor.institution, note } as const;
    return this.#send(id, command, { ...meta, fingerprint }, card.sentAt);
  }

  /**
   * Hands a referral on to another service.
   * @throws Problem 404 there is none, or neither end is the actor's; 422 the service is not there, or takes nothing now
   */
  async reroute(actor: Actor, id: string, meta: Meta, dto: RerouteDto): Promise<Handled> {
    const card = await this.find(actor, id);
    await this.#destination(dto);
    const before = dto.sameWords === true ? await this.message(actor, card) : undefined;
    const message = { ...(before?.state === 'shown' ? before.value : {}), ...messageOf(dto) };
    const said = Object.keys(message).length > 0 ? message : undefined;
    const fingerprint = await this.#fingerprint(card.person, dto, said);
    const { to, reason } = dto;
    const consent = consentOf(dto.consent);
    const command: ReferralCommand = {
      ...{ do: 'reroute', institution: actor.institution, to, reason, consent },
      ...(said === undefined ? {} : { message: said }),
    };
    return this.#send(id, command, { ...meta, fingerprint }, card.sentAt);
  }

  /** @throws Problem 404 there is none, or neither end is the actor's */
  async find(actor: Actor, id: string): Promise<ReferralCard> {
    await this.access.assert(actor, { action: 'readReferral', referral: id }, 'referral/unknown');
    const card = await this.platform.views.get(referralCards, id);
    if (card === undefined) throw new Problem(404, 'referral/unknown');
    return card;
  }

  /** Of these referrals, those the actor may see. */
  visible(actor: Actor, cards: readonly ReferralCard[]): Promise<readonly ReferralCard[]> {
    return this.access.visible(actor, cards, ({ id }) => ({ action: 'readReferral', referral: id }));
  }

  /** Of the referrals in a list, those the actor may see. */
  listed(actor: Actor, list: string, range: ListRange): Promise<readonly Listed<ReferralCard>[]> {
    return seenPage(
      range,
      (within) => this.platform.views.list(referralCards, list, within),
      (cards) => this.visible(actor, cards),
    );
  }

  /** The referrals sent together under this one id, those the actor may see, in the order they were sent. */
  async bundle(actor: Actor, bundle: string): Promise<readonly ReferralCard[]> {
    const listed = await this.platform.views.list(referralCards, `bundle/${bundle}`, { limit: 50 });
    // Several may have been sent in one instant: the record knows their order.
    const sentAt = ({ steps }: ReferralCard) => steps[0]?.position ?? '';
    const { institution } = actor;
    const ends = listed
      .map(({ document }) => document)
      .filter(({ from, to }) => from === institution || to === institution);
    return [...(await this.visible(actor, ends))].sort((a, b) => (sentAt(a) < sentAt(b) ? -1 : 1));
  }

  /** The services there are for a need, those not offered to it with why; never the asker's own. */
  async offers({ institution }: Actor, need: Need): Promise<readonly Offer[]> {
    const offers = await this.queries.execute(new Offers(need));
    return offers.filter(({ organization }) => organization !== institution);
  }

  /** The services a referral could go on to: all but its sender's and the one that has it. */
  async onward(actor: Actor, card: ReferralCard, need: Need = {}): Promise<readonly Offer[]> {
    const { from, to, service, urgency } = card;
    const known = await this.queries.execute(new VisibleCase(actor, card.case));
    const whose = known === undefined ? { district: card.district, risk: card.risk } : needOf(known);
    const offers = await this.offers(actor, { ...whose, urgent: urgency === 'IMMEDIATE', ...need });
    return offers.filter(
      (each) => each.organization !== from && !(each.organization === to && each.service === service),
    );
  }

  /** The services that could take it now: of the same kind, offered, and not asked yet. */
  async alternatives(actor: Actor, card: ReferralCard): Promise<readonly Offer[]> {
    const had = await this.queries.execute(new Destinations(card.to));
    const serviceKind = had.find(({ service }) => service === card.service)?.serviceKind;
    if (serviceKind === undefined) return [];
    const asked = new Set(card.legs.map(({ to }) => to));
    const offers = await this.onward(actor, card, { serviceKind });
    return offers.filter(({ offered, organization }) => offered && !asked.has(organization));
  }

  /** Those of the actor's institution that they may see and nobody has a next action for, the longest still first. */
  async stuck(actor: Actor): Promise<readonly StuckReferral[]> {
    const now = this.platform.clock.now();
    const listed = await this.platform.views.list(referralCards, `stuck/${actor.institution}`, { limit: mostStuck });
    const stuck = listed.flatMap(({ document: card, sort: since }) => {
      const why = since > now ? undefined : stuckAt(card, now);
      return why === undefined ? [] : [{ card, why }];
    });
    return this.access.visible(actor, stuck, ({ card: { id } }) => ({ action: 'readReferral', referral: id }));
  }

  /** The steps this institution may take now. */
  allowed({ institution }: Actor, card: ReferralCard): readonly StepCommand['do'][] {
    const now = this.platform.clock.now();
    const taken = card.consent.basis !== 'consented' || card.consent.withdrawn;
    return [
      ...steps(card, institution).filter((step) => step !== 'withdraw' || !taken),
      ...(undoable(card, institution, now) ? (['undo'] as const) : []),
    ];
  }

  /** Opens the words of the leg under way, each part under its own key. */
  message(actor: Actor, card: ReferralCard): Promise<ShownMessage> {
    return openMessage(this.platform, this.access, actor, card);
  }

  /** Opens the notes added later. */
  notes(actor: Actor, card: ReferralCard): Promise<readonly ShownNote[]> {
    return openNotes(this.platform, this.access, actor, card);
  }

  #sending(actor: Actor, known: KnownCase, dto: BundledDto, bundle: string | undefined): SendReferral {
    const message = messageOf(dto);
    return {
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
      consent: consentOf(dto.consent),
      ...(message === undefined ? {} : { message }),
      ...(bundle === undefined ? {} : { bundle }),
    };
  }

  #fingerprint(person: string, dto: object, message: Message | undefined): Promise<string> {
    const category = message?.note === undefined ? 'contact' : 'narrative';
    return fingerprintOf(this.platform.vault, dto, message === undefined ? undefined : { subject: person, category });
  }

  async #case(id: string, actor: Actor): Promise<KnownCase> {
    await this.access.assert(actor, { action: 'workOnCase', case: id }, 'referral/unknown-case');
    const known = await this.queries.execute(new VisibleCase(actor, id));
    if (known === undefined) throw new Problem(404, 'referral/unknown-case');
    if (known.status === 'closed') throw new Problem(409, 'referral/case-closed', { allowed: [] });
    return known;
  }

  async #destination({ to }: Pick<SendReferralDto, 'to'>): Promise<Destination> {
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

function messageOf({ note, safeContact }: Pick<BundledDto, 'note' | 'safeContact'>): Message | undefined {
  if (note === undefined && safeContact === undefined) return undefined;
  return { ...(note === undefined ? {} : { note }), ...(safeContact === undefined ? {} : { safeContact }) };
}

/**
 * The consent as the rules read it: times in UTC, whatever offset they came with.
 * @throws Problem 422 a legal duty that is not named
 */
function consentOf({ until, ...given }: ConsentDto): ConsentGiven {
  if (given.basis === 'legal-duty' && given.duty === undefined) throw new Problem(422, 'referral/duty-missing');
  return { ...given, ...(until === undefined ? {} : { until: inUtc(until) }) };
}

/** `2026-03-09T10:00:00-05:00` → `2026-03-09T15:00:00.000Z`: instants are compared as text. */
export const inUtc = (instant: string): string => new Date(instant).toISOString();
