import { zoned } from '#terms';
import { jurisdiction, newViolence, zoneOf } from '../../protocol/index.js';
import { seriesAssumptions, sources } from '../figures/el-alto.js';
import { instant } from '../moments.js';
import { everything, monthsOf, type Plan } from '../openings.js';
import type { Planned } from '../schedule.js';
import { Schedule } from '../schedule.js';
import { prosecution } from '../prosecution-assumptions.js';
import { demoBoards } from './index.js';
import { type DemoBoard, institutionOf, organizationOf } from './model.js';

const year = { from: '2025-01', to: '2025-12' };
const months = monthsOf(year);

interface Opened {
  readonly do: string;
  readonly country: string;
  readonly district: string;
  readonly institution: string;
  readonly entry: string;
  readonly condition: string;
  readonly complaint: boolean;
  readonly receivedBy?: string;
  readonly language?: string;
  readonly ageBand: string;
}

/** All commands of a plan, without a store. */
function commandsOf(plan: Plan): readonly Planned[] {
  const schedule = new Schedule();
  schedule.begin(everything(plan));
  const commands: Planned[] = [];
  for (let next = schedule.next(Infinity); next !== undefined; next = schedule.next(Infinity)) commands.push(next);
  return commands;
}

const openingsOf = (commands: readonly Planned[]) =>
  commands.flatMap(({ category, command, effectiveAt }) =>
    category === 'case' && (command as Opened).do === 'open' ? [{ at: effectiveAt, ...(command as Opened) }] : [],
  );

/** Complaints of each month by the figures. */
const expected = ({ districts }: DemoBoard): readonly number[] =>
  months.map((month) => districts.reduce((sum, { complaints }) => sum + (complaints.get(month) ?? 0), 0));

const named = demoBoards.map((board) => [board.id, board] as const);
const byId = new Map(named);
const boardNamed = (id: string): DemoBoard => {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(id);
  return found;
};

describe('the boards of the demo', () => {
  it.each([
    ['independencia', [268, 221, 255, 236, 215, 202, 173, 192, 215, 204, 216, 182]],
    ['san-juan-de-lurigancho', [787, 731, 703, 635, 594, 507, 513, 547, 516, 591, 582, 521]],
    ['jauja', [58, 32, 50, 42, 34, 44, 49, 44, 40, 42, 55, 44]],
    ['tayacaja', [16, 15, 16, 19, 22, 11, 31, 18, 26, 14, 19, 18]],
    ['ccapi', [0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]],
    // 5,759 crimes in 181 days, 885,035 of 3,022,566 inhabitants: 9.32 a day, made whole so that the year adds up.
    ['el-alto', [289, 261, 288, 280, 289, 279, 289, 289, 279, 289, 280, 289]],
  ])('%s has its police complaints of 2025', (id, counts) => {
    expect(expected(boardNamed(id))).toEqual(counts);
  });

  it('add up to the published years of their places, district by district', () => {
    const yearOf = (id: string): number => expected(boardNamed(id)).reduce((sum, each) => sum + each, 0);
    expect(['san-juan-de-lurigancho', 'jauja', 'tayacaja', 'ccapi'].map(yearOf)).toEqual([7_227, 534, 225, 1]);
    expect([boardNamed('jauja').districts.length, boardNamed('tayacaja').districts.length]).toEqual([34, 23]);
  });

  it('say of El Alto that nothing of it is an official count', () => {
    const all = [...Object.values(sources), ...Object.values(seriesAssumptions)];
    expect(all.map(({ verified }) => verified)).toEqual(all.map(() => false));
    expect(yearOfElAlto()).toBeCloseTo((5_759 / 181) * 365 * (885_035 / 3_022_566), -0.5);
  });
  const yearOfElAlto = (): number => expected(boardNamed('el-alto')).reduce((sum, each) => sum + each, 0);

  it.each(named)('%s names a reason for everything its cases are drawn with', (_, { mix }) => {
    for (const { source } of [...Object.values(mix), prosecution]) {
      expect(source === 'assumed' || source.length > 20).toBe(true);
    }
  });

  it.each(named)('%s has institutions, services and doors its country knows', (_, board) => {
    const { codes, institutionTypes } = jurisdiction(board.country);
    const known = (...lists: readonly string[]) =>
      lists.flatMap((list) => (codes[list]?.entries ?? []).map((entry) => entry.code));
    for (const { kind, services } of board.institutions) {
      expect(institutionTypes.map(({ code }) => code)).toContain(kind);
      for (const service of services) expect(known('services')).toContain(service.kind);
    }
    const doors = [board.mix.doors, board.mix.openers, board.mix.monthlyDoors].flatMap((each) =>
      Object.keys(each?.value ?? {}),
    );
    for (const door of doors) expect(known('entryDoors', 'networkDoors')).toContain(door);
    expect(new Set(board.institutions.map(({ suffix }) => suffix)).size).toBe(board.institutions.length);
  });

  it.each(named)('%s refers only to services that are there, for purposes that are allowed', (_, board) => {
    const purposes = (jurisdiction(board.country).codes['referralPurposes']?.entries ?? []).map(({ code }) => code);
    const all = Object.entries(board.routes).flatMap(([from, routes]) => routes.map((route) => ({ from, ...route })));
    expect(all.length).toBeGreaterThan(20);
    for (const { from, to, service, kind, purpose } of [...all, { from: board.court, ...board.execution }]) {
      expect(institutionOf(board, from).suffix).toBe(from);
      expect(institutionOf(board, to).services).toContainEqual(expect.objectContaining({ suffix: service, kind }));
      expect(purposes).toContain(purpose);
    }
  });
});

describe.each(named)('a year of %s', (_, board) => {
  const opened = openingsOf(commandsOf({ seed: 1, ...year, boards: [board] }));
  const zone = zoneOf(board.country);

  it('has in each month and district exactly the new police complaints of the figures', () => {
    const counted = new Map<string, number>();
    for (const { at, district, entry, condition, complaint } of opened) {
      if (entry !== 'POLICE' || !newViolence.includes(condition)) continue;
      expect(complaint).toBe(true);
      const key = `${district} ${zoned(instant(at), zone).month}`;
      counted.set(key, (counted.get(key) ?? 0) + 1);
    }
    for (const { code, complaints } of board.districts) {
      for (const month of months) expect(counted.get(`${code} ${month}`) ?? 0).toBe(complaints.get(month) ?? 0);
    }
  });

  it('is opened by institutions of the place, in its country', () => {
    const own = new Set(board.institutions.map(({ suffix }) => organizationOf(board, suffix)));
    for (const { country, institution } of opened) {
      expect([country, own.has(institution)]).toEqual([board.country, true]);
    }
  });
});

describe('places that differ', () => {
  const opened = (id: string) => openingsOf(commandsOf({ seed: 1, ...year, boards: [boardNamed(id)] }));

  it('Ccapi hears most from its community defenders, in Quechua, and almost nothing from the police', () => {
    const cases = opened('ccapi');
    const doors = cases.map(({ entry }) => entry);
    expect(doors.filter((door) => door === 'COMMUNITY_DEFENDER').length).toBeGreaterThan(20);
    expect(doors.filter((door) => door === 'POLICE')).toHaveLength(1);
    expect(cases.filter(({ language }) => language === 'QU').length / cases.length).toBeGreaterThan(0.75);
  });

  it('a complaint in Apata is taken by the station of Apata, and one of Masma in the capital', () => {
    const cases = opened('jauja').filter(({ entry }) => entry === 'POLICE');
    const takers = (district: string) =>
      new Set(cases.filter((each) => each.district === district).map(({ institution }) => institution));
    expect(takers('120403')).toEqual(new Set(['pe-1204-comisaria-apata']));
    expect(takers('120416')).toEqual(new Set(['pe-1204-comisaria']));
  });

  it('in El Alto every complaint says which kind of body took it: that decides its clocks', () => {
    for (const { complaint, receivedBy } of opened('el-alto')) expect(receivedBy !== undefined).toBe(complaint);
  });

  it('in El Alto a child goes to the DNA and an adult to the SLIM', () => {
    const children = ['0-5', '6-11', '12-17'];
    const bands = (suffix: string) =>
      opened('el-alto').flatMap(({ institution, ageBand }) => (institution === `bo-020105-${suffix}` ? [ageBand] : []));
    expect(bands('slim').filter((band) => children.includes(band))).toEqual([]);
    expect(bands('dna').filter((band) => !children.includes(band))).toEqual([]);
    expect(bands('slim').length).toBeGreaterThan(100);
  });
});
