import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EventLog } from '#event-log';
import {
  base64,
  keyTypes,
  Ledger,
  LedgerReader,
  type LedgerView,
  lookingAt,
  newSigner,
  parseSigner,
  Sequencer,
  type Signer,
} from '#ledger';
import { sqliteLedgerStore } from '#ledger/sqlite';
import type { Ledgers } from '../audit/ledger/ledgers.js';
import { writeDurably } from '../cli/files.js';
import { type LedgerSettings, Misconfigured } from './settings.js';

/** The logs that have a ledger each, and what it is called. */
const kinds = { log: 'events', reads: 'reads' } as const;
export type LedgerLog = keyof typeof kinds;

/** What of one log's ledger lies where. */
export const ledgerFiles = (directory: string, log: LedgerLog) => ({
  folder: join(directory, kinds[log]),
  key: join(directory, kinds[log], 'key'),
  tree: join(directory, kinds[log], 'ledger.db'),
});

/** What each log of a store is called to the world. */
export const originOf = (origin: string, log: LedgerLog): string => `${origin}/${kinds[log]}`;

/**
 * Opens the ledgers of a store, or makes them with keys of their own, and compares them with the logs. One process at a
 * time: the caller holds the store's lock.
 * @throws Misconfigured others may read a key, or it is damaged
 */
export async function openLedgers(
  directory: string,
  { origin = 'chaski', witnesses }: LedgerSettings,
  logs: Readonly<Record<LedgerLog, EventLog>>,
): Promise<Ledgers> {
  const open = async (log: LedgerLog): Promise<Sequencer> => {
    const ledger = ledgerOf(directory, log, originOf(origin, log));
    const sequencer = new Sequencer({ log: logs[log], ledger, witnesses, now: () => Date.now() });
    await sequencer.check();
    return sequencer;
  };
  const [events, reads] = [await open('log'), await open('reads')];
  return ledgersOf(events, reads, {
    'ledger of events': (signal) => events.run(signal),
    'ledger of reads': (signal) => reads.run(signal),
  });
}

const ledgersOf = (events: LedgerView, reads: LedgerView, runners: Ledgers['runners']): Ledgers => ({
  events,
  reads,
  covering: async (position) => {
    const sealed = await events.covering(position);
    return sealed && { size: sealed.size, root: base64(sealed.root) };
  },
  runners,
  close: () => {
    events.reader.close();
    reads.reader.close();
  },
});

/**
 * The ledger of one log, for whoever may sign. Made where there is none, when a name for it is given.
 * @throws Misconfigured there is none, others may read its key, or the key is damaged
 */
export function ledgerOf(directory: string, log: LedgerLog, name?: string): Ledger {
  const files = ledgerFiles(directory, log);
  const signer = signerAt(files, name);
  return new Ledger(sqliteLedgerStore({ path: files.tree }), signer);
}

/** The ledgers that another process of this machine keeps; undefined where there are none. */
export function lookAtLedgers(directory: string): Ledgers | undefined {
  const files = (['log', 'reads'] as const).map((log) => ledgerFiles(directory, log));
  if (!files.every(({ tree }) => existsSync(tree))) return undefined;
  const [events, reads] = files.map(({ tree }) =>
    lookingAt(new LedgerReader(sqliteLedgerStore({ path: tree, readOnly: true }))),
  );
  return events && reads && ledgersOf(events, reads, {});
}

/** The key of a log, made at its first start: nobody but the process may read it. */
function signerAt({ folder, key }: ReturnType<typeof ledgerFiles>, name: string | undefined): Signer {
  if (!existsSync(key)) {
    if (name === undefined) throw new Misconfigured(`No hay ninguna llave en ${folder}.`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeDurably(key, newSigner(name, keyTypes.log).secret);
  }
  if ((statSync(key).mode & 0o077) !== 0) {
    throw new Misconfigured(`Otros pueden leer la llave ${key}. Déjela solo para el servidor (modo 0600).`);
  }
  try {
    return parseSigner(readFileSync(key, 'utf8'));
  } catch {
    throw new Misconfigured(`La llave ${key} está dañada.`);
  }
}
