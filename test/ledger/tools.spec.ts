import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parseVerifierKey } from '#ledger';
import { LogUnavailable, SimulatedClock } from '#event-log';
import { main as bundle } from '../../src/cli/bundle.js';
import { main as checkpoint } from '../../src/cli/checkpoint.js';
import { main as witness } from '../../src/cli/witness.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeFrom } from '../../src/modes/store.js';
import type { Platform } from '../../src/platform.js';
import { History } from '../support/history.js';
import { verdict } from './verifiers.js';

let folder: string;
let env: Record<string, string>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tools-'));
  env = {
    CHASKI_DATA: at('data'),
    CHASKI_VAULT: at('vault'),
    CHASKI_VAULT_COPY: at('copy'),
    CHASKI_LEDGER: at('ledger'),
  };
});
afterEach(() => rmSync(folder, { recursive: true }));

const at = (name: string): string => join(folder, name);

/** Runs a tool and answers what it said and how it ended. */
async function told(tool: (console: Parameters<typeof witness>[1]) => Promise<number>): Promise<[number, string]> {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  return [await tool({ out: say, err: say, progress: () => undefined }), said.join('\n')];
}
const onCheckpoint = (...args: string[]) => told((console) => checkpoint(args, env, console));
const onWitness = (...args: string[]) => told((console) => witness(args, console));
const onBundle = (...args: string[]) => told((console) => bundle(args, env, console));

const started = '2026-03-02T15:00:00.000Z';

/** Opens the store, does something, and seals what was recorded, as a server does before it ends. */
async function opened<T>(work: (platform: Platform) => Promise<T>): Promise<T> {
  const platform = await openEmbedded({ paths: storeFrom(env), clock: new SimulatedClock(started) });
  try {
    const done = await work(platform);
    for (const run of Object.values(platform.ledger?.runners ?? {})) await run(AbortSignal.abort());
    return done;
  } finally {
    await platform.close();
  }
}
const openCase = (name: string): Promise<string> => opened((platform) => new History(platform, name).openCase(started));

/** The public keys of the record and of the reads. */
async function keys(): Promise<readonly string[]> {
  const [, text] = await onCheckpoint('show');
  return text.split('\n').filter((line) => /^\S+\+[0-9a-f]{8}\+/.test(line));
}

/** A witness that looks after the record, and a policy that wants its signature. */
async function trusted(): Promise<string> {
  const [key = ''] = await keys();
  const [, witnessKey] = existsSync(at('witness'))
    ? [0, readFileSync(at('witness-key'), 'utf8')]
    : await onWitness('init', '--folder', at('witness'), '--name', 'testigo.ejemplo');
  writeFileSync(at('witness-key'), witnessKey);
  writeFileSync(join(at('witness'), 'logs'), `# los que cuida\n${key}\n`);
  writeFileSync(at('policy'), `log ${key}\nwitness W ${witnessKey}\nquorum W\n`);
  return witnessKey;
}

async function cosigned(old: number): Promise<void> {
  const witnessKey = await trusted();
  for (const file of ['request', 'line']) rmSync(at(file), { force: true });
  expect(await onCheckpoint('request', '--old', String(old), '--out', at('request'))).toEqual([0, expect.any(String)]);
  expect(await onWitness('sign', '--folder', at('witness'), '--in', at('request'), '--out', at('line'))).toEqual([
    0,
    expect.stringContaining('Firmado'),
  ]);
  const [code, text] = await onCheckpoint('cosign', '--in', at('line'), '--witness', witnessKey);
  expect([code, text]).toEqual([0, expect.stringContaining('Firma de testigo.ejemplo')]);
}

async function verified(...more: string[]): Promise<string> {
  rmSync(at('bundle'), { force: true });
  const [code, text] = await onBundle('--data', at('data'), '--out', at('bundle'), ...more);
  expect([code, text]).toEqual([0, expect.stringContaining('Paquete')]);
  return verdict([at('bundle'), '--policy', at('policy')]).result;
}

describe('a record with a witness that has no network', () => {
  it('is signed by file, bundled, and verified', async () => {
    await openCase('one');
    await cosigned(0);
    expect(await verified()).toBe('RESULTADO 0 sound');
    for (const key of [join(at('ledger'), 'events', 'key'), join(at('witness'), 'key')]) {
      expect(statSync(key).mode & 0o777).toBe(0o600);
    }
  });

  it('grows, and is signed from where the witness stands', async () => {
    await openCase('one');
    await cosigned(0);
    const { size } = await opened(async ({ ledger }) => ({ size: ledger?.events.reader.latest?.size ?? 0 }));
    await openCase('two');
    rmSync(at('request'));
    await onCheckpoint('request', '--out', at('request'));
    const again = await onWitness('sign', '--folder', at('witness'), '--in', at('request'), '--out', at('other'));
    expect(again).toEqual([1, expect.stringContaining(`--old ${size}`)]);
    await cosigned(size);
    expect(await verified()).toBe('RESULTADO 0 sound');
  });

  it('is bundled one case at a time, and who read what apart', async () => {
    const opened = await openCase('one');
    await openCase('two');
    await cosigned(0);
    expect(await verified('--stream', `case-${opened}`)).toBe('RESULTADO 0 sound');
    expect(readFileSync(at('bundle'), 'utf8')).toContain(`case-${opened}`);
    expect(await verified('--reads')).toMatch(/^RESULTADO 22 unknown-log|^RESULTADO 23 quorum/);
  });

  it('is not signed once it is another one', async () => {
    await openCase('one');
    await cosigned(0);
    const { size } = await opened(async ({ ledger }) => ({ size: ledger?.events.reader.latest?.size ?? 0 }));
    rmSync(at('data'), { recursive: true });
    const key = readFileSync(join(at('ledger'), 'events', 'key'));
    for (const name of ['ledger', 'vault', 'copy']) rmSync(at(name), { recursive: true });
    await opened(async () => undefined);
    writeFileSync(join(at('ledger'), 'events', 'key'), key);
    await openCase('three');
    await openCase('four');
    await onCheckpoint('request', '--old', String(size), '--out', at('fork'));
    const [code, text] = await onWitness('sign', '--folder', at('witness'), '--in', at('fork'), '--out', at('never'));
    expect([code, text]).toEqual([4, expect.stringContaining('NO SE FIRMA')]);
    expect(existsSync(at('never'))).toBe(false);
  });

  it('names the sections nobody reads any more', async () => {
    const id = await opened((platform) =>
      new History(platform, 'one').openCase(started, { narrative: 'texto de prueba' }),
    );
    await opened(async ({ log, vault }) => {
      for await (const { data } of log.readStream(`case-${id}`)) {
        for (const value of Object.values(data as object)) await erase(vault, value);
      }
    });
    await cosigned(0);
    expect(await verified()).toBe('RESULTADO 0 sound');
    const shredded = readFileSync(at('bundle'), 'utf8').match(/"shredded":\[[^\]]+\]/g) ?? [];
    expect(shredded.length).toBeGreaterThan(0);
  });

  async function erase(vault: Platform['vault'], section: unknown): Promise<void> {
    if (typeof section !== 'object' || section === null || !('dekId' in section)) return;
    const db = new DatabaseSync(join(at('vault'), 'keys.db'), { readOnly: true });
    const row = db.prepare('SELECT subject, category FROM key WHERE dek_id = ?').get(String(section.dekId));
    db.close();
    await vault.erase(String(row?.['subject']), String(row?.['category']));
  }
});

describe('an older copy of the record', () => {
  const logs = (): readonly string[] => ['log.db', 'log.db-wal'].map((name) => join(at('data'), name));

  /** Takes the record back to how it was before the second case. */
  async function takenBack(): Promise<void> {
    await openCase('one');
    const [log = ''] = logs();
    copyFileSync(log, at('older'));
    await openCase('two');
    for (const file of logs()) rmSync(file, { force: true });
    copyFileSync(at('older'), log);
  }

  it('takes no commands, and is still read', async () => {
    await takenBack();
    await opened(async (platform) => {
      expect(platform.ledger?.events.status.diverged).toBe('shorter');
      await expect(new History(platform, 'three').openCase(started)).rejects.toThrow(LogUnavailable);
      expect(await platform.log.head()).toBeDefined();
    });
  });

  it('goes on under another name once that is declared, and the break stays in sight', async () => {
    await takenBack();
    await trusted();
    const [before = ''] = await keys();
    const [code, text] = await onCheckpoint('new-epoch', '--reason', 'restored');
    expect([code, text]).toEqual([0, expect.stringContaining('/events/epoch-2')]);
    const id = await openCase('three');
    expect(id).toBeDefined();
    const [after = ''] = await keys();
    expect(parseVerifierKey(after).name).toBe(`${parseVerifierKey(before).name}/epoch-2`);
    await cosigned(0);
    expect(await verified()).toBe('RESULTADO 0 sound');
    const bundled = readFileSync(at('bundle'), 'utf8');
    expect(bundled).toContain('LedgerBegunAnew');
    expect(bundled).toContain(`\\"before\\":{\\"origin\\":\\"${parseVerifierKey(before).name}\\"`);
    // What was signed before is kept.
    expect(existsSync(join(at('ledger'), parseVerifierKey(before).name.replaceAll('/', '_'), 'ledger.db'))).toBe(true);
    const [again, said] = await onCheckpoint('new-epoch', '--reason', 'key-lost');
    expect([again, said]).toEqual([0, expect.stringContaining('/events/epoch-3')]);
  });
});

describe('the tools', () => {
  it('say what is wrong in words', async () => {
    for (const [tool, args, code, said] of [
      [onBundle, [], 2, 'Faltan el registro'],
      [onBundle, ['--data', at('data'), '--out', at('x')], 1, 'no hay ningún cierre'],
      [onCheckpoint, [], 2, 'show, request, cosign o new-epoch'],
      [onCheckpoint, ['show'], 1, 'no hay ningún cierre'],
      [onCheckpoint, ['request'], 2, '--out'],
      [onCheckpoint, ['request', '--old', 'x', '--out', at('x')], 2, '--old'],
      [onCheckpoint, ['cosign', '--in', at('x')], 2, '--witness'],
      [onCheckpoint, ['new-epoch'], 2, '--reason'],
      [onCheckpoint, ['new-epoch', '--reason', 'other'], 2, '--reason es'],
      [onWitness, [], 2, '--folder'],
      [onWitness, ['init', '--folder', at('w')], 2, '--name'],
      [onWitness, ['init', '--folder', at('w'), '--name', 'a b'], 1, 'espacios'],
      [onWitness, ['serve', '--folder', at('w')], 1, 'no hay ningún testigo'],
      [onWitness, ['serve', '--folder', at('w'), '--port', '70000'], 2, '--port'],
      [onWitness, ['sign', '--folder', at('w')], 2, '--in'],
      [onWitness, ['other', '--folder', at('w')], 2, 'init, serve o sign'],
      [onWitness, ['--help'], 0, 'Uso: npm run witness'],
      [onCheckpoint, ['--help'], 0, 'Uso: npm run checkpoint'],
    ] as const) {
      const [exit, text] = await tool(...args);
      expect([args, exit, text]).toEqual([args, code, expect.stringContaining(said)]);
    }
  });

  it('write over nothing, and make no second witness in a folder', async () => {
    await openCase('one');
    await trusted();
    writeFileSync(at('there'), 'something');
    expect(await onBundle('--data', at('data'), '--out', at('there'))).toEqual([
      1,
      expect.stringContaining('ya existe'),
    ]);
    expect(await onCheckpoint('request', '--out', at('there'))).toEqual([1, expect.stringContaining('ya existe')]);
    expect(readFileSync(at('there'), 'utf8')).toBe('something');
    const again = await onWitness('init', '--folder', at('witness'), '--name', 'otro');
    expect(again).toEqual([1, expect.stringContaining('ya tiene un testigo')]);
  });

  it('take no line of somebody else for that of a witness', async () => {
    await openCase('one');
    await cosigned(0);
    const [, other] = await onWitness('init', '--folder', at('other'), '--name', 'otro.ejemplo');
    const answer = await onCheckpoint('cosign', '--in', at('line'), '--witness', other);
    expect(answer).toEqual([1, expect.stringContaining('no es de ese testigo')]);
  });

  it('let a witness answer until it is told to end', async () => {
    await openCase('one');
    await trusted();
    const stop = new AbortController();
    const said: string[] = [];
    const console = { out: (line: string) => void said.push(line), err: () => undefined, progress: () => undefined };
    const end = witness(['serve', '--folder', at('witness'), '--port', '0'], console, stop.signal);
    let url: string | undefined;
    while (url === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      [url] = /http:\S+/.exec(said.join('')) ?? [];
    }
    expect((await fetch(`${url}/key`)).status).toBe(200);
    stop.abort();
    expect(await end).toBe(0);
  });
});
