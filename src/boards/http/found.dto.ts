import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsDay } from '#service';
import type { BoardLevel } from '../domain/events.js';

const code = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;

export class EstablishBoardDto {
  /** Its code from now on. */
  @IsString()
  @Matches(code)
  id: string;

  /** Its public name: 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  name: string;

  /** Whether a norm demands it. */
  @IsIn(['statutory', 'voluntary'])
  kind: 'statutory' | 'voluntary';

  @IsIn(['district', 'provincial', 'regional', 'national'])
  level: BoardLevel;

  /** ISO 3166-1 alpha-2: `PE`. */
  @IsString()
  country: string;

  /** Name of the place, as printed. */
  @IsString()
  place: string;

  /** Districts (ubigeo) it answers for. */
  @IsArray()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsString({ each: true })
  territory: string[];
}

export class SeatMemberDto {
  /** An organization of the directory. */
  @IsString()
  @Matches(code)
  organization: string;

  /** What its seat is called, as a code: `cem`. On a statutory board, a seat of the law. */
  @IsString()
  @Matches(code)
  seat: string;

  /** First day. */
  @IsDay()
  from: string;

  /** Last day of its term, if it has one. */
  @IsOptional()
  @IsDay()
  until?: string;

  /** The post that represents it, as a code, and the one that stands in: never who holds them. */
  @IsOptional()
  @IsString()
  @Matches(code)
  titular?: string;

  @IsOptional()
  @IsString()
  @Matches(code)
  alternate?: string;
}

export class LinkDto {
  /** The board of a higher level it reports to. */
  @IsOptional()
  @IsString()
  @Matches(code)
  parent?: string;

  /** The voluntary board whose work it goes on with. */
  @IsOptional()
  @IsString()
  @Matches(code)
  succeeds?: string;
}

export class DepartureDto {
  /** Last day. */
  @IsDay()
  until: string;
}

export class PopulationDto {
  /** A district (ubigeo) of the board's territory. */
  @IsString()
  district: string;

  /** The year they were counted. */
  @IsInt()
  @Min(1900)
  @Max(2200)
  year: number;

  @IsInt()
  @Max(2_000_000_000)
  inhabitants: number;

  /** Who counted them, as a code: `INEI-2020`. */
  @IsString()
  @Matches(code)
  source: string;
}
