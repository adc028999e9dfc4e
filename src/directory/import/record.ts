import { IsArray, IsBoolean, IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { IsDay, IsInstant, Nested, NestedList } from '#service';
import { IsCode } from '../../requests.js';
import {
  AliasDto,
  asException,
  asSchedule,
  CapacityDto,
  DescriptionDto,
  EligibilityDto,
  ExceptionDto,
  located,
  LocationDto,
  NameDto,
  restricted,
  WeeklyDto,
} from '../http/entry.dto.js';
import { changing, RegisterOrganizationDto } from '../http/register.dto.js';
import type { OrganizationCommand } from '../domain/organization.js';
import type { Organization } from '../domain/state.js';

export class ImportedCapacity extends CapacityDto {
  /** When it was counted. */
  @IsInstant()
  updated: string;
}

export class ImportedService extends EligibilityDto {
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  id: string;

  @IsString()
  name: string;

  @IsCode('services')
  service_type: string;

  @IsOptional()
  @IsIn(['active', 'inactive', 'defunct', 'temporarily closed'])
  status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed';

  @IsOptional()
  @IsBoolean()
  confidential?: boolean;

  @IsOptional()
  @IsBoolean()
  conciliation?: boolean;

  @IsOptional()
  @NestedList(() => WeeklyDto, 50)
  schedules?: WeeklyDto[];

  @IsOptional()
  @NestedList(() => ExceptionDto, 200)
  exceptions?: ExceptionDto[];

  /** Ids of locations of the organization. */
  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  locations?: string[];

  @IsOptional()
  @Nested(() => ImportedCapacity)
  capacity?: ImportedCapacity;

  /** The day on which somebody made sure that it holds. */
  @IsOptional()
  @IsDay()
  assured_date?: string;
}

/** One organization of a file, with its services, in the field names of the write API. */
export class ImportedOrganization extends RegisterOrganizationDto {
  /** Names since it was registered. */
  @IsOptional()
  @NestedList(() => NameDto, 50)
  names?: NameDto[];

  @IsOptional()
  @NestedList(() => AliasDto, 50)
  aliases?: AliasDto[];

  @IsOptional()
  @Nested(() => DescriptionDto)
  about?: DescriptionDto;

  @IsOptional()
  @NestedList(() => LocationDto, 100)
  locations?: LocationDto[];

  @IsOptional()
  @NestedList(() => ImportedService, 200)
  services?: ImportedService[];
}

/** A command a row of a file stands for, where in the row it stands, and when it was so, if not now. */
export interface Step {
  readonly pointer: string;
  readonly command: OrganizationCommand;
  readonly effectiveAt?: string;
}

/**
 * What a row says, as the commands that make it so, in the order in which the rules take them. What the row leaves out is
 * left as it is.
 * @param startOf the first instant of a day, on the clock of the country
 */
export function stepsOf(
  row: ImportedOrganization,
  known: Pick<Organization, 'offers'>,
  by: string,
  startOf: (day: string) => string,
): readonly Step[] {
  const { id, name, organization_type: kind, country, district } = row;
  const { names = [], aliases = [], about, locations = [], services = [] } = row;
  return [
    { pointer: '', command: { do: 'register', organization: id, name, kind, country, district } },
    ...names.map((each, at) => ({ pointer: `/names/${at}`, command: { do: 'rename', ...each } as const })),
    ...aliases.map((each, at) => ({ pointer: `/aliases/${at}`, command: { do: 'alias', ...each } as const })),
    ...(about === undefined ? [] : [{ pointer: '/about', command: { do: 'describe', ...about } as const }]),
    ...locations.map((each, at) => ({ pointer: `/locations/${at}`, command: located(each) })),
    ...services.flatMap((service, at) =>
      serviceSteps(service, known, by, startOf).map((step) => ({ ...step, pointer: `/services/${at}${step.pointer}` })),
    ),
  ];
}

function serviceSteps(
  row: ImportedService,
  { offers }: Pick<Organization, 'offers'>,
  by: string,
  startOf: (day: string) => string,
): readonly Step[] {
  const { id: service, name, service_type: kind, status, confidential, conciliation } = row;
  const { schedules, exceptions = [], locations, capacity, assured_date: assured, ...more } = row;
  const offer = { name, kind, ...(confidential && { confidential }), ...(conciliation && { conciliation }) };
  const before = Object.hasOwn(offers, service) ? offers[service] : undefined;
  // What it was offered with beside this is said by steps of its own.
  const first = { schedules: before?.schedules ?? [], ...agesOf(before) };
  const { unit = '', total = 0, free = 0, updated = '' } = capacity ?? {};
  const eligibility = eligibilityOf(more);
  return [
    { pointer: '', command: { do: 'offer', service, ...offer, ...first } },
    ...(locations === undefined
      ? []
      : [{ pointer: '/locations', command: { do: 'place', service, locations } as const }]),
    ...(schedules === undefined
      ? []
      : [
          {
            pointer: '/schedules',
            command: {
              do: 'set-hours',
              service,
              schedules: schedules.map(asSchedule),
              exceptions: exceptions.map(asException),
            } as const,
          },
        ]),
    ...(Object.keys(eligibility).length === 0 ? [] : [{ pointer: '', command: restricted(service, eligibility) }]),
    ...(status === undefined ? [] : [{ pointer: '/status', command: changing(service, { status }) }]),
    ...(capacity === undefined
      ? []
      : [
          {
            pointer: '/capacity',
            command: { do: 'update-capacity', service, unit, total, free } as const,
            effectiveAt: new Date(updated).toISOString(),
          },
        ]),
    ...(assured === undefined
      ? []
      : [{ pointer: '/assured_date', command: { do: 'assure', service, by } as const, effectiveAt: startOf(assured) }]),
  ];
}

const agesOf = (offer: Organization['offers'][string] | undefined) => ({
  ...(offer?.minimumAge === undefined ? {} : { minimumAge: offer.minimumAge }),
  ...(offer?.maximumAge === undefined ? {} : { maximumAge: offer.maximumAge }),
});

const eligibilityFields = [
  ...(['minimum_age', 'maximum_age', 'sexes', 'territory'] as const),
  ...(['languages', 'required_documents', 'purposes'] as const),
];

const eligibilityOf = (row: EligibilityDto): EligibilityDto =>
  Object.fromEntries(eligibilityFields.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]])));
