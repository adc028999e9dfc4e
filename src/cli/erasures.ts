import { parseArgs } from 'node:util';
import { catchUp } from '#projection';
import { recordedSkips } from '../audit/domain/skips.js';
import { erasures } from '../rights/views/erasures.js';
import { type Console, type ExitCode, Failed, run, terminal } from './console.js';
import { onStore } from './on-store.js';

const usage = `Uso: npm run chaski -- erase status
  Dice qué supresiones están en curso, en qué paso y qué las detiene. Sin datos de ninguna persona.`;

/** Erasures shown of each kind. */
const most = 500;

/**
 * Says how far erasures are, in a store no server uses.
 * @returns 0 done, 1 failed or an erasure is held up, 2 wrong use, 6 a server holds the store, 7 the log or the database of
 *   the views does not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    parseArgs({ args: [...args], options: {} });
    await onStore(env, async ({ log, views }) => {
      await catchUp(log, [erasures], views, { skips: await recordedSkips(log) });
      const listed = (list: string) => views.list(erasures, list, { limit: most });
      const [open, over] = [await listed('open'), await listed('over')];
      console.out(
        `Supresiones en curso: ${open.length}; terminadas: ${over.length}${over.length === most ? ' o más' : ''}.`,
      );
      for (const { document } of open) {
        const { id, status, askedAt, heldUp } = document;
        const held = heldUp === undefined ? '' : `, detenida en ${heldUp.step}: ${heldUp.why}`;
        console.out(`  ${id}: ${words[status]}, pedida el ${askedAt.slice(0, 10)}${held}`);
      }
      const stuck = open.filter(({ document }) => document.heldUp !== undefined).length;
      if (stuck > 0) throw new Failed(`detenidas: ${stuck}.`);
    });
  });
}

const words: Readonly<Record<string, string>> = {
  asked: 'pedida',
  approved: 'aprobada',
  fenced: 'cercada',
  destroyed: 'llaves destruidas',
  purged: 'borrada de los archivos',
  refused: 'rechazada',
  certified: 'certificada',
};
