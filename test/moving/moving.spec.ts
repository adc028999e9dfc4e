import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { kurrentLog } from '#event-log/kurrent';
import { sqliteLog } from '#event-log/sqlite';
import { main as exportLog } from '../../src/cli/log-export.js';
import { main as importLog } from '../../src/cli/log-import.js';
import { main as verifyLog } from '../../src/cli/log-verify.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { Double } from '../kurrent-double/double.js';
import { bytesOf, fill, remembering, storeIn } from './support.js';

const cases = 12;
/** A case makes five, its referral one, and one is odd. */
const events = cases * 7;

describe('a log that moves', () => {
  let root: string;
  let double: Double;
  let told = remembering();
  const at = (...names: string[]): string => join(root, ...names);
  const server = (name = 'chaski') => `${double.connectionString}#${name}`;
  const exporting = (from: string, to: string) => exportLog(['--from', from, '--to', to], process.env, told);
  const importing = (from: string, to: string, ...more: string[]) =>
    importLog(['--from', from, '--to', to, ...more], process.env, told);
  const verifying = (one: string, other: string) => verifyLog([one, other], process.env, told);

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'moving-'));
    double = await Double.start();
    await fill(storeIn(at('a')), cases);
    expect(await exporting(at('a', 'log'), at('a.log'))).toBe(0);
    expect(await exporting(at('a', 'log'), at('a.log.gz'))).toBe(0);
  });
  beforeEach(() => {
    told = remembering();
  });
  afterAll(async () => {
    await double.stop();
    rmSync(root, { recursive: true });
  });

  it('from a file to a server and back keeps ids, order, revisions, headers and bytes', async () => {
    expect(await importing(at('a.log.gz'), server())).toBe(0);
    expect(await verifying(at('a', 'log'), server())).toBe(0);
    expect(told.said.at(-1)).toBe(`Iguales: ${events} eventos y ${cases} lecturas.`);

    expect(await exporting(server(), at('back.log.gz'))).toBe(0);
    expect(await importing(at('back.log.gz'), at('back'), '--demo')).toBe(0);
    expect(await verifying(at('back'), at('a', 'log'))).toBe(0);
    expect(bytesOf(at('back'))).toEqual(bytesOf(at('a', 'log')));
    const stored = double.store.records.filter(({ stream }) => stream.startsWith('chaski/'));
    const texts = bytesOf(at('a', 'log')).filter(([log]) => log === 'log.db');
    expect(
      stored.map(({ data, metadata }) => [Buffer.from(data).toString(), Buffer.from(metadata).toString()]),
    ).toEqual(texts.map((row) => row.slice(-2)));
  });

  it('is a store again: sealed sections open with the keys that stayed, and it is still a demonstration', async () => {
    expect(await importing(at('a.log'), at('moved'))).toBe(0);
    const platform = await openEmbedded({ paths: { ...storeIn(at('a')), ...pathsOf(at('moved')) } });
    try {
      expect(platform.demo).toBe(true);
      let names = 0;
      for await (const { events } of platform.log.readAll({ types: ['CaseOpened'] })) {
        for (const { id, stream, revision, type, data, metadata } of events) {
          const { identity } = data as { identity: Parameters<typeof platform.vault.open>[0] };
          const schema = Number(metadata['schema']);
          const binding = { stream, revision, eventId: id, type, schema, section: 'identity' };
          const reader = platform.mintGrant({ actor: 'a', purpose: 'test', categories: ['identity'] });
          expect(await platform.vault.open(identity, binding, reader)).toMatchObject({
            value: { name: /^Ñusta \d+ 🧕🏽$/ },
          });
          names += 1;
        }
      }
      expect(names).toBe(cases);
    } finally {
      await platform.close();
    }
  });

  it('is written for its owner only, and compressed to the same lines', () => {
    expect(statSync(at('a.log')).mode & 0o077).toBe(0);
    expect(gunzipSync(readFileSync(at('a.log.gz'))).equals(readFileSync(at('a.log')))).toBe(true);
    const lines = readFileSync(at('a.log'), 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(events + cases + 2);
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ end: true, events, reads: cases });
  });

  it('is imported again without a change, and refused where something else is', async () => {
    expect(await importing(at('a.log'), at('twice'))).toBe(0);
    const before = bytesOf(at('twice'));
    expect(await importing(at('a.log.gz'), at('twice'))).toBe(0);
    expect(told.said.join()).toContain(`Ya estaban: ${events} eventos y ${cases} lecturas.`);
    expect(bytesOf(at('twice'))).toEqual(before);

    const log = sqliteLog({ path: at('twice', 'log.db') });
    await log.append('odd-0', 'any', [{ id: crypto.randomUUID(), type: 'Odd', data: {}, metadata: {} }]);
    await log.close();
    expect(await importing(at('a.log'), at('twice'))).toBe(4);
    expect(told.said.at(-1)).toContain('sobra el evento 5 de odd-0');
    expect(await verifying(at('twice'), at('a.log'))).toBe(4);
    expect(await verifying(at('a.log'), at('twice'))).toBe(4);
    expect(told.said.at(-1)).toContain('falta');
  });

  it('names the first difference, and what differs in it, without telling what it holds', async () => {
    await fill(storeIn(at('other')), 2);
    expect(await importing(at('a.log'), at('other', 'log'))).toBe(4);
    expect(told.said.at(-1)).toMatch(/el evento 1 de case-[^ ]+ \(events, 0+1\) difiere de .* en stream/);
    expect(told.said.join()).not.toContain('Ñusta');
  });

  it.each([
    ['cut in the middle', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['cut before its end', (bytes: Buffer) => bytes.subarray(0, bytes.lastIndexOf('\n', bytes.length - 2) + 1)],
    ['without the last byte', (bytes: Buffer) => bytes.subarray(0, -1)],
    ['with something after it', (bytes: Buffer) => Buffer.concat([bytes, bytes.subarray(0, 10)])],
    ['empty', () => Buffer.alloc(0)],
    ['of another kind', () => Buffer.from('{"a":1}\n')],
    [
      'of a later version',
      (bytes: Buffer) => Buffer.from(bytes.toString().replace('"chaski-log":1', '"chaski-log":2')),
    ],
    ['with two lines in another order', (bytes: Buffer) => swapped(bytes)],
    ['with a line left out', (bytes: Buffer) => Buffer.from(bytes.toString().replace(/\n.*\n/, '\n'))],
  ])('in a file %s is refused before anything is written', async (_what, damage) => {
    for (const name of ['a.log', 'a.log.gz']) {
      const whole = readFileSync(at(name));
      const damaged = name.endsWith('.gz') && !/cut|byte|after/.test(_what) ? undefined : damage(whole);
      if (damaged === undefined) continue;
      writeFileSync(at('damaged'), damaged);
      expect(await importing(at('damaged'), at('nothing'))).toBe(5);
      expect(bytesOf(at('nothing'))).toEqual([]);
    }
  });

  it('with any byte flipped is refused', async () => {
    for (const name of ['a.log', 'a.log.gz']) {
      const whole = readFileSync(at(name));
      const step = Math.floor(whole.length / 40);
      // In gzip's own header some bytes mean nothing: begin behind it.
      for (let place = 10; place < whole.length; place += step) {
        const flipped = Buffer.from(whole);
        flipped[place] = (flipped[place] ?? 0) ^ 1;
        writeFileSync(at('flipped'), flipped);
        expect([name, place, await importing(at('flipped'), at('nothing'))]).toEqual([name, place, 5]);
      }
    }
    expect(bytesOf(at('nothing'))).toEqual([]);
  });

  it('is refused where another program wrote, and passes over what is none of this log', async () => {
    const foreign = {
      id: crypto.randomUUID(),
      type: 'Foreign',
      json: true,
      data: text('{"a":1}'),
      metadata: text('{}'),
    };
    double.store.append('elsewhere/thing-1', 'any', [foreign]);
    expect(await importing(at('a.log'), server('lima'))).toBe(0);
    expect(await verifying(at('a.log'), server('lima'))).toBe(0);
    double.store.append('cusco/thing-1', 'any', [{ ...foreign, json: false }]);
    expect(await importing(at('a.log'), server('cusco'))).toBe(5);
    double.store.append('puno/thing-1', 'any', [foreign]);
    expect(await importing(at('a.log'), server('puno'))).toBe(4);
    expect(double.store.records.filter(({ stream }) => /^(cusco|puno)/.test(stream))).toHaveLength(2);
  });

  it('goes on after the server went away in the middle', async () => {
    let appended = 0;
    double.store.onAppended = () => {
      appended += 1;
      if (appended === 10) void double.kill();
    };
    expect(await importing(at('a.log'), server('cut'))).toBe(7);
    double.store.onAppended = () => undefined;
    await double.restart();
    expect(double.store.records.filter(({ stream }) => stream.startsWith('cut/')).length).toBeLessThan(events);
    expect(await importing(at('a.log'), server('cut'))).toBe(0);
    expect(told.said.join()).toMatch(/Ya estaban: \d+ eventos/);
    expect(await verifying(server('cut'), at('a.log'))).toBe(0);
  });

  it('is refused while a server holds the store, and named wrongly', async () => {
    const { log } = pathsOf(at('a', 'log'));
    const held = sqliteLog({ path: log });
    expect(await exporting(at('a', 'log'), at('held.log'))).toBe(6);
    expect(await importing(at('a.log'), at('a', 'log'))).toBe(6);
    expect(await verifying(at('a', 'log'), at('a.log'))).toBe(6);
    await held.close();
    expect(told.said).toEqual(Array(3).fill('Error: el servidor está en marcha. Deténgalo y vuelva a intentarlo.'));

    expect(await exporting(at('nowhere'), at('none.log'))).toBe(1);
    expect(await exporting(at('a', 'log'), at('a.log'))).toBe(1);
    const wrong = [
      ['--from', at('a')],
      ['--to', at('b')],
      ['--from', at('a', 'log'), '--to', at('c'), '--fast'],
    ];
    for (const args of wrong) expect(await exportLog(args, {}, told)).toBe(2);
    for (const to of ['http://localhost', 'env:NOT_SET', 'kurrentdb://u:p@h?tls=false', `${server()}#more`]) {
      expect(await importing(at('a.log'), to)).toBe(2);
    }
    expect(told.said.join()).not.toContain('u:p@');
    expect(await verifyLog([at('a.log')], {}, told)).toBe(2);
    expect(await importing(at('a.log'), 'kurrentdb://127.0.0.1:1?tls=false')).toBe(7);
  });

  it('takes its server from the environment, so that no password is on the command line', async () => {
    const env = { THERE: server('quiet') };
    expect(await importLog(['--from', at('a.log'), '--to', 'env:THERE'], env, told)).toBe(0);
    const log = kurrentLog({ connectionString: double.connectionString, name: 'quiet' });
    expect(await log.head()).toBeDefined();
    await log.close();
  });

  it('does not go beside views and checkpoints of a log that is gone', async () => {
    rmSync(at('left'), { recursive: true, force: true });
    await fill(storeIn(at('left')), 1);
    for (const end of ['', '-wal', '-shm']) rmSync(at('left', 'log', `log.db${end}`), { force: true });
    rmSync(at('left', 'log', 'reads.db'));
    expect(await importing(at('a.log'), at('left', 'log'))).toBe(1);
    expect(told.said.at(-1)).toContain('views.db');
  });
});

const text = (value: string): Buffer => Buffer.from(value);

const pathsOf = (data: string) => ({
  data,
  log: join(data, 'log.db'),
  reads: join(data, 'reads.db'),
  views: join(data, 'views.db'),
  checkpoints: join(data, 'checkpoints.db'),
  demoMarker: join(data, 'DEMO'),
  restoring: join(data, 'RESTORING'),
});

function swapped(bytes: Buffer): Buffer {
  const lines = bytes.toString().split('\n');
  const [second = '', third = ''] = lines.slice(2, 4);
  return Buffer.from([...lines.slice(0, 2), third, second, ...lines.slice(4)].join('\n'));
}
