import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsDay, NestedList } from '#service';
import { IsCode } from '../../requests.js';
import type { OrganizationCommand } from '../domain/organization.js';
import { asSchedule, WeeklyDto } from './entry.dto.js';

/** What is sent has the field names of what is read: those of the Human Services Data Specification 3. */
export class RegisterOrganizationDto {
  /** Its code from now on. Those of the people who work there are made from it, hence no longer than 56 characters. */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,55}$/u)
  id: string;

  /** Its public name: 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  name: string;

  /** Institution type of the jurisdiction: a code of the list `institutionTypes`. */
  @IsCode('institutionTypes')
  organization_type: string;

  /** ISO 3166-1 alpha-2: `PE`. */
  @IsString()
  country: string;

  /** District (ubigeo): `150112`. */
  @IsString()
  district: string;
}

export class OfferServiceDto {
  /** Its code from now on. */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  id: string;

  /** Its public name: 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  name: string;

  /** Service kind of the jurisdiction: a code of the list `services`. */
  @IsCode('services')
  service_type: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  minimum_age?: number;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  maximum_age?: number;

  /** Its place is never shown, as that of a shelter. */
  @IsOptional()
  @IsBoolean()
  confidential?: boolean;

  /** Brings parties to an agreement: no violence is referred to it. */
  @IsOptional()
  @IsBoolean()
  conciliation?: boolean;

  /** Absent: not said. */
  @IsOptional()
  @NestedList(() => WeeklyDto, 50)
  schedules?: WeeklyDto[];
}

export class ServiceStatusDto {
  @IsIn(['active', 'inactive', 'defunct', 'temporarily closed'])
  status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';

  /** Its first day; absent: from now on. */
  @IsOptional()
  @IsDay()
  from?: string;

  /** Its last day: afterwards the service is active again. */
  @IsOptional()
  @IsDay()
  until?: string;
}

export const registering = ({ id, organization_type, ...told }: RegisterOrganizationDto): OrganizationCommand => ({
  do: 'register',
  organization: id,
  kind: organization_type,
  ...told,
});

export const offering = (dto: OfferServiceDto): OrganizationCommand => ({
  do: 'offer',
  service: dto.id,
  kind: dto.service_type,
  name: dto.name,
  schedules: (dto.schedules ?? []).map(asSchedule),
  ...(dto.minimum_age === undefined ? {} : { minimumAge: dto.minimum_age }),
  ...(dto.maximum_age === undefined ? {} : { maximumAge: dto.maximum_age }),
  ...(dto.confidential === undefined ? {} : { confidential: dto.confidential }),
  ...(dto.conciliation === undefined ? {} : { conciliation: dto.conciliation }),
});

export const changing = (service: string, { status, ...days }: ServiceStatusDto): OrganizationCommand => ({
  do: 'change-status',
  service,
  status: status === 'temporarily closed' ? 'temporarily-closed' : status,
  ...days,
});
