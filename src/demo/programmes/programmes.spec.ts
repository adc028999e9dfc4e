import { handle, type RecordedEvent, SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { deciders } from '../../capabilities.js';
import { demoBoards } from '../boards/index.js';
import { organizationOf } from '../boards/model.js';
import { instant } from '../moments.js';
import { everything, type Plan } from '../openings.js';
import { type Planned, Schedule } from '../schedule.js';
import * as trust from '../trust/assumptions.js';
import * as programmes from './assumptions.js';

const registers = ['activity', 'norm', 'training', 'material', 'project', 'budget', 'exchange', 'finding'];
const communities = ['council', 'network', 'help', 'assembly'];
// Files of participants need the clock, which reports wait for: test/demo plays them.
const around = [...registers, ...communities, 'alert', 'masculinities', 'fund'];

/** What the deciders make of all that goes on around the cases of a plan; of its cases, nothing. */
async function played(plan: Plan): Promise<readonly RecordedEvent[]> {
  const schedule = new Schedule();
  schedule.begin(everything(plan));
  const log = memoryLog();
  const clock = new SimulatedClock(`${plan.from}-01T00:00:00.000Z`);
  for (let next: Planned | undefined; (next = schedule.next(Infinity)) !== undefined;) {
    const { category, effectiveAt, at, ...request } = next;
    const decider = around.includes(category) ? deciders.find((each) => each.category === category) : undefined;
    if (decider === undefined) continue;
    clock.advanceTo(instant(at));
    await handle({ log, clock }, decider, { ...request, effectiveAt: instant(effectiveAt) });
  }
  const events: RecordedEvent[] = [];
  for await (const page of log.readAll()) events.push(...page.events);
  await log.close();
  return events;
}

it('says of every number that it is invented', () => {
  const known = [...Object.values(programmes), ...Object.values(trust)].filter((each) => typeof each === 'object');
  expect(known.length).toBeGreaterThan(8);
  for (const { source } of known) expect(source).toMatch(/^assumed: invented/);
});

const categoryOf = ({ stream }: RecordedEvent): string => stream.slice(0, stream.indexOf('-'));
const named = demoBoards.map((board) => [board.id, board] as const);

describe.each(named)('a year and a half around the cases of %s', (_, board) => {
  const few = board.districts.slice(0, 2).map((district) => ({
    ...district,
    complaints: new Map([...district.complaints].map(([month, count]) => [month, Math.min(count, 20)])),
  }));
  const plan: Plan = { seed: 5, from: '2024-07', to: '2025-12', boards: [{ ...board, districts: few }] };
  let events: readonly RecordedEvent[] = [];
  beforeAll(async () => {
    events = await played(plan);
  });
  const counted = (type: string): number => events.filter((event) => event.type === type).length;

  it('is taken whole by the deciders, and fills every register', () => {
    const categories = new Set(events.map(categoryOf));
    expect(registers.filter((each) => !categories.has(each))).toEqual([]);
    const { men, councils } = board.programmes;
    expect(categories.has('masculinities')).toBe(men !== undefined);
    expect(communities.filter((each) => categories.has(each))).toEqual(councils.length > 0 ? communities : []);
  });

  it('pays no more than each line has, and says no where there is nothing left', () => {
    const left = new Map<string, number>();
    const paid = new Map<string, number>();
    for (const { type, data } of events) {
      const { line, cents } = data as { line: string; cents: number };
      if (type === 'FundLineAdded') left.set(line, cents);
      if (type === 'SupportPaid') paid.set(line, (paid.get(line) ?? 0) + cents);
    }
    expect(paid.size).toBeGreaterThan(0);
    for (const [line, cents] of paid) expect(cents).toBeLessThanOrEqual(left.get(line) ?? 0);
  });

  it('seals nothing and names nobody', () => {
    expect(events.filter(({ dataText }) => /"(ct|identity|order|contact|answers)":/.test(dataText))).toEqual([]);
  });

  it('is done by people of institutions the directory has', () => {
    const houses = [...board.institutions, ...board.programmes.beside].map(({ suffix }) =>
      organizationOf(board, suffix),
    );
    for (const { data } of events) {
      const { institution } = data as { institution?: string };
      if (institution !== undefined) expect(houses).toContain(institution);
    }
    expect(counted('ActivityHeld')).toBeGreaterThan(20);
  });
});
