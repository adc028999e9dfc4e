import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';
import { IsInstant, NestedList } from '#service';
import { type MeasurePhase, measurePhases } from '../domain/participant-measure.js';

/** What every step may say: when it happened, if not now. */
export class StepTakenDto {
  /** ISO 8601 with an offset. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

/** An item of the measure, and the place in its scale that was chosen, from 0. */
export class MeasureAnswerDto {
  @IsString()
  @MinLength(1)
  @MaxLength(40)
  item: string;

  @IsInt()
  @Min(0)
  @Max(9)
  answer: number;
}

/** A filled-in measure. What was answered is stored sealed; its points are not. */
export class MeasureDto extends StepTakenDto {
  @IsIn([...measurePhases])
  phase: MeasurePhase;

  @NestedList(() => MeasureAnswerDto, 60)
  answers: MeasureAnswerDto[];
}

/** Item → place in the scale. */
export const answersOf = (answers: readonly MeasureAnswerDto[]): Readonly<Record<string, number>> =>
  Object.fromEntries(answers.map(({ item, answer }) => [item, answer]));

/** A calendar year: tables are of whole years, so that nobody subtracts two of them. */
export class YearQuery {
  /** The present one, if left out. */
  @IsOptional()
  @IsString()
  @Matches(/^20\d\d$/u)
  year?: string;
}

/** The points of a measure; what they changed by, of the second. */
export class MeasuredView {
  /** The instrument it was taken with. */
  @IsString()
  instrument: string;

  @IsInt()
  version: number;

  @IsInt()
  score: number;

  @IsOptional()
  @IsInt()
  change?: number;

  @IsOptional()
  @IsBoolean()
  favourable?: boolean;
}
