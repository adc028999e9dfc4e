import type { ReleasedFigures } from '../../domain/releasing.js';
import { candidateOf, earlierOf, ledgerOf, nested, onItsOwn, related } from './ledger.js';

const release = (change: Partial<ReleasedFigures> = {}): ReleasedFigures => ({
  ...{ board: 'mesa', territory: ['150112'], month: '2025-10', profile: 'board', version: 1 },
  cells: { 'cases@2025-10#1': [12, 12, 12], 'risk@2025-10/MILD#1': [null, 1, null] },
  sums: [['cases@2025-10#1', 'risk@2025-10/MILD#1', 'risk@2025-10/SEVERE#1']],
  guarded: ['risk@2025-10/MILD#1'],
  ...change,
});
const province = release({
  ...{ board: 'ipc', territory: ['150101', '150112'], guarded: [], sums: [] },
  cells: { 'cases@2025-10#1': [14, 14, 14], 'attended-persons@2025-10#1': [14, 14, 14] },
});

describe('the ledger of what was released', () => {
  it('names a cell by the territory it counts', () => {
    const { bounds, relations, guarded } = candidateOf(release());
    expect(bounds.get('150112|cases@2025-10#1')).toEqual({ min: 12, max: 12 });
    expect(bounds.get('150112|risk@2025-10/MILD#1')).toEqual({ min: 1, max: Infinity });
    expect(relations).toEqual([
      { total: '150112|cases@2025-10#1', parts: ['150112|risk@2025-10/MILD#1', '150112|risk@2025-10/SEVERE#1'] },
    ]);
    expect(guarded).toEqual([{ cell: '150112|risk@2025-10/MILD#1', width: 1 }]);
  });

  it('knows that a province is its districts and the rest, and guards a small rest', () => {
    const { relations, guarded } = nested([release(), province]);
    const rest = '150101+150112|rest of cases@2025-10#1';
    expect(relations).toEqual([{ total: '150101+150112|cases@2025-10#1', parts: ['150112|cases@2025-10#1', rest] }]);
    expect(guarded).toEqual([{ cell: rest, width: 1 }]);
    const large = { ...province, cells: { 'cases@2025-10#1': [40, 40, 40] as const } };
    expect(nested([release(), large]).guarded).toEqual([]);
    expect(ledgerOf([release(), province]).guarded).toContainEqual({ cell: rest, width: 1 });
  });

  it('does not mix months, versions or profiles of nested territories', () => {
    for (const other of [{ month: '2025-09' }, { version: 2 }, { profile: 'public' as const }]) {
      expect(nested([release(other), province]).relations).toEqual([]);
    }
  });

  it('can do without the sums that hold only as long as nothing is recorded in between', () => {
    const own = ['cases@2025-10#1', 'risk@2025-10/MILD#1', 'risk@2025-10/SEVERE#1'];
    const mixed = ['handled@2025-10#1', 'open@2025-09#1', 'opened@2025-10#1'];
    expect(onItsOwn(release({ sums: [own, mixed] })).sums).toEqual([own]);
  });

  it('looks only at boards that share people with each other, however far', () => {
    const elsewhere = release({ board: 'far', territory: ['230101'] });
    const region = release({ board: 'region', territory: ['150101', '150201'] });
    const all = [release(), province, elsewhere, region];
    expect(related(['150112'], all).map(({ board }) => board)).toEqual(['mesa', 'ipc', 'region']);
  });

  it('remembers what earlier editions told, by the latest version, and what the board’s own withholds', () => {
    const september = release({ month: '2025-09', cells: { 'cases@2025-09#1': [9, 9, 9] } });
    const again = release({ month: '2025-09', version: 2, cells: { 'cases@2025-09#2': [20, 20, 20] } });
    const toAll = { board: 'mesa', profile: 'public', month: '2025-10', version: 1 } as const;
    const members = { ...toAll, profile: 'board' } as const;
    const { told, months } = earlierOf(members, [september, again, release()]);
    expect(told.get('cases@2025-09')).toEqual({ version: 2, cell: [20, 20, 20] });
    expect([...months]).toEqual(['2025-09']);
    expect(told.has('cases@2025-10')).toBe(false);
    const { kept, told: toldToAll } = earlierOf(toAll, [september, release()]);
    expect([...kept]).toEqual(['risk@2025-10/MILD']);
    expect(toldToAll.size).toBe(0);
  });
});
