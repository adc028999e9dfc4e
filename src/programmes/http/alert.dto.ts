import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { IsInstant, Nested, PageQuery } from '#service';
import { IsCode } from '../../requests.js';
import { codePattern } from './community.dto.js';
import { HandToDto, WhomDto } from './community-help.dto.js';

/** What it says of persons: nothing. There is no field for words. */
export class AlertDto {
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;

  @IsCode('alertTopics')
  topic: string;

  @IsCode('alertSources')
  source: string;

  /** An organization of the directory, as a school is, or a community of a council. */
  @IsString()
  @Matches(codePattern)
  place: string;

  /** Who is to answer: an organization of the directory. */
  @IsString()
  @Matches(codePattern)
  to: string;
}

export class AlertAnswerDto {
  @IsCode('alertAnswers')
  answer: string;
}

export class AlertClosureDto {
  @IsCode('alertClosings')
  reason: string;
}

/** Somebody was found who needs help: her case is opened and handed on. */
export class AlertReferralDto extends WhomDto {
  @IsCode('violenceTypes')
  type: string;

  @Nested(() => HandToDto)
  to: HandToDto;
}

export class AlertsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'over'])
  state?: 'open' | 'over';
}
