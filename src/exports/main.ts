import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { canonicalJson } from '#service';
import { Refusal } from '#decider';
import { type Console, Failed, run, terminal, WrongUse } from '../cli/console.js';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import type { Platform } from '../platform.js';
import { indicators } from '../report/domain/indicators/registry.js';
import { observatoryColumns, observatoryOf, observatoryRows } from '../report/domain/observatory.js';
import { Editions } from '../report/editions.js';
import { refresh } from '../runners.js';
import { csvOf } from './csv.js';
import { factsOf } from './facts.js';
import { ruvCsv, ruvRows } from './ruv.js';

const usage = `Uso: node dist/src/exports/main.js ruv --month AAAA-MM [--out ARCHIVO.csv]
     node dist/src/exports/main.js observatory --month AAAA-MM [--board CÓDIGO] [--json] [--out ARCHIVO]
  ruv          los hechos del mes que registraron SLIM, DNA, SEPDAVI y SIJPLU, con la forma del RUV
  observatory  los indicadores del mes, con su definición; lo que el informe reserva también se reserva
  --board      solo esa instancia; si falta, todas
  --json       en JSON; si falta, en CSV
  --out        dónde se escribe; si falta, se muestra
Sin datos personales.`;

/** Writes an export of the store, which no server may be using. @returns the exit code */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<number> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { month: text, out: text, board: text, json: { type: 'boolean' } },
      allowPositionals: true,
    });
    const { month = '', out, board, json = false } = values;
    const make = exportsByName[positionals.join(' ')];
    if (make === undefined) throw new WrongUse('Solo hay las exportaciones ruv y observatory.');
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongUse(`«${month}» no es un mes (AAAA-MM).`);
    const written = await exported(env, (platform) => make(platform, month, { board, json }));
    if (out === undefined) console.out(written);
    else writeFileSync(out, written);
  });
}

interface Choice {
  readonly board: string | undefined;
  readonly json: boolean;
}

const exportsByName: Readonly<Record<string, (platform: Platform, month: string, as: Choice) => Promise<string>>> = {
  ruv: async (platform, month) => ruvCsv(await ruvRows(factsOf(platform), month)),
  observatory: async (platform, month, { board, json }) => {
    await refresh(platform);
    const editions = new Editions(platform);
    const boards = board === undefined ? (await editions.boards()).map(({ document }) => document.id) : [board];
    const all = await Promise.all(
      boards.map(async (each) => observatoryOf(await editions.live(each, month), indicators)),
    );
    return json ? `${canonicalJson(all)}\n` : csvOf(observatoryColumns, all.flatMap(observatoryRows));
  },
};

async function exported(env: NodeJS.ProcessEnv, make: (platform: Platform) => Promise<string>): Promise<string> {
  try {
    const platform = await openEmbedded({ paths: storeFrom(env) });
    try {
      return await make(platform);
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (error instanceof StoreLocked) throw new Failed('el registro está en uso por otro proceso.');
    if (error instanceof Refusal) throw new Failed('no hay una instancia con ese código.');
    throw error;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
