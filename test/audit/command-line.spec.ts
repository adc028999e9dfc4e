import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deriveId, SimulatedClock } from '#event-log';
import { main } from '../../src/cli/replay.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { fillDirectory, start } from '../acceptance/house.js';
import { board, History, org } from '../support/history.js';

describe('the replay tool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-replay-'));
  const data = join(folder, 'data');
  let opened: string;
  let referral: string;
  beforeAll(async () => {
    const paths = storeAt(data, join(folder, 'vault'), join(folder, 'vault-copy'));
    const platform = await openEmbedded({ paths, clock: new SimulatedClock(start) });
    await fillDirectory(platform);
    const history = new History(platform, 'tool');
    await history.establishBoard('2026-02-01T15:00:00.000Z');
    opened = await history.openCase('2026-02-02T15:00:00.000Z');
    referral = await history.sendReferral('2026-02-02T16:00:00.000Z', opened);
    const accept = { do: 'accept', institution: org('cem') };
    await history.command('referral', referral, accept, '2026-02-03T16:00:00.000Z');
    await platform.close();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const tool = async (...args: string[]) => {
    const [out, err]: [string[], string[]] = [[], []];
    const console = {
      out: (l: string) => void out.push(l),
      err: (l: string) => void err.push(l),
      progress: () => undefined,
    };
    const code = await main(args, {}, console);
    return {
      code,
      told: code === 0 || code === 4 ? (JSON.parse(out.join('\n')) as object) : undefined,
      err: err.join('\n'),
    };
  };
  const asked = (...args: string[]) => tool(...args, '--data', data);

  it('shows a referral as it had happened until an instant, and as it was known', async () => {
    const at = (option: string, instant: string) => asked('referral', referral, option, instant);
    expect(await at('--until', '2026-02-02T17:00:00Z')).toMatchObject({ code: 0, told: { state: { status: 'sent' } } });
    expect(await at('--until', '2026-02-04T00:00:00Z')).toMatchObject({ told: { state: { status: 'accepted' } } });
    expect(await at('--at', '2026-02-04T00:00:00Z')).toMatchObject({ told: { shown: 0, state: null } });
    expect(await asked('case', opened)).toMatchObject({ code: 0, told: { state: { status: 'open' } } });
  });

  it('shows queues and months, and says by its exit code whether two moments differ', async () => {
    const queue = ['queue', org('cem'), 'received'];
    const [before, after] = ['happened:2026-02-02T15:30:00Z', 'happened:2026-02-02T17:00:00Z'];
    expect(await asked(...queue, '--until', '2026-02-02T17:00:00Z')).toMatchObject({
      told: { rows: [{ key: referral }] },
    });
    const came = await asked('diff', ...queue, '--from', before, '--to', after);
    expect(came).toMatchObject({ code: 4, told: [{ change: 'came', by: { type: 'ReferralSent' } }] });
    expect(await asked('diff', ...queue, '--from', after, '--to', after)).toMatchObject({ code: 0, told: [] });
    expect(await asked('diff', 'referral', referral, '--from', before)).toMatchObject({ code: 4 });
    expect(await asked('month', board, '2026-02')).toMatchObject({ code: 0, told: { board: { id: board } } });
    expect((await asked('diff', 'month', board, '2026-02', '--from', before, '--to', after)).code).toBe(4);
  });

  it('asks what would have been under other rules', async () => {
    expect(await asked('what-if', 'case', opened)).toMatchObject({ code: 0, told: { differ: [] } });
    const none = await asked('what-if', 'case', opened, '--rule', 'NONE', '--amount', '1', '--unit', 'hours');
    expect(none.code).toBe(1);
  });

  it('explains itself, and fails plainly', async () => {
    expect((await tool()).code).toBe(2);
    expect((await tool('case', opened)).err).toContain('--data o --url');
    expect((await asked('case', opened, '--at', 'ayer')).code).toBe(2);
    expect((await asked('case', opened, '--at', '2026-02-04T00:00:00Z', '--position', '1')).code).toBe(2);
    expect((await asked('case', deriveId('nobody'))).code).toBe(1);
    expect((await asked('compare', board, '2026-02', '1')).code).toBe(1);
    expect((await tool('case', opened, '--url', 'http://127.0.0.1:1')).code).toBe(7);
  });
});
