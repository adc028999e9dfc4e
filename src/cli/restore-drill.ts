import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { SealedSection } from '#decider';
import { KeysAway } from '#vault';
import { openEmbedded } from '../modes/embedded.js';
import { storeAt } from '../modes/store.js';
import { orderClass } from '../people/domain/sealing.js';
import type { Platform } from '../platform.js';
import { dataCategories } from '../protocol/index.js';
import { refresh } from '../runners.js';
import { main as backup } from './backup.js';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { main as restore } from './restore.js';
import { checkedManifest, type Manifest } from './manifest.js';

const usage = `Uso: npm run restore-drill -- [--identity ARCHIVO] [--vault-from CARPETA]
  --identity    clave privada de age, si las copias se cifran
  --vault-from  prueba con una copia anterior de las llaves: dice qué personas no se podrían leer`;

/**
 * Tries a restore out, on a copy that is thrown away: backs the store up, restores it elsewhere, starts on it and looks
 * whether everything is there, and nobody who was erased.
 * @returns 0 all is well, 1 it could not be tried, 2 wrong use, 4 with older keys some persons could not be read,
 * 5 something is missing or came back
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const { values } = parseArgs({ args: [...args], options: { identity: text, 'vault-from': text } });
    if (env['CHASKI_BACKUP_RECIPIENTS'] && !values.identity) {
      throw new WrongUse('Las copias se cifran: falta la clave privada que las abre (--identity).');
    }
    const older = values['vault-from'] === undefined ? undefined : resolve(values['vault-from']);
    const folder = mkdtempSync(join(tmpdir(), 'chaski-drill-'));
    try {
      await drill(folder, { env, older, identity: values.identity }, console);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

interface Drill {
  readonly env: NodeJS.ProcessEnv;
  /** A copy of the keys that was made earlier. */
  readonly older: string | undefined;
  readonly identity: string | undefined;
}

async function drill(folder: string, { env, older, identity }: Drill, console: Console): Promise<void> {
  const [copy, keys, into] = [join(folder, 'log'), join(folder, 'keys'), join(folder, 'store')];
  await step('la copia', backup(['--to', copy, '--vault-to', keys], env, onlyErrors(console)));
  const began = performance.now();
  const from = ['--from', copy, '--vault-from', older ?? keys, '--into', into];
  const more = [
    ...(older === undefined ? [] : ['--older-vault']),
    ...(identity === undefined ? [] : ['--identity', identity]),
  ];
  await step('la restauración', restore([...from, ...more], env, onlyErrors(console)));
  const restored = performance.now();
  // Starting applies the erasures the record knows and the keys do not.
  const platform = await openEmbedded({
    paths: storeAt(join(into, 'log'), join(into, 'vault'), join(into, 'vault-copy')),
  });
  try {
    const opened = performance.now();
    await refresh(platform);
    const found = await inspect(platform);
    const seconds = (until: number, since: number): string => ((until - since) / 1_000).toFixed(1);
    console.out(
      `Eventos: ${found.events}. Secciones cifradas que se abren: ${found.readable}; suprimidas: ${found.erased}.`,
    );
    if (found.away > 0) console.out(`Con las llaves fuera de línea, por reservas: ${found.away}.`);
    console.out(`Supresiones que siguen hechas: ${found.fences}.`);
    console.out(
      `Tiempo hasta atender: ${seconds(opened, began)} s (restaurar ${seconds(restored, began)} s, abrir ${seconds(opened, restored)} s).`,
    );
    console.out(`Vistas y comprobación: ${seconds(performance.now(), opened)} s más.`);
    judgeLedger(platform, console);
    judge(await checkedManifest(copy, 'log'), found, older !== undefined, console);
  } finally {
    await platform.close();
  }
}

/** @throws Failed it did not end well */
async function step(what: string, outcome: Promise<ExitCode>): Promise<void> {
  if ((await outcome) !== exit.ok) throw new Failed(`no se pudo hacer ${what}: el simulacro no siguió.`);
}

const onlyErrors = ({ err }: Console): Console => ({ out: () => undefined, err, progress: () => undefined });

/** What a restored store holds. */
interface Found {
  readonly events: number;
  readonly head: string | undefined;
  readonly readable: number;
  readonly erased: number;
  /** Sections whose keys were put away. */
  readonly away: number;
  /** Streams with sections that no key opens. */
  readonly unreadable: readonly string[];
  /** Erasures the record knows, and persons among them whose keys are there. */
  readonly fences: number;
  readonly back: readonly string[];
}

async function inspect({ log, vault, mintGrant }: Platform): Promise<Found> {
  // Beside what is kept of people in cases: what programmes and subscriptions keep.
  const categories = [...dataCategories.entries.map(({ code }) => code), orderClass, 'programme', 'webhook'];
  const grant = mintGrant({ actor: 'restore-drill', purpose: 'restore-drill', categories });
  const unreadable = new Set<string>();
  const back: string[] = [];
  let [events, readable, erased, away, fences] = [0, 0, 0, 0, 0];
  for await (const page of log.readAll()) {
    for (const event of page.events) {
      events += 1;
      const { stream, revision, type, id: eventId, metadata } = event;
      const place = { stream, revision, type, eventId, schema: Number(metadata['schema']) };
      for (const [section, value] of Object.entries(event.data as Readonly<Record<string, unknown>>)) {
        if (typeof value !== 'object' || value === null || !('dekId' in value)) continue;
        // Opened and let go of at once: that it opens is all that is asked.
        const opened = await vault
          .open(value as SealedSection, { ...place, section }, grant)
          .catch((error: unknown) => (error instanceof KeysAway ? 'away' : undefined));
        if (opened === undefined) unreadable.add(stream);
        else if (opened === 'away') away += 1;
        else if (opened === 'erased') erased += 1;
        else readable += 1;
      }
      if (type !== 'ErasureFenced') continue;
      const { person, categories: kinds = [undefined] } = event.data as {
        person: string;
        categories?: readonly string[];
      };
      for (const kind of kinds) {
        fences += 1;
        if ((await vault.keysOf(person, kind)).live > 0) back.push(person);
      }
    }
  }
  return { events, head: await log.head(), readable, erased, away, unreadable: [...unreadable].sort(), fences, back };
}

/** @throws Failed the restored record is not the one that was signed */
function judgeLedger({ ledger }: Platform, console: Console): void {
  for (const { status } of ledger === undefined ? [] : [ledger.events, ledger.reads]) {
    if (status.diverged !== undefined) {
      const why = `${status.origin}: el registro restaurado no es el que se firmó (${status.diverged}).`;
      throw new Failed(why, { exit: exit.damaged });
    }
    console.out(`Cierres de ${status.origin}: ${status.size} sucesos, que coinciden con lo restaurado.`);
  }
}

/** @throws Failed with what is wrong */
function judge({ counts, head }: Manifest, found: Found, olderKeys: boolean, console: Console): void {
  const { events, unreadable, back } = found;
  if (events !== counts['events'] || (found.head ?? null) !== head) {
    throw new Failed(`faltan eventos: la copia tenía ${counts['events'] ?? 0}, hay ${events}.`, { exit: exit.damaged });
  }
  if (back.length > 0) throw new Failed('hay personas suprimidas cuyas llaves volvieron.', { exit: exit.damaged });
  for (const stream of unreadable) console.out(`No se puede leer: ${stream}`);
  if (unreadable.length > 0) {
    const why = olderKeys ? 'las llaves son anteriores a ellos' : 'faltan llaves';
    const code = olderKeys ? exit.differs : exit.damaged;
    throw new Failed(`${unreadable.length} expedientes no se pueden leer: ${why}.`, { exit: code });
  }
  console.out('El simulacro salió bien.');
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
