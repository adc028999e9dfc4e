import { type EventLog, LogUnavailable } from '#event-log';
import type { CaseCommand } from '../../src/cases/domain/case.js';
import type { CaseRow } from '../../src/imports/domain/case-row.js';
import type { ReferralRow } from '../../src/imports/domain/referral-row.js';
import type { Platform } from '../../src/platform.js';
import type { ReferralCommand } from '../../src/referrals/domain/commands.js';
import { settle } from '../../src/runners.js';
import { caseCards } from '../../src/cases/views/case-card.js';
import { referralCards } from '../../src/referrals/views/referral-card.js';
import { org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { bring, contents, directory, firstRows, sample, streamOf } from './support/importing.js';

/** Holds at compile time: rows make commands the rules know. */
type CommandOf<R extends { readonly steps: (...given: never[]) => readonly { readonly command: unknown }[] }> =
  ReturnType<R['steps']>[number]['command'];
const knownCommands = (made: CommandOf<CaseRow>): CaseCommand => made;
const knownReferralCommands = (made: CommandOf<ReferralRow>): ReferralCommand => made;

const now = '2025-11-01T12:00:00.000Z';
const cases = sample('cases.csv');
const referrals = sample('referrals.csv');

describe('an import', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  const opened: Platform[] = [];
  const fresh = async () => {
    const made = memoryPlatform(now);
    opened.push(made);
    await directory(made);
    return made;
  };
  beforeEach(async () => {
    platform = await fresh();
  });
  afterEach(async () => {
    for (const each of opened.splice(0)) await each.close();
  });

  it('makes commands of the shapes the rules of cases and referrals know', () => {
    expect([knownCommands, knownReferralCommands]).toHaveLength(2);
  });

  it('records cases with everything that happened to them, at the times it happened', async () => {
    expect(await bring(platform, cases)).toEqual({
      rows: 6,
      created: 6,
      continued: 0,
      unchanged: 0,
      refused: 0,
      dry: false,
      errors: [],
    });
    const log = (await contents(platform.log)).map(
      (line) => JSON.parse(line) as [string, string, string, object, object],
    );
    const first = log.filter(([stream]) => stream === streamOf(log, 'MeasuresDecided', { granted: true }));
    const steps = first.filter(([, , type]) => !type.startsWith('Deadline') && type !== 'MeasureIssued');
    expect(steps.map(([, , type, , header]) => [type, (header as Record<string, string>)['effectiveAt']])).toEqual([
      ['CaseOpened', '2025-09-01T14:15:00.000Z'],
      ['IncidentRecorded', '2025-09-01T14:15:00.000Z'],
      ['ComplaintRegistered', '2025-09-01T14:15:00.000Z'],
      ['RiskAssessed', '2025-09-01T15:00:00.000Z'],
      ['ReportSent', '2025-09-01T23:30:00.000Z'],
      ['ReportReceived', '2025-09-02T13:40:00.000Z'],
      ['MeasuresDecided', '2025-09-02T21:00:00.000Z'],
      ['CaseClosed', '2025-10-20T17:00:00.000Z'],
    ]);
    const rulesOf = (wanted: string) =>
      first.flatMap(([, , type, data]) => (type === wanted ? [(data as { rule: string }).rule] : []));
    expect(rulesOf('DeadlineSet')).toEqual(expect.arrayContaining(['PE-03', 'PE-05g']));
    expect(rulesOf('DeadlineMet')).toEqual(expect.arrayContaining(['PE-03', 'PE-05g']));
    expect(first[0]?.[3]).toMatchObject({ ageBand: '26-29', sex: 'F', institution: org('comisaria-familia') });
    for (const [, , , , header] of log) expect(header).toMatchObject({ origin: 'import', actor: 'demo-import' });
  });

  it('gives one person of two cases one id', async () => {
    await bring(platform, cases);
    const people = (await contents(platform.log))
      .map((line) => JSON.parse(line) as [string, string, string, { person?: string }])
      .flatMap(([, , type, { person }]) => (type === 'CaseOpened' ? [person] : []));
    expect(people).toHaveLength(6);
    expect(new Set(people).size).toBe(5);
  });

  it('reads Spanish headers, semicolons, quotes and a byte order mark into the very same history', async () => {
    const other = await fresh();
    // The ids of the two are made under the same secret, so that they can be compared.
    const spanish = { ...other, vault: platform.vault };
    await bring(platform, cases);
    expect(await bring(spanish, sample('casos.csv'))).toMatchObject({ rows: 6, created: 6, errors: [] });
    expect(await contents(spanish.log)).toEqual(await contents(platform.log));
    expect(await bring(platform, sample('casos.csv'))).toMatchObject({ rows: 6, unchanged: 6, errors: [] });
  });

  it('records referrals of cases imported before, and refuses those of cases it does not know', async () => {
    expect(await bring(platform, referrals)).toMatchObject({ rows: 4, refused: 4 });
    await bring(platform, cases);
    expect(await bring(platform, referrals)).toMatchObject({ rows: 4, created: 4, errors: [] });
    const types = (await contents(platform.log)).flatMap((line) => {
      const [stream, , type] = JSON.parse(line) as [string, string, string];
      return stream.startsWith('referral-') ? [type] : [];
    });
    expect([...types].sort()).toEqual(
      [
        ...['ReferralSent', 'ReferralReceived', 'ReferralAccepted', 'ReferralAttended'],
        ...['ReferralReportedBack', 'ReferralClosed'],
        ...['ReferralSent', 'ReferralReceived', 'ReferralDeclined', 'ReferralClosed'],
        'ReferralSent',
        ...['ReferralSent', 'ReferralReceived', 'ReferralAccepted', 'ReferralReportedBack'],
      ].sort(),
    );
  });

  it('is the same twice: the second time nothing changes', async () => {
    await bring(platform, cases);
    await bring(platform, referrals);
    const before = await contents(platform.log);
    const head = await platform.log.head();
    expect(await bring(platform, cases)).toMatchObject({ rows: 6, created: 0, unchanged: 6, refused: 0 });
    expect(await bring(platform, referrals)).toMatchObject({ rows: 4, created: 0, unchanged: 4, refused: 0 });
    expect(await platform.log.head()).toBe(head);
    expect(await contents(platform.log)).toEqual(before);
  });

  it('is the same twice at once', async () => {
    const both = await Promise.all([bring(platform, cases), bring(platform, cases)]);
    expect(both.map(({ refused }) => refused)).toEqual([0, 0]);
    const whole = { ...(await fresh()), vault: platform.vault };
    await bring(whole, cases);
    expect(await contents(platform.log)).toEqual(await contents(whole.log));
  });

  it.each([1, 3, 5])('of the first %i rows, and then of all, gives the history of all at once', async (rows) => {
    const whole = { ...(await fresh()), vault: platform.vault };
    await bring(whole, cases);
    expect(await bring(platform, firstRows(cases, rows))).toMatchObject({ created: rows });
    expect(await bring(platform, cases)).toMatchObject({ created: 6 - rows, unchanged: rows });
    expect(await contents(platform.log)).toEqual(await contents(whole.log));
  });

  it('goes on in the middle of a row when the log gave up there', async () => {
    const whole = { ...(await fresh()), vault: platform.vault };
    await bring(whole, cases);
    const events = (await contents(whole.log)).length;
    // Every number of appends that get through, from none to all but one.
    for (let taken = 0; taken < 20; taken += 3) {
      const broken = { ...(await fresh()), vault: platform.vault };
      const log = fullAfter(broken.log, taken);
      await expect(bring({ ...broken, log }, cases)).rejects.toThrow(LogUnavailable);
      expect((await contents(broken.log)).length).toBeLessThan(events);
      expect(await bring(broken, cases)).toMatchObject({ rows: 6, refused: 0 });
      expect(await contents(broken.log)).toEqual(await contents(whole.log));
    }
  });

  it('continues a row that has later steps now, and says so', async () => {
    const text = cases.toString();
    const open = text.replace(',2025-10-20 12:00,PLAN_COMPLETED', ',,');
    await bring(platform, open);
    expect(await bring(platform, text)).toMatchObject({ continued: 1, unchanged: 5, refused: 0 });
    const whole = { ...(await fresh()), vault: platform.vault };
    await bring(whole, text);
    expect(await contents(platform.log)).toEqual(await contents(whole.log));
  });

  it('writes no outside id, and no digest anybody could repeat, into the log', async () => {
    await bring(platform, cases);
    await bring(platform, referrals);
    const said = (await contents(platform.log)).join('\n');
    expect(said).not.toMatch(/DEMO-/);
    const other = await fresh();
    await bring(other, cases);
    const streams = (lines: readonly string[]) => lines.map((line) => (JSON.parse(line) as [string])[0]);
    // Another secret, other ids.
    const here = new Set(streams(await contents(platform.log)));
    for (const stream of streams(await contents(other.log))) expect(here.has(stream)).toBe(false);
  });

  it('sends no notice, and has what was overdue recorded as imported', async () => {
    await bring(platform, cases);
    await bring(platform, referrals);
    const sent: unknown[] = [];
    await settle(platform, async (notice) => void sent.push(notice));
    expect(sent).toEqual([]);
    const missed = (await contents(platform.log))
      .map((line) => JSON.parse(line) as [string, string, string, object])
      .filter(([, , type]) => type === 'DeadlineMissed' || type === 'ReferralLapsed');
    const late = missed.map(([, , type, data]) => (data as { rule?: string }).rule ?? type);
    // The report and the measures that never came, and the referral nobody saw.
    expect(late).toEqual(expect.arrayContaining(['PE-03', 'PE-05f', 'ReferralLapsed']));
    for (const [, , , data] of missed) expect(data).toMatchObject({ imported: true });
    // And importing again after that still changes nothing.
    expect(await bring(platform, cases)).toMatchObject({ unchanged: 6 });
    expect(await bring(platform, referrals)).toMatchObject({ unchanged: 4 });
  });

  it('shows in the views like any other history', async () => {
    await bring(platform, cases);
    await bring(platform, referrals);
    await settle(platform, async () => undefined);
    const listed = await platform.views.list(caseCards, `institution/${org('comisaria-familia')}/open`, { limit: 10 });
    expect(listed).toHaveLength(3);
    const received = await platform.views.list(referralCards, 'due', { limit: 10 });
    expect(received).toHaveLength(0);
  });

  it('says in a dry run what would happen, and writes nothing', async () => {
    await bring(platform, firstRows(cases, 2));
    const head = await platform.log.head();
    expect(await bring(platform, cases, { dryRun: true })).toMatchObject({ dry: true, created: 4, unchanged: 2 });
    expect(await platform.log.head()).toBe(head);
  });

  it('writes nothing at all of a file with an error when it is strict', async () => {
    const head = await platform.log.head();
    const result = await bring(platform, sample('mistakes.csv'), { strict: true });
    expect(result).toMatchObject({ dry: true, rows: 22, created: 1, refused: 21 });
    expect(await platform.log.head()).toBe(head);
    expect(await bring(platform, cases, { strict: true })).toMatchObject({ dry: false, created: 6, refused: 0 });
  });

  it('tells how far it is, and imports thousands of rows', async () => {
    const [mark = '', header = '', , , , , , last = ''] = cases.toString().split('\n');
    const rows = Array.from({ length: 2_000 }, (_, at) => last.replace('DEMO-C-006', `DEMO-M-${at}`));
    const told: number[] = [];
    const file = [mark, header, ...rows].join('\n');
    const result = await bring(platform, file, { onProgress: (done) => told.push(done) });
    expect(result).toMatchObject({ rows: 2_000, created: 2_000 });
    expect(told.at(-1)).toBe(2_000);
    expect(told.length).toBeGreaterThan(5);
  });
});

/** The same log, whose disk is full after so many appends. */
function fullAfter(log: EventLog, appends: number): EventLog {
  let left = appends;
  return {
    append: async (stream, expected, events) => {
      if (events.length > 0 && (left -= 1) < 0) throw new LogUnavailable('not-written', 'the disk is full');
      return log.append(stream, expected, events);
    },
    readStream: (...given) => log.readStream(...given),
    readAll: (...given) => log.readAll(...given),
    follow: (...given) => log.follow(...given),
    head: () => log.head(),
    close: () => log.close(),
  };
}
