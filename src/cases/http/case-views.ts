import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList } from '#service';
import { childDestinations, settingDestinations } from '../../protocol/index.js';
import { missingItems } from '../domain/completeness.js';
import { nextSteps } from '../domain/life.js';
import type { CaseCard } from '../views/case-card.js';
import { IdentityDto, ReportItemDto } from './case.dto.js';

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

/** A protection measure. */
export class MeasureView {
  @IsString()
  id: string;

  @IsString()
  code: string;

  @IsString()
  court: string;

  @IsOptional()
  @IsString()
  executor?: string;

  /** The last day of its term; it holds on until an order ends it. */
  @IsOptional()
  @IsString()
  until?: string;

  /** Somebody was told that its term ends. */
  @IsBoolean()
  warned: boolean;

  /** What happened to it, in order. */
  @IsArray()
  @IsString({ each: true })
  steps: readonly string[];

  /** How an order ended it; absent: it holds. */
  @IsOptional()
  @IsString()
  ended?: string;

  /** The measure that took its place. */
  @IsOptional()
  @IsString()
  by?: string;
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

  /** What the police report has, where a checklist is kept. */
  @IsOptional()
  @NestedList(() => ReportItemDto, 20)
  reportItems?: readonly ReportItemDto[];

  /** What it lacks before it can be sent. */
  @IsArray()
  @IsString({ each: true })
  missingItems: readonly string[];

  @NestedList(() => MeasureView, 50)
  measures: readonly MeasureView[];

  /** Nights in shelters: told to the institution that answers for the case alone. */
  @IsOptional()
  @IsInt()
  shelterNights?: number;

  /** For what happened at work: kinds of institutions to hand the case to. */
  @IsArray()
  @IsString({ each: true })
  settingDestinations: readonly string[];

  /** For a child: kinds of institutions to hand the case to. */
  @IsArray()
  @IsString({ each: true })
  childDestinations: readonly string[];
}

export class CaseWithIdentityView extends CaseView {
  /** `sealed`: there, and not asked for or not yours to see; `erased`: gone for ever; `none`: never given. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  identityState: 'none' | 'sealed' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => IdentityDto)
  identity?: IdentityDto;
}

/** A case as the API tells it an institution: everything of the card but its sealed sections. */
export function caseView(
  { identity: _, others: _others, places: _places, clocks, awaited, items, measures, shelterNights, ...card }: CaseCard,
  reader: string,
): CaseView {
  return {
    ...card,
    ...(reader === card.institution ? { shelterNights } : {}),
    nextSteps: nextSteps({ ...card, clocks, awaited }),
    clocks: Object.entries(clocks).map(([id, { imported: __, ...clock }]) => ({ id, ...clock })),
    awaited: Object.values(awaited),
    ...(items === undefined ? {} : { reportItems: Object.entries(items).map(([item, state]) => ({ item, state })) }),
    missingItems: missingItems({ country: card.country, items }),
    measures: Object.entries(measures).map(([id, { imported: __, warnAt: ___, ...measure }]) => ({ id, ...measure })),
    settingDestinations: settingDestinations(card.setting),
    childDestinations: childDestinations(card.country, card.ageBand),
  };
}
