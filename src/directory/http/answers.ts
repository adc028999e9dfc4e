import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import type { Views } from '#projection';
import { PLATFORM, type Platform } from '../../platform.js';
import { jurisdiction } from '../../protocol/index.js';
import {
  type Destination,
  Destinations,
  InstitutionNames,
  KnownOrganization,
  OrganizationsOfKind,
} from '../../questions.js';
import { soon } from '../../requests.js';
import { type OrganizationEntry, organizations } from '../views/organizations.js';

const page = 200;

/** All organizations, by name. */
export async function allOrganizations(views: Views): Promise<readonly OrganizationEntry[]> {
  const all: OrganizationEntry[] = [];
  for (let after: string | undefined; ;) {
    const listed = await views.list(organizations, 'all', { limit: page, ...(after === undefined ? {} : { after }) });
    all.push(...listed.map(({ document }) => document));
    after = listed.at(-1)?.cursor;
    if (after === undefined || listed.length < page) return all;
  }
}

@QueryHandler(Destinations)
export class DestinationsAnswer implements IQueryHandler<Destinations> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ organization: id }: Destinations): Promise<readonly Destination[]> {
    const { views } = this.platform;
    const asked = id === undefined ? await allOrganizations(views) : [await views.get(organizations, id)];
    const known = asked.filter((organization) => organization !== undefined);
    return known.flatMap((organization) =>
      organization.services.map((service) => ({
        organization: organization.id,
        organizationName: organization.name,
        organizationKind: organization.kind,
        service: service.id,
        serviceName: service.name,
        serviceKind: service.kind,
        receivesReferrals: receives(organization),
        status: service.status,
      })),
    );
  }
}

const receives = ({ country, kind }: OrganizationEntry): boolean =>
  jurisdiction(country).institutionTypes.some((type) => type.code === kind && type.receivesReferrals);

@QueryHandler(KnownOrganization)
export class KnownOrganizationAnswer implements IQueryHandler<KnownOrganization> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ organization }: KnownOrganization): Promise<OrganizationEntry | undefined> {
    return soon(this.platform, [organizations], () => this.platform.views.get(organizations, organization));
  }
}

@QueryHandler(InstitutionNames)
export class InstitutionNamesAnswer implements IQueryHandler<InstitutionNames> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ codes }: InstitutionNames): Promise<(code: string) => string> {
    const known = await this.platform.views.load(
      organizations,
      [...new Set(codes)].filter((code) => code !== ''),
    );
    return (code) => known.get(code)?.name ?? code;
  }
}

@QueryHandler(OrganizationsOfKind)
export class OrganizationsOfKindAnswer implements IQueryHandler<OrganizationsOfKind> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ kinds }: OrganizationsOfKind): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return (await allOrganizations(this.platform.views)).filter(({ kind }) => kinds.includes(kind));
  }
}
