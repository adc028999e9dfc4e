import { IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID, Matches, MaxLength, Min, Max } from 'class-validator';
import { IsDay, Nested, NestedList } from '#service';
import { type ActionState, actionStates } from '../domain/codes.js';
import { codePattern, digestPattern } from './session.dto.js';

/** An amount in cents. */
export class MoneyDto {
  @IsInt()
  @Min(0)
  amount: number;

  /** ISO 4217: `PEN`. */
  @IsString()
  @Matches(/^[A-Z]{3}$/u)
  currency: string;
}

/** A part of a plan: its code is the same in every version. */
class PartDto {
  @IsString()
  @Matches(codePattern)
  id: string;

  /** Public: 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  @MaxLength(160)
  title: string;
}

export class PlannedActionDto extends PartDto {
  /** An organization of the directory. */
  @IsString()
  @Matches(codePattern)
  responsible: string;

  @IsDay()
  start: string;

  @IsDay()
  due: string;

  @Nested(() => MoneyDto)
  budget: MoneyDto;
}

export class GoalDto extends PartDto {
  @IsString()
  @Matches(codePattern)
  indicator: string;

  /** What is counted, as a code: `PERCENT`, `SCHOOLS`. */
  @IsString()
  @Matches(codePattern)
  unit: string;

  @IsNumber()
  baseline: number;

  @IsNumber()
  target: number;

  @IsDay()
  by: string;

  @NestedList(() => PlannedActionDto, 50)
  actions: PlannedActionDto[];
}

export class SupportedDto {
  @IsUUID()
  plan: string;

  @IsString()
  @Matches(codePattern)
  objective: string;
}

export class ObjectiveDto extends PartDto {
  /** The objective of a plan of a higher level it serves. */
  @IsOptional()
  @Nested(() => SupportedDto)
  supports?: SupportedDto;

  @NestedList(() => GoalDto, 50)
  goals: GoalDto[];
}

export class PlanDto {
  /** Public name. */
  @IsString()
  @MaxLength(160)
  title: string;

  @IsDay()
  from: string;

  @IsDay()
  until: string;

  @NestedList(() => ObjectiveDto, 30)
  objectives: ObjectiveDto[];
}

export class ApprovalDto {
  /** The version of the draft that is approved. */
  @IsInt()
  @Min(1)
  version: number;

  /** The norm, as a code: `ORD-237-2026`. */
  @IsString()
  @Matches(codePattern)
  norm: string;

  @IsDay()
  on: string;
}

export class RecognitionDto {
  /** Who recognises it as an instrument of management. */
  @IsString()
  @Matches(codePattern)
  by: string;

  @IsString()
  @Matches(codePattern)
  norm: string;

  @IsDay()
  on: string;
}

export class ActionProgressDto {
  @IsIn([...actionStates])
  state: ActionState;

  /** 100 when it is done, less before. */
  @IsInt()
  @Min(0)
  @Max(100)
  progress: number;

  /** What was spent so far. */
  @Nested(() => MoneyDto)
  spent: MoneyDto;

  /** SHA-256 of what shows it, in hexadecimal. */
  @IsOptional()
  @IsString()
  @Matches(digestPattern)
  evidence?: string;
}

export class MeasurementDto {
  @IsNumber()
  value: number;

  @IsDay()
  on: string;
}
