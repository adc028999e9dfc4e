import type { Month } from '#terms';
import { indicators as agreed, type Registry } from './indicators/registry.js';
import { agreementTables } from './agreements.js';
import { firstAttention } from './attention.js';
import { attentions } from './attentions.js';
import { caseload, inconsistent } from './caseload.js';
import { tallyMonth } from './cohort.js';
import { deadlineTables } from './deadlines.js';
import { loop } from './handover.js';
import { type Inputs, populationOf } from './inputs.js';
import { type Measured, measure, tieMeasured } from './measure.js';
import type { Change, Figures, FigureSection, Indicator, Value } from './model.js';
import { planTables } from './plan.js';
import { boardProfile, type Profile } from './profiles.js';
import { quality } from './quality.js';
import { repeats } from './repeats.js';
import { newCases, referralMatrix } from './sections.js';
import { changeOfSeries, changeOfShare } from './statistics.js';
import { type Draft, type Expression, Tally } from './tally.js';
import { who } from './who.js';

/** A month counted, before it is decided what may be printed of it. */
export interface Drafted {
  readonly tally: Tally;
  readonly drafts: readonly Draft[];
  readonly measured: AllMeasured;
  readonly agreements: Figures['agreements'];
  readonly plan: Figures['plan'];
  readonly rules: Figures['rules'];
}

/** Counts everything into one tally, so that what is withheld can be decided over all sections at once. */
export function draftOf(inputs: Inputs, registry: Registry = agreed, profile: Profile = boardProfile): Drafted {
  const { cohort, previous, yearBefore } = inputs;
  const tally = new Tally();
  const measured: AllMeasured = new Map();
  for (const each of [cohort, previous, yearBefore]) {
    measured.set(each.month, measure(tally, inputs, each, registry));
    tallyMonth(tally, each);
  }
  const account = caseload(tally, inputs);
  if (!account.balanced) measured.set(cohort.month, withoutStock(measured.get(cohort.month)));
  const agreements = agreementTables(inputs);
  const plan = planTables(inputs);
  const network = [
    newCases(tally, inputs),
    who(tally, inputs),
    referralMatrix(tally, inputs),
    loop(tally, inputs),
    firstAttention(tally, inputs),
  ];
  // After the referrals, whose figures the clocks are tied to.
  const deadlines = deadlineTables(tally, inputs);
  const drafts: readonly Draft[] = [
    agreements.draft,
    ...network,
    deadlines.draft,
    attentions(tally, inputs),
    account.draft,
    repeats(tally, inputs),
    plan.draft,
    quality(tally, inputs),
  ];
  for (const [month, each] of measured) tieMeasured(tally, each, month);
  for (const expression of expressionsOf({ drafts, measured })) {
    if ('ratio' in expression) tally.beside(...expression.ratio, profile);
  }
  const { agreements: agreed, plan: planned, rules } = { ...agreements, ...plan, ...deadlines };
  return { tally, drafts, measured, agreements: agreed, plan: planned, rules };
}

/** Everything that is printed of a month, but for notes on it. */
export function figuresFrom(
  inputs: Inputs,
  { drafts, measured, agreements, plan, rules }: Drafted,
  publish: (expression: Expression) => Value,
): Figures {
  const { board, cohort, cutoff } = inputs;
  const sections = drafts.map((draft) => published(draft, publish));
  return {
    board: {
      id: board.id,
      name: board.name,
      place: board.place,
      level: board.level,
      country: board.country,
      districts: board.territory,
    },
    period: { month: cohort.month, from: inputs.from, until: inputs.until, cutoff },
    profile: 'board',
    indicators: indicators(inputs, measured, publish, sections),
    sections,
    agreements,
    plan,
    rules,
    population: populationOf(inputs),
    names: inputs.names,
  };
}

/** Everything that may come to be printed. */
export const expressionsOf = ({ drafts, measured }: Pick<Drafted, 'drafts' | 'measured'>): readonly Expression[] => [
  ...drafts.flatMap(expressions),
  ...[...measured.values()].flatMap((each) => [...each.values()].map(({ value }) => value)),
];

type AllMeasured = Map<Month, ReadonlyMap<string, Measured>>;

/** What the account of cases gives is not printed either where that does not balance. */
const withoutStock = (measured: ReadonlyMap<string, Measured> = new Map()): ReadonlyMap<string, Measured> =>
  new Map(
    [...measured].map(([id, each]) => [
      id,
      each.definition.over === 'caseload' ? { ...each, value: inconsistent } : each,
    ]),
  );

const expressions = ({ tables }: Draft): readonly Expression[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

const published = (draft: Draft, publish: (expression: Expression) => Value): FigureSection => ({
  id: draft.id,
  tables: draft.tables.map((table) => ({
    id: table.id,
    columns: table.columns,
    rows: table.rows.map((row) => ({ id: row.id, cells: row.cells.map(publish) })),
  })),
});

/** The indicators the board agreed on, in its order. */
function indicators(
  { cohort, previous, yearBefore, months }: Inputs,
  measured: AllMeasured,
  publish: (expression: Expression) => Value,
  sections: readonly FigureSection[],
): readonly Indicator[] {
  const series = sections.flatMap((section) => section.tables).find((table) => table.id === 'series');
  return [...(measured.get(cohort.month)?.entries() ?? [])].map(([id, { definition, value }]) => {
    const of = (month: Month): Value => {
      const then = measured.get(month)?.get(id);
      // A month before the first record is not a month without cases.
      return publish(then === undefined || !months.has(month) ? { unmeasured: true } : then.value);
    };
    const now = publish(value);
    const before = of(previous.month);
    const column = definition.series === undefined ? -1 : (series?.columns.indexOf(definition.series) ?? -1);
    const trend = column < 0 ? [] : (series?.rows ?? []).flatMap(({ cells }) => cells[column] ?? []);
    const alike = measured.get(previous.month)?.get(id)?.definition.version === definition.version;
    // What was counted in another way then says nothing of a change.
    const change: Change = !alike
      ? 'unclear'
      : definition.series === undefined
        ? changeOfShare(now, before)
        : changeOfSeries(trend);
    return {
      id,
      version: definition.version,
      ...now,
      previous: before,
      yearBefore: of(yearBefore.month),
      trend,
      change,
    };
  });
}
