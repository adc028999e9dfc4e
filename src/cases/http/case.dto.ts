import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsInstant, Nested, NestedList, PageQuery } from '#service';
import { AreCodes, IsCode } from '../../requests.js';
import { WhereaboutsDto } from './place.dto.js';

/** An institution of the directory. */
export const institutionCode = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;

/** What every change may say: when it happened, if not now. */
export class Happened {
  /** When it happened, if not now: ISO 8601 with an offset. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

/** Who the affected person is. Stored sealed, and erasable. */
export class IdentityDto {
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(120)
  name?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  documentId?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  phone?: string;

  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number;
}

/** An item of the police report, and how it stands. What it says is no part of this. */
export class ReportItemDto {
  @IsCode('reportItems')
  item: string;

  /** There, or why it cannot be had. */
  @IsCode('reportItemStates')
  state: string;
}

/** Asked of nobody who does not want to answer. */
export class DeclaredDto {
  @IsOptional()
  @IsCode('disabilities')
  disability?: string;

  @IsOptional()
  @IsCode('ethnicities')
  ethnicity?: string;
}

export class OpenCaseDto extends Happened {
  /** District of the facts (ubigeo). */
  @IsString()
  @Matches(/^\d{6}$/u)
  district: string;

  /** How the person came: a code of `entryDoors` or `networkDoors`. */
  @IsCode('entryDoors', 'networkDoors')
  entry: string;

  /** What it is to earlier ones; `trackConditions` are for what was done long ago, or to many. */
  @IsCode('conditions', 'trackConditions')
  condition: string;

  /** Id of a person already known from a case of this institution; absent = new to the system. */
  @IsOptional()
  @IsUUID()
  person?: string;

  @IsCode('sexes')
  sex: string;

  /** Completed years. Only the band it falls in is kept. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;

  @IsOptional()
  @IsCode('motherTongues')
  language?: string;

  @IsOptional()
  @IsBoolean()
  disability?: boolean;

  /** What she says of herself, if she wants to. */
  @IsOptional()
  @Nested(() => DeclaredDto)
  declared?: DeclaredDto;

  /** What the accused is to the person. */
  @IsOptional()
  @IsCode('relations')
  relation?: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @ArrayUnique()
  @AreCodes('violenceTypes')
  types: string[];

  /** The one of `types` it counts under. */
  @IsCode('violenceTypes')
  principal: string;

  /** Where it happened. */
  @IsOptional()
  @IsCode('settings')
  setting?: string;

  /** True when this institution took a formal complaint: the legal clocks start. */
  @IsBoolean()
  complaint: boolean;

  /** With a complaint: what its report has already. It is sent when every item is there, or said not to be had. */
  @IsOptional()
  @NestedList(() => ReportItemDto, 20)
  reportItems?: ReportItemDto[];

  @IsOptional()
  @Nested(() => IdentityDto)
  identity?: IdentityDto;

  /** What happened, in words. Stored sealed, and erasable. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(4_000)
  narrative?: string;

  @IsOptional()
  @Nested(() => WhereaboutsDto)
  whereabouts?: WhereaboutsDto;
}

export class RiskAnswerDto {
  /** Item of the instrument. */
  @IsString()
  @Matches(/^[a-z0-9_]{1,40}$/u)
  item: string;

  /** One of the values the item offers. */
  @IsString()
  @Matches(/^[A-Z0-9_]{1,40}$/u)
  value: string;
}

/** Either answers to an instrument, scored here, or a level by professional judgement; or both, to raise a level. */
export class RiskAssessmentDto extends Happened {
  /** The level by judgement. With answers: only higher than what they show, and with a reason. */
  @IsOptional()
  @IsIn(['MILD', 'MODERATE', 'SEVERE'])
  level?: string;

  /** The instrument answered. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Z0-9-]{1,40}$/u)
  instrument?: string;

  @IsOptional()
  @NestedList(() => RiskAnswerDto, 60)
  answers?: RiskAnswerDto[];

  /** Why the level was raised: a code, no text about a person. */
  @IsOptional()
  @IsCode('overrideReasons')
  reason?: string;
}

export class ReportDto extends Happened {
  /** The court it was sent to: its code in the directory. */
  @IsString()
  @Matches(institutionCode)
  court: string;
}

export class ReportReceiptDto extends Happened {}

/** Of one of the measures: who executes it, and until when it was ordered. */
export class MeasureTermsDto {
  @IsCode('protectiveMeasures')
  measure: string;

  @IsOptional()
  @IsString()
  @Matches(institutionCode)
  executor?: string;

  /** The last local day of its term. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\d$/u)
  until?: string;
}

export class MeasuresDto extends Happened {
  @IsBoolean()
  granted: boolean;

  @IsOptional()
  @NestedList(() => MeasureTermsDto, 20)
  terms?: MeasureTermsDto[];

  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @AreCodes('protectiveMeasures')
  measures: string[];
}

export class StepDto extends Happened {
  /** For a complaint: as with an opening. */
  @IsOptional()
  @NestedList(() => ReportItemDto, 20)
  reportItems?: ReportItemDto[];

  /** A milestone of the jurisdiction: one of the case's `nextSteps`. */
  @IsString()
  @Matches(/^[a-z-]{1,60}$/u)
  step: string;
}

export class AttentionDto extends Happened {
  @IsCode('services')
  service: string;

  /** The level of care it belongs to. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(3)
  level?: number;
}

export class CaseClosureDto extends Happened {
  @IsCode('closingReasons')
  reason: string;
}

export class CaseQuery extends PageQuery {
  /** Default: open. */
  @IsOptional()
  @IsIn(['open', 'closed'])
  status?: 'open' | 'closed';
}

export class CaseReadQuery {
  /** `identity` opens who the person is, for the institution that answers for the case. */
  @IsOptional()
  @IsIn(['identity'])
  reveal?: 'identity';
}
