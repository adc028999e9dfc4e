import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { canonicalJson } from '#service';
import { type Console, Failed, run, terminal, WrongUse } from '../cli/console.js';
import { storeInUse } from '../cli/copies.js';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import type { Platform } from '../platform.js';
import { recordExport } from '../reads.js';
import { indicators } from '../report/domain/indicators/registry.js';
import { observatoryColumns, observatoryOf, observatoryRows } from '../report/domain/observatory.js';
import type { Report } from '../report/domain/model.js';
import { Editions } from '../report/editions.js';
import { EditionReader } from '../report/release/http/edition-reader.js';
import { issuedKey, issuedMonths } from '../report/views/issued-months.js';
import { refresh } from '../runners.js';
import { csvOf } from './csv.js';
import { describing, licenceFrom } from './csvw.js';
import { observatoryDescription } from './described.js';
import { factsOf } from './facts.js';
import { ruvCsv, ruvRows } from './ruv.js';
import { everywhere } from './ruv-reach.js';

const usage = `Uso: node dist/src/exports/main.js ruv --month AAAA-MM [--out ARCHIVO.csv]
     node dist/src/exports/main.js observatory --month AAAA-MM [--board CÓDIGO] [--json] [--out ARCHIVO]
  ruv          los hechos del mes que registraron SLIM, DNA, SEPDAVI y SIJPLU, con la forma del RUV;
               sin los casos bajo reserva ni los de personas cuyos datos se suprimieron
  observatory  los indicadores del mes, con su definición, tal como se publicaron para el público
  --board      solo esa instancia; si falta, todas las que publicaron el mes
  --json       en JSON; si falta, en CSV
  --out        dónde se escribe; si falta, se muestra. Junto a un CSV va su descripción, ARCHIVO-metadata.json
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
    if (out === undefined) return console.out(written.text);
    writeFileSync(out, written.text);
    if (written.described === undefined) return;
    const description = written.described({ url: basename(out), licence: licenceFrom(env) });
    writeFileSync(describing(out), `${canonicalJson(description)}\n`);
  });
}

interface Choice {
  readonly board: string | undefined;
  readonly json: boolean;
}

/** A file, and what describes it where something does. */
interface Made {
  readonly text: string;
  readonly described?: (as: Parameters<typeof observatoryDescription>[1]) => object;
}

const exportsByName: Readonly<Record<string, (platform: Platform, month: string, as: Choice) => Promise<Made>>> = {
  ruv: async (platform, month) => {
    await refresh(platform);
    const rows = await ruvRows(factsOf(platform), month, everywhere(platform));
    await recordExport(platform, { code: 'operator' }, { stream: 'export-ruv', what: 'ruv', rows: rows.length });
    return { text: ruvCsv(rows) };
  },
  observatory: async (platform, month, { board, json }) => {
    await refresh(platform);
    const known = (await new Editions(platform).boards()).map(({ document }) => document.id);
    if (board !== undefined && !known.includes(board)) throw new Failed('no hay una instancia con ese código.');
    const boards = board === undefined ? known : [board];
    const reports = await Promise.all(boards.map((each) => publicReport(platform, each, month)));
    const all = reports.flatMap((each) => (each === undefined ? [] : [observatoryOf(each, indicators)]));
    if (all.length === 0) throw new Failed('nadie publicó ese mes para el público todavía.');
    if (json) return { text: `${canonicalJson(all)}\n` };
    const text = csvOf(observatoryColumns, all.flatMap(observatoryRows));
    return { text, described: (as) => observatoryDescription(all, as) };
  },
};

/**
 * What leaves for good is what everybody was told already: of several boards at once, today's exact figures would tell what
 * each withholds.
 */
async function publicReport(platform: Platform, board: string, month: string): Promise<Report | undefined> {
  const version = (await platform.views.get(issuedMonths, issuedKey(board, month)))?.public;
  return version === undefined ? undefined : new EditionReader(platform).report(board, month, version, 'public');
}

async function exported<T>(env: NodeJS.ProcessEnv, make: (platform: Platform) => Promise<T>): Promise<T> {
  try {
    const platform = await openEmbedded({ paths: storeFrom(env) });
    try {
      return await make(platform);
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (error instanceof StoreLocked) throw storeInUse(error);
    throw error;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
