import { IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsDay, Nested, NestedList } from '#service';
import { type ActionState, actionStates } from '../domain/codes.js';
import { actionsOf, goalsOf } from '../domain/plan-events.js';
import { expectedOn, type Light, lightOn } from '../published/light.js';
import { inForce, type PlanCard } from '../views/plans.js';
import { MoneyDto, PlanDto, RecognitionDto } from './plan.dto.js';

export class PlanVersionView extends PlanDto {
  @IsInt()
  version: number;

  @IsOptional()
  @IsString()
  norm?: string;

  @IsOptional()
  @IsDay()
  on?: string;

  @IsOptional()
  @Nested(() => RecognitionDto)
  recognised?: RecognitionDto;
}

/** Where an action of the version in force stands today. */
export class ActionStandingView {
  @IsString()
  action: string;

  @IsIn([...actionStates])
  state: ActionState;

  @IsInt()
  progress: number;

  /** What should be done by now, growing evenly from its first day to its last. */
  @IsInt()
  expected: number;

  @IsIn(['green', 'amber', 'red', 'grey'])
  light: Light;

  @Nested(() => MoneyDto)
  spent: MoneyDto;
}

export class GoalStandingView {
  @IsString()
  goal: string;

  @IsDay()
  on: string;

  @IsNumber()
  value: number;
}

export class PlanView {
  @IsUUID()
  id: string;

  @IsString()
  board: string;

  @IsString()
  level: string;

  @IsArray()
  @IsString({ each: true })
  territory: readonly string[];

  /** Approved ones, oldest first: the last is in force, and none of them changes. */
  @NestedList(() => PlanVersionView, 100)
  versions: readonly PlanVersionView[];

  @IsOptional()
  @Nested(() => PlanVersionView)
  draft?: PlanVersionView;

  @NestedList(() => ActionStandingView, 5000)
  actions: readonly ActionStandingView[];

  @NestedList(() => GoalStandingView, 5000)
  measured: readonly GoalStandingView[];
}

export interface ActionStanding extends ActionStandingView {
  readonly title: string;
  readonly responsible: string;
  readonly start: string;
  readonly due: string;
  readonly budget: MoneyDto;
}

/** How every action of the version in force stands on a day. */
export function standings(plan: PlanCard, day: string): readonly ActionStanding[] {
  const version = inForce(plan);
  return (version === undefined ? [] : actionsOf(version)).map(({ id, ...planned }) => {
    const { state, progress, spent } = plan.progress[id] ?? {
      state: 'not-started' as const,
      progress: 0,
      spent: { amount: 0, currency: planned.budget.currency },
    };
    const light = lightOn(day, { ...planned, state, progress });
    return { action: id, ...planned, state, progress, spent, expected: expectedOn(day, planned), light };
  });
}

/** A plan as it stands on a day. */
export function planView(plan: PlanCard, day: string): PlanView {
  const { id, board, level, territory, versions, draft } = plan;
  const version = inForce(plan);
  return {
    ...{ id, board, level, territory, versions: versions as readonly PlanVersionView[] },
    ...(draft === undefined ? {} : { draft: draft as PlanVersionView }),
    actions: standings(plan, day).map(({ action, state, progress, expected, light, spent }) => ({
      ...{ action, state, progress, expected, light, spent },
    })),
    measured: (version === undefined ? [] : goalsOf(version)).flatMap(({ id: goal }) =>
      (plan.measured[goal] ?? []).map((each) => ({ goal, ...each })),
    ),
  };
}
