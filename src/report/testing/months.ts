import fc from 'fast-check';
import { addMonths } from '#terms';
import { newViolence } from '../../protocol/index.js';
import { deskIn } from './desk.js';
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

/** Open from an instant on, closed after so many hours, and opened again after so many more. */
const spellsFrom = (at: string, closes: number | undefined, reopens: number | undefined): ReportCase['spells'] => {
  if (closes === undefined) return [{ from: at }];
  const until = later(at, closes);
  return reopens === undefined ? [{ from: at, until }] : [{ from: at, until }, { from: later(until, reopens) }];
};

const caseIn = (of: string): fc.Arbitrary<ReportCase> =>
  fc
    .record({
      at: fc.nat(600),
      lag: fc.constantFrom(0, 1, 48, 49),
      entry: uneven(['POLICE', 'SELF', 'HEALTH', 'RONDA']),
      condition: uneven(['NEW', 'REPEAT_SAME', 'CONTINUED']),
      ageBand: uneven(['26-29', '12-17', 'UNKNOWN']),
      sex: uneven(['F', 'M']),
      language: maybe(uneven(['ES', 'QU', 'UNKNOWN'])),
      disability: maybe(uneven(['NONE', 'VISUAL'])),
      ethnicity: maybe(uneven(['QUECHUA', 'MESTIZO', 'UNKNOWN'])),
      relation: maybe(uneven(['PARTNER', 'EX_PARTNER', 'FATHER'])),
      closes: uneven([undefined, 30, 300, 800]),
      reopens: uneven([undefined, 20, 400]),
      principal: maybe(uneven(['PHYSICAL', 'PSYCHOLOGICAL', 'SEXUAL', 'ECONOMIC'])),
      risk: maybe(uneven(['MODERATE', 'MILD', 'SEVERE', 'UNDETERMINED'])),
      awaited: fc.subarray(['victim-notified', 'followed-up']),
    })
    .map(({ at, lag, language, disability, ethnicity, relation, principal, risk, closes, reopens, ...rest }) => {
      const openedAt = later(startOf(of), at);
      return {
        ...{ id: '', district, month: of, openedAt, recordedAt: later(openedAt, lag) },
        ...{ institution: 'police', ...rest },
        spells: spellsFrom(openedAt, closes, reopens),
        ...(language === undefined ? {} : { language }),
        ...(disability === undefined ? {} : { disability }),
        ...(ethnicity === undefined ? {} : { ethnicity }),
        ...(relation === undefined ? {} : { relation }),
        ...(principal === undefined ? {} : { principal }),
        ...(risk === undefined ? {} : { risk }),
      };
    });

/** How far a referral came, and where it stands. */
const ways = [
  { way: 'reported-back', steps: 4 },
  { way: 'closed', steps: 4 },
  { way: 'accepted', steps: 2 },
  { way: 'sent', steps: 0 },
  { way: 'received', steps: 1 },
  { way: 'attended', steps: 3 },
  { way: 'scheduled', steps: 2 },
  { way: 'on-hold', steps: 2 },
  { way: 'declined', steps: 1 },
  { way: 'declined and closed', steps: 1 },
  { way: 'cancelled', steps: 1 },
  { way: 'unreachable', steps: 2 },
  { way: 'unreachable and closed', steps: 2 },
] as const;

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
      basis: uneven<ReportReferral['basis']>(['consented', 'legal-duty', 'none']),
      legs: uneven([1, 1, 2, 3]),
      stands: uneven(ways),
      unattended: fc.boolean(),
      wait: uneven([1, 24, 60, 72, 90]),
      outcome: uneven(['SERVICE_RECEIVED', 'NOT_RECEIVED_NO_SHOW']),
      reason: uneven(['NO_CAPACITY', 'WRONG_SERVICE']),
      ruled: uneven([true, true, true, true, false]),
      times: fc.record({ appointments: uneven([0, 1]), missed: uneven([0, 1]), held: uneven([0, 1]) }),
    })
    .map(({ at, ends, stands, unattended, wait, outcome, reason, ruled, times, ...rest }) => {
      const sentAt = later(startOf(of), at);
      const [from = '', to = ''] = ends;
      const done = later(sentAt, wait);
      const { legs, risk } = rest;
      const { way, steps } = stands;
      const attended = steps >= 3 && !(unattended && steps >= 4);
      const status = way.split(' ').at(-1) ?? '';
      const ended = endings[way];
      const clock = (rule: string, waitsFor: string, leg: number, stamp: object): ReportReferral['clocks'] => [
        { clock: '', rule, version: 1, waitsFor, leg, due: later(sentAt, risk === 'SEVERE' ? 1 : 24), ...stamp },
      ];
      const acknowledging = Array.from({ length: legs }, (_, index) =>
        clock(
          risk === 'SEVERE' ? 'PE-25b' : 'PE-25a',
          'referral-acknowledged',
          index + 1,
          index + 1 < legs ? { droppedAt: done } : steps >= 1 ? { metAt: done } : {},
        ),
      );
      return {
        ...{ id: '', district, month: of, from, to, sentAt, status, before: [], ...rest },
        appointments: times.appointments + times.missed,
        ...{ missed: times.missed, held: times.held + Number(way === 'on-hold'), attempts: times.missed },
        ...(legs > 1 ? { rerouted: reason } : {}),
        ...(steps >= 1 ? { receivedAt: done } : {}),
        ...(steps >= 2 ? { acceptedAt: done } : {}),
        ...(attended ? { attendedAt: done } : {}),
        ...(steps >= 4 ? { reportedAt: done, outcome: attended ? outcome : 'NOT_RECEIVED_NO_SHOW' } : {}),
        ...(status === 'closed' ? { closedAt: done } : {}),
        ...(way.startsWith('declined') || way === 'cancelled' ? { reason } : {}),
        ...(ended === undefined ? {} : { endedBy: ended, endedAt: done }),
        clocks: ruled
          ? [
              ...acknowledging.flat(),
              ...(steps >= 2 ? clock('PE-P02a', 'referral-attended', legs, attended ? { metAt: done } : {}) : []),
              ...(steps >= 4
                ? clock('PE-P09a', 'referral-reviewed', legs, status === 'closed' ? { metAt: done } : {})
                : []),
            ]
          : [],
      };
    });

const endings: Readonly<Partial<Record<(typeof ways)[number]['way'], NonNullable<ReportReferral['endedBy']>>>> = {
  'reported-back': 'answered',
  closed: 'answered',
  'declined and closed': 'declined',
  cancelled: 'cancelled',
  'unreachable and closed': 'unreachable',
};

const clockIn = (of: string): fc.Arbitrary<ReportClock> =>
  fc
    .record({
      at: fc.nat(700),
      rule: uneven(['PE-05f', 'PE-03', 'PE-05g', 'PE-05h']),
      took: uneven([3, 24, 30, undefined]),
      dropped: uneven([false, false, false, true]),
    })
    .map(({ at, rule, took, dropped }) => {
      const trigger = later(startOf(of), at);
      return {
        ...{ id: '', rule, version: 1, institution: 'court', district, month: of, trigger, due: later(trigger, 24) },
        ...(took === undefined ? {} : { [dropped ? 'droppedAt' : 'metAt']: later(trigger, took) }),
      };
    });

const next = (of: string): string => addMonths(`${of}-01`, 1).slice(0, 7);

const cohortIn = (of: string, most: number): fc.Arbitrary<Cohort> =>
  fc.record({
    month: fc.constant(of),
    end: fc.constant(startOf(next(of))),
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
      // Opened in months nobody counts any more.
      old: fc.array(caseIn(earlier(5)), { maxLength: most, size: 'max' }),
      ...deskIn(month),
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
    .map(({ old, since, others, attentions, attended, population, agreements, sessions, plans, ...three }) => {
      const { cohort, previous, yearBefore } = three;
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
        caseload: [...cohort.cases, ...kept(previous).cases, ...kept(yearBefore).cases, ...old],
        ...{ agreements, sessions, plans },
        months: counters,
        attended: Math.min(attended, acts),
        names: Object.fromEntries(organizations.map((id) => [id, `Institución ${id}`])),
        from: startOf(month),
        until: startOf('2025-11'),
        cutoff: '2025-11-01T13:00:00.000Z',
      };
    });
