import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList } from '#service';
import { nextSteps } from '../domain/life.js';
import type { CaseCard } from '../views/case-card.js';
import { IdentityDto } from './case.dto.js';

/** A due time a clock had before. */
export class FormerDueView {
  /** The rule it ran by. */
  @IsString()
  rule: string;

  @IsString()
  due: string;

  /** When it changed. */
  @IsString()
  until: string;

  /** What changed it. */
  @IsIn(['risk'])
  because: string;
}

/** A rung of a clock's ladder that was reached. */
export class ReachedRungView {
  /** Who was called. */
  @IsString()
  role: string;

  /** When it should have been. */
  @IsString()
  due: string;

  /** When it was. */
  @IsString()
  at: string;
}

/** A step that is waited for, though no rule gives it a term: neither late nor on time. */
export class AwaitedStepView {
  @IsString()
  step: string;

  /** The milestone it follows. */
  @IsString()
  after: string;

  @IsString()
  institution: string;

  /** When that happened. */
  @IsString()
  trigger: string;
}

export class ClockView {
  @IsString()
  id: string;

  /** The rule it runs by. */
  @IsString()
  rule: string;

  @IsInt()
  version: number;

  /** The step it waits for. */
  @IsString()
  stop: string;

  @IsString()
  institution: string;

  @IsString()
  trigger: string;

  @IsString()
  due: string;

  /** `missed`: late, and still waited for. `dropped`: nobody owes it any more. */
  @IsIn(['running', 'met', 'missed', 'dropped'])
  status: string;

  /** When the step was taken. */
  @IsOptional()
  @IsString()
  metAt?: string;

  /** Due times it had before, oldest first. */
  @NestedList(() => FormerDueView, 50)
  was: readonly FormerDueView[];

  @NestedList(() => ReachedRungView, 50)
  reached: readonly ReachedRungView[];
}

export class CaseView {
  @IsString()
  id: string;

  /** Short code people read to each other. */
  @IsString()
  code: string;

  @IsString()
  country: string;

  @IsString()
  district: string;

  @IsString()
  institution: string;

  @IsIn(['open', 'closed'])
  status: string;

  @IsString()
  entry: string;

  @IsString()
  condition: string;

  @IsString()
  person: string;

  @IsString()
  sex: string;

  @IsString()
  ageBand: string;

  @IsOptional()
  @IsString()
  language?: string;

  @IsArray()
  @IsString({ each: true })
  types: readonly string[];

  @IsString()
  risk: string;

  @IsString()
  openedAt: string;

  @IsString()
  lastAt: string;

  @IsInt()
  revision: number;

  /** When that was assessed; empty: never. */
  @IsString()
  riskAt: string;

  @IsOptional()
  @IsString()
  reportFrom?: string;

  @IsOptional()
  @IsString()
  reportTo?: string;

  @IsBoolean()
  reportReceived: boolean;

  @IsBoolean()
  decided: boolean;

  /** The milestones that happened. */
  @IsArray()
  @IsString({ each: true })
  done: readonly string[];

  /** The steps that can be recorded by hand now. */
  @IsArray()
  @IsString({ each: true })
  nextSteps: readonly string[];

  @NestedList(() => ClockView, 200)
  clocks: readonly ClockView[];

  /** What is waited for without a deadline. */
  @NestedList(() => AwaitedStepView, 50)
  awaited: readonly AwaitedStepView[];
}

export class CaseWithIdentityView extends CaseView {
  /** `sealed`: there, and not asked for or not yours to see; `erased`: gone for ever; `none`: never given. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  identityState: 'none' | 'sealed' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => IdentityDto)
  identity?: IdentityDto;
}

/** A case as the API tells it: everything of the card but its sealed sections. */
export function caseView({ identity: _, clocks, awaited, ...card }: CaseCard): CaseView {
  return {
    ...card,
    nextSteps: nextSteps({ ...card, clocks, awaited }),
    clocks: Object.entries(clocks).map(([id, { imported: __, ...clock }]) => ({ id, ...clock })),
    awaited: Object.values(awaited),
  };
}
