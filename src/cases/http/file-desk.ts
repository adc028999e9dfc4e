import { Inject, Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { childDestinations, servesAdults } from '../../protocol/index.js';
import { Destinations, KnownOrganization, OrganizationsOfKind } from '../../questions.js';
import { soon } from '../../requests.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { CaseDesk } from './case-desk.js';
import {
  itemsOf,
  type MeasureEndDto,
  type MeasureExtensionDto,
  type MeasureStepDto,
  type ReopeningDto,
  type ReparationStepDto,
  type ReportItemsDto,
  type StayDto,
  type TransferDto,
} from './file.dto.js';

/** Where a child’s case is to go, and whether who has it serves adults. */
export interface ChildAdvice {
  readonly to: readonly { readonly id: string; readonly name: string }[];
  readonly adultsService: boolean;
}

/** What is done with the file of a case, and with each of its measures, by the API and by the pages alike. */
@Injectable()
export class FileDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CaseDesk) private readonly desk: CaseDesk,
  ) {}

  /** @throws Problem 404, 409 another institution answers for the case */
  async complete(actor: Actor, id: string, meta: Meta, { items }: ReportItemsDto): Promise<Handled> {
    const { institution } = await this.own(actor, id);
    return this.desk.send(id, { do: 'record-items', institution, items: itemsOf(items) }, meta);
  }

  /** @throws Problem 404, 409 another institution answered for it */
  async reopen(actor: Actor, id: string, meta: Meta, { reason }: ReopeningDto): Promise<Handled> {
    const { institution } = await this.own(actor, id);
    return this.desk.send(id, { do: 'reopen', institution, reason }, meta);
  }

  /** @throws Problem 404, 409 another institution answers for it, 422 the new one is not in the directory */
  async transfer(actor: Actor, id: string, meta: Meta, { to, reason }: TransferDto): Promise<Handled> {
    const { institution } = await this.own(actor, id);
    if ((await this.queries.execute(new KnownOrganization(to))) === undefined) {
      throw new Problem(422, 'case/unknown-institution');
    }
    return this.desk.send(id, { do: 'transfer', institution, to, reason }, meta);
  }

  /** @throws Problem 404 */
  async stay(actor: Actor, id: string, meta: Meta, { from, nights }: StayDto): Promise<Handled> {
    await this.desk.find(actor, id);
    return this.desk.send(id, { do: 'record-stay', from, nights }, meta);
  }

  /** @throws Problem 404, 409 `case/not-yours`, Refusal the case is on no track of its own, or it is too early */
  async repair(actor: Actor, id: string, meta: Meta, { step }: ReparationStepDto): Promise<Handled> {
    const { institution } = await this.own(actor, id);
    return this.desk.send(id, { do: 'take-reparation-step', step, institution }, meta);
  }

  /** @throws Problem 404, Refusal it is too early, not this institution's, or ended */
  async step(actor: Actor, id: string, measure: string, meta: Meta, { step }: MeasureStepDto): Promise<Handled> {
    await this.desk.find(actor, id);
    const { institution } = actor;
    return this.desk.send(id, { do: 'take-measure-step', measure, step, institution }, meta);
  }

  /** @throws Problem 404, Refusal only the court extends it */
  async extend(
    actor: Actor,
    id: string,
    measure: string,
    meta: Meta,
    { until }: MeasureExtensionDto,
  ): Promise<Handled> {
    await this.desk.find(actor, id);
    return this.desk.send(id, { do: 'extend-measure', measure, court: actor.institution, until }, meta);
  }

  /** @throws Problem 404, Refusal only the court ends it */
  async end(actor: Actor, id: string, measure: string, meta: Meta, dto: MeasureEndDto): Promise<Handled> {
    await this.desk.find(actor, id);
    const { how, replacement } = dto;
    const court = actor.institution;
    const by = replacement === undefined ? {} : { replacement: { ...replacement } };
    return this.desk.send(id, { do: 'end-measure', measure, court, how, ...by }, meta);
  }

  /** For a child: whom to ask, and whether who has the case serves adults; undefined for anybody else. */
  async childAdvice({ country, ageBand, institution, district }: CaseCard): Promise<ChildAdvice | undefined> {
    const kinds = childDestinations(country, ageBand);
    if (kinds.length === 0) return undefined;
    const there = await this.queries.execute(new OrganizationsOfKind(kinds));
    const [service] = await this.queries.execute(new Destinations(institution));
    const near = there.filter(({ id }) => id.includes(district));
    return {
      to: near.length > 0 ? near : there.slice(0, 5),
      adultsService: service !== undefined && servesAdults(country, service.organizationKind),
    };
  }

  /** A case the actor's institution answers for. @throws Problem 404, 409 `case/not-yours` */
  async own(actor: Actor, id: string): Promise<CaseCard> {
    // What was just given away may still look like one's own: the view is asked again.
    const card = await this.desk.find(actor, id);
    if (card.institution === actor.institution) return card;
    const again = await soon(this.platform, [caseCards], async () => {
      const now = await this.platform.views.get(caseCards, id);
      return now?.institution === actor.institution ? now : undefined;
    });
    if (again === undefined) throw new Problem(409, 'case/not-yours', { allowed: [] });
    return again;
  }
}
