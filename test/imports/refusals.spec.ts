import { handle } from '#event-log';
import { caseDecider } from '../../src/cases/domain/case.js';
import { ImportNotAllowed } from '../../src/imports/domain/errors.js';
import { org } from '../support/history.js';
import { memoryPlatform } from '../support/platform.js';
import { bring, contents, directory, sample, streamOf } from './support/importing.js';

const now = '2025-11-01T12:00:00.000Z';
const cases = sample('cases.csv');
const referrals = sample('referrals.csv');

describe('an import, where something is wrong,', () => {
  let platform: ReturnType<typeof memoryPlatform>;
  beforeEach(async () => {
    platform = memoryPlatform(now);
    await directory(platform);
  });
  afterEach(() => platform.close());

  it.each([
    ['another code', ',F,28,ES,PARTNER,PHYSICAL|', ',M,28,ES,PARTNER,PHYSICAL|', 'opened_at'],
    ['another time', '2025-09-01 18:30', '2025-09-01 18:31', 'report_sent_at'],
    ['a step less', ',2025-10-20 12:00,PLAN_COMPLETED', ',,', ''],
  ])('refuses a row that has changed: %s', async (_, from, to, column) => {
    await bring(platform, cases);
    const before = await contents(platform.log);
    const text = cases.toString();
    expect(text).toContain(from);
    expect(await bring(platform, text.replace(from, to))).toMatchObject({
      unchanged: 5,
      refused: 1,
      errors: [{ row: 3, column, code: 'changed-row' }],
    });
    expect(await contents(platform.log)).toEqual(before);
  });

  it('refuses a step that would have come before what is there', async () => {
    const closed = cases.toString().replace(/,yes,{10}\n$/u, ',yes,,,,,,,,,2025-10-01 10:00,LOST_CONTACT\n');
    expect(await bring(platform, closed)).toMatchObject({ created: 6 });
    const between = closed.replace(/,yes,,(,{7}2025-10-01)/u, ',yes,MILD,$1');
    expect(between).not.toBe(closed);
    expect(await bring(platform, between)).toMatchObject({ errors: [{ row: 8, column: 'risk', code: 'changed-row' }] });
  });

  it('refuses a step that was recorded by another way since', async () => {
    const open = cases.toString().replace(',2025-10-20 12:00,PLAN_COMPLETED', ',,');
    await bring(platform, open);
    const log = (await contents(platform.log)).map((line) => JSON.parse(line) as [string, string, string, object]);
    const id = (streamOf(log, 'MeasuresDecided', { granted: true }) ?? '').slice('case-'.length);
    await handle(platform, caseDecider, {
      id,
      command: { do: 'close', institution: org('comisaria-familia'), reason: 'LOST_CONTACT' },
      commandId: '3f2b8b9e-0000-8000-8000-000000000001',
      actor: 'demo-x',
    });
    expect(await bring(platform, cases)).toMatchObject({
      refused: 1,
      errors: [{ row: 3, column: 'closed_at', code: 'already-recorded' }],
    });
  });

  it('names every mistake by row, column and code, writes the good rows, and repeats nothing of the bad ones', async () => {
    const result = await bring(platform, sample('mistakes.csv'));
    expect(result).toMatchObject({ rows: 22, created: 1, refused: 21 });
    expect(result.errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '4 opened_at not-a-time',
      '5 opened_at in-future',
      '6 report_received_at out-of-order',
      '7 report_sent_at missing-predecessor',
      '8 sex unknown-code',
      '9 types unknown-code',
      '10 principal case/principal-not-among-types',
      '11 district not-a-district',
      '12 age not-an-age',
      '13 complaint not-yes-or-no',
      '13 complaint missing-predecessor',
      '14 complaint missing-predecessor',
      '15 court unknown-institution',
      '16 measures contradiction',
      '17 close_reason required',
      '18 closed_at required',
      '19 external_id duplicate-id',
      '20 external_id required',
      '21 external_id too-long',
      '22 closed_at out-of-order',
      '23  column-count',
      '24 opened_at too-old',
    ]);
    const said = JSON.stringify(result.errors);
    for (const secret of ['DEMO-', 'thirty', 'nowhere', 'HITTING', 'maybe', '2099']) expect(said).not.toContain(secret);
  });

  it.each([
    ['purpose refused by law', 'LEGAL_AID', 'CONCILIATION', 'purpose', 'purpose/refused'],
    ['a service nobody offers', 'pe-150112-cem-legal', 'pe-150112-cem-magic', 'service', 'unknown-service'],
    ['a referral before its case', '2025-09-02 12:00', '2025-09-01 12:00', 'sent_at', 'out-of-order'],
    ['a duty that is missing', 'legal-duty,RISK_TO_LIFE', 'legal-duty,', 'duty', 'required'],
    ['an answer nobody gave', ',2025-09-05 09:00,NO_CAPACITY', ',,', 'declined_at', undefined],
  ])('refuses in a referral %s', async (_, from, to, column, code) => {
    await bring(platform, cases);
    const text = referrals.toString();
    expect(text).toContain(from);
    const { errors, refused } = await bring(platform, text.replace(from, to));
    expect(refused).toBe(1);
    if (code === undefined) expect(errors.map((each) => each.code)).toEqual(['missing-predecessor']);
    else expect(errors).toMatchObject([{ row: 4, column, code }]);
  });

  it('takes only rows of the institution named, and gives it to rows that name none', async () => {
    const { errors } = await bring(platform, cases, { institution: org('cem') });
    expect(errors.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual(
      [3, 4, 7, 8].map((row) => `${row} institution other-institution`),
    );
    const without = cases.toString().replaceAll(org('cem'), '');
    expect(await bring(platform, without, { institution: org('cem') })).toMatchObject({ unchanged: 2 });
  });

  describe('with data that may be real', () => {
    const unmarked = cases.toString().split('\n').slice(1).join('\n');

    it('refuses it as long as the file does not say that it is a demonstration', async () => {
      await expect(bring(platform, unmarked)).rejects.toThrow(new ImportNotAllowed('not-demo'));
      await expect(bring(platform, `# export\n${unmarked}`)).rejects.toThrow(new ImportNotAllowed('not-demo'));
      expect(await bring(platform, unmarked, { demo: true })).toMatchObject({ created: 6 });
    });

    it('refuses it row by row where a column says so', async () => {
      const lines = unmarked.trimEnd().split('\n');
      const marked = lines.map((line, at) => `${line},${at === 0 ? 'demo' : at === 3 ? 'no' : at === 4 ? '' : 'yes'}`);
      const { created, errors } = await bring(platform, marked.join('\n'));
      expect(created).toBe(4);
      expect(errors).toMatchObject([
        { row: 4, column: 'demo', code: 'not-demo' },
        { row: 5, column: 'demo', code: 'not-demo' },
      ]);
    });

    it('keeps demonstration data out of a store that holds anything else', async () => {
      const plain = memoryPlatform(now, false);
      await directory(plain);
      await expect(bring(plain, cases)).rejects.toThrow(new ImportNotAllowed('store-not-demo'));
      expect(plain.demo).toBe(false);
      await plain.close();
    });

    it('makes an empty store a demonstration with the first row it writes, and not before', async () => {
      const empty = memoryPlatform(now, false);
      expect(await bring(empty, cases, { dryRun: true })).toMatchObject({ created: 6 });
      expect(await bring(empty, sample('mistakes.csv'), { strict: true })).toMatchObject({ dry: true });
      expect(empty.demo).toBe(false);
      expect(await bring(empty, cases)).toMatchObject({ created: 6 });
      expect(empty.demo).toBe(true);
      expect(await bring(empty, cases)).toMatchObject({ unchanged: 6 });
      await empty.close();
    });
  });
});
