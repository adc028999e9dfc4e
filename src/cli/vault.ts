import { parseArgs } from 'node:util';
import type { Vault } from '#vault';
import { storeFrom } from '../modes/store.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { deploymentOf, lockedStore, sqliteVault } from './copies.js';

const usage = `Uso: npm run vault -- status | rotate
  status  cuántas llaves hay y con qué versión están protegidas
  rotate  las protege con una llave maestra nueva; si se corta, se sigue donde quedó`;

/**
 * Looks after the keys of a store that no server uses.
 * @returns 0 done, 1 failed, 2 wrong use, 6 a server holds the store
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    const [action, ...others] = positionals;
    if ((action !== 'status' && action !== 'rotate') || others.length > 0) {
      throw new WrongUse('Diga qué hacer: status o rotate.');
    }
    const store = storeFrom(env);
    const release = lockedStore(store.log);
    try {
      const deployment = deploymentOf(store.vault) ?? deploymentOf(store.vaultCopy);
      if (deployment === undefined) throw new Failed(`no hay llaves en ${store.vault}.`);
      const vault = sqliteVault({ directory: store.vault, secondPath: store.vaultCopy, deployment });
      try {
        if (action === 'rotate') {
          const { version, rewrapped } = await vault.rotate();
          console.out(`Llave maestra ${version}: ${rewrapped} llaves protegidas de nuevo.`);
          console.out('Haga una copia ahora: las anteriores llevan la llave maestra de antes.');
        }
        await tell(vault, console);
      } finally {
        await vault.close();
      }
    } finally {
      release();
    }
  });
}

async function tell(vault: Vault, console: Console): Promise<void> {
  const { version, keys, stale, destroyed, away, fences } = await vault.status();
  console.out(`Llaves: ${keys}, con la llave maestra ${version}. Destruidas: ${destroyed}. Supresiones: ${fences}.`);
  if (away > 0) console.out(`Fuera de línea, por reservas: ${away}.`);
  if (stale > 0) console.out(`Una rotación quedó a medias: faltan ${stale}. Siga con: npm run vault -- rotate`);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
