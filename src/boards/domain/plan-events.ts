import { catalogue } from '#decider';
import type { BoardLevel } from './events.js';
import type { ActionState } from './codes.js';

/** An amount in the smallest unit of a currency: cents. */
export interface Money {
  readonly amount: number;
  /** ISO 4217: `PEN`. */
  readonly currency: string;
}

/** What is done, by whom, from when to when, for how much. */
export interface Action {
  /** Its code in the plan, the same in every version. */
  readonly id: string;
  readonly title: string;
  readonly responsible: string;
  readonly start: string;
  readonly due: string;
  readonly budget: Money;
}

/** Where an indicator stood, and where it is to stand on a day. */
export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly indicator: string;
  /** What is counted, as a code: `PERCENT`, `SCHOOLS`. */
  readonly unit: string;
  readonly baseline: number;
  readonly target: number;
  readonly by: string;
  readonly actions: readonly Action[];
}

export interface Objective {
  readonly id: string;
  readonly title: string;
  /** The objective of a plan of a higher level it serves. */
  readonly supports?: { readonly plan: string; readonly objective: string };
  readonly goals: readonly Goal[];
}

/** What a version of a plan says. */
export interface PlanContent {
  readonly title: string;
  /** First and last day. */
  readonly from: string;
  readonly until: string;
  readonly objectives: readonly Objective[];
}

interface About {
  readonly board: string;
  readonly country: string;
  readonly level: BoardLevel;
  /** Districts (ubigeo) it is for. */
  readonly territory: readonly string[];
  readonly version: number;
}

/** A board's plan. An approved version never changes: a change is the draft of the next one. */
export type PlanEvents = {
  PlanDrafted: About & PlanContent;
  /** Whole, so that it can be told by itself. */
  PlanApproved: About &
    PlanContent & {
      /** The norm that approves it, as a code: `ORD-237-2026`. */
      readonly norm: string;
      readonly on: string;
    };
  /** Taken up as an instrument of management by whoever governs there. */
  PlanRecognised: {
    readonly board: string;
    readonly version: number;
    readonly by: string;
    readonly norm: string;
    readonly on: string;
  };
  PlanActionProgressed: {
    readonly board: string;
    readonly version: number;
    readonly action: string;
    readonly state: ActionState;
    /** 0 to 100. */
    readonly progress: number;
    readonly spent: Money;
    /** SHA-256 digest of what shows it. */
    readonly evidence?: string;
  };
  GoalMeasured: {
    readonly board: string;
    readonly version: number;
    readonly goal: string;
    readonly value: number;
    readonly on: string;
  };
};

export const planEvents = catalogue<PlanEvents>({
  PlanDrafted: 1,
  PlanApproved: 1,
  PlanRecognised: 1,
  PlanActionProgressed: 1,
  GoalMeasured: 1,
});

export const actionsOf = ({ objectives }: Pick<PlanContent, 'objectives'>): readonly Action[] =>
  objectives.flatMap(({ goals }) => goals.flatMap(({ actions }) => actions));

export const goalsOf = ({ objectives }: Pick<PlanContent, 'objectives'>): readonly Goal[] =>
  objectives.flatMap(({ goals }) => goals);
