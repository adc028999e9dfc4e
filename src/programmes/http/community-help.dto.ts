import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
} from 'class-validator';
import { IsInstant, Nested } from '#service';
import { IsCode } from '../../requests.js';
import { codePattern } from './community.dto.js';

/** A code of a list the rules know: also one the law bars, which they refuse with its norm. */
const actPattern = /^[A-Z][A-Z_]{0,39}$/u;

/** Where it is handed on. */
export class HandToDto {
  /** An organization of the directory. */
  @IsString()
  @Matches(codePattern)
  organization: string;

  /** One of its services; absent: the first that takes referrals. */
  @IsOptional()
  @IsString()
  @Matches(codePattern)
  service?: string;
}

/** For whom a case is opened when a matter is handed on: no more of her than this. */
export class WhomDto {
  @IsCode('sexes')
  sex: string;

  /** `26-29`; `UNKNOWN` where nobody asked. */
  @IsString()
  @MaxLength(10)
  ageBand: string;

  /** The language that was spoken. */
  @IsCode('communityLanguages')
  language: string;

  /** She agrees that the other institution is told who she is. */
  @IsOptional()
  @IsBoolean()
  agrees?: boolean;

  /** She is in danger now. */
  @IsOptional()
  @IsBoolean()
  danger?: boolean;
}

export class HelpDto extends WhomDto {
  /** When it happened, if not now: also for what was kept on a phone without signal. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;

  /** One of the communities of the council. */
  @IsString()
  @Matches(codePattern)
  community: string;

  @IsCode('violenceTypes', 'communityMatters')
  matter: string;

  /** What was done: codes of `communityActs`; handing on is said with `to`. */
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(actPattern, { each: true })
  acts: string[];

  @IsOptional()
  @Nested(() => HandToDto)
  to?: HandToDto;

  /** How she can be reached without harm. Stored sealed, and erasable; goes along only if she agrees. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  contact?: string;
}

export class HelpActDto {
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;

  /** A code of `communityActs`. */
  @IsString()
  @Matches(actPattern)
  act: string;
}
