import type { CellId, Published, Relation } from '#disclosure';
import { addMonths } from '#terms';
import type { Figures, Value } from '../domain/model.js';
import { readPeople } from './read-people.js';

/** What ends a referral without help. */
const ends = ['not-received', 'declined', 'cancelled', 'unreachable'];

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
    this.#people();
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
    const missing: Readonly<Record<string, CellId>> = {
      ...{ risk: 'risk NONE', type: 'type UNKNOWN', language: 'language UNKNOWN', age: 'age UNKNOWN' },
    };
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

  #people(): void {
    readPeople({
      month: this.#month,
      number: (id, count) => this.#number(id, count),
      note: (id, value) => this.#note(id, value),
      ratio: (value, numerator, denominator) => this.#ratio(value, numerator, denominator),
      sum: (total, parts) => this.#sum(total, parts),
      table: (section, id) => this.#table(section, id),
      breakdown: (section, id, total, name) => this.#breakdown(section, id, total, name),
    });
  }

  #loop(): void {
    const now = this.#month;
    const sent = `sent ${now}`;
    const name = (step: string) => (step === 'sent' || step === 'answered' ? `${step} ${now}` : step);
    const steps = this.#table('loop', 'steps');
    for (const step of steps.rows) {
      this.#note(name(step), steps.at(step, 'count'));
      this.#ratio(steps.at(step, 'share'), name(step), sent);
      if (step === 'sent') continue;
      this.#note(`not ${step}`, steps.at(step, 'not-yet'));
      this.#sum(sent, [name(step), `not ${step}`]);
    }
    for (const [before, step] of [
      ['received', 'accepted'],
      ['accepted', 'attended'],
      ['accepted', 'answered'],
      ['attended', 'served'],
      ['answered', 'served'],
      ['answered', 'reviewed'],
    ] as const) {
      this.#sum(name(before), [name(step), `${before} and not ${step}`]);
      this.#sum(`not ${step}`, [`not ${before}`, `${before} and not ${step}`]);
    }
    const standing = (code: string) => (code === 'served' ? 'served' : `stands ${code}`);
    const stands = this.#breakdown('loop', 'standing', sent, standing);
    for (const code of ['served', 'attended', 'waiting', ...ends]) {
      if (!stands.includes(code)) this.#number(standing(code), 0);
    }
    this.#sum(`answered ${now}`, ['served', 'stands not-received']);
    this.#sum('not served', ['attended', 'waiting', ...ends].map(standing));
    this.#sum('attended', ['served', 'stands attended', 'attended and not received']);
    this.#sum('not attended', ['stands waiting', 'ended without attention']);
    this.#sum('stands not-received', ['attended and not received', 'not received without attention']);
    this.#sum('ended without attention', [
      'not received without attention',
      ...ends.filter((end) => end !== 'not-received').map(standing),
    ]);
    const codes = this.#breakdown('loop', 'outcomes', `answered ${now}`, (code) => `outcome ${code}`);
    const helped = ['SERVICE_RECEIVED', 'PARTLY_RECEIVED'].filter((code) => codes.includes(code));
    this.#sum(
      'served',
      helped.map((code) => `outcome ${code}`),
    );
    this.#sum(
      'stands not-received',
      codes.filter((code) => !helped.includes(code)).map((code) => `outcome ${code}`),
    );
    const reasons = this.#table('loop', 'reasons');
    for (const end of ['declined', 'cancelled']) {
      const under = reasons.rows.filter((row) => row.startsWith(`${end}/`));
      for (const row of under) {
        this.#note(`reason ${row}`, reasons.at(row, 'count'));
        this.#ratio(reasons.at(row, 'share'), `reason ${row}`, standing(end));
      }
      this.#sum(
        standing(end),
        under.map((row) => `reason ${row}`),
      );
    }
    this.#breakdown('loop', 'grounds', sent, (basis) => `ground ${basis}`);
    this.#breakdown('loop', 'legs', sent, (legs) => `legs ${legs}`);
    this.#breakdown('loop', 'reroutes', 'rerouted', (code) => `rerouted ${code}`);
    this.#sum('rerouted', ['legs 2', 'legs 3-plus']);

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
    const bins = ['24h', '72h', 'later', 'waiting', 'ended'];
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
    this.#sum('stands waiting', ['waiting of total']);
    this.#sum('ended without attention', ['ended of total']);
    this.#breakdown('first-attention', 'waiting-for', 'stands waiting', (status) => `waiting ${status}`);
    const way = this.#table('first-attention', 'on-the-way');
    for (const row of way.rows) {
      this.#note(`had ${row}`, way.at(row, 'count'));
      this.#ratio(way.at(row, 'share'), `had ${row}`, `sent ${now}`);
      this.#sum(`sent ${now}`, [`had ${row}`, `had no ${row}`]);
    }
    this.#sum('had scheduled', ['had missed', 'had scheduled and missed none']);
    this.#sum('had scheduled', ['waiting scheduled', 'had scheduled before']);
    this.#sum('had held', ['waiting on-hold', 'had held before']);
  }

  #deadlines(): void {
    const now = this.#month;
    const rows = ['deadlines', 'agreed'].flatMap((id) => this.#clocks(id));
    const of = (rules: readonly string[], ...wanted: readonly string[]) =>
      rules.flatMap((rule) => wanted.map((state) => `${rule} ${state}`));
    // The court's clocks are the indicator of measures, rule by rule.
    const courts = rows.filter((rule) => rule.startsWith('PE-05'));
    this.#sum(`measures in time ${now}`, of(courts, 'in-time'));
    this.#sum(`measures due ${now}`, of(courts, 'decided'));
    const without = this.#table('deadlines', 'no-deadline');
    for (const step of without.rows) {
      this.#note(`no deadline ${step}`, without.at(step, 'count'));
      if (step !== 'referral-acknowledged') this.#sum(`cases ${now}`, [`no deadline ${step}`, `not waiting ${step}`]);
    }
    if (!without.rows.includes('referral-acknowledged')) this.#number('no deadline referral-acknowledged', 0);
    // Every leg either has a clock or none.
    const acknowledged = rows.filter((row) => row.endsWith('>referral-acknowledged'));
    this.#sum('legs', [`sent ${now}`, 'legs 2', 'legs 3-plus', 'legs beyond the second']);
    this.#sum('legs', [...of(acknowledged, 'all'), 'no deadline referral-acknowledged']);
    // Whoever took a step began a clock or none, and on a later leg perhaps another; and so with what met it.
    for (const [trigger, stop, begun, met] of [
      ['referral-sent', 'referral-acknowledged', `sent ${now}`, 'received'],
      ['referral-accepted', 'referral-attended', 'accepted', 'attended'],
      ['referral-attended', 'referral-reported-back', 'attended', `answered ${now}`],
      ['referral-reported-back', 'referral-reviewed', `answered ${now}`, 'reviewed'],
    ] as const) {
      const row = `${trigger}>${stop}`;
      if (!rows.includes(row)) continue;
      this.#sum(`${row} all`, [`${row} first`, `${row} again`]);
      this.#sum(begun, [`${row} first`, `${row} never`]);
      this.#sum(`${row} met`, of([row], 'in-time', 'late'));
      this.#sum(`${row} met`, [`${row} met first`, `${row} met again`]);
      this.#sum(met, [`${row} met first`, `${row} met never`]);
    }
  }

  #clocks(id: string): readonly string[] {
    const table = this.#table('deadlines', id);
    const states = ['in-time', 'late', 'overdue', 'pending', 'dropped'];
    for (const rule of table.rows) {
      const each = (...wanted: readonly string[]) => wanted.map((state) => `${rule} ${state}`);
      this.#note(`${rule} all`, table.at(rule, 'total'));
      for (const state of states) this.#note(`${rule} ${state}`, table.at(rule, state));
      this.#sum(`${rule} all`, each(...states));
      this.#sum(`${rule} decided`, each('in-time', 'late', 'overdue'));
      this.#ratio(table.at(rule, 'share-in-time'), `${rule} in-time`, `${rule} decided`);
      const median = table.at(rule, 'median-lateness');
      if (median?.status === 'published' && median.denominator !== null)
        this.#number(`${rule} late`, median.denominator);
    }
    return table.rows;
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
    const counts: Readonly<Record<string, string>> = {
      ...{ 'new-cases': 'cases', 'new-police-complaints': 'police', 'open-cases': 'open' },
    };
    const shares: Readonly<Record<string, readonly [string, string]>> = {
      'severe-risk-share': ['severe', 'cases'],
      'repeat-share': ['repeats', 'cases'],
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
