import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { EnrolmentFacts } from '../published/enrolment-facts.js';
import type { FundFacts } from '../published/fund-facts.js';
import { fundMonths } from './fund-months.js';
import { participantChanges } from './participant-changes.js';
import { reeducationMonths } from './reeducation-months.js';

/** Branded fields are plain texts here. */
const facts = (at: string, type: keyof EnrolmentFacts, data: object) =>
  recorded('enrolment-e0000000-0000-8000-8000-000000000001', [{ type, data }] as unknown as EventOf<EnrolmentFacts>[], {
    at,
  });
const money = (at: string, data: object) =>
  recorded('fund-fondo', [{ type: 'SupportPaid.v1', data }] as unknown as EventOf<FundFacts>[], { at });
const of = (country: string) => ({ country, institution: `${country.toLowerCase()}-cai`, district: '020105' });

describe('a month of a programme', () => {
  it.each([
    ['PE', '2026-01-01T04:59:59.999Z', '2025-12'],
    ['PE', '2026-01-01T05:00:00.000Z', '2026-01'],
    ['BO', '2026-01-01T03:59:59.999Z', '2025-12'],
    ['BO', '2026-01-01T04:00:00.000Z', '2026-01'],
  ])('is that of the country: in %s, what happened at %s belongs to %s', (country, at, month) => {
    const ended = facts(at, 'EnrolmentEnded.v1', { ...of(country), how: 'COMPLETED' });
    const change = { ...of(country), instrument: 'attitudes', version: 1, change: 16, favourable: true };
    const changed = facts(at, 'EnrolmentChanged.v1', change);
    expect([...folded(reeducationMonths, ended).documents.values()]).toMatchObject([{ month }]);
    expect([...folded(participantChanges, changed).documents.values()]).toMatchObject([{ month, measured: 1 }]);
    const paid = { fund: 'fondo', line: 'L1', purpose: 'TRANSPORT', currency: 'PEN', case: 'c', cents: 500, country };
    expect([...folded(fundMonths, money(at, paid)).documents.values()]).toMatchObject([{ month, cases: { c: 500 } }]);
  });

  it('is that of UTC for payments that were told without their country', () => {
    const paid = { fund: 'fondo', line: 'L1', purpose: 'TRANSPORT', currency: 'PEN', case: 'c', cents: 500 };
    const { documents } = folded(fundMonths, money('2026-01-01T00:00:00.000Z', paid));
    expect([...documents.values()]).toMatchObject([{ month: '2026-01' }]);
  });
});
