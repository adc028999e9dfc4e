import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { collect } from '../../contract/world.js';
import { sqliteLog, verifyLog } from './index.js';

const crashes = 15;
const perAppend = 3;

const here = import.meta.dirname;
/** Runs the TypeScript of the adapter as it is: Node strips the types, this finds the files. */
const hooks = `import { registerHooks } from 'node:module';
  registerHooks({ resolve: (name, context, next) =>
    next(name.startsWith('.') ? name.replace(/\\.js$/, '.ts') : name, context) });`;
/** Eight writers on streams of their own; every acknowledged append becomes a line: stream, revision, ids. */
const writer = (path: string, round: number) => `
  import { randomUUID } from 'node:crypto';
  import { writeSync } from 'node:fs';
  const { sqliteLog } = await import(${JSON.stringify(join(here, 'index.ts'))});
  const log = sqliteLog({ path: ${JSON.stringify(path)} });
  for (let w = 0; w < 8; w += 1) (async () => {
    for (let at = 0; ; at += ${perAppend}) {
      const events = Array.from({ length: ${perAppend} }, () =>
        ({ id: randomUUID(), type: 'happened', data: { text: 'x'.repeat(300) }, metadata: {} }));
      const { revision } = await log.append('thing-${round}-' + w, at, events);
      writeSync(1, ['thing-${round}-' + w, revision, ...events.map(({ id }) => id)].join(' ') + '\\n');
    }
  })();`;

/** Lets a process append until it acknowledged `enough` appends, kills it, and answers all it acknowledged. */
async function crash(path: string, round: number, enough: number): Promise<string[]> {
  const url = (code: string) => `data:text/javascript,${encodeURIComponent(code)}`;
  const flags = ['--experimental-transform-types', '--no-warnings', '--import', url(hooks), '--input-type=module'];
  const child = spawn(process.execPath, [...flags, '-e', writer(path, round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    output += text;
    if (output.split('\n').length > enough) child.kill('SIGKILL');
  });
  const [, signal] = (await once(child, 'close')) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  // The last line may be torn by the kill: it was not heard.
  return output.split('\n').slice(0, -1);
}

it('loses nothing acknowledged and tears no append when its process is killed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'event-log-'));
  const path = join(folder, 'log.db');
  const acknowledged: string[] = [];
  for (let round = 0; round < crashes; round += 1) {
    acknowledged.push(...(await crash(path, round, 1 + Math.floor(Math.random() * 120))));

    // The lock died with its process.
    const log = sqliteLog({ path });
    const events = (await collect(log.readAll())).flatMap((page) => page.events);
    await log.close();

    const places = new Map(events.map(({ id, stream, revision }) => [id, `${stream} ${revision}`]));
    for (const line of acknowledged) {
      const [stream, last, ...ids] = line.split(' ');
      ids.forEach((id, index) => expect(places.get(id)).toBe(`${stream} ${Number(last) - perAppend + 1 + index}`));
    }
    const counts = new Map<string, number>();
    for (const { stream } of events) counts.set(stream, (counts.get(stream) ?? 0) + 1);
    for (const count of counts.values()) expect(count % perAppend).toBe(0);
    expect(verifyLog(path)).toMatchObject({ problems: [], events: events.length });
  }
  expect(acknowledged.length).toBeGreaterThan(crashes);
  rmSync(folder, { recursive: true });
});
