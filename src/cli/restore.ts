import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { systemClock } from '#event-log';
import type { Fence } from '#vault';
import { isInside, storeAt, storeFrom, type StoreLayout } from '../modes/store.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { deploymentOf, lockedStore, readFences, sqliteVault, verifiedLog, verifiedVault } from './copies.js';
import { copyDurably, entriesOf, moveEntries, stagingName, writeDurably } from './files.js';
import { foldersOf, isOfLedger, ledgerPart } from './ledger-copy.js';
import { checkedManifest, type Manifest } from './manifest.js';
import { openedCopy } from './sealing.js';

const usage = `Uso: npm run restore -- --from CARPETA --vault-from OTRA-CARPETA [--identity ARCHIVO] [--into CARPETA] [--replace] [--older-vault]
  --identity     clave privada de age que abre las copias cifradas
  --into         restaura en CARPETA/log, CARPETA/vault, CARPETA/vault-copy y CARPETA/vault-ledger, no en el almacén configurado
  --replace      aparta lo que haya en el almacén (no se borra nada)
  --older-vault  acepta llaves copiadas antes que el registro`;

/**
 * Puts a backup in the place of the store. Everything is checked and made ready aside before anything is moved.
 * @returns 0 done, 1 failed: the store is as it was, or marked as half restored, 2 wrong use, 6 a server holds the store
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const flag = { type: 'boolean', default: false } as const;
    const options = { from: text, 'vault-from': text, identity: text, into: text, replace: flag, 'older-vault': flag };
    const { values } = parseArgs({ args: [...args], options });
    if (!values.from || !values['vault-from']) throw new WrongUse('Faltan las dos copias (--from y --vault-from).');
    const [from, vaultFrom] = [resolve(values.from), resolve(values['vault-from'])];
    const { into } = values;
    const store = into ? storeAt(join(into, 'log'), join(into, 'vault'), join(into, 'vault-copy')) : storeFrom(env);
    for (const own of [store.data, store.vault, store.vaultCopy, store.ledger]) {
      if (isInside(from, own) || isInside(vaultFrom, own))
        throw new WrongUse(`La copia está dentro del almacén: ${own}`);
    }
    console.progress('Comprobando las copias…');
    const release = lockedStore(store.log);
    const opening = [store.data, store.vault].map((directory) => join(directory, stagingName)) as [string, string];
    try {
      for (const directory of opening) rmSync(directory, { recursive: true, force: true });
      const openedFrom = await openedCopy(from, 'log', values.identity, opening[0]);
      const openedVault = await openedCopy(vaultFrom, 'vault', values.identity, opening[1]);
      const manifests = await checkedCopies(openedFrom, openedVault, values['older-vault']);
      const copies = { from: openedFrom, vaultFrom: openedVault, ...manifests };
      // Also a copy put elsewhere must not show who was erased here.
      const erasedIn = [store, storeFrom(env)];
      await restore(store, copies, { replace: values.replace, erasedIn }, console);
    } finally {
      for (const directory of opening) rmSync(directory, { recursive: true, force: true });
      release();
    }
  });
}

interface Copies {
  readonly from: string;
  readonly vaultFrom: string;
  readonly log: Manifest;
  readonly vault: Manifest;
}

/** @throws Failed one of the copies is not whole, or they do not go together */
async function checkedCopies(
  from: string,
  vaultFrom: string,
  olderVault: boolean,
): Promise<Pick<Copies, 'log' | 'vault'>> {
  const log = await checkedManifest(from, 'log');
  const vault = await checkedManifest(vaultFrom, 'vault');
  verifiedLog(join(from, 'log.db'));
  verifiedVault(vaultFrom);
  if (vault.backup !== log.backup && vault.startedAt < log.finishedAt && !olderVault) {
    throw new Failed(
      'las llaves se copiaron antes que el registro: faltarían las de los últimos datos. ' +
        'Use una copia posterior o, si no la hay, --older-vault.',
    );
  }
  return { log, vault };
}

async function restore(
  store: StoreLayout,
  copies: Copies,
  { replace, erasedIn }: { readonly replace: boolean; readonly erasedIn: readonly StoreLayout[] },
  console: Console,
): Promise<void> {
  const directories = [store.data, store.vault, store.vaultCopy] as const;
  const old = directories.map((directory) => entriesOf(directory).filter((entry) => isContent(entry, store)));
  if (old.some((entries) => entries.length > 0) && !replace) {
    throw new Failed('ya hay un almacén aquí. Con --replace se aparta antes de restaurar.');
  }
  const fences = knownFences(erasedIn, copies);
  const signed = foldersOf(store.ledger).length > 0 ? 'kept' : hasLedger(copies) ? 'restored' : 'none';
  const stamp = systemClock.now().replace(/[:.]/g, '-');
  const staged = directories.map((directory) => join(directory, `${stagedPrefix}${stamp}`));
  const stagedLedger = join(store.ledger, `${stagedPrefix}${stamp}`);
  const aside = directories.map((directory) => join(directory, `${asidePrefix}${stamp}`));
  try {
    for (const directory of staged) mkdirSync(directory, { recursive: true, mode: 0o700 });
    await stage(copies, staged, fences, console);
    if (hasLedger(copies)) stageLedger(copies, stagedLedger);
    putInPlace(store, directories, { old, aside, staged, stagedLedger });
  } finally {
    for (const directory of [...staged, stagedLedger]) rmSync(directory, { recursive: true, force: true });
  }
  console.progress('');
  const { counts, startedAt } = copies.log;
  console.out(`Restaurado: ${counts['events'] ?? 0} eventos, tal como estaban el ${startedAt}.`);
  console.out(
    `Borrados definitivos vueltos a aplicar: ${fences.length}. Las vistas se rehacen al arrancar el servidor.`,
  );
  for (const line of ofLedger[signed]) console.out(line);
  for (const directory of aside.filter((path) => existsSync(path))) console.out(`Lo anterior quedó en ${directory}`);
  if (aside.some((path) => existsSync(path))) {
    console.out('Cuando haya comprobado el resultado, borre lo anterior: contiene llaves que ya no se actualizan.');
  }
}

/** Moves the old away and the new in. Cut off half way, the mark stays, and no server opens the store. */
function putInPlace(
  store: StoreLayout,
  directories: readonly string[],
  {
    old,
    aside,
    staged,
    stagedLedger,
  }: Readonly<Record<'aside' | 'staged', readonly string[]>> & {
    readonly old: readonly (readonly string[])[];
    readonly stagedLedger: string;
  },
): void {
  writeDurably(store.restoring, '');
  try {
    for (const [index, directory] of directories.entries()) {
      const [entries = [], away = '', ready = ''] = [old[index], aside[index], staged[index]];
      if (entries.length > 0) {
        mkdirSync(away, { mode: 0o700 });
        moveEntries(directory, away, entries);
      }
      moveEntries(ready, directory, entriesOf(ready));
    }
    // What was signed here knows of more than any copy, and is never taken back.
    const missing = entriesOf(stagedLedger).filter((entry) => !existsSync(join(store.ledger, entry)));
    if (missing.length > 0) moveEntries(stagedLedger, store.ledger, missing);
  } catch (error) {
    throw new Failed('la restauración quedó a medias: el almacén no se abrirá. Repítala con --replace.', {
      cause: error,
    });
  }
  rmSync(store.restoring);
}

/** Copies everything beside its final place, and erases in the copy of the keys whoever was erased anywhere. */
async function stage(
  copies: Copies,
  staged: readonly string[],
  fences: readonly Fence[],
  console: Console,
): Promise<void> {
  const [data = '', vault = '', vaultCopy = ''] = staged;
  const record = copies.log.files.filter(({ path }) => !isOfLedger(path));
  for (const { path } of record) copyDurably(join(copies.from, path), join(data, path));
  for (const { path } of copies.vault.files) copyDurably(join(copies.vaultFrom, path), join(vault, path));
  rmSync(join(data, 'erasures.json'), { force: true });
  const deployment = deploymentOf(vault);
  if (deployment === undefined) throw new Failed('la copia de las llaves está dañada.');
  // Opening makes the second copy, and finishes erasures that had been cut off.
  const opened = sqliteVault({ directory: vault, secondPath: vaultCopy, deployment });
  try {
    for (const [index, { subject, category }] of fences.entries()) {
      console.progress(`Aplicando borrados: ${index + 1} de ${fences.length}`);
      await opened.erase(subject, category);
    }
  } finally {
    await opened.close();
  }
}

const hasLedger = ({ log }: Copies): boolean => log.files.some(({ path }) => isOfLedger(path));

function stageLedger({ from, log }: Copies, ledger: string): void {
  for (const { path } of log.files.filter((file) => isOfLedger(file.path))) {
    copyDurably(join(from, path), join(ledger, relative(ledgerPart, path)));
  }
}

const declared = [
  '  npm run checkpoint -- new-epoch --reason restored',
  '  npm run checkpoint -- new-epoch --reason restored --reads',
];

/** What became of the ledger, and what has to be done about it. */
const ofLedger: Readonly<Record<'kept' | 'restored' | 'none', readonly string[]>> = {
  kept: [
    'Los cierres firmados y su llave no se tocaron: quedan los que había aquí.',
    'Si se firmó algo después de esta copia, el servidor no aceptará órdenes hasta que se declare, con él detenido:',
    ...declared,
  ],
  restored: [
    'Los cierres firmados y su llave se restauraron de la copia.',
    'Si se firmó algo después de esta copia, declárelo antes de arrancar: si no, habría dos historias con un solo nombre.',
    ...declared,
  ],
  none: ['La copia no trae cierres firmados: el servidor empezará otros, con otra llave.'],
};

/** Every erasure that is known: to these stores, to the copy of the keys, and to that of the log. */
function knownFences(stores: readonly StoreLayout[], copies: Copies): readonly Fence[] {
  const listed = JSON.parse(readFileSync(join(copies.from, 'erasures.json'), 'utf8')) as readonly Fence[];
  const all = [...stores.flatMap(fencesOf), ...readFences(copies.vaultFrom), ...listed];
  return [...new Map(all.map((fence) => [JSON.stringify([fence.subject, fence.category]), fence])).values()];
}

/** @throws Failed neither copy of the keys can be read: who was erased since the backup would come back */
function fencesOf(store: StoreLayout): readonly Fence[] {
  const read = [store.vault, store.vaultCopy].map((directory) => {
    try {
      return readFences(directory);
    } catch {
      return undefined;
    }
  });
  if (read.every((fences) => fences === undefined)) {
    throw new Failed(
      `no se pueden leer los borrados definitivos de ${store.vault} ni de ${store.vaultCopy}. ` +
        'Si ambas carpetas están perdidas, apártelas a mano y repita los borrados posteriores a la copia.',
    );
  }
  return read.flatMap((fences) => fences ?? []);
}

const asidePrefix = 'before-restore-';
const stagedPrefix = 'restoring-';

/** What belongs to the store: not its lock, which is held, and not what earlier restores left. */
function isContent(entry: string, store: StoreLayout): boolean {
  const own = [basename(store.lock), basename(store.restoring), stagingName];
  return (
    !own.some((name) => entry.startsWith(name)) && !entry.startsWith(asidePrefix) && !entry.startsWith(stagedPrefix)
  );
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
