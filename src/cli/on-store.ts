import { existsSync } from 'node:fs';
import { ViewsUnavailable } from '#projection';
import { openEmbedded, StoreLocked } from '../modes/embedded.js';
import { Misconfigured } from '../modes/settings.js';
import { storeFrom } from '../modes/store.js';
import type { Platform } from '../platform.js';
import { exit, Failed } from './console.js';
import { deploymentOf, storeInUse } from './copies.js';
import { explained } from './moving/places.js';

/** Whether processes run apart: then the log is where `CHASKI_LOG` says, and views are in `CHASKI_POSTGRES`. */
export const isApart = (env: NodeJS.ProcessEnv): boolean => Boolean(env['CHASKI_LOG']);

/**
 * Works on a store that no server holds, in whichever mode it is: the settings are those of the process that takes commands.
 * @throws Failed there is no store or no keys, a server holds it, an engine is away, or a setting is missing
 */
export async function onStore(env: NodeJS.ProcessEnv, work: (platform: Platform) => Promise<void>): Promise<void> {
  try {
    const platform = await opened(env);
    try {
      await work(platform);
    } finally {
      await platform.close();
    }
  } catch (error) {
    if (error instanceof StoreLocked) throw storeInUse(error);
    if (error instanceof Misconfigured) throw new Failed(error.message, { cause: error });
    if (error instanceof ViewsUnavailable) {
      throw new Failed('la base de datos de las vistas no responde.', { exit: exit.unreachable, cause: error });
    }
    throw explained(error);
  }
}

async function opened(env: NodeJS.ProcessEnv): Promise<Platform> {
  const paths = storeFrom(env);
  if (!isApart(env)) {
    if (!existsSync(paths.log)) throw new Failed(`no hay ningún registro en ${paths.data}.`);
    return openEmbedded({ paths });
  }
  // The log is there wherever the folders point to: in a wrong one, new keys and a new ledger would be begun for it.
  if (deploymentOf(paths.vault) === undefined) throw new Failed(`no hay llaves en ${paths.vault}.`);
  // Loaded when it is asked for: most stores never need its clients.
  return (await import('../modes/distributed.js')).openDistributed(env);
}
