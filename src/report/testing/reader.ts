import type { CellId, Published, Relation } from '#disclosure';
import { addMonths } from '#terms';
import type { Figures, Value } from '../domain/model.js';

/**
 * What a patient reader makes of a report: every figure under the name of what it counts, so that the same count in two
 * tables is one, and every sum that follows from what the tables say they count. Written from the printed report alone.
 */
export class Reader {
  readonly #cells = new Map<CellId, number | null>();
  readonly relations: Relation[] = [];
  readonly #month: string;

  constructor(private readonly figures: Figures) {
    this.#month = figures.period.month;
    this.#cases();
    this.#loop();
    this.#attention();
    this.#deadlines();
    this.#attentions();
    this.#indicators();
  }

  get published(): Published {
    return this.#cells;
  }

  #note(id: CellId, value: Value | undefined): void {
    if (value === undefined || value.status === 'unmeasured') return;
    const known = this.#cells.get(id);
    if (value.status === 'hidden') {
      // Printed in one place, it is of no use to hide it in another.
      if (known === undefined) this.#cells.set(id, null);
    } else this.#number(id, value.value);
  }

  #number(id: CellId, count: number): void {
    const known = this.#cells.get(id);
    if (typeof known === 'number' && known !== count) throw new Error(`${id} is printed as ${known} and as ${count}`);
    this.#cells.set(id, count);
  }

  /** A share says both of its numbers. */
  #ratio(value: Value | undefined, numerator: CellId, denominator: CellId): void {
    if (value?.status !== 'published') return;
    if (value.numerator !== null) this.#number(numerator, value.numerator);
    if (value.denominator !== null) this.#number(denominator, value.denominator);
    if (value.numerator === null && value.denominator !== null) {
      this.#number(numerator, Math.round(value.value * value.denominator));
    }
  }

  #sum(total: CellId, parts: readonly CellId[]): void {
    if (parts.length > 0) this.relations.push({ total, parts });
  }

  /** The cells of a table by row and column. */
  #table(section: string, id: string) {
    const found = this.figures.sections.find((each) => each.id === section)?.tables.find((each) => each.id === id);
    if (found === undefined) throw new Error(`no table ${section}/${id}`);
    const { columns, rows } = found;
    return {
      columns,
      rows: rows.map((row) => row.id),
      at: (row: string, column: string): Value | undefined =>
        rows.find((each) => each.id === row)?.cells[columns.indexOf(column)],
    };
  }

  /** A table of codes with counts and shares of one total; codes without a row are nobody. */
  #breakdown(section: string, id: string, total: CellId, name: (code: string) => CellId): readonly string[] {
    const table = this.#table(section, id);
    const codes = table.rows.filter((row) => row !== 'total');
    for (const row of table.rows) {
      const cell = row === 'total' ? total : name(row);
      this.#note(cell, table.at(row, 'count'));
      this.#ratio(table.at(row, 'share'), cell, total);
    }
    this.#sum(total, codes.map(name));
    return codes;
  }

  #cases(): void {
    const now = this.#month;
    const series = this.#table('new-cases', 'series');
    for (const month of series.rows) {
      this.#note(`cases ${month}`, series.at(month, 'cases'));
      this.#note(`police ${month}`, series.at(month, 'complaints'));
      this.#sum(`cases ${month}`, [`police ${month}`, `not police ${month}`]);
    }
    const whole = `cases ${now}`;
    const door = (code: string) => (code === 'POLICE' ? `police ${now}` : `door ${code}`);
    const risk = (code: string) => (code === 'SEVERE' ? `severe ${now}` : `risk ${code}`);
    const types = this.#breakdown('new-cases', 'by-type', whole, (code) => `type ${code}`);
    this.#breakdown('new-cases', 'by-risk', whole, risk);
    this.#breakdown('new-cases', 'by-door', whole, door);
    this.#breakdown('new-cases', 'by-condition', whole, (code) => `condition ${code}`);
    const complete = this.#table('quality', 'completeness');
    const missing: Readonly<Record<string, CellId>> = { risk: 'risk NONE', type: 'type UNKNOWN' };
    if (!types.includes('UNKNOWN')) this.#number('type UNKNOWN', 0);
    for (const field of complete.rows) {
      this.#note(`complete ${field}`, complete.at(field, 'complete'));
      this.#note(whole, complete.at(field, 'records'));
      this.#ratio(complete.at(field, 'share'), `complete ${field}`, whole);
      this.#sum(whole, [`complete ${field}`, missing[field] ?? `missing ${field}`]);
    }
    const late = this.#table('quality', 'lateness');
    this.#note('late', late.at('late', 'count'));
    this.#ratio(late.at('late', 'share'), 'late', whole);
    this.#sum(whole, ['late', 'prompt']);
  }

  #loop(): void {
    const now = this.#month;
    const sent = `sent ${now}`;
    const name = (step: string) => (step === 'sent' || step === 'answered' ? `${step} ${now}` : step);
    const steps = this.#table('loop', 'steps');
    const lost: Readonly<Record<string, CellId>> = { accepted: 'declined' };
    for (const step of steps.rows) {
      this.#note(name(step), steps.at(step, 'count'));
      this.#ratio(steps.at(step, 'share'), name(step), sent);
      if (step !== 'sent') this.#note(lost[step] ?? `not ${step}`, steps.at(step, 'lost'));
    }
    this.#sum(sent, ['received', 'not received']);
    this.#sum('received', ['accepted', 'declined', 'undecided']);
    this.#sum('accepted', ['attended', 'not attended']);
    this.#sum('accepted', [`answered ${now}`, 'not answered']);
    this.#sum(`answered ${now}`, ['closed', 'not closed']);
    this.#breakdown('loop', 'outcomes', `answered ${now}`, (code) => `outcome ${code}`);
    this.#breakdown('loop', 'decline-reasons', 'declined', (code) => `reason ${code}`);

    const receivers = this.#table('loop', 'by-receiver');
    for (const to of receivers.rows) {
      this.#note(`to ${to}`, receivers.at(to, 'sent'));
      this.#note(`answered by ${to}`, receivers.at(to, 'answered'));
      this.#ratio(receivers.at(to, 'share'), `answered by ${to}`, `to ${to}`);
      this.#sum(`to ${to}`, [`answered by ${to}`, `not answered by ${to}`]);
    }
    this.#sum(
      `answered ${now}`,
      receivers.rows.map((to) => `answered by ${to}`),
    );

    const matrix = this.#table('referrals', 'matrix');
    const senders = matrix.rows.filter((row) => row !== 'total');
    const columns = matrix.columns.filter((column) => column !== 'total');
    const flow = (from: string, to: string) =>
      from === 'total' ? (to === 'total' ? sent : `to ${to}`) : to === 'total' ? `from ${from}` : `${from} to ${to}`;
    for (const from of matrix.rows) for (const to of matrix.columns) this.#note(flow(from, to), matrix.at(from, to));
    for (const from of matrix.rows) {
      this.#sum(
        flow(from, 'total'),
        columns.map((to) => flow(from, to)),
      );
    }
    for (const to of matrix.columns) {
      this.#sum(
        flow('total', to),
        senders.map((from) => flow(from, to)),
      );
    }
  }

  #attention(): void {
    const now = this.#month;
    const table = this.#table('first-attention', 'waiting');
    const bins = ['24h', '72h', 'later', 'waiting'];
    for (const row of table.rows) {
      const whole = row === 'total' ? `sent ${now}` : `to ${row}`;
      this.#note(whole, table.at(row, 'sent'));
      for (const bin of bins) this.#note(`${bin} of ${row}`, table.at(row, bin));
      this.#sum(
        whole,
        bins.map((bin) => `${bin} of ${row}`),
      );
      const median = table.at(row, 'median-hours');
      if (median?.status === 'published' && median.denominator !== null) this.#number(whole, median.denominator);
    }
    for (const bin of bins) {
      this.#sum(
        `${bin} of total`,
        table.rows.filter((row) => row !== 'total').map((row) => `${bin} of ${row}`),
      );
    }
    this.#sum('attended', ['24h of total', '72h of total', 'later of total']);
    this.#sum(`attended in 72 h ${now}`, ['24h of total', '72h of total']);
  }

  #deadlines(): void {
    const now = this.#month;
    const table = this.#table('deadlines', 'deadlines');
    const states = ['in-time', 'late', 'overdue', 'pending'];
    const of = (rules: readonly string[], ...wanted: readonly string[]) =>
      rules.flatMap((rule) => wanted.map((state) => `${rule} ${state}`));
    for (const rule of table.rows) {
      this.#note(`${rule} all`, table.at(rule, 'total'));
      for (const state of states) this.#note(`${rule} ${state}`, table.at(rule, state));
      this.#sum(`${rule} all`, of([rule], ...states));
      this.#sum(`${rule} decided`, of([rule], 'in-time', 'late', 'overdue'));
      this.#ratio(table.at(rule, 'share-in-time'), `${rule} in-time`, `${rule} decided`);
      const median = table.at(rule, 'median-lateness');
      if (median?.status === 'published' && median.denominator !== null)
        this.#number(`${rule} late`, median.denominator);
    }
    // The court's clocks are the indicator of measures, rule by rule.
    const courts = table.rows.filter((rule) => rule.startsWith('PE-05'));
    this.#sum(`measures in time ${now}`, of(courts, 'in-time'));
    this.#sum(`measures due ${now}`, of(courts, 'decided'));
    // Every referral either has a clock or none; whoever has one and received it did so in time or late.
    const acknowledging = table.rows.filter((rule) => rule.startsWith('PE-25'));
    this.#sum(`sent ${now}`, [...of(acknowledging, 'all'), 'received without clock', 'not received without clock']);
    this.#sum('received', [...of(acknowledging, 'in-time', 'late'), 'received without clock']);
    this.#sum('not received', [...of(acknowledging, 'overdue', 'pending'), 'not received without clock']);
  }

  #attentions(): void {
    const codes = this.#breakdown('attentions', 'by-service', 'acts', (code) => `act ${code}`);
    const services = this.#table('attentions', 'by-service');
    const persons = this.#table('attentions', 'persons');
    this.#note('persons', persons.at('attended-persons', 'count'));
    const population = this.figures.population?.inhabitants;
    const rate = (id: CellId, value: Value | undefined): void => {
      if (value?.status !== 'published' || population === undefined) return;
      this.#number(id, Math.round((value.value * population) / 10_000));
    };
    for (const code of codes) rate(`act ${code}`, services.at(code, 'per-10000'));
    rate('acts', services.at('total', 'per-10000'));
    rate('persons', persons.at('attended-persons', 'per-10000'));
  }

  #indicators(): void {
    const now = this.#month;
    const earlier = (months: number) => addMonths(`${now}-01`, -months).slice(0, 7);
    const counts: Readonly<Record<string, string>> = { 'new-cases': 'cases', 'new-police-complaints': 'police' };
    const shares: Readonly<Record<string, readonly [string, string]>> = {
      'severe-risk-share': ['severe', 'cases'],
      'referrals-answered': ['answered', 'sent'],
      'first-attention-72h': ['attended in 72 h', 'sent'],
      'measures-in-time': ['measures in time', 'measures due'],
    };
    for (const indicator of this.figures.indicators) {
      const at: readonly (readonly [string, Value])[] = [
        [now, indicator],
        [earlier(1), indicator.previous],
        [earlier(12), indicator.yearBefore],
      ];
      const count = counts[indicator.id];
      const [numerator, denominator] = shares[indicator.id] ?? [];
      for (const [month, value] of at) {
        if (count !== undefined) this.#note(`${count} ${month}`, value);
        if (numerator === undefined || denominator === undefined) continue;
        this.#ratio(value, `${numerator} ${month}`, `${denominator} ${month}`);
        this.#sum(`${denominator} ${month}`, [`${numerator} ${month}`, `not ${numerator} ${month}`]);
      }
      for (const [index, value] of indicator.trend.entries()) {
        const month = earlier(indicator.trend.length - 1 - index);
        if (count !== undefined) this.#note(`${count} ${month}`, value);
      }
    }
  }
}

/**
 * What comes out by subtraction alone: a sum with one number missing gives that number, and so on until nothing is new.
 * @returns the counts worked out that were not printed
 */
export function subtracted(printed: Published, relations: readonly Relation[]): ReadonlyMap<CellId, number> {
  const known = new Map<CellId, number>();
  for (const [id, count] of printed) if (count !== null) known.set(id, count);
  const found = new Map<CellId, number>();
  for (let again = true; again;) {
    again = false;
    for (const { total, parts } of relations) {
      const open = [total, ...parts].filter((id) => !known.has(id));
      const [id] = open;
      const sum = parts.reduce((so, part) => so + (known.get(part) ?? 0), 0);
      const whole = known.get(total);
      const found_ = (cell: CellId, count: number) => {
        known.set(cell, count);
        found.set(cell, count);
        again = true;
      };
      if (id !== undefined && open.length === 1) found_(id, id === total ? sum : (whole ?? 0) - sum);
      // Counts are never negative: parts that add up to all of it leave nothing for the others.
      else if (whole !== undefined && open.length > 1 && !open.includes(total) && whole === sum) {
        for (const each of open) found_(each, 0);
      }
    }
  }
  return found;
}
