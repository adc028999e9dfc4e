import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { writeDurably } from './files.js';
import { appendMissing } from './moving/append.js';
import { LogFile } from './moving/file.js';
import { atPlace, layoutOf, type LogPlace, openLogs, placesUsage } from './moving/places.js';
import { compare, type Counts, eventOf, type LogRecord } from './moving/record.js';

const usage = `Uso: npm run log:import -- --from ARCHIVO --to CARPETA|kurrentdb://… [--demo]
${placesUsage}
  --demo         marca la carpeta como demostración, si el archivo no lo dice`;

/**
 * Puts an exported log into a place that holds nothing yet, or goes on with an import that was cut off.
 * @returns 0 done, 1 failed, 2 wrong use, 4 the place holds something else, 5 the file or the log is damaged, 6 a server
 *   holds the store, 7 the log does not answer; after 1 and 7 the same command goes on where it stopped
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const options = { from: text, to: text, demo: { type: 'boolean', default: false } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { from, to } = values;
    if (!from || !to) throw new WrongUse('Faltan el archivo (--from) o el registro (--to).');
    if (!statSync(from).isFile()) throw new WrongUse(`${from} no es un archivo.`);
    const file = await LogFile.open(resolve(from));
    await atPlace(openLogs(to, env, 'write'), async (place) => {
      const { same, whole, first } = await checked(file, place, console);
      if (first !== undefined) {
        if (same.events + same.reads === 0) refuseLeftovers(place);
        markDemo(file, values.demo, place, first);
        const total = whole.events + whole.reads;
        await appendMissing(file.records(), same, place.logs, (done) =>
          console.progress(`Eventos: ${done} de ${total}`),
        );
      }
      console.progress('');
      console.out(`Importado: ${whole.events} eventos y ${whole.reads} lecturas, en ${place.name}`);
      if (same.events + same.reads > 0) console.out(`Ya estaban: ${same.events} eventos y ${same.reads} lecturas.`);
      console.out('Las vistas se rehacen al arrancar el servidor. Los temas de hechos necesitan una generación nueva.');
    });
  });
}

/**
 * Reads the file to its end, and what the place holds beside it, before anything is written.
 * @returns `first`: the first record that is missing
 * @throws Failed the file is not whole, or the place holds anything but its beginning
 */
async function checked(
  file: LogFile,
  place: LogPlace,
  console: Console,
): Promise<{ readonly same: Counts; readonly whole: Counts; readonly first: LogRecord | undefined }> {
  let read = 0;
  const compared = await compare(place.records(), file.records(), (missing) => {
    // Throws of what could not be kept byte by byte.
    if (missing !== undefined) eventOf(missing);
    read += 1;
    if (read % 1_000 === 0) console.progress(`Comprobando el archivo: ${read} eventos`);
  });
  const { same, whole, difference, missing } = compared;
  if (difference !== undefined) {
    throw new Failed(`${place.name} ya tiene otro contenido: ${difference}. No se escribió nada.`, {
      exit: exit.differs,
    });
  }
  return { same, whole, first: missing };
}

/** @throws Failed there are views or checkpoints of a log that is gone: they would be taken for those of the new one */
function refuseLeftovers(place: LogPlace): void {
  const { folder } = place;
  if (folder === undefined) return;
  const { views, checkpoints, index } = layoutOf(folder);
  for (const path of [views, checkpoints, index]) {
    if (existsSync(path)) throw new Failed(`${path} es de otro registro. Apártelo y vuelva a intentarlo.`);
  }
}

/** A demonstration must be known as one before the first of its events is there. */
function markDemo(file: LogFile, asked: boolean, { folder }: LogPlace, first: LogRecord): void {
  const { recordedAt } = eventOf(first).metadata;
  const demo = file.header.demo ?? (asked && recordedAt !== undefined ? { from: recordedAt } : null);
  if (demo === null || folder === undefined) return;
  const { demoMarker } = layoutOf(folder);
  if (!existsSync(demoMarker)) writeDurably(demoMarker, `${JSON.stringify(demo)}\n`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
