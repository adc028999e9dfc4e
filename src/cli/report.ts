import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from '#decider';
import { canonicalJson } from '#document';
import { describing, licenceFrom } from '../exports/csvw.js';
import { reportDescription } from '../exports/described.js';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import { Editions } from '../report/editions.js';
import { writeReport } from '../report/files.js';
import { refresh } from '../runners.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { storeInUse } from './copies.js';

const usage = `Uso: npm run chaski -- report --board CÓDIGO --month AAAA-MM --out CARPETA
  Escribe el informe del mes en todos sus formatos, y la descripción de su tabla (W3C CSVW).`;

/**
 * Writes a board's month as files, from a store no server uses.
 * @returns 0 done, 1 failed, 2 wrong use, 6 a server holds the store
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { board: text, month: text, out: text } });
    const { board, month = '', out } = values;
    if (!board || !out) throw new WrongUse('Faltan la instancia (--board) o la carpeta (--out).');
    if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) throw new WrongUse(`«${month}» no es un mes (AAAA-MM).`);
    const folder = resolve(out);
    for (const path of await written(env, board, month, folder)) console.out(path);
  });
}

/** @throws Failed there is no such board, or a server holds the store */
async function written(
  env: NodeJS.ProcessEnv,
  board: string,
  month: string,
  folder: string,
): Promise<readonly string[]> {
  try {
    const platform = await openEmbedded({ paths: storeFrom(env) });
    try {
      await refresh(platform);
      const report = await new Editions(platform).live(board, month);
      const paths = await writeReport(report, folder);
      const description = join(folder, describing('report.csv'));
      const made = reportDescription(report, { url: 'report.csv', licence: licenceFrom(env) });
      writeFileSync(description, `${canonicalJson(made)}\n`);
      return [...paths, description];
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (error instanceof StoreLocked) throw storeInUse(error);
    if (error instanceof Refusal) throw new Failed('no hay una instancia con ese código.', { cause: error });
    throw error;
  }
}
