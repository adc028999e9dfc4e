import type { Milestone } from '../milestones.js';
import { reportItems } from './case-lists.js';

/** What a case is worked with beside its deadlines, by country. Values without a norm are the network's own. */

/** The items a complaint's report needs before it goes to the court; none where no norm lists them. */
export const reportNeeds = (country: string): readonly string[] =>
  country === 'PE' ? reportItems.entries.map(({ code }) => code) : [];

/** The levels of care of a centre, and the step of the law each one is. */
export const careLevels: Readonly<Record<number, Milestone>> = {
  1: 'first-level-done',
  2: 'second-level-given',
  3: 'followed-up',
};

/** Where something happened → kinds of institutions to propose. General knowledge, not checked. */
const settingRoutes: Readonly<Record<string, readonly string[]>> = { WORKPLACE: ['LABOUR_INSPECTION'] };

/** Kinds of institutions to propose for what happened in such a setting. */
export const settingDestinations = (setting: string | undefined): readonly string[] =>
  settingRoutes[setting ?? ''] ?? [];

/** The step of the law that a step of every measure makes. */
export const measureMilestones: Readonly<Record<string, Milestone>> = {
  TOLD_EXECUTOR: 'measures-notified-to-executor',
  TOLD_VICTIM: 'victim-notified',
  TOLD_ACCUSED: 'accused-notified',
  EXECUTED: 'measures-executed',
  REPORTED: 'execution-reported-to-court',
  BREACHED: 'breach-known',
  BREACH_REPORTED: 'breach-reported-to-court',
};

/** Days before its term ends that somebody is told of a measure. A policy value: no norm sets it. */
export const measureWarning = 7;

const childBands: ReadonlySet<string> = new Set(['0-5', '6-11', '12-17']);

interface ChildRoute {
  /** Kinds of institutions a child's case is handed to. */
  readonly to: readonly string[];
  /** Kinds that serve adults: they are told, and not refused, since nobody who comes is sent away. */
  readonly adults: readonly string[];
}

/** General knowledge, not checked: children at risk go to the municipal ombudsman's office or the special unit. */
const childRoutes: Readonly<Record<string, ChildRoute>> = {
  PE: { to: ['DEMUNA', 'UPE'], adults: ['CEM', 'HRT', 'SAR', 'SAM', 'CAI'] },
  BO: { to: ['DNA'], adults: ['SLIM'] },
};

/** Younger than eighteen; of unknown age nothing is said. */
export const isChild = (ageBand: string): boolean => childBands.has(ageBand);

/** Kinds of institutions to propose for somebody of this age: none for an adult. */
export const childDestinations = (country: string, ageBand: string): readonly string[] =>
  isChild(ageBand) ? (childRoutes[country]?.to ?? []) : [];

/** Whether an institution of this kind is told that the person is a child. */
export const servesAdults = (country: string, kind: string): boolean =>
  childRoutes[country]?.adults.includes(kind) ?? false;
