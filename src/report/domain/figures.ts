import { deadlineTables } from './deadlines.js';
import { policeDoor, tallyMonth } from './cohort.js';
import { type Inputs, populationOf } from './inputs.js';
import type { Change, Figures, FigureSection, Indicator, Value } from './model.js';
import { firstAttention } from './attention.js';
import { attentions } from './attentions.js';
import { loop } from './handover.js';
import { quality } from './quality.js';
import { newCases, referralMatrix } from './sections.js';
import { changeOfSeries, changeOfShare } from './statistics.js';
import { type Draft, type Expression, Tally } from './tally.js';
import type { Month } from '#terms';

/**
 * The figures of a board's month. Pure: inputs folded from the same facts give the same figures anywhere.
 *
 * Everything is counted into one tally first; only then is it decided what may be printed, over all sections at once.
 */
export function figuresOf(inputs: Inputs): Figures {
  const { board, cohort, previous, yearBefore, cutoff } = inputs;
  const tally = new Tally();
  for (const each of [cohort, previous, yearBefore]) tallyMonth(tally, each, { country: board.country, cutoff });
  const network = [
    newCases(tally, inputs),
    referralMatrix(tally, inputs),
    loop(tally, inputs),
    firstAttention(tally, inputs),
  ];
  // After the referrals, whose figures the clocks are tied to.
  const deadlines = deadlineTables(tally, inputs);
  const drafts: readonly Draft[] = [...network, deadlines.draft, attentions(tally, inputs), quality(tally, inputs)];
  for (const expression of [...drafts.flatMap(expressions), ...agreedRatios(inputs)]) {
    if ('ratio' in expression) tally.beside(...expression.ratio);
  }
  const publish = tally.publish();
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
    indicators: indicators(inputs, publish, sections),
    sections,
    rules: deadlines.rules,
    population: populationOf(inputs),
    names: inputs.names,
  };
}

const expressions = ({ tables }: Draft): readonly Expression[] =>
  tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells));

const agreedRatios = ({ cohort, previous, yearBefore }: Inputs): readonly Expression[] =>
  agreed.flatMap(({ value }) => [cohort, previous, yearBefore].map(({ month }) => value(month)));

const published = (draft: Draft, publish: (expression: Expression) => Value): FigureSection => ({
  id: draft.id,
  tables: draft.tables.map((table) => ({
    id: table.id,
    columns: table.columns,
    rows: table.rows.map((row) => ({ id: row.id, cells: row.cells.map(publish) })),
  })),
});

/** The indicators the board agreed on, in its order. What nobody feeds yet is there all the same, as not measured. */
const agreed: readonly {
  readonly id: string;
  readonly value: (month: Month) => Expression;
  readonly series?: 'cases' | 'complaints';
}[] = [
  { id: 'new-cases', value: (month) => ({ count: `cases@${month}` }), series: 'cases' },
  { id: 'new-police-complaints', value: (month) => ({ count: `door@${month}/${policeDoor}` }), series: 'complaints' },
  { id: 'severe-risk-share', value: (month) => ({ ratio: [`risk@${month}/SEVERE`, `cases@${month}`] }) },
  { id: 'referrals-answered', value: (month) => ({ ratio: [`answered@${month}`, `sent@${month}`] }) },
  { id: 'first-attention-72h', value: (month) => ({ ratio: [`attended-72h@${month}`, `sent@${month}`] }) },
  { id: 'measures-in-time', value: (month) => ({ ratio: [`measures-in-time@${month}`, `measures-due@${month}`] }) },
  { id: 'repeat-12-months', value: () => ({ unmeasured: true }) },
  { id: 'open-cases', value: () => ({ unmeasured: true }) },
  { id: 'agreements-kept', value: () => ({ unmeasured: true }) },
];

function indicators(
  inputs: Inputs,
  publish: (expression: Expression) => Value,
  sections: readonly FigureSection[],
): readonly Indicator[] {
  const { cohort, previous, yearBefore, months } = inputs;
  const series = sections.flatMap((section) => section.tables).find((table) => table.id === 'series');
  // A month before the first record is not a month without cases.
  const known = (month: Month): boolean => months.has(month);
  return agreed.map(({ id, value, series: name }) => {
    const now = publish(value(cohort.month));
    const before = known(previous.month) ? publish(value(previous.month)) : publish({ unmeasured: true });
    const ago = known(yearBefore.month) ? publish(value(yearBefore.month)) : publish({ unmeasured: true });
    const column = name === undefined ? -1 : (series?.columns.indexOf(name) ?? -1);
    const trend = column < 0 ? [] : (series?.rows ?? []).flatMap(({ cells }) => cells[column] ?? []);
    const change: Change = name === undefined ? changeOfShare(now, before) : changeOfSeries(trend);
    return { id, ...now, previous: before, yearBefore: ago, trend, change };
  });
}
