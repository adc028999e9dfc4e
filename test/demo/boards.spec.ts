import type { RecordedEvent } from '#event-log';
import { demoBoards } from '../../src/demo/boards/index.js';
import { boardOf, type DemoBoard } from '../../src/demo/boards/model.js';
import { cutOffOf } from '../../src/demo/load.js';
import type { Plan } from '../../src/demo/openings.js';
import { reportAt } from '../../src/demo/reports.js';
import { digestOf, eventsOf, grouped, playing, removeTemporary, stuckIn } from './playing.js';

afterAll(removeTemporary);

const month = '2025-04';
const plan: Plan = { seed: 1, from: month, to: month, boards: demoBoards };
const named = demoBoards.map((board) => [board.id, board] as const);

/** A board with few complaints, so that playing it twice is quick. */
const fewer = (board: DemoBoard, count: number): DemoBoard => ({
  ...board,
  districts: board.districts.slice(0, 2).map((district) => ({ ...district, complaints: new Map([[month, count]]) })),
});

describe('a month of all six boards in one store', () => {
  let events: readonly RecordedEvent[] = [];
  const shown = new Map<string, { readonly complaints: number | null; readonly status: string }>();

  beforeAll(async () => {
    await playing(plan, async (platform, { cutOffs }) => {
      events = await eventsOf(platform);
      for (const cutOff of cutOffs) {
        for (const board of demoBoards) {
          const { figures } = await reportAt(platform, platform.views, cutOff, board);
          const indicator = figures.indicators.find(({ id }) => id === 'new-police-complaints');
          shown.set(board.id, { complaints: indicator?.value ?? null, status: indicator?.status ?? '' });
        }
      }
    });
  }, 600_000);

  it('reports in each place the new police complaints of its figures; those too few to print are hidden', () => {
    expect(Object.fromEntries([...shown].map(([id, { complaints }]) => [id, complaints]))).toEqual({
      ...{ independencia: 236, 'san-juan-de-lurigancho': 635, jauja: 42, tayacaja: 19 },
      ...{ ccapi: null, 'el-alto': 280 },
    });
    expect(shown.get('ccapi')?.status).toBe('hidden');
  });

  it('leaves nothing stuck anywhere', () => {
    expect(stuckIn(events, cutOffOf(month, plan))).toEqual([]);
  });

  it('runs each case by the clocks of its country alone, and El Alto by all of those it comes to', () => {
    const rules = new Map<string, Set<string>>();
    for (const { type, data } of events) {
      if (type !== 'DeadlineSet') continue;
      const { country, rule } = data as { country: string; rule: string };
      rules.set(country, (rules.get(country) ?? new Set()).add(rule));
    }
    for (const [country, all] of rules) expect([...all].filter((rule) => !rule.startsWith(`${country}-`))).toEqual([]);
    const bolivian = ['BO-02a', 'BO-02b', 'BO-03', 'BO-04a', 'BO-04b', 'BO-05', 'BO-06', 'BO-07', 'BO-08a', 'BO-09'];
    expect([...(rules.get('BO') ?? [])]).toEqual(expect.arrayContaining(bolivian));
  });

  it('takes a complaint of El Alto from the police to the prosecutor and the judge', () => {
    const ways = [...grouped(events, ({ stream }) => stream)].map(([, each]) =>
      each.flatMap(({ type, data }) => (type === 'StepRecorded' ? [(data as { step: string }).step] : [type])),
    );
    const whole = ways.filter((way) => {
      const places = [
        'ComplaintRegistered',
        'report-received-by-prosecutor',
        'ReportReceived',
        'investigation-start-received-by-court',
        'MeasuresDecided',
      ].map((step) => way.indexOf(step));
      return places.every((place, index) => place > (places[index - 1] ?? -1));
    });
    expect(whole.length).toBeGreaterThan(50);
  });

  it.each(named)('%s has met, with an attendance and agreements, and called no one to what is over', (_, board) => {
    const own = events.filter(({ data }) => (data as { board?: string }).board === boardOf(board));
    const counted = (type: string) => own.filter((event) => event.type === type).length;
    expect([counted('SessionConvened'), counted('SessionOpened'), counted('SessionClosed')]).toEqual([1, 1, 1]);
    expect(counted('AttendanceRecorded')).toBeGreaterThan(board.institutions.length / 3);
    expect(counted('AgreementAdopted')).toBe(counted('DecisionTaken'));
  });

  it('shows no place of a shelter', () => {
    const confidential = events.filter(
      ({ type, data }) => type === 'ServiceOffered' && (data as { confidential?: boolean }).confidential === true,
    );
    expect(confidential.map(({ stream }) => stream)).toEqual(
      expect.arrayContaining(['organization-bo-020105-casa-acogida', 'organization-pe-150112-refugio']),
    );
    const placed = new Set(events.filter(({ type }) => type === 'LocationSet').map(({ stream }) => stream));
    expect(confidential.filter(({ stream }) => placed.has(stream))).toEqual([]);
  });
});

it('a province has a plan by January: approved, recognised, followed, and behind in one of its actions', async () => {
  const january = '2025-01';
  const jauja = demoBoards.filter(({ id }) => id === 'jauja').map((board) => fewer(board, 0));
  const types = await playing({ seed: 1, from: january, to: '2025-07', boards: jauja }, async (platform) =>
    (await eventsOf(platform)).filter(({ stream }) => stream.startsWith('plan-')).map(({ type }) => type),
  );
  expect(types.slice(0, 3)).toEqual(['PlanDrafted', 'PlanApproved', 'PlanRecognised']);
  expect(types.filter((type) => type === 'PlanActionProgressed')).toHaveLength(5);
  expect(types.filter((type) => type === 'GoalMeasured')).toHaveLength(4);
});

it('the same seed gives the same bytes in both countries', async () => {
  const few: Plan = { ...plan, boards: demoBoards.map((board) => fewer(board, 4)) };
  const [one, other] = [await playing(few, eventsOf), await playing(few, eventsOf)];
  expect(one.length).toBeGreaterThan(500);
  expect(digestOf(other)).toBe(digestOf(one));
});
