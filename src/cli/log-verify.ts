import { parseArgs } from 'node:util';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { atPlace, openPlace, placesUsage } from './moving/places.js';
import { compare, nameOf } from './moving/record.js';

const usage = `Uso: npm run log:verify -- UNO OTRO
  Compara evento por evento dos registros, o un registro y un archivo exportado.
${placesUsage}`;

/**
 * Compares both logs of two places: ids, order, revisions, headers and bytes.
 * @returns 0 equal, 1 failed, 2 wrong use, 4 they differ: the first difference is told, 5 one of them is damaged, 6 a
 *   server holds it, 7 it does not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true });
    const [first, second, ...more] = positionals;
    if (first === undefined || second === undefined || more.length > 0) throw new WrongUse('Hay que nombrar dos.');
    await atPlace(openPlace(first, env), (one) =>
      atPlace(openPlace(second, env), async (other) => {
        const { whole, difference, missing } = await compare(one.records(), other.records(), (_, counts) => {
          const read = counts.events + counts.reads;
          if (read % 1_000 === 0) console.progress(`Comparados: ${read} eventos`);
        });
        console.progress('');
        const found = difference ?? (missing === undefined ? undefined : `falta ${nameOf(missing)}`);
        if (found !== undefined) {
          throw new Failed(`no son iguales. En ${one.name}, frente a ${other.name}: ${found}.`, { exit: exit.differs });
        }
        console.out(`Iguales: ${whole.events} eventos y ${whole.reads} lecturas.`);
      }),
    );
  });
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
