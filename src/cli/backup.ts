import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#event-log';
import { isInside, type StoreLayout, storeFrom } from '../modes/store.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { backupVault, copyDatabase, copyLog, deploymentOf, readFences, verifiedLog } from './copies.js';
import { copyDurably, entriesOf, stagingName, writeDurably } from './files.js';
import { copyLedger } from './ledger-copy.js';
import { writeManifest } from './manifest.js';
import { recipientsFrom, sealFiles } from './sealing.js';
import { softwareVersion } from './version.js';

const usage = `Uso: npm run backup -- --to CARPETA [--vault-to OTRA-CARPETA]
  CHASKI_BACKUP_RECIPIENTS  archivo con al menos dos claves públicas de age: para ellas se cifra la copia`;

/**
 * Copies the store while the server runs: the log and its ledger, and with `--vault-to` the keys, to another place. What is copied is
 * sealed to `CHASKI_BACKUP_RECIPIENTS` before it gets there; only a demonstration may be copied as it is.
 * @returns 0 done and verified, 1 failed and nothing left behind, 2 wrong use
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const options = { to: { type: 'string' }, 'vault-to': { type: 'string' } } as const;
    const { values } = parseArgs({ args: [...args], options });
    if (!values.to) throw new WrongUse('Falta decir adónde se copia (--to).');
    const store = storeFrom(env);
    const to = resolve(values.to);
    const vaultTo = values['vault-to'] ? resolve(values['vault-to']) : undefined;
    refuseBadTargets(store, to, vaultTo);
    const recipients = recipientsFrom(env);
    if (!existsSync(store.log)) throw new Failed(`no hay ningún registro en ${store.data}.`);
    if (recipients === undefined && !existsSync(store.demoMarker)) {
      throw new Failed('falta CHASKI_BACKUP_RECIPIENTS: solo una demostración se copia sin cifrar.');
    }
    const id = randomUUID();
    await cleaningUp([to, ...(vaultTo === undefined ? [] : [vaultTo])], async () => {
      // The log first: a key is on disk before the event that uses it, so a later copy of the keys has them all.
      await staged(store.data, to, recipients, (where, seal) => copyRecord(store, where, id, console, seal));
      if (vaultTo === undefined) {
        console.out('Las llaves no se copiaron. Sin ellas los datos personales no se podrán leer (--vault-to).');
      } else {
        await staged(store.vault, vaultTo, recipients, (where, seal) => copyKeys(store, where, id, console, seal));
      }
    });
  });
}

/** Puts files that were copied where they belong, and says of them what the manifest needs. */
type Seal = (files: readonly string[], about: Parameters<typeof writeManifest>[2]) => Promise<string>;

/**
 * Has something copied to its place; or, where it is to be sealed, into a directory beside the original, so that nothing
 * lies open where backups are kept.
 */
async function staged(
  beside: string,
  to: string,
  recipients: readonly string[] | undefined,
  copy: (where: string, seal: Seal) => Promise<void>,
): Promise<void> {
  const done = async (files: readonly string[], about: Parameters<typeof writeManifest>[2]): Promise<string> => {
    await writeManifest(to, files, about);
    return to;
  };
  if (recipients === undefined) return copy(to, done);
  const aside = join(beside, stagingName);
  // One that was cut off may have left it.
  rmSync(aside, { recursive: true, force: true });
  mkdirSync(aside, { mode: 0o700 });
  try {
    await copy(aside, async (files, about) => done(await sealFiles(aside, to, files, recipients), about));
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function copyRecord(store: StoreLayout, to: string, backup: string, console: Console, seal: Seal): Promise<void> {
  const startedAt = systemClock.now();
  const files = [basename(store.log)];
  console.progress('Copiando el registro…');
  files.push(...(await copyLedger(store.ledger, to)));
  if (existsSync(store.checkpoints)) {
    // Before the log: policies that were ahead of it would pass over what comes next.
    await copyDatabase(store.checkpoints, join(to, basename(store.checkpoints)));
    files.push(basename(store.checkpoints));
  }
  await copyLog(store.log, join(to, basename(store.log)));
  if (existsSync(store.reads)) {
    await copyLog(store.reads, join(to, basename(store.reads)));
    files.push(basename(store.reads));
  }
  if (existsSync(store.notices)) {
    // It grows while it is read: the last line may be half there.
    const notices = readFileSync(store.notices);
    writeDurably(join(to, basename(store.notices)), notices.subarray(0, notices.lastIndexOf('\n') + 1));
    files.push(basename(store.notices));
  }
  if (existsSync(store.demoMarker)) {
    copyDurably(store.demoMarker, join(to, basename(store.demoMarker)));
    files.push(basename(store.demoMarker));
  }
  // Which erasures there have been, without any key: a restore with older keys has to repeat them.
  writeDurably(join(to, 'erasures.json'), `${JSON.stringify(readFences(store.vault))}\n`);
  files.push('erasures.json');
  console.progress('Comprobando la copia…');
  const { events, streams, head } = verifiedLog(join(to, basename(store.log)));
  const about = { backup, software: softwareVersion(), startedAt, finishedAt: systemClock.now(), head };
  const where = await seal(files, { kind: 'log', ...about, counts: { events, streams } });
  console.progress('');
  console.out(`Registro copiado y comprobado: ${events} eventos, en ${where}`);
}

async function copyKeys(store: StoreLayout, to: string, backup: string, console: Console, seal: Seal): Promise<void> {
  const startedAt = systemClock.now();
  const deployment = deploymentOf(store.vault);
  if (deployment === undefined) throw new Failed(`no hay llaves en ${store.vault}.`);
  const { files, keys, fences } = await backupVault(store.vault, to);
  const about = { backup, software: softwareVersion(), startedAt, finishedAt: systemClock.now(), deployment };
  const where = await seal(files, { kind: 'vault', ...about, counts: { keys, fences } });
  console.out(`Llaves copiadas y comprobadas: ${keys}, en ${where}`);
  console.out('Guarde las dos copias en lugares distintos: quien tenga ambas puede leer los datos personales.');
}

function refuseBadTargets(store: StoreLayout, to: string, vaultTo: string | undefined): void {
  if (vaultTo !== undefined && (isInside(vaultTo, to) || isInside(to, vaultTo))) {
    throw new WrongUse('El registro y las llaves van a carpetas distintas, ninguna dentro de la otra.');
  }
  for (const target of vaultTo === undefined ? [to] : [to, vaultTo]) {
    for (const own of [store.data, store.vault, store.vaultCopy, store.ledger]) {
      if (isInside(target, own) || isInside(own, target)) throw new WrongUse(`${target} es parte del almacén.`);
    }
    if (entriesOf(target).length > 0) throw new Failed(`${target} no está vacía. Elija otra carpeta.`);
  }
}

/** Runs `work` on empty directories; when it fails, empties them again. */
async function cleaningUp(directories: readonly string[], work: () => Promise<void>): Promise<void> {
  for (const directory of directories) mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    await work();
  } catch (error) {
    for (const directory of directories) {
      for (const entry of entriesOf(directory)) rmSync(join(directory, entry), { recursive: true });
    }
    throw error;
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
