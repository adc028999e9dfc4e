import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../../platform.js';
import { CaseByCode, FindByCode } from '../../../questions.js';
import {
  HandOver,
  type HandOverOrder,
  type LegRecord,
  OrganizationRecords,
  type ReferralRecord,
  ReferralRecordOf,
  ReferralRecords,
} from '../../../records.js';
import { recordRead } from '../../../reads.js';
import { serviceOfId } from './directory.js';
import { fhirId, listSystem, type Resource, serviceId, systems } from './elements.js';
import { explainedIn, legOfId, urgencies } from './referral.js';
import type { ConceptDto, ConsentResourceDto, ServiceRequestDto } from './service-request.dto.js';

/** What a search of referrals, or of what hangs on them, is narrowed down by. */
export interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly status?: string | undefined;
  readonly page: { readonly limit: number; readonly after?: string };
}

/** Reads and sends referrals for whoever speaks FHIR, with the rights of the actor and none beside. */
@Injectable()
export class FhirDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  now(): string {
    return this.platform.clock.now();
  }

  /** @throws Problem 404 there is none, or it is not theirs */
  referral(actor: Actor, id: string): Promise<ReferralRecord> {
    return this.queries.execute(new ReferralRecordOf(actor, id));
  }

  /**
   * The leg an id of a Task or a Consent names.
   * @throws Problem 404 there is none, or it is not theirs
   */
  async leg(actor: Actor, id: string) {
    const named = legOfId(id);
    const record = named === undefined ? undefined : await this.referral(actor, named.referral);
    const leg = record?.legs.find((each) => each.leg === named?.leg);
    if (record === undefined || leg === undefined) throw new Problem(404, 'not-found');
    await this.#shown(actor, [record]);
    return { record, leg };
  }

  /**
   * Of what was searched for, what may leave: each is as much as its page shows, so each is on record as looked at.
   * @throws LogUnavailable when that cannot be recorded
   */
  async searched(
    actor: Actor,
    { id, code, ends }: { readonly id: string | undefined; readonly code: string | undefined; readonly ends: Ends },
  ): Promise<{ readonly records: readonly ReferralRecord[]; readonly next?: string }> {
    const found =
      id !== undefined
        ? { records: await this.found(this.referral(actor, id)) }
        : code !== undefined
          ? { records: await this.byCode(actor, code) }
          : await this.referrals(actor, ends);
    await this.#shown(actor, found.records);
    return found;
  }

  async #shown({ code, institution, role }: Actor, records: readonly ReferralRecord[]): Promise<void> {
    const look = { institution, role, purpose: 'care', action: 'readReferral' };
    await Promise.all(
      records.map(({ id }) => recordRead(this.platform, code, 'Looked', { ...look, stream: `referral-${id}` })),
    );
  }

  /** Found where it is theirs to read, else nothing: a search never says what others have. */
  async found<T>(look: Promise<T>): Promise<readonly T[]> {
    try {
      return [await look];
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return [];
      throw error;
    }
  }

  /** The referral of a code people read aloud. */
  async byCode(actor: Actor, token: string): Promise<readonly ReferralRecord[]> {
    const found = await this.queries.execute(new FindByCode(token.slice(token.lastIndexOf('|') + 1)));
    return found?.kind === 'referral' ? this.found(this.referral(actor, found.id)) : [];
  }

  /** What the actor's institution was sent, then what it sent; what others sent each other is not there. */
  async referrals(actor: Actor, ends: Ends) {
    const { page } = ends;
    const [, at, after = ''] = /^(to|from):(.*)$/s.exec(page.after ?? '') ?? [];
    const boxes = boxesOf(fhirId(actor.institution), ends);
    const box = boxes.find((each) => each === at) ?? boxes[0];
    if (box === undefined) return { records: [] };
    const within = { limit: page.limit, ...(after === '' ? {} : { after }) };
    const { records, next } = await this.queries.execute(new ReferralRecords(actor, box, within));
    const then = next === undefined ? boxes[boxes.indexOf(box) + 1] : box;
    return { records, ...(then === undefined ? {} : { next: `${then}:${next ?? ''}` }) };
  }

  organizations(id?: string) {
    return this.queries.execute(new OrganizationRecords(id));
  }

  /**
   * Sends what was asked for.
   * @throws Problem as the referral's own route does; 422 `fhir-…` for a code that is none of ours
   */
  async create(actor: Actor, meta: Meta, dto: ServiceRequestDto): Promise<Handled & { readonly id: string }> {
    const { code, subject, performer, contained, priority = 'routine', authoredOn } = dto;
    if (subject.identifier.system !== systems.caseCode) throw new Problem(422, 'fhir-unknown-subject');
    const known = await this.queries.execute(new CaseByCode(actor, subject.identifier.value));
    if (known === undefined) throw new Problem(404, 'referral/unknown-case');
    const [, reference = ''] = (performer[0]?.reference ?? '').split('HealthcareService/');
    const to = serviceOfId(await this.organizations(), reference);
    if (to === undefined) throw new Problem(422, 'referral/unknown-destination');
    const order: HandOverOrder = {
      ...{ case: known.id, to, purpose: codeIn(code, listSystem('referralPurposes')) },
      urgency: urgencies[priority] ?? 'ROUTINE',
      consent: groundOf(contained[0]),
      ...(authoredOn === undefined ? {} : { effectiveAt: authoredOn }),
    };
    const circumstances =
      authoredOn === undefined ? meta : { ...meta, effectiveAt: new Date(authoredOn).toISOString() };
    return this.commands.execute(new HandOver(actor, circumstances, order));
  }
}

/** Where to look: between two others there is nothing to see. */
function boxesOf(own: string, { from, to }: Ends): readonly ('to' | 'from')[] {
  const sender = idOf(from);
  const isOwn = receives(own, to);
  if (sender === own) return ['from'];
  if (sender !== undefined) return isOwn === false ? [] : ['to'];
  if (isOwn === undefined) return ['to', 'from'];
  return isOwn ? ['to'] : ['from'];
}

/** Whether an institution, or one of its services, was named; undefined where that does not say. */
function receives(own: string, to: string | undefined): boolean | undefined {
  const id = idOf(to);
  // The id of a service with a long code is a digest, which says nothing of whose it is.
  if (id === undefined || /^x[0-9a-f]{63}$/.test(id)) return undefined;
  return id === own || id.startsWith(`${own}.`);
}

/** `Organization/x` or `x` → `x` */
const idOf = (reference: string | undefined): string | undefined => reference?.slice(reference.lastIndexOf('/') + 1);

/** Whether a leg is between whom was searched for: an institution, or for whom is asked one of its services. */
export function isBetween(
  { from }: ReferralRecord,
  leg: LegRecord | undefined,
  ends: Pick<Ends, 'from' | 'to'>,
): boolean {
  if (ends.from !== undefined && fhirId(from) !== idOf(ends.from)) return false;
  if (ends.to === undefined) return true;
  if (leg === undefined) return false;
  const isService = serviceId(leg.to, leg.service) === idOf(ends.to) && !ends.to.startsWith('Organization/');
  return isService || (fhirId(leg.to) === idOf(ends.to) && !ends.to.startsWith('HealthcareService/'));
}

/**
 * The code of one system in a concept.
 * @throws Problem 422 `fhir-unknown-code`: nothing of that system was said
 */
function codeIn({ coding }: ConceptDto, system: string): string {
  const found = coding.find((each) => each.system === system);
  if (found === undefined) throw new Problem(422, 'fhir-unknown-code');
  return found.code;
}

function groundOf(consent: ConsentResourceDto | undefined): Readonly<Record<string, unknown>> {
  if (consent === undefined) throw new Problem(422, 'fhir-unknown-code');
  const { status, policyRule, category, provision, extension = [] } = consent;
  const within = (concepts: readonly ConceptDto[], system: string): string | undefined =>
    concepts.flatMap(({ coding }) => coding).find((each) => each.system === system)?.code;
  const duty = within([policyRule], listSystem('legalDuties'));
  const mode = within(category, listSystem('consentModes'));
  const language = extension.find(({ url }) => url === explainedIn)?.valueCode;
  const basis = codeIn(policyRule, systems.basis);
  const refused = status === 'rejected' || provision?.type === 'deny';
  // What was refused is never sent as given, and what was given never as refused.
  if (refused !== (basis === 'without-identity')) throw new Problem(422, 'fhir-consent-unclear');
  const categories = listSystem('dataCategories');
  if (provision?.class?.some(({ system }) => system !== categories)) throw new Problem(422, 'fhir-unknown-code');
  const shares = provision?.class?.map(({ code }) => code);
  const until = provision?.period?.end;
  return {
    basis,
    ...(duty === undefined ? {} : { duty }),
    ...(mode === undefined ? {} : { mode }),
    ...(language === undefined ? {} : { language }),
    ...(shares === undefined ? {} : { shares }),
    ...(until === undefined ? {} : { until }),
  };
}

/** Of these resources those with a status that was asked for: `status=active,completed`. */
export const ofStatus = (resources: readonly Resource[], status: string | undefined): readonly Resource[] =>
  status === undefined ? resources : resources.filter((each) => status.split(',').includes(String(each['status'])));
