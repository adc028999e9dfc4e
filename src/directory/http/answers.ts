import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { allListed, type Views } from '#projection';
import { localDate } from '#terms';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import {
  type Destination,
  Destinations,
  InstitutionNames,
  KnownOrganization,
  type Offer,
  Offers,
  OrganizationsOfKind,
} from '../../questions.js';
import { soon } from '../../requests.js';
import { nameOn, type OrganizationEntry, type ServiceEntry, statusOn } from '../domain/entry.js';
import { judgedFor, standing } from '../domain/offering.js';
import { organizations } from '../views/organizations.js';
import { inWords } from '../pages/offer-words.js';

/** All organizations, by name. */
export const allOrganizations = (views: Views): Promise<readonly OrganizationEntry[]> =>
  allListed(views, organizations, 'all');

/** Those of the country of who asks: nobody hands a case over a border. */
const here = async (views: Views): Promise<readonly OrganizationEntry[]> =>
  (await allOrganizations(views)).filter(({ country }) => country === countryNow());

/** One of them, or all of the country. */
export async function known(views: Views, id: string | undefined): Promise<readonly OrganizationEntry[]> {
  const asked = id === undefined ? await here(views) : [await views.get(organizations, id)];
  return asked.filter((organization) => organization !== undefined);
}

@QueryHandler(Destinations)
export class DestinationsAnswer implements IQueryHandler<Destinations> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ organization: id }: Destinations): Promise<readonly Destination[]> {
    const at = this.platform.clock.now();
    return (await known(this.platform.views, id)).flatMap((organization) =>
      organization.services.map((service) => destination(organization, service, at)),
    );
  }
}

/** A service as others may hand cases to it. */
export function destination(organization: OrganizationEntry, service: ServiceEntry, at: string): Destination {
  const day = localDate(at, zoneOf(organization.country));
  const bars = standing(organization, service, day);
  return {
    organization: organization.id,
    organizationName: nameOn(organization, day),
    organizationKind: organization.kind,
    service: service.id,
    serviceName: service.name,
    serviceKind: service.kind,
    receivesReferrals: !bars.includes('TAKES_NO_REFERRALS') && !bars.includes('CONCILIATION'),
    status: bars.includes('INACTIVE') && statusOn(service, day) === 'active' ? 'inactive' : statusOn(service, day),
  };
}

@QueryHandler(Offers)
export class OffersAnswer implements IQueryHandler<Offers> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ need }: Offers): Promise<readonly Offer[]> {
    const at = need.at ?? this.platform.clock.now();
    const { serviceKind } = need;
    const asked = (await here(this.platform.views)).map((entry) => ({
      ...entry,
      services: entry.services.filter(({ kind }) => kind === (serviceKind ?? kind)),
    }));
    return judgedFor(need, asked, at).map((judged) => {
      const { bars, remarks, opening, specialised } = judged;
      return {
        ...destination(judged.organization, judged.service, at),
        offered: bars.length === 0,
        bars: bars.map((code) => ({ code, says: inWords(code, judged, at) })),
        remarks: remarks.map((code) => ({ code, says: inWords(code, judged, at) })),
        ...(opening.opensAt === undefined ? {} : { opensAt: opening.opensAt }),
        specialised,
      };
    });
  }
}

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

  async execute({ codes, day }: InstitutionNames): Promise<(code: string) => string> {
    const known = await this.platform.views.load(
      organizations,
      [...new Set(codes)].filter((code) => code !== ''),
    );
    const now = this.platform.clock.now();
    return (code) => {
      const entry = known.get(code);
      return entry === undefined ? code : nameOn(entry, day ?? localDate(now, zoneOf(entry.country)));
    };
  }
}

@QueryHandler(OrganizationsOfKind)
export class OrganizationsOfKindAnswer implements IQueryHandler<OrganizationsOfKind> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  async execute({ kinds }: OrganizationsOfKind): Promise<readonly { readonly id: string; readonly name: string }[]> {
    return (await here(this.platform.views)).filter(({ kind }) => kinds.includes(kind));
  }
}
