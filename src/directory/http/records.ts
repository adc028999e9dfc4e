import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { localDate } from '#terms';
import { PLATFORM, type Platform } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import { type OrganizationRecord, OrganizationRecords } from '../../records.js';
import { nameOn, type OrganizationEntry, otherNamesOn } from '../domain/entry.js';
import { destination, known } from './answers.js';

@QueryHandler(OrganizationRecords)
export class OrganizationRecordsAnswer implements IQueryHandler<OrganizationRecords> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ id }: OrganizationRecords): Promise<readonly OrganizationRecord[]> {
    const at = this.platform.clock.now();
    return (await known(this.platform.views, id)).map((entry) => recordOf(entry, at));
  }
}

function recordOf(entry: OrganizationEntry, at: string): OrganizationRecord {
  const { id, kind, country, modifiedAt } = entry;
  const day = localDate(at, zoneOf(country));
  return {
    ...{ id, kind, country, modifiedAt },
    name: nameOn(entry, day),
    otherNames: otherNamesOn(entry, day),
    services: entry.services.map((service) => {
      const { status, receivesReferrals } = destination(entry, service, at);
      return { id: service.id, name: service.name, kind: service.kind, status, receivesReferrals };
    }),
  };
}
