import { zoned } from '#terms';
import { newViolence } from '../protocol/index.js';
import * as assumptions from './assumptions.js';
import { cutOffOf } from './load.js';
import { zoneOf } from '../protocol/index.js';
import { districtBoard, independencia as board } from './boards/urban.js';
import { instant } from './moments.js';
import { everything, monthsOf, type Plan } from './openings.js';
import { type Planned, Schedule } from './schedule.js';
import { independencia } from './series.js';

/** All commands of a plan, without a store. */
function played(plan: Plan): { readonly commands: readonly Planned[]; readonly longest: number } {
  const schedule = new Schedule();
  schedule.begin(everything(plan));
  const commands: Planned[] = [];
  for (let next = schedule.next(Infinity); next !== undefined; next = schedule.next(Infinity)) commands.push(next);
  return { commands, longest: schedule.longest };
}

interface Open {
  readonly do: string;
  readonly entry: string;
  readonly condition: string;
  readonly complaint: boolean;
}
const openings = (commands: readonly Planned[]) =>
  commands.flatMap((each) =>
    each.category === 'case' && (each.command as Open).do === 'open'
      ? [{ ...each, command: each.command as Open }]
      : [],
  );

describe('two years of the district', () => {
  const plan: Plan = { seed: 3, from: '2024-01', to: '2025-12', boards: [board] };
  const { commands } = played(plan);
  const opened = openings(commands);
  const zone = zoneOf('PE');
  const monthOf = ({ effectiveAt }: Planned): string => zoned(instant(effectiveAt), zone).month;

  it('have in each month exactly the police complaints of the series', () => {
    const complaints = opened.filter(
      ({ command }) => command.entry === 'POLICE' && newViolence.includes(command.condition),
    );
    expect(complaints.every(({ command }) => command.complaint)).toBe(true);
    const counted = new Map(monthsOf(plan).map((month) => [month, 0]));
    for (const each of complaints) counted.set(monthOf(each), (counted.get(monthOf(each)) ?? 0) + 1);
    expect(counted).toEqual(independencia.complaints);
  });

  it('have cases handed on and carried on, by other doors only', () => {
    const carried = opened.filter(({ command }) => !newViolence.includes(command.condition));
    expect(new Set(carried.map(({ command }) => command.condition))).toEqual(new Set(['TRANSFERRED', 'CONTINUED']));
    expect(carried.some(({ command }) => command.entry === 'POLICE')).toBe(false);
  });

  it('record nothing before it happened, and a few things days later, but before the month is cut off', () => {
    expect(commands.every(({ at, effectiveAt }) => effectiveAt <= at)).toBe(true);
    const late = opened.filter(({ at, effectiveAt }) => at - effectiveAt > 48 * 3_600_000);
    expect(late.length / opened.length).toBeGreaterThan(0.02);
    expect(late.length / opened.length).toBeLessThan(0.05);
    expect(opened.every((each) => instant(each.at) < cutOffOf(monthOf(each), plan))).toBe(true);
  });

  it('have an institution that records nothing for two months', () => {
    const { organization, from, to } = assumptions.silence.value;
    const actors = new Set(['demo-demuna-01', 'demo-demuna-02']);
    const active = new Set(commands.filter(({ actor }) => actors.has(actor)).map(monthOf));
    expect(organization).toBe('pe-150112-demuna');
    for (const month of monthsOf(plan)) expect(active.has(month)).toBe(month < from || month > to);
  });

  it('come to about 500 service acts a month', () => {
    const isAct = (each: Planned): boolean => (each.command as Open).do === 'record-attention';
    const acts = commands.filter((each) => isAct(each) && monthOf(each) <= plan.to).length / 24;
    expect(acts).toBeGreaterThan(480);
    expect(acts).toBeLessThan(520);
  });

  it('use no command id twice', () => {
    expect(new Set(commands.map(({ commandId }) => commandId)).size).toBe(commands.length);
  });
});

describe('memory', () => {
  it('does not grow with the number of months', () => {
    const steady = (months: number): Plan => {
      const all = monthsOf({ from: '2024-01', to: `${2023 + months / 12}-12` });
      const complaints = new Map(all.map((month) => [month, 60]));
      return {
        seed: 1,
        from: '2024-01',
        to: all.at(-1) ?? '',
        boards: [districtBoard({ ...independencia, complaints })],
      };
    };
    const [one, four] = [played(steady(12)), played(steady(48))];
    expect(four.commands.length).toBeGreaterThan(3.8 * one.commands.length);
    expect(four.longest).toBeLessThan(1.25 * one.longest);
  });
});

describe('the assumptions', () => {
  it('each name their source, or say that they are assumed', () => {
    for (const assumption of Object.values(assumptions)) {
      expect(assumption.source === 'assumed' || assumption.source.length > 30).toBe(true);
    }
  });
});
