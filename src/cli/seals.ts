import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ageOpened, linesOfAge, type Reseal } from '#vault';
import { ownersOf, sealOf } from '../people/process/put-away.js';
import { type Platform, send } from '../platform.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { onStore } from './on-store.js';

const usage = `Uso: npm run chaski -- seal status | restore --identity ARCHIVO
  status   en qué casos las llaves están fuera de línea
  restore  devuelve las llaves de los casos cuya reserva ya levantaron dos personas
  --identity  la clave privada de age de quien ordenó la reserva`;

/** A case whose person's keys are away. */
interface Away {
  readonly case: string;
  readonly person: string;
  readonly sealing: string;
  readonly sealed: boolean;
}

/**
 * Brings the keys of cases back that a court has let be opened, in a store no server uses: its log in a file or, where
 * processes run apart (`CHASKI_LOG`), on a server. That it was lifted by two persons is on record before: the private key
 * alone opens nothing.
 * @returns 0 done, 1 failed, 2 wrong use, 6 a server holds the store, 7 the log or the database of the views does not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const options = { identity: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [action, ...others] = positionals;
    if ((action !== 'status' && action !== 'restore') || others.length > 0) {
      throw new WrongUse('Diga qué hacer: status o restore.');
    }
    if ((action === 'restore') !== (values.identity !== undefined)) {
      throw new WrongUse('La clave privada (--identity) va con restore, y solo con restore.');
    }
    const open = values.identity === undefined ? undefined : opening(values.identity);
    await onStore(env, async (platform) => {
      const away = await awayIn(platform);
      if (open === undefined) tell(away, console);
      else await restore(platform, away, open, console);
    });
  });
}

/** @throws Failed it is no file with a private key of age */
function opening(path: string): Reseal {
  try {
    const identities = linesOfAge(readFileSync(path, 'utf8'));
    if (identities.length > 0) return ageOpened(identities);
  } catch (cause) {
    throw new Failed(`${path} no tiene una clave privada de age.`, { cause });
  }
  throw new Failed(`${path} no tiene una clave privada de age.`);
}

async function awayIn(platform: Platform): Promise<readonly Away[]> {
  const cases = new Set<string>();
  for await (const { events } of platform.log.readAll({ types: ['KeysPutAway'] })) {
    for (const { stream } of events) cases.add(stream.slice('seal-'.length));
  }
  const found = await Promise.all([...cases].map((id) => sealOf(platform, id)));
  return found.flatMap(({ sealed, away }) => (away === undefined ? [] : [{ ...away, sealed }]));
}

function tell(away: readonly Away[], console: Console): void {
  console.out(`Casos con las llaves fuera de línea: ${away.length}.`);
  for (const { case: id, sealed } of away) console.out(`  ${id}: ${sealed ? 'bajo reserva' : 'reserva levantada'}`);
}

/** @throws Failed nothing was lifted, or the private key is not one of those they were put away for */
async function restore(platform: Platform, away: readonly Away[], open: Reseal, console: Console): Promise<void> {
  const persons = new Set(away.flatMap(({ sealed, person }) => (sealed ? [] : [person])));
  if (persons.size === 0) {
    throw new Failed('no hay ningún caso cuya reserva se haya levantado y cuyas llaves estén fuera de línea.');
  }
  for (const person of persons) {
    const { keys } = await platform.vault.bringBack(ownersOf(person), open).catch((cause: unknown) => {
      throw new Failed(
        'la clave privada no abre lo que se guardó: no es de quien ordenó la reserva, o está alterado.',
        {
          cause,
        },
      );
    });
    for (const { case: id } of away.filter((each) => each.person === person)) {
      const command = { do: 'bring-back' };
      await send(platform, 'seal', { id, command, commandId: randomUUID(), actor: 'chaski', origin: 'policy' });
      console.out(`${id}: las llaves volvieron (${keys}).`);
    }
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
