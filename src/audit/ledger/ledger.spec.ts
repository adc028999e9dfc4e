import { LogUnavailable } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { keyTypes, Ledger, type LedgerStatus, type LedgerView, newSigner, Sequencer } from '#ledger';
import { memoryLedgerStore } from '../../../libs/ledger/adapters/memory/index.js';
import { ledgerFrom, Misconfigured } from '../../modes/settings.js';
import { guardedLog } from './guarded-log.js';
import { ledgerIndicator } from './indicator.js';
import { standingOf } from './standing.js';

const log = memoryLog();
afterAll(() => log.close());
const ledger = new Ledger(memoryLedgerStore(), newSigner('log.example', keyTypes.log));
const sequencer = new Sequencer({ log, ledger, now: () => 0 });

/** The ledger, as if that were its state. */
const inState = (state: Partial<LedgerStatus>): LedgerView => ({
  reader: ledger,
  status: { ...sequencer.status, ...state },
  covering: (position) => sequencer.covering(position),
});
const event = (n: number) => ({
  id: `00000000-0000-8000-8000-${String(n).padStart(12, '0')}`,
  type: 'ThingMoved',
  data: { n },
  metadata: { actor: 'a', recordedAt: '2026-03-02T10:00:00.000Z', schema: '1' },
});

describe('a record that is not the one signed', () => {
  it('takes nothing more, and is read as before', async () => {
    const state: { diverged?: LedgerStatus['diverged'] } = {};
    const guarded = guardedLog(log, {
      ...inState({}),
      get status() {
        return { ...sequencer.status, ...state };
      },
    });
    await guarded.append('thing-1', 0, [event(1)]);
    state.diverged = 'shorter';
    await expect(guarded.append('thing-1', 1, [event(2)])).rejects.toThrow(LogUnavailable);
    await expect(guarded.append('thing-1', 1, [event(2)])).rejects.toThrow('shorter');
    const read = [];
    for await (const { id } of guarded.readStream('thing-1')) read.push(id);
    expect(read).toEqual([event(1).id]);
    expect(await guarded.head()).toBe(await log.head());
  });
});

describe('health', () => {
  const checks = (state: Partial<LedgerStatus>) =>
    ledgerIndicator({
      events: inState(state),
      reads: inState({}),
      covering: async () => undefined,
      runners: {},
      close: () => undefined,
    }).check();

  it('names what keeps the record from being proved, and how much that matters', async () => {
    expect(await checks({})).toEqual([
      { name: 'ledger of events', ok: true },
      { name: 'ledger of reads', ok: true },
    ]);
    expect((await checks({ diverged: 'witness-ahead' }))[0]).toEqual({
      name: 'ledger of events',
      ok: false,
      why: 'witness-ahead',
    });
    expect((await checks({ failing: 'disk full' }))[0]).toMatchObject({ ok: false, dispensable: true });
    const witnesses = [{ url: 'https://w.example', size: 0, held: 'away' as const }];
    expect((await checks({ witnesses }))[0]).toMatchObject({ ok: false, dispensable: true, why: 'witness away' });
  });
});

it('says how many events wait for the next checkpoint', async () => {
  const before = await standingOf(inState({}), log);
  expect(before).toMatchObject({
    origin: 'log.example',
    checkpoint: null,
    cosigned: null,
    unsealed: 1,
    diverged: null,
  });
  const head = await log.head();
  if (head === undefined) throw new Error('nothing is recorded');
  await sequencer.covering(head);
  await log.append('thing-1', 1, [event(3), event(4)]);
  const after = await standingOf(inState({}), log);
  expect(after).toMatchObject({ checkpoint: { size: 1, cosigners: [] }, unsealed: 2 });
  expect(after.key).toMatch(/^log\.example\+[0-9a-f]{8}\+/);
});

describe('the settings of a ledger', () => {
  it('are a name and addresses', () => {
    expect(ledgerFrom({})).toEqual({ witnesses: [] });
    expect(
      ledgerFrom({ CHASKI_ORIGIN: 'a.example/1', CHASKI_WITNESSES: 'https://w.example/, http://127.0.0.1:1' }),
    ).toEqual({ origin: 'a.example/1', witnesses: ['https://w.example', 'http://127.0.0.1:1'] });
  });

  it.each([
    { CHASKI_WITNESSES: 'w.example' },
    { CHASKI_WITNESSES: 'file:///w' },
    { CHASKI_ORIGIN: 'a b' },
    { CHASKI_ORIGIN: 'a+b' },
  ])('are refused: %o', (env) => expect(() => ledgerFrom(env)).toThrow(Misconfigured));
});
