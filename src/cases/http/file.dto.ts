import { ArrayNotEmpty, IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { Nested, NestedList } from '#service';
import { IsCode } from '../../requests.js';
import type { ReportItems } from '../domain/commands.js';
import { Happened, institutionCode, ReportItemDto } from './case.dto.js';

export class ReportItemsDto extends Happened {
  @NestedList(() => ReportItemDto, 20)
  @ArrayNotEmpty()
  items: ReportItemDto[];
}

/** By item; said twice, the last word counts. */
export const itemsOf = (items: readonly ReportItemDto[] = []): ReportItems =>
  Object.fromEntries(items.map(({ item, state }) => [item, state]));

export class ReopeningDto extends Happened {
  @IsCode('reopeningReasons')
  reason: string;
}

export class TransferDto extends Happened {
  /** The institution that answers for it from now on: its code in the directory. */
  @IsString()
  @Matches(institutionCode)
  to: string;

  @IsCode('transferReasons')
  reason: string;
}

export class ReparationStepDto extends Happened {
  @IsCode('reparationSteps')
  step: string;
}

export class StayDto extends Happened {
  /** The first night, a local day. */
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\d$/u)
  from: string;

  @IsInt()
  @Min(1)
  @Max(366)
  nights: number;
}

export class MeasureStepDto extends Happened {
  @IsCode('measureSteps')
  step: string;
}

export class MeasureExtensionDto extends Happened {
  /** The last local day of its term. */
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\d$/u)
  until: string;
}

export class ReplacementDto {
  @IsCode('protectiveMeasures')
  code: string;

  @IsOptional()
  @IsString()
  @Matches(institutionCode)
  executor?: string;

  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\d$/u)
  until?: string;
}

export class MeasureEndDto extends Happened {
  @IsIn(['ENDED', 'SUBSTITUTED'])
  how: 'ENDED' | 'SUBSTITUTED';

  /** What takes its place, where it is substituted. */
  @IsOptional()
  @Nested(() => ReplacementDto)
  replacement?: ReplacementDto;
}
