import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import { type Meta, Problem } from '#service';
import { PLATFORM, type Platform, send } from '../../platform.js';
import { publicCode, purposeFor } from '../../protocol/index.js';
import { Destinations, type Destination, Offers } from '../../questions.js';
import type { HandToDto, WhomDto } from './community-help.dto.js';

/** Who hands on, what happened and where. */
export interface Matter {
  readonly institution: string;
  readonly country: string;
  readonly district: string;
  /** The door it comes in by: a code of `entryDoors` or `networkDoors`. */
  readonly entry: string;
  /** A type of violence. */
  readonly type: string;
  /** Random id, made for this. */
  readonly person: string;
  readonly contact?: string;
}

/** What became of it: a case of whoever hands on, and a referral to somebody else. */
export interface HandedOn {
  readonly case: string;
  readonly referral: string;
  readonly to: string;
}

/** Whom it can be handed on to. */
export interface Receiver {
  readonly id: string;
  readonly name: string;
}

/** As many institutions as a phone shows without much scrolling. */
const mostReceivers = 12;

/** Opens the case of somebody a community found, and hands it on: sent again, they are the same case and referral. */
@Injectable()
export class HandOn {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /**
   * The service it goes to.
   * @throws Problem 422 there is none, or it takes nothing now
   */
  async destination({ organization, service }: HandToDto, institution: string): Promise<Destination> {
    if (organization === institution) throw new Problem(422, 'referral/to-oneself');
    const offered = await this.queries.execute(new Destinations(organization));
    const asked = offered.filter((each) => service === undefined || each.service === service);
    const found = asked.find(({ status, receivesReferrals }) => status === 'active' && receivesReferrals) ?? asked[0];
    if (found === undefined) throw new Problem(422, 'referral/unknown-destination');
    if (found.status !== 'active') throw new Problem(422, 'referral/destination-closed');
    if (!found.receivesReferrals) throw new Problem(422, 'referral/destination-takes-none');
    return found;
  }

  /** Whom somebody of an institution can hand on to: those that take referrals now, of the district first. */
  async receivers(own: string, district: string): Promise<readonly Receiver[]> {
    const offers = await this.queries.execute(new Offers({ district }));
    const open = offers.filter(({ offered, organization }) => offered && organization !== own);
    const named = new Map(open.map(({ organization, organizationName }) => [organization, organizationName]));
    return [...named].slice(0, mostReceivers).map(([id, name]) => ({ id, name }));
  }

  /** The id of the case a command opens. */
  caseOf({ commandId }: Pick<Meta, 'commandId'>): string {
    return deriveId(partOf(commandId, 'case'), 'case');
  }

  /** @param meta of the command this belongs to: the ids of case and referral are made from its own */
  async open(meta: Meta, matter: Matter, whom: WhomDto, to: Destination): Promise<HandedOn> {
    const { institution, country, district, entry, type, person, contact } = matter;
    const { sex, ageBand, language, agrees = false, danger = false } = whom;
    const at = meta.effectiveAt ?? this.platform.clock.now();
    const circumstances = (part: string) => ({
      actor: meta.actor,
      ...(meta.fingerprint === undefined ? {} : { fingerprint: meta.fingerprint }),
      ...(meta.correlationId === undefined ? {} : { correlationId: meta.correlationId }),
      effectiveAt: at,
      commandId: partOf(meta.commandId, part),
    });
    const opening = circumstances('case');
    const sending = circumstances('referral');
    const caseId = this.caseOf(meta);
    const referral = deriveId(sending.commandId, 'referral');
    await send(this.platform, 'case', {
      ...opening,
      id: caseId,
      command: {
        ...{ do: 'open', country, district, institution, entry, condition: 'NEW', person, sex, ageBand, language },
        ...{ types: [type], principal: type, complaint: false },
      },
    });
    const consent = agrees ? { basis: 'consented', mode: 'VERBAL', language } : { basis: 'without-identity', language };
    await send(this.platform, 'referral', {
      ...sending,
      id: referral,
      command: {
        ...{
          do: 'send',
          country,
          case: caseId,
          caseCode: publicCode(opening.commandId, at, country),
          person,
          district,
        },
        ...{ from: institution, to: { organization: to.organization, service: to.service }, consent },
        ...{ purpose: purposeFor(to.organizationKind), urgency: danger ? 'IMMEDIATE' : 'PRIORITY' },
        risk: 'UNDETERMINED',
        ...(agrees && contact !== undefined ? { message: { safeContact: contact } } : {}),
      },
    });
    return { case: caseId, referral, to: to.organization };
  }
}

/** Each command a hand-over is made of has an id of its own. */
const partOf = (commandId: string, part: string): string => deriveId(commandId, 'hand-on', part);
