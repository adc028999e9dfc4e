import { isSmall as isWithheld, protect, type Relation, type Rule, shown as rounded } from '#disclosure';
import type { activities } from './activity.js';
import type { budgets } from './budget.js';
import type { materials } from './material.js';
import { moneyOf } from './oversight.js';
import type { projects } from './project.js';
import { stageOf } from './project.js';
import type { Entry } from './register.js';
import type { ValuesOf } from './register-fields.js';
import type { trainings } from './training.js';

/** An entry of a register that holds. */
type Held<S extends { readonly fields: object }> = Pick<Entry, 'steps'> & { readonly values: ValuesOf<S['fields']> };

/** A figure of the board's report as it is printed there: null where it is withheld, or nobody measures it. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly status: 'published' | 'hidden' | 'unmeasured';
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

/**
 * What evidence is gathered from: the entries of a board in one calendar year, its budget lines of all years, and one
 * month of its report.
 */
export interface Gathered {
  readonly board: string;
  readonly month: string;
  /** The last day whose records are here, `YYYY-MM-DD`. */
  readonly through: string;
  readonly activities: readonly Held<typeof activities>[];
  readonly trainings: readonly Held<typeof trainings>[];
  readonly materials: readonly Held<typeof materials>[];
  readonly projects: readonly Held<typeof projects>[];
  readonly budgets: readonly Held<typeof budgets>[];
  /** How many there are of these. */
  readonly norms: number;
  readonly exchanges: number;
  readonly findings: number;
  /** None of a month that still runs. Left out where no report is made in this process. */
  readonly figures?: readonly Figure[];
}

/** Null: withheld. */
type Shown = number | null;

export interface ShownProject {
  readonly kind: string;
  readonly districts: readonly string[];
  readonly funders: readonly string[];
  readonly from: string;
  readonly until: string;
  readonly budget: number;
  readonly currency: string;
  readonly stage?: string;
  readonly outcomes: readonly {
    readonly indicator: string;
    readonly baseline: Shown;
    readonly target: number;
    readonly by: string;
    /** The last that was measured. */
    readonly value?: Shown;
    readonly on?: string;
  }[];
}

/** What donors and evaluators are shown of a board: totals, money and outcomes; no entry, no case, nobody. */
export interface Evidence {
  readonly board: string;
  readonly month: string;
  readonly year: number;
  /** The last day whose records count, `YYYY-MM-DD`. */
  readonly through: string;
  /** Things that were done. */
  readonly done: Readonly<Record<'activities' | 'norms' | 'materials' | 'exchanges' | 'findings', number>>;
  /** People reached, by sex and age band, with all of each. */
  readonly people: readonly { readonly sex: string; readonly ageBand: string; readonly count: Shown }[];
  /** Civil servants trained, by topic, with all of them: each counts once, however often trained. */
  readonly trained: readonly { readonly topic: string; readonly count: Shown }[];
  /** Reckoned to have been reached by messages. */
  readonly audience: Shown;
  readonly copies: number;
  readonly budget: readonly { readonly currency: string; readonly assigned: number; readonly executed: number }[];
  readonly projects: readonly ShownProject[];
  readonly figures: readonly Figure[] | null;
}

/** Fewer than ten are not shown outside a board: each could be somebody. */
export const smallCounts = { from: 1, to: 9 } as const;
const isSmall = (count: number | null): boolean => count !== null && count > 0 && count <= smallCounts.to;

/** The report's figures as anybody may read them, by the same rule as its public editions: 10 and up, to the nearest 5. */
const publicRule: Rule = { small: { from: 0, to: smallCounts.to }, base: 5 };

/** A share is told of at least so many. */
const shareFrom = 30;

/** Stands for every sex, band or topic. */
export const all = 'ALL';

const sum = (numbers: readonly number[]): number => numbers.reduce((so, each) => so + each, 0);

/** Adds up what a board may show outside, and withholds what could point at somebody. */
export function evidenceOf(gathered: Gathered): Evidence {
  const { board, month, through, activities: held, materials: made, figures } = gathered;
  return {
    ...{ board, month, year: Number(month.slice(0, 4)), through },
    done: {
      ...{ activities: held.length, norms: gathered.norms, materials: made.length },
      ...{ exchanges: gathered.exchanges, findings: gathered.findings },
    },
    people: peopleOf(held),
    trained: trainedOf(gathered.trainings),
    audience: unlessSmall(sum(held.map(({ values }) => values.audience ?? 0))),
    copies: sum(made.flatMap(({ steps }) => steps.map(({ values }) => Number(values['copies'])))),
    budget: moneyOf(gathered.budgets, month.slice(0, 4)),
    projects: gathered.projects.map(shownProject),
    figures: figures === undefined ? null : figuresOf(figures),
  };
}

/** Counts by two codes, with their margins. */
function peopleOf(held: Gathered['activities']): Evidence['people'] {
  const rows = held.flatMap(({ values }) => values.people ?? []);
  const counts = new Map<string, number>();
  for (const { sex, ageBand, count } of rows) {
    for (const key of [`${sex}|${ageBand}`, `${sex}|${all}`, `${all}|${ageBand}`, `${all}|${all}`]) {
      counts.set(key, (counts.get(key) ?? 0) + count);
    }
  }
  const keys = [...counts.keys()].sort();
  const inner = keys.filter((key) => !key.includes(all));
  const relations = keys
    .filter((key) => key.includes(all))
    .flatMap((total): readonly Relation[] => {
      const [sex = '', ageBand = ''] = total.split('|');
      if (sex === all && ageBand === all) {
        const bands = keys.filter((key) => key.startsWith(`${all}|`) && key !== total);
        const sexes = keys.filter((key) => key.endsWith(`|${all}`) && key !== total);
        return [bands, sexes].map((parts) => ({ total, parts }));
      }
      const parts = inner.filter((key) => (sex === all ? key.endsWith(`|${ageBand}`) : key.startsWith(`${sex}|`)));
      return [{ total, parts }];
    });
  const hidden = protect(counts, relations, smallCounts);
  return keys.map((key) => {
    const [sex = '', ageBand = ''] = key.split('|');
    return { sex, ageBand, count: hidden.has(key) ? null : (counts.get(key) ?? 0) };
  });
}

/**
 * Who was trained twice is one of those trained, so all are no sum of the topics. All are withheld where what a topic
 * leaves of them is withheld or small: those were trained in nothing but the others.
 */
function trainedOf(held: Gathered['trainings']): Evidence['trained'] {
  const trained = new Map<string, Set<string>>();
  for (const { values } of held) {
    for (const key of [values.topic, all]) trained.set(key, new Set([...(trained.get(key) ?? []), ...values.staff]));
  }
  const total = trained.get(all)?.size;
  if (total === undefined) return [];
  const topics = [...trained]
    .filter(([topic]) => topic !== all)
    .map(([topic, { size }]) => ({ topic, count: unlessSmall(size) }))
    .sort((one, other) => (one.topic < other.topic ? -1 : 1));
  const tells = topics.some(({ count }) => count === null || isSmall(total - count));
  return [...topics, { topic: all, count: tells ? null : unlessSmall(total) }];
}

/** What counts people, or may: of what is measured nobody knows here. Withheld where it is small. */
const unlessSmall = (value: number): Shown => (isSmall(value) ? null : value);

function shownProject({ values, steps }: Held<typeof projects>): ShownProject {
  const { kind, districts, funders, from, until, budget, currency, outcomes = [] } = values;
  const stage = stageOf(steps);
  return {
    ...{ kind, districts, funders, from, until, budget, currency },
    ...(stage === undefined ? {} : { stage }),
    outcomes: outcomes.map(({ indicator, baseline, target, by }) => {
      const measured = steps
        .filter((step) => step.type === 'OutcomeMeasured' && step.values['indicator'] === indicator)
        .sort((a, b) => (String(a.values['on']) < String(b.values['on']) ? -1 : 1))
        .at(-1);
      return {
        ...{ indicator, baseline: unlessSmall(baseline), target, by },
        ...(measured === undefined
          ? {}
          : { value: unlessSmall(Number(measured.values['value'])), on: String(measured.values['on']) }),
      };
    }),
  };
}

/**
 * The board's own rule withholds fewer than five and tells the rest exactly. Outside, figures stand beside each other
 * that are parts of one another, so that exact ones would tell by subtraction what none of them tells.
 */
function figuresOf(figures: readonly Figure[]): readonly Figure[] {
  const counts = figures.flatMap(({ numerator, denominator, value }) =>
    numerator === null && denominator === null && value !== null ? [value] : [],
  );
  return figures.map((figure) => {
    const { value, numerator, denominator } = figure;
    if (value === null) return figure;
    if (numerator !== null && denominator !== null) return shareOf(figure, numerator, denominator);
    // Which is a part of which is not known here: the smaller of two could be.
    const told = numerator === null && denominator === null && !isFew(value) && !counts.some((of) => isNear(value, of));
    return told ? { ...figure, value: rounded(value, publicRule) } : withheld(figure);
  });
}

/** Of rounded counts, so that it tells no more than they do. */
function shareOf(figure: Figure, part: number, whole: number): Figure {
  if (whole < shareFrom || isFew(part) || isNear(part, whole)) return withheld(figure);
  const [numerator, denominator] = [rounded(part, publicRule), rounded(whole, publicRule)];
  return { ...figure, numerator, denominator, value: Math.round((numerator / denominator) * 10_000) / 10_000 };
}

const isFew = (count: number): boolean => isWithheld(count, publicRule);

/** Whether a rest there is would be known to be next to nothing, since both are printed as the same. */
const isNear = (part: number, whole: number): boolean =>
  part < whole && rounded(part, publicRule) === rounded(whole, publicRule);

const withheld = (figure: Figure): Figure => ({
  ...figure,
  ...{ status: 'hidden', value: null, numerator: null, denominator: null },
});
