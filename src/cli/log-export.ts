import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Console, type ExitCode, run, terminal, WrongUse } from './console.js';
import { writeLogFile } from './moving/file.js';
import { atPlace, openLogs, placesUsage } from './moving/places.js';
import { softwareVersion } from './version.js';

const usage = `Uso: npm run log:export -- --from CARPETA|kurrentdb://… --to ARCHIVO
${placesUsage}
  ARCHIVO        no debe existir; se comprime si termina en .gz`;

/**
 * Writes both logs of a store into one file.
 * @returns 0 done, 1 failed and nothing left behind, 2 wrong use, 5 the log is damaged, 6 a server holds it, 7 it does
 *   not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const { values } = parseArgs({ args: [...args], options: { from: { type: 'string' }, to: { type: 'string' } } });
    const { from, to } = values;
    if (!from || !to) throw new WrongUse('Faltan el registro (--from) o el archivo (--to).');
    await atPlace(openLogs(from, env, 'read'), async (place) => {
      const path = resolve(to);
      const header = { 'chaski-log': 1, software: softwareVersion(), demo: place.demo } as const;
      const { events, reads } = await writeLogFile(path, header, place.records(), (counts) =>
        console.progress(`Escritos: ${counts.events + counts.reads} eventos`),
      );
      console.progress('');
      console.out(`Exportado: ${events} eventos y ${reads} lecturas, de ${place.name} a ${path}`);
      console.out(
        'Las llaves no van en el archivo: siguen en el almacén de llaves, que es el mismo después del traslado.',
      );
    });
  });
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
