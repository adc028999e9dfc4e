import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { NestedList, PageQuery } from '#service';
import { isSecret } from '../domain/places.js';
import type { OrganizationEntry, ServiceEntry } from '../views/organizations.js';

/** Field names are those of the Human Services Data Specification 3. */
export class ScheduleView {
  /** Days of the week, RFC 5545: `MO,TU`. */
  @IsString()
  byday: string;

  @IsString()
  opens_at: string;

  @IsString()
  closes_at: string;
}

export class ServiceView {
  @IsString()
  id: string;

  @IsString()
  organization_id: string;

  @IsString()
  name: string;

  @IsIn(['active', 'inactive', 'defunct', 'temporarily closed'])
  status: string;

  /** Service kind of the jurisdiction: a code of the list `services`. */
  @IsString()
  service_type: string;

  @IsOptional()
  @IsInt()
  minimum_age?: number;

  @IsOptional()
  @IsInt()
  maximum_age?: number;

  /** Its place is never shown. */
  @IsBoolean()
  confidential: boolean;

  @NestedList(() => ScheduleView, 50)
  schedules: ScheduleView[];
}

export class OrganizationView {
  @IsString()
  id: string;

  @IsString()
  name: string;

  /** Institution type of the jurisdiction: a code of the list `institutionTypes`. */
  @IsString()
  organization_type: string;

  @IsString()
  country: string;

  /** District (ubigeo); not told of shelters. */
  @IsOptional()
  @IsString()
  district?: string;

  @NestedList(() => ServiceView, 200)
  services: ServiceView[];
}

export class OrganizationQuery extends PageQuery {
  /** Only organizations of this district (ubigeo). */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9-]{2,20}$/u)
  district?: string;
}

export class ServiceQuery {
  /** Only services of this kind. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  service_type?: string;

  @IsOptional()
  @IsIn(['active', 'inactive', 'defunct', 'temporarily closed'])
  status?: string;
}

export const organizationView = (entry: OrganizationEntry): OrganizationView => ({
  id: entry.id,
  name: entry.name,
  organization_type: entry.kind,
  country: entry.country,
  ...(isSecret(entry.country, entry.kind) ? {} : { district: entry.district }),
  services: entry.services.map((service) => serviceView(entry.id, service)),
});

/** The ages a service is for, as far as they were said. */
export const agesOf = ({ eligibility: { minimumAge, maximumAge } }: ServiceEntry) => ({
  ...(minimumAge === undefined ? {} : { minimum_age: minimumAge }),
  ...(maximumAge === undefined ? {} : { maximum_age: maximumAge }),
});

export const serviceView = (organization: string, service: ServiceEntry): ServiceView => ({
  id: service.id,
  organization_id: organization,
  name: service.name,
  status: service.status.replace('-', ' '),
  service_type: service.kind,
  ...agesOf(service),
  confidential: service.confidential,
  schedules: service.schedules.map(({ byday, opensAt, closesAt }) => ({
    byday: byday.join(','),
    opens_at: opensAt,
    closes_at: closesAt,
  })),
});
