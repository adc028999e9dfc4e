import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Console, Failed, run, terminal, WrongUse } from '../cli/console.js';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import type { Fact } from '#publishing';
import type { Platform } from '../platform.js';
import { ruvCsv, ruvRows } from './ruv.js';

const usage = `Uso: node dist/src/exports/main.js ruv --month AAAA-MM [--out ARCHIVO.csv]
  Los hechos del mes que registraron SLIM, DNA, SEPDAVI y SIJPLU, con la forma del RUV. Sin datos personales.
  --out   dónde se escribe; si falta, se muestra`;

/** Writes an export of the store, which no server may be using. @returns the exit code */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<number> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { month: text, out: text },
      allowPositionals: true,
    });
    const { month = '', out } = values;
    if (positionals.join(' ') !== 'ruv') throw new WrongUse('Solo hay la exportación ruv.');
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongUse(`«${month}» no es un mes (AAAA-MM).`);
    const csv = await exported(env, month);
    if (out === undefined) console.out(csv);
    else writeFileSync(out, csv);
  });
}

async function exported(env: NodeJS.ProcessEnv, month: string): Promise<string> {
  try {
    const platform = await openEmbedded({ paths: storeFrom(env) });
    try {
      return ruvCsv(await ruvRows(factsOf(platform), month));
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (error instanceof StoreLocked) throw new Failed('el registro está en uso por otro proceso.');
    throw error;
  }
}

async function* factsOf({ facts }: Platform): AsyncGenerator<Fact> {
  for await (const { events } of facts.readAll()) yield* events;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
