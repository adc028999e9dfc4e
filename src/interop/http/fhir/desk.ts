import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../../platform.js';
import { CaseByCode, FindByCode } from '../../../questions.js';
import {
  HandOver,
  type HandOverOrder,
  OrganizationRecords,
  type ReferralRecord,
  ReferralRecordOf,
  ReferralRecords,
} from '../../../records.js';
import { serviceOfId } from './directory.js';
import { fhirId, listSystem, type Resource, systems } from './elements.js';
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
    return { record, leg };
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

  /** What the actor's institution sent, or was sent; what others sent each other is not there. */
  async referrals(actor: Actor, { from, to, page }: Ends) {
    const [sender, receiver] = [codeOf(from), codeOf(to)];
    const own = fhirId(actor.institution);
    const box = sender === own ? 'from' : 'to';
    // Between two others there is nothing to see.
    if (sender !== own && receiver !== undefined && receiver !== own) return { records: [] };
    const { records, next } = await this.queries.execute(new ReferralRecords(actor, box, page));
    const other = box === 'from' ? receiver : sender;
    const ofThem = ({ from: by, legs }: ReferralRecord): boolean =>
      other === undefined || (box === 'to' ? fhirId(by) === other : legs.some((leg) => fhirId(leg.to) === other));
    return { records: records.filter(ofThem), ...(next === undefined ? {} : { next }) };
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
    const known = await this.queries.execute(new CaseByCode(subject.identifier.value, actor.institution));
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

/** `Organization/x` or `x` → `x` */
const codeOf = (reference: string | undefined): string | undefined => reference?.slice(reference.lastIndexOf('/') + 1);

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
  const { policyRule, category, provision, extension = [] } = consent;
  const within = (concepts: readonly ConceptDto[], system: string): string | undefined =>
    concepts.flatMap(({ coding }) => coding).find((each) => each.system === system)?.code;
  const duty = within([policyRule], listSystem('legalDuties'));
  const mode = within(category, listSystem('consentModes'));
  const language = extension.find(({ url }) => url === explainedIn)?.valueCode;
  const shares = provision?.class?.map(({ code }) => code);
  const until = provision?.period?.end;
  return {
    basis: codeIn(policyRule, systems.basis),
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
