import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsDay, NestedList } from '#service';
import { AreCodes } from '../../requests.js';
import type { Exception, Schedule } from '../domain/events.js';

const codes = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;
const hour = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/u;

export class NameDto {
  @IsString()
  name: string;

  /** Its first day. */
  @IsDay()
  from: string;
}

export class AliasDto extends NameDto {
  /** Its last day; absent: still used. */
  @IsOptional()
  @IsDay()
  to?: string;
}

/** Said anew as a whole: what is left out is not said any more. */
export class DescriptionDto {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  description?: string;

  /** Of the institution. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  phones?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(200)
  website?: string;

  /** The organization it is a part of. */
  @IsOptional()
  @IsString()
  @Matches(codes)
  parent?: string;

  /** Meant for violence alone: asked before general bodies. */
  @IsOptional()
  @IsBoolean()
  specialised?: boolean;
}

export class SuccessorDto {
  @IsString()
  @Matches(codes)
  by: string;

  @IsDay()
  from: string;
}

export class LocationDto {
  @IsString()
  @Matches(codes)
  id: string;

  @IsIn(['physical', 'postal', 'virtual'])
  location_type: 'physical' | 'postal' | 'virtual';

  @IsOptional()
  @IsString()
  name?: string;

  /** One line. Refused for a shelter, as are district and coordinates. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string;

  @IsOptional()
  @IsString()
  district?: string;

  @IsOptional()
  @IsNumber()
  latitude?: number;

  @IsOptional()
  @IsNumber()
  longitude?: number;
}

export class PlacesDto {
  /** Every location the service is given at. */
  @IsArray()
  @ArrayMaxSize(50)
  @IsString({ each: true })
  locations: string[];
}

export class WeeklyDto {
  /** Days of the week, RFC 5545: `MO,TU`. */
  @IsString()
  @Matches(/^(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}$/u)
  byday: string;

  /** Local time `HH:MM`. */
  @IsString()
  @Matches(hour)
  opens_at: string;

  /** Not later than it opens: on the next day. `24:00` is the end of the day. */
  @IsString()
  @Matches(hour)
  closes_at: string;

  @IsOptional()
  @IsDay()
  valid_from?: string;

  @IsOptional()
  @IsDay()
  valid_to?: string;
}

/** A day that is not like the week; without hours it is closed. */
export class ExceptionDto {
  @IsDay()
  day: string;

  @IsOptional()
  @IsString()
  @Matches(hour)
  opens_at?: string;

  @IsOptional()
  @IsString()
  @Matches(hour)
  closes_at?: string;
}

export class HoursDto {
  @NestedList(() => WeeklyDto, 50)
  schedules: WeeklyDto[];

  @IsOptional()
  @NestedList(() => ExceptionDto, 200)
  exceptions?: ExceptionDto[];
}

/** Whom a service is for, said anew as a whole: what is left out is no bar. */
export class EligibilityDto {
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

  @IsOptional()
  @IsArray()
  @AreCodes('sexes')
  sexes?: string[];

  /** Beginnings of district codes: `1501` is the province of Lima. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(200)
  @IsString({ each: true })
  territory?: string[];

  @IsOptional()
  @IsArray()
  @AreCodes('explanationLanguages')
  languages?: string[];

  /** What a person is asked for. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(30)
  @IsString({ each: true })
  required_documents?: string[];

  @IsOptional()
  @IsArray()
  @AreCodes('referralPurposes')
  purposes?: string[];
}

export class CapacityDto {
  /** What is counted: `BED`, `APPOINTMENT`. */
  @IsString()
  @Matches(codes)
  unit: string;

  @IsInt()
  @Min(0)
  @Max(100_000)
  total: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  free: number;
}

const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

export const asSchedule = ({ byday, opens_at, closes_at, valid_from, valid_to }: WeeklyDto): Schedule => ({
  byday: byday.split(','),
  opensAt: opens_at,
  closesAt: closes_at,
  ...given({ validFrom: valid_from, validTo: valid_to }),
});

export const asException = ({ day, opens_at, closes_at }: ExceptionDto): Exception => ({
  day,
  ...given({ opensAt: opens_at, closesAt: closes_at }),
});

export const located = ({ id, location_type, ...where }: LocationDto) =>
  ({ do: 'locate', location: id, kind: location_type, ...where }) as const;

export const opened = (service: string, { schedules, exceptions = [] }: HoursDto) =>
  ({
    do: 'set-hours',
    service,
    schedules: schedules.map(asSchedule),
    exceptions: exceptions.map(asException),
  }) as const;

export const restricted = (service: string, dto: EligibilityDto) => {
  const { minimum_age: minimumAge, maximum_age: maximumAge, required_documents: documents, ...lists } = dto;
  return { do: 'restrict', service, ...given({ minimumAge, maximumAge, documents, ...lists }) } as const;
};
