import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler, type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Handled } from '#event-log';
import { invalid, verdict } from '#service';
import { HandOver, type LegRecord, type ReferralRecord, ReferralRecordOf, ReferralRecords } from '../../records.js';
import type { ReferralCard } from '../views/referral-card.js';
import { ReferralDesk } from './referral-desk.js';
import { SendReferralDto } from './referral.dto.js';
import { viewOf } from './referral.views.js';

/** How other systems are told of a referral: as the API's own view, with a ground for every leg. */
function recordOf(card: ReferralCard): ReferralRecord {
  const { id, code, country, caseCode, from, purpose, urgency, status, fhirStatus, sentAt, revision } = viewOf(card);
  const { businessStatus, due, reason, outcome } = viewOf(card);
  return {
    ...{ id, code, country, case: card.case, caseCode, from, purpose, urgency, status, fhirStatus, sentAt, revision },
    updatedAt: card.steps.at(-1)?.recordedAt ?? sentAt,
    ...(businessStatus === undefined ? {} : { businessStatus }),
    ...(due === undefined ? {} : { due }),
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === undefined ? {} : { outcome }),
    legs: card.legs.map((leg) => legOf(card, leg)),
  };
}

function legOf(card: ReferralCard, { leg, to, service, left }: ReferralCard['legs'][number]): LegRecord {
  const steps = card.steps.filter((step) => step.leg === leg);
  const given = card.consents[leg];
  const under = leg === card.leg;
  return {
    ...{ leg, to, service },
    sentAt: steps[0]?.effectiveAt ?? card.sentAt,
    updatedAt: steps.at(-1)?.recordedAt ?? card.sentAt,
    ...(left === undefined ? {} : { left }),
    consent: {
      id: given?.id ?? `${card.id}-${leg}`,
      basis: given?.basis ?? 'none',
      ...(given?.duty === undefined ? {} : { duty: given.duty }),
      ...(given?.mode === undefined ? {} : { mode: given.mode }),
      ...(given?.language === undefined ? {} : { language: given.language }),
      ...(given?.shares === undefined ? {} : { shares: given.shares }),
      ...(given?.until === undefined ? {} : { until: given.until }),
      // Whoever is asked next is asked for anew: what was agreed to for a leg that is over has ended with it.
      withdrawn: under ? card.consent.withdrawn : true,
    },
  };
}

@QueryHandler(ReferralRecordOf)
export class ReferralRecordAnswer implements IQueryHandler<ReferralRecordOf> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor, id }: ReferralRecordOf): Promise<ReferralRecord> {
    return recordOf(await this.desk.find(actor, id));
  }
}

@QueryHandler(ReferralRecords)
export class ReferralRecordsAnswer implements IQueryHandler<ReferralRecords> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor, box, page: { limit, after } }: ReferralRecords) {
    const range = { limit: limit + 1, descending: true, ...(after === undefined ? {} : { after }) };
    const seen = await this.desk.listed(actor, `${box}/${actor.institution}/all`, range);
    const shown = seen.slice(0, limit);
    const next = seen.length > limit ? shown.at(-1)?.cursor : undefined;
    return { records: shown.map(({ document }) => recordOf(document)), ...(next === undefined ? {} : { next }) };
  }
}

@CommandHandler(HandOver)
export class HandOverHandler implements ICommandHandler<HandOver> {
  constructor(@Inject(ReferralDesk) private readonly desk: ReferralDesk) {}

  async execute({ actor, meta, order }: HandOver): Promise<Handled & { readonly id: string }> {
    const said = verdict(SendReferralDto, order);
    if ('errors' in said) throw invalid(said.errors);
    return this.desk.send(actor, meta, said.value);
  }
}
