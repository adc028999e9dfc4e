import type { FieldError } from '#service';
import type { PlanContent } from '../domain/plan-events.js';
import { centsOf } from '../../pages/forms.js';

/** What is under an objective, a goal, an action: by the letter their fields' names begin with. */
const letters = ['o', 'g', 'a'] as const;
const lists = ['objectives', 'goals', 'actions'] as const;
const prefixes = ['O', 'M', 'A'] as const;

/** A part of a plan as a form holds it: what is written in its fields, and the parts under it. */
export interface Part {
  readonly said: Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}

/** Fields of a form, by name: `title`, `o0-title`, `o0-g1-a0-due`. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

const field = /^(?:o(\d{1,2})-)(?:g(\d{1,2})-)?(?:a(\d{1,2})-)?([a-z]+)$/u;

/** The plan in a form that was sent: the fields of the whole at the root, objectives under it. */
export function partsOf(fields: Fields): Part {
  const root: Growing = { said: {}, parts: [] };
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value !== 'string') continue;
    const [, ...path] = field.exec(name) ?? [];
    const last = path.pop() ?? name;
    let part = root;
    for (const index of path) if (index !== undefined) part = part.parts[Number(index)] ??= { said: {}, parts: [] };
    part.said[last] = value.trim();
  }
  return whole(root);
}

interface Growing {
  readonly said: Record<string, string>;
  readonly parts: Growing[];
}

/** Without the gaps that indices nobody sent would leave. */
const whole = ({ said, parts }: Growing): Part => ({
  said,
  parts: parts.filter((part) => part !== undefined).map(whole),
});

const blank: Part = { said: {}, parts: [] };

/** An empty plan: one objective with one goal and one action to fill in. */
export const blankPlan = (said: Part['said']): Part => ({
  said,
  parts: [{ said: {}, parts: [{ said: {}, parts: [blank] }] }],
});

/** The same with one more empty part under the one a button names: '' for an objective, `o0` for a goal, `o0-g1`. */
export function withOneMore(plan: Part, under: string): Part {
  const path = under === '' ? [] : under.split('-').map((step) => Number(step.slice(1)));
  const grown = (part: Part, [index, ...rest]: readonly number[]): Part =>
    index === undefined
      ? { ...part, parts: [...part.parts, blank] }
      : { ...part, parts: part.parts.map((each, at) => (at === index ? grown(each, rest) : each)) };
  return grown(plan, path);
}

/** Without the parts that have no title and nothing under them that has: nobody filled them in, or they were emptied. */
export function filledParts({ said, parts }: Part): Part {
  const kept = parts.map(filledParts).filter((part) => part.said['title'] || part.parts.length > 0);
  return { said, parts: kept };
}

/** Every part with a code: those that have one keep it, and no code is given that was another's in any version. */
export function withCodes(plan: Part, used: readonly string[]): Part {
  const taken = new Set([...used, ...codesIn(plan)]);
  const next = (prefix: string): string => {
    for (let number = 1; ; number += 1) {
      const code = `${prefix}${number}`;
      if (taken.has(code)) continue;
      taken.add(code);
      return code;
    }
  };
  const coded = (part: Part, depth: number): Part => ({
    said: { ...part.said, id: part.said['id'] || next(prefixes[depth] ?? '') },
    parts: part.parts.map((each) => coded(each, depth + 1)),
  });
  return { ...plan, parts: plan.parts.map((part) => coded(part, 0)) };
}

const codesIn = ({ said, parts }: Part): readonly string[] => [said['id'] ?? '', ...parts.flatMap(codesIn)];

/** The plan as the API takes it, to be checked: what is no number or amount stays as it was written. */
export function bodyOf({ said, parts }: Part): object {
  return { title: said['title'], from: said['from'], until: said['until'], objectives: parts.map(objectiveOf) };
}

const objectiveOf = ({ said, parts }: Part): object => {
  const [plan = '', objective = ''] = (said['supports'] ?? '').split(' ');
  return {
    ...{ id: said['id'], title: said['title'], goals: parts.map(goalOf) },
    ...(plan === '' ? {} : { supports: { plan, objective } }),
  };
};

const goalOf = ({ said, parts }: Part): object => {
  const { id, title, indicator, unit, baseline = '', target = '', by } = said;
  const number = (text: string): string => text.replace(',', '.');
  return {
    ...{ id, title, indicator, unit, by, actions: parts.map(actionOf) },
    ...{ baseline: number(baseline), target: number(target) },
  };
};

const actionOf = ({ said }: Part): object => {
  const { id, title, responsible, start, due, budget = '', currency } = said;
  const amount = /^\d{1,11}([.,]\d{1,2})?$/u.test(budget) ? centsOf(budget) : budget;
  return { id, title, responsible, start, due, budget: { amount, currency } };
};

/** A plan as it was drafted or approved, in a form. */
export function partsOfContent({ title, from, until, objectives }: PlanContent): Part {
  return {
    said: { title, from, until },
    parts: objectives.map(({ id, title, supports, goals }) => ({
      said: { id, title, ...(supports === undefined ? {} : { supports: `${supports.plan} ${supports.objective}` }) },
      parts: goals.map(({ id, title, indicator, unit, baseline, target, by, actions }) => ({
        said: { id, title, indicator, unit, baseline: String(baseline), target: String(target), by },
        parts: actions.map(({ id, title, responsible, start, due, budget: { amount, currency } }) => ({
          said: { id, title, responsible, start, due, budget: (amount / 100).toFixed(2), currency },
          parts: [],
        })),
      })),
    })),
  };
}

/** The name of the field an error is about: `/objectives/0/goals/1/by` → `o0-g1-by`. */
export function fieldOf({ pointer }: FieldError): string {
  const path = pointer.split('/').slice(1);
  const steps: string[] = [];
  for (const [depth, list] of lists.entries()) {
    if (path[0] !== list || path[1] === undefined) break;
    steps.push(`${letters[depth]}${path[1]}`);
    path.splice(0, 2);
  }
  return [...steps, path[0] ?? 'title'].join('-');
}

/** Names of the fields of a part, by where it stands. */
export const nameIn = (path: string, name: string): string => (path === '' ? name : `${path}-${name}`);

/** Where a part under another stands. */
export const under = (path: string, depth: number, index: number): string => nameIn(path, `${letters[depth]}${index}`);
