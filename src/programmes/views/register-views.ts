import type { Projection, Term } from '#projection';
import { addDays, endOfDay } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { activities } from '../domain/activity.js';
import { budgets } from '../domain/budget.js';
import { exchanges } from '../domain/exchange.js';
import { findings, isAnswered, replyTerm, timesLate } from '../domain/finding.js';
import { materials } from '../domain/material.js';
import { norms } from '../domain/norm.js';
import { projects } from '../domain/project.js';
import type { RegisterSpec } from '../domain/register.js';
import { trainings } from '../domain/training.js';
import { type RegisterCard, registerView } from './register-entries.js';

/** Further lists `staff/<code>/<topic>`, by the day. */
export const trainingView = registerView(trainings, ({ values }) =>
  (values['staff'] as readonly string[]).map((staff) => [
    `staff/${staff}/${String(values['topic'])}`,
    String(values['on']),
  ]),
);

/** What an entry serves: the list `agreement/<id>`. */
const byAgreement = ({ values: { agreement, on } }: RegisterCard): readonly Term[] =>
  typeof agreement === 'string' ? [[`agreement/${agreement}`, String(on)]] : [];

export const budgetView = registerView(budgets, byAgreement);

/** The end of the day on which a reply is asked for next: the day it is due, then every few days. */
export const askedAgainAt = ({ values, steps, country }: RegisterCard): string =>
  endOfDay(addDays(String(values['due']), timesLate({ steps }) * replyTerm.again), zoneOf(country));

/** A finding nobody replied to, and that is not settled. */
export const isUnanswered = (card: RegisterCard): boolean => card.status === 'held' && !isAnswered(card);

/** Further lists: `due`, findings without a reply by when it is asked for next, and `agreement/<id>`. */
export const findingView = registerView(findings, (card) => [
  ...(isUnanswered(card) ? [['due', askedAgainAt(card)] as const] : []),
  ...card.steps.flatMap(({ type, values }): readonly Term[] =>
    type === 'FindingTakenUp' ? [[`agreement/${String(values['agreement'])}`, String(card.values['on'])]] : [],
  ),
]);

/** A register and the view of its entries. */
export interface Kept {
  readonly spec: RegisterSpec;
  readonly view: Projection<RegisterCard>;
}

export const activityRegister: Kept = { spec: activities, view: registerView(activities) };
export const projectRegister: Kept = { spec: projects, view: registerView(projects) };
export const findingRegister: Kept = { spec: findings, view: findingView };
export const budgetRegister: Kept = { spec: budgets, view: budgetView };
export const trainingRegister: Kept = { spec: trainings, view: trainingView };
export const normRegister: Kept = { spec: norms, view: registerView(norms) };
export const materialRegister: Kept = { spec: materials, view: registerView(materials) };
export const exchangeRegister: Kept = { spec: exchanges, view: registerView(exchanges) };

/** Every register a board has, in the order of its pages. */
export const keptRegisters: readonly Kept[] = [
  activityRegister,
  normRegister,
  trainingRegister,
  materialRegister,
  projectRegister,
  budgetRegister,
  exchangeRegister,
  findingRegister,
];
