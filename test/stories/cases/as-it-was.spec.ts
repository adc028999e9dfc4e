import fc from 'fast-check';
import { Refusal } from '#decider';
import { deriveId } from '#event-log';
import { send } from '../../../src/platform.js';
import { nameOf } from '../../../src/report/domain/indicators/definition.js';
import { indicators } from '../../../src/report/domain/indicators/registry.js';
import { measure } from '../../../src/report/domain/measure.js';
import { type Expression, Tally } from '../../../src/report/domain/tally.js';
import { inputsOf } from '../../../src/report/report.js';
import { refresh } from '../../../src/runners.js';
import { board, History, org } from '../../support/history.js';
import { memoryPlatform } from '../../support/platform.js';
import { play, steps } from '../../support/random-history.js';

type Platform = ReturnType<typeof memoryPlatform>;

const [september, october] = ['2025-09', '2025-10'] as const;
const afterwards = '2025-11-20T15:00:00.000Z';
const police = org('comisaria-familia');

/** What becomes of a case and the referral of it within the month. */
const story = fc.record({
  month: fc.constantFrom(september, october),
  day: fc.integer({ min: 2, max: 28 }),
  entry: fc.constantFrom('POLICE', 'SELF'),
  condition: fc.constantFrom('NEW', 'NEW', 'REPEAT_SAME', 'CONTINUED'),
  level: fc.constantFrom('MILD', 'SEVERE'),
  receiver: fc.constantFrom(org('cem'), org('salud')),
  answers: fc.constantFrom('nothing', 'accept', 'attend', 'report-back', 'decline'),
  reports: fc.boolean(),
});
type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** Tries a command; says whether the rules let it. */
async function tried(platform: Platform, category: string, id: string, command: object, ...key: readonly string[]) {
  try {
    const commandId = deriveId('as-it-was', category, id, ...key);
    await send(platform, category, { id, command, commandId, actor: 'demo-test' });
    return true;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return false;
  }
}

/** Plays the stories; answers the cases and referrals there are then, those of the random history among them. */
async function told(platform: Platform, stories: readonly Story[]) {
  const history = new History(platform, 'told');
  const cases = [deriveId('random-case', 0), deriveId('random-case', 1)];
  const referrals = [deriveId('random-referral', 0), deriveId('random-referral', 1)];
  for (const { month, day, entry, condition, level, receiver, answers, reports } of stories) {
    const on = (hour: number): string => `${month}-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`;
    const id = await history.openCase(on(13), { entry, condition });
    await history.command('case', id, { do: 'assess-risk', institution: police, level }, on(14));
    const court = { institution: police, court: org('juzgado-familia') };
    if (reports) await history.command('case', id, { do: 'send-report', ...court }, on(15));
    const referral = await history.sendReferral(on(16), id, { to: { organization: receiver, service: 's' } });
    const by = { institution: receiver };
    const answer = (command: object) => history.command('referral', referral, { ...command, ...by }, on(18));
    if (answers === 'decline') await answer({ do: 'decline', reason: 'NO_CAPACITY' });
    else if (answers !== 'nothing') await answer({ do: 'accept' });
    if (answers === 'attend' || answers === 'report-back') await answer({ do: 'attend', service: 'PSYCHOLOGY' });
    if (answers === 'report-back') await answer({ do: 'report-back', outcome: 'SERVICE_RECEIVED' });
    cases.push(id);
    referrals.push(referral);
  }
  return { cases, referrals };
}

/** After the months: every case to another institution, and every referral that can go on to another service. */
async function movedOn(
  platform: Platform,
  { cases, referrals }: { readonly cases: readonly string[]; readonly referrals: readonly string[] },
) {
  platform.clock.advanceTo(afterwards);
  const moved = { cases: 0, referrals: 0 };
  for (const id of cases) {
    const transfer = { do: 'transfer', institution: police, to: org('cem'), reason: 'COMPETENCE' };
    moved.cases += Number(await tried(platform, 'case', id, transfer, 'transfer'));
  }
  const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' };
  const onward = { to: { organization: org('ong'), service: 's' }, reason: 'DECLINED', consent };
  for (const id of referrals) {
    const message = { note: 'demo', safeContact: 'demo' };
    const reroute = { do: 'reroute', institution: police, ...onward, message };
    moved.referrals += Number(await tried(platform, 'referral', id, reroute, 'reroute'));
  }
  return moved;
}

/** Every indicator of a month and of the months it is compared with, as it was counted before anything is withheld. */
async function counted(platform: Platform, month: string): Promise<Readonly<Record<string, readonly number[]>>> {
  await refresh(platform);
  const inputs = await inputsOf(platform.views, board, month, '2025-11-05T13:00:00.000Z');
  const tally = new Tally();
  const all: Record<string, readonly number[]> = {};
  for (const cohort of [inputs.cohort, inputs.previous, inputs.yearBefore]) {
    for (const { definition, value } of measure(tally, inputs, cohort, indicators).values()) {
      all[`${nameOf(definition)} ${cohort.month}`] = numbersOf(tally, value);
    }
  }
  return all;
}

/** Numerator and denominator, or the count. */
function numbersOf(tally: Tally, value: Expression): readonly number[] {
  if ('ratio' in value) return value.ratio.map((cell) => tally.get(cell));
  if ('count' in value) return [tally.get(value.count)];
  if ('plain' in value) return [value.plain];
  if ('plainRatio' in value) return value.plainRatio;
  throw new Error(`no indicator is counted as ${JSON.stringify(value)}`);
}

it('a case handed over or a referral sent on later changes no indicator of the months before', async () => {
  const moved = { cases: 0, referrals: 0 };
  await fc.assert(
    fc.asyncProperty(steps(40), fc.array(story, { minLength: 6, maxLength: 16 }), async (plan, stories) => {
      const platform = memoryPlatform('2025-10-01T12:00:00.000Z');
      await play(platform, plan);
      const all = await told(platform, stories);
      const before = [await counted(platform, september), await counted(platform, october)];
      const { cases, referrals } = await movedOn(platform, all);
      moved.cases += cases;
      moved.referrals += referrals;
      expect([await counted(platform, september), await counted(platform, october)]).toEqual(before);
      expect(Object.keys(before[1] ?? {})).toHaveLength(3 * indicators.order.length);
      await platform.close();
    }),
    { numRuns: 100 },
  );
  expect(moved.cases).toBeGreaterThan(500);
  expect(moved.referrals).toBeGreaterThan(50);
});

it('what did happen in the month and was told later does change it', async () => {
  const platform = memoryPlatform('2025-10-01T12:00:00.000Z');
  await play(platform, []);
  const [one] = fc.sample(story, { numRuns: 1, seed: 1 });
  if (one === undefined) throw new Error('no story');
  const plain = { ...one, month: october, day: 5, answers: 'nothing' } as const;
  const { cases } = await told(platform, [plain, { ...plain, day: 6 }]);
  const before = await counted(platform, october);
  platform.clock.advanceTo(afterwards);
  const history = new History(platform, 'late');
  const closing = { do: 'close', institution: police, reason: 'PLAN_COMPLETED' };
  await history.command('case', cases.at(-1) ?? '', closing, '2025-10-20T15:00:00.000Z');
  expect(before[`open-cases@1 ${october}`]).toEqual([2]);
  expect((await counted(platform, october))[`open-cases@1 ${october}`]).toEqual([1]);
  await platform.close();
});
