import { closeSync, createWriteStream, existsSync, openSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { EventLog } from '#event-log';
import { bundleOf, bundleText, type LedgerView } from '#ledger';
import { lookAtLedgers } from '../modes/ledgers.js';
import { storeFrom } from '../modes/store.js';
import { erasedSections } from './bundle-erased.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { sync } from './files.js';
import { atPlace, openLogs, placesUsage } from './moving/places.js';

const usage = `Uso: npm run bundle -- --data CARPETA|kurrentdb://… --out ARCHIVO [--reads] [--stream HISTORIA]…
  --reads    del registro de lecturas, no del de sucesos
  --stream   solo esa historia, como case-…, con su prueba: para entregar un caso; se puede repetir
Las llaves y los árboles se buscan donde dicen CHASKI_VAULT y CHASKI_LEDGER.
${placesUsage}`;

/**
 * Writes a bundle that anybody can verify without this software: no key, and sealed sections stay sealed.
 * @returns 0 done, 1 failed and nothing left behind, 2 wrong use, 5 the log is damaged, 6 a server holds it, 7 it does
 *   not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const options = { data: text, out: text, reads: { type: 'boolean' }, stream: { ...text, multiple: true } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { data, out, stream: streams, reads = false } = values;
    if (!data || !out) throw new WrongUse('Faltan el registro (--data) o el archivo (--out).');
    const store = storeFrom({ ...env, ...(/^[a-z]+:/.test(data) ? {} : { CHASKI_DATA: data }) });
    const ledgers = lookAtLedgers(store.ledger);
    if (ledgers === undefined) throw new Failed(`no hay ningún cierre en ${store.ledger}.`);
    try {
      await atPlace(openLogs(data, env, 'read'), async ({ logs }) => {
        const [log, view] = reads ? [logs.reads, ledgers.reads] : [logs.events, ledgers.events];
        const shredded = erasedSections(store.vault);
        const lines = linesOf(log, view, { shredded, ...(streams === undefined ? {} : { streams }) }, console);
        await writeWhole(resolve(out), lines);
        console.out(`Paquete: ${resolve(out)}. Compruébelo con npm run verify.`);
      });
    } finally {
      ledgers.close();
    }
  });
}

async function* linesOf(
  log: EventLog,
  { reader, status: { origin } }: LedgerView,
  options: Pick<Parameters<typeof bundleOf>[0], 'streams' | 'shredded'>,
  console: Console,
): AsyncGenerator<string> {
  let written = 0;
  for await (const line of bundleOf({ ledger: reader, log, origin, madeAt: new Date().toISOString(), ...options })) {
    yield bundleText(line);
    if ((written += 1) % 1_000 === 0) console.progress(`Escritos: ${written}`);
  }
}

/** So that the file is whole or not there, and never takes the place of another. */
async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  if (existsSync(path)) throw new Failed(`${path} ya existe.`);
  const draft = `${path}.new`;
  closeSync(openSync(draft, 'w', 0o600));
  try {
    await pipeline(Readable.from(lines), createWriteStream(draft));
    sync(draft);
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
