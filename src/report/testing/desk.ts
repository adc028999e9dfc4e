import fc from 'fast-check';
import { addMonths } from '#terms';
import type { ReportAgreement } from '../views/report-agreements.js';
import type { ReportPlan } from '../views/report-plans.js';
import type { ReportSession } from '../views/report-sessions.js';

const endOf = (day: string): string => `${day}T04:59:59.999Z`;
const maybe = (of: fc.Arbitrary<string>): fc.Arbitrary<string | undefined> => fc.option(of, { nil: undefined });

const dayIn = (month: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(-1, 0, 0, 1), fc.integer({ min: 1, max: 28 }))
    .map(([months, day]) => `${addMonths(`${month}-01`, months).slice(0, 7)}-${String(day).padStart(2, '0')}`);

const agreementIn = (month: string): fc.Arbitrary<ReportAgreement> =>
  fc
    .record({
      id: fc.uuid(),
      owner: fc.constantFrom('police', 'cem', 'health'),
      days: fc.uniqueArray(dayIn(month), { minLength: 1, maxLength: 3 }),
      done: maybe(dayIn(month)),
      cancelled: maybe(dayIn(month)),
    })
    .map(({ id, owner, days, done, cancelled }) => ({
      ...{
        id,
        board: 'mesa',
        text: 'Llevar el acta',
        owner,
        adoptedAt: `${addMonths(`${month}-01`, -2)}T15:00:00.000Z`,
      },
      dues: days.sort().map((day) => ({ day, at: endOf(day) })),
      rescheduled: days.length - 1,
      ...(done === undefined ? {} : { doneAt: `${done}T15:00:00.000Z`, evidence: 'a'.repeat(64) }),
      ...(done !== undefined || cancelled === undefined ? {} : { cancelledAt: `${cancelled}T15:00:00.000Z` }),
    }));

const sessionIn = (month: string): fc.Arbitrary<ReportSession> =>
  fc
    .record({ id: fc.uuid(), day: dayIn(month), seated: fc.constant(5), present: fc.nat(5), decisions: fc.nat(3) })
    .map(({ day, present, ...rest }) => ({
      ...{ ...rest, board: 'mesa', at: `${day}T15:00:00.000Z`, present, quorate: present >= 3 },
    }));

const actionIn = (month: string): fc.Arbitrary<ReportPlan['actions'][number]> =>
  fc
    .record({
      id: fc.uuid(),
      due: dayIn(month),
      progress: fc.nat(100),
      state: fc.constantFrom('not-started', 'in-progress', 'done', 'stopped'),
      spent: fc.nat(500_000),
    })
    .map((action) => ({
      ...action,
      ...{ title: 'Ferias de información', goal: 'M1', responsible: 'cem', start: `${month.slice(0, 4)}-01-01` },
      ...{ budget: 500_000, currency: 'PEN' },
    }));

const planIn = (month: string): fc.Arbitrary<ReportPlan> =>
  fc.uniqueArray(actionIn(month), { maxLength: 4, selector: ({ id }) => id }).map((actions) => ({
    ...{ id: 'plan', board: 'mesa', title: 'Plan', norm: 'ORD-1', from: '2025-01-01', until: '2026-12-31' },
    ...{ approvedAt: '2025-01-02T15:00:00.000Z', goals: { M1: 'Meta' }, actions },
  }));

/** What a board has on its desk around a month. */
export const deskIn = (month: string) => ({
  agreements: fc.uniqueArray(agreementIn(month), { maxLength: 6, selector: ({ id }) => id }),
  sessions: fc.array(sessionIn(month), { maxLength: 2 }),
  plans: fc.array(planIn(month), { maxLength: 1 }),
});
