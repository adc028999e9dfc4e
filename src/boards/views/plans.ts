import { projection } from '#projection';
import type { BoardLevel } from '../domain/events.js';
import { actionsOf, type PlanContent, type PlanEvents, planEvents } from '../domain/plan-events.js';
import { without } from '../domain/without.js';

type Progress = Omit<PlanEvents['PlanActionProgressed'], 'board' | 'version' | 'action'>;

/** A version of a plan. */
export interface PlanVersion extends PlanContent {
  readonly version: number;
  /** The norm that approved it, and the day. */
  readonly norm?: string;
  readonly on?: string;
  readonly recognised?: { readonly by: string; readonly norm: string; readonly on: string };
}

export interface PlanCard {
  readonly id: string;
  readonly board: string;
  readonly country: string;
  readonly level: BoardLevel;
  readonly territory: readonly string[];
  /** What may still be changed. */
  readonly draft?: PlanVersion;
  /** Approved ones, oldest first: the last is in force. */
  readonly versions: readonly PlanVersion[];
  /** Where each action stands, by its code. */
  readonly progress: Readonly<Record<string, Progress>>;
  /** What goals were found to stand at, oldest first, by code. */
  readonly measured: Readonly<Record<string, readonly { readonly on: string; readonly value: number }[]>>;
  readonly revision: number;
}

const idOf = (stream: string): string => stream.slice('plan-'.length);

const contentOf = ({ version, title, from, until, objectives }: PlanContent & { version: number }): PlanVersion => ({
  version,
  title,
  from,
  until,
  objectives,
});

/** The version in force; undefined while none is approved. */
export const inForce = ({ versions }: PlanCard): PlanVersion | undefined => versions.at(-1);

/** Budget of the version in force and what was spent of it, in cents by currency. */
export function moneyOf(plan: PlanCard): Readonly<Record<string, { readonly budget: number; readonly spent: number }>> {
  const sums: Record<string, { budget: number; spent: number }> = {};
  const version = inForce(plan);
  for (const { id, budget } of version === undefined ? [] : actionsOf(version)) {
    const sum = (sums[budget.currency] ??= { budget: 0, spent: 0 });
    sum.budget += budget.amount;
    sum.spent += plan.progress[id]?.spent.amount ?? 0;
  }
  return sums;
}

/** Plans by id, with every version. Lists: `board/<code>`, by the first day of the newest version. */
export const plans = projection<PlanEvents, PlanCard>({
  name: 'plans',
  version: 1,
  events: planEvents,
  key: ({ stream }) => idOf(stream),
  empty: (id) => ({
    ...{ id, board: '', country: '', level: 'district', territory: [] },
    ...{ versions: [], progress: {}, measured: {}, revision: 0 },
  }),
  on: {
    PlanDrafted: (plan, { data, revision }) => {
      const { board, country, level, territory } = data;
      return { ...plan, board, country, level, territory, draft: contentOf(data), revision };
    },
    PlanApproved: (plan, { data, revision }) => {
      const { board, country, level, territory, norm, on } = data;
      const versions = [...plan.versions, { ...contentOf(data), norm, on }];
      return { ...without(plan, 'draft'), board, country, level, territory, versions, revision };
    },
    PlanRecognised: (plan, { data: { version, by, norm, on }, revision }) => ({
      ...plan,
      versions: plan.versions.map((each) =>
        each.version === version ? { ...each, recognised: { by, norm, on } } : each,
      ),
      revision,
    }),
    PlanActionProgressed: (plan, { data, revision }) => {
      const progress = without(data, 'board', 'version', 'action');
      return { ...plan, progress: { ...plan.progress, [data.action]: progress }, revision };
    },
    GoalMeasured: (plan, { data: { goal, value, on }, revision }) => {
      const before = (plan.measured[goal] ?? []).filter((each) => each.on !== on);
      const all = [...before, { on, value }].sort((one, other) => (one.on < other.on ? -1 : 1));
      return { ...plan, measured: { ...plan.measured, [goal]: all }, revision };
    },
  },
  index: (plan) => [[`board/${plan.board}`, (plan.draft ?? inForce(plan))?.from ?? '']],
});
