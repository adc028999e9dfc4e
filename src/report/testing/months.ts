import fc from 'fast-check';
import { addMonths } from '#terms';
import { newViolence } from '../../protocol/index.js';
import type { Cohort, Inputs } from '../domain/inputs.js';
import type { ReportCase } from '../views/report-cases.js';
import type { ReportClock } from '../views/report-clocks.js';
import type { ReportMonth } from '../views/report-months.js';
import type { ReportReferral } from '../views/report-referrals.js';

const hour = 3_600_000;
export const month = '2025-10';
const district = '150112';
const organizations = ['police', 'cem', 'health', 'court', 'shelter'] as const;

export const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * hour).toISOString();

const startOf = (of: string): string => `${of}-01T05:00:00.000Z`;

/** Picks a few items often and the others rarely: small counts beside large ones, as in a district. */
const uneven = <T>(items: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof(...items.map((item, index) => ({ arbitrary: fc.constant(item), weight: Math.max(1, 16 >> (2 * index)) })));

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 6 });

const caseIn = (of: string): fc.Arbitrary<ReportCase> =>
  fc
    .record({
      at: fc.nat(600),
      lag: fc.constantFrom(0, 1, 48, 49),
      entry: uneven(['POLICE', 'SELF', 'HEALTH', 'RONDA']),
      condition: uneven(['NEW', 'REPEAT_SAME', 'CONTINUED']),
      ageBand: uneven(['26-29', '12-17', 'UNKNOWN']),
      language: maybe(fc.constant('ES')),
      principal: maybe(uneven(['PHYSICAL', 'PSYCHOLOGICAL', 'SEXUAL', 'ECONOMIC'])),
      risk: maybe(uneven(['MODERATE', 'MILD', 'SEVERE', 'UNDETERMINED'])),
    })
    .map(({ at, lag, language, principal, risk, ...rest }) => {
      const openedAt = later(startOf(of), at);
      return {
        ...{ id: '', district, month: of, openedAt, recordedAt: later(openedAt, lag) },
        ...{ institution: 'police', sex: 'F', ...rest },
        ...(language === undefined ? {} : { language }),
        ...(principal === undefined ? {} : { principal }),
        ...(risk === undefined ? {} : { risk }),
      };
    });

const referralIn = (of: string): fc.Arbitrary<ReportReferral> =>
  fc
    .record({
      at: fc.nat(600),
      ends: uneven([
        ['police', 'cem'],
        ['police', 'health'],
        ['cem', 'court'],
        ['cem', 'shelter'],
        ['health', 'cem'],
      ]),
      risk: uneven(['MODERATE', 'SEVERE']),
      // How far it came: sent, received, accepted, attended, reported back, closed.
      steps: uneven([5, 3, 4, 0, 2, 1]),
      unattended: fc.boolean(),
      declined: fc.boolean(),
      wait: uneven([1, 24, 60, 72, 90]),
      outcome: uneven(['SERVICE_RECEIVED', 'NOT_RECEIVED_NO_SHOW']),
      reason: uneven(['NO_CAPACITY', 'WRONG_SERVICE']),
      ruled: uneven([true, true, true, true, false]),
    })
    .map(({ at, ends, risk, steps, unattended, declined, wait, outcome, reason, ruled }) => {
      const sentAt = later(startOf(of), at);
      const [from = '', to = ''] = ends;
      const done = later(sentAt, wait);
      const attended = steps >= 3 && !(unattended && steps >= 4);
      return {
        ...{ id: '', district, month: of, from, to, risk, sentAt },
        ...(ruled
          ? {
              rule: risk === 'SEVERE' ? 'PE-25b' : 'PE-25a',
              version: 1,
              due: later(sentAt, risk === 'SEVERE' ? 1 : 24),
            }
          : {}),
        ...(steps >= 1 ? { receivedAt: done } : {}),
        ...(steps === 1 && declined ? { declinedAt: done, reason } : {}),
        ...(steps >= 2 ? { acceptedAt: done } : {}),
        ...(attended ? { attendedAt: done } : {}),
        ...(steps >= 4 ? { reportedAt: done, outcome: attended ? outcome : 'NOT_RECEIVED_NO_SHOW' } : {}),
        ...(steps >= 5 ? { closedAt: done } : {}),
      };
    });

const clockIn = (of: string): fc.Arbitrary<ReportClock> =>
  fc
    .record({
      at: fc.nat(700),
      rule: uneven(['PE-05f', 'PE-03', 'PE-05g', 'PE-05h']),
      took: uneven([3, 24, 30, undefined]),
    })
    .map(({ at, rule, took }) => {
      const trigger = later(startOf(of), at);
      return {
        ...{ id: '', rule, version: 1, institution: 'court', district, month: of, trigger, due: later(trigger, 24) },
        ...(took === undefined ? {} : { metAt: later(trigger, took) }),
      };
    });

const cohortIn = (of: string, most: number): fc.Arbitrary<Cohort> =>
  fc.record({
    month: fc.constant(of),
    cases: fc.array(caseIn(of), { maxLength: most, size: 'max' }),
    referrals: fc.array(referralIn(of), { maxLength: most, size: 'max' }),
    clocks: fc.array(clockIn(of), { maxLength: most, size: 'max' }),
  });

type Counters = Omit<ReportMonth, 'district'>;

/** The counters a cohort leaves behind. */
function countersOf({ month: of, cases, referrals }: Cohort, attentions: Counters['attentions']): Counters {
  const entries: Record<string, number> = {};
  for (const { entry, condition } of cases) {
    if (newViolence.includes(condition)) entries[entry] = (entries[entry] ?? 0) + 1;
  }
  const reporters = Object.fromEntries(referrals.map(({ from }) => [from, 1]));
  return { month: of, entries, attentions, reporters };
}

const earlier = (months: number): string => addMonths(`${month}-01`, -months).slice(0, 7);

/** Any month a board could have, with what came before it: all consistent, as facts are. */
export const months = (most = 45): fc.Arbitrary<Inputs> =>
  fc
    .record({
      cohort: cohortIn(month, most),
      previous: cohortIn(earlier(1), most),
      yearBefore: cohortIn(earlier(12), most),
      // How many months back the record begins.
      since: fc.integer({ min: 0, max: 30 }),
      others: fc.array(fc.tuple(fc.nat(30), fc.nat(8)), { minLength: 24, maxLength: 24 }),
      attentions: fc.dictionary(
        fc.constantFrom('PSYCHOLOGY', 'LEGAL', 'SOCIAL', 'HEALTH'),
        fc.integer({ min: 1, max: 30 }),
      ),
      attended: fc.nat(20),
      population: fc.boolean(),
    })
    .map(({ cohort, previous, yearBefore, since, others, attentions, attended, population }) => {
      const cohorts = [cohort, previous, yearBefore];
      const kept = (of: Cohort): Cohort =>
        of.month < earlier(since) ? { ...of, cases: [], referrals: [], clocks: [] } : of;
      const counters = new Map<string, Counters>();
      for (let back = 0; back < 24; back += 1) {
        const of = earlier(back);
        if (of < earlier(since)) continue;
        const known = cohorts.find((each) => each.month === of);
        const [police = 0, self = 0] = others[back] ?? [];
        const entries = { POLICE: police, SELF: self };
        counters.set(
          of,
          known === undefined
            ? { month: of, entries, attentions: {}, reporters: {} }
            : countersOf(known, back === 0 ? attentions : {}),
        );
      }
      const acts = Object.values(attentions).reduce((sum, each) => sum + each, 0);
      return {
        board: {
          ...{ id: 'mesa', name: 'Mesa', place: 'Lima', kind: 'voluntary', level: 'district', country: 'PE' },
          territory: [district],
          members: [...organizations],
          populations: population ? [{ district, year: 2020, inhabitants: 241_414, source: 'INEI-2020' }] : [],
        },
        cohort,
        previous: kept(previous),
        yearBefore: kept(yearBefore),
        months: counters,
        attended: Math.min(attended, acts),
        names: Object.fromEntries(organizations.map((id) => [id, `Institución ${id}`])),
        from: startOf(month),
        until: startOf('2025-11'),
        cutoff: '2025-11-01T13:00:00.000Z',
      };
    });
