import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { handle, systemClock } from '#event-log';
import { base64, type LedgerView, NoteRefused, parseVerifierKey, requestText, verifierKeyText } from '#ledger';
import { epochDecider, epochReasons, nextOrigin } from '../audit/domain/epochs.js';
import { ledgerFiles, ledgerOf, lookAtLedgers, type LedgerLog } from '../modes/ledgers.js';
import { storeFrom, type StoreLayout } from '../modes/store.js';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { writeDurably } from './files.js';
import { atPlace, openLogs } from './moving/places.js';

const usage = `Uso: npm run checkpoint -- show
     npm run checkpoint -- request --out PEDIDO [--old TAMAÑO] [--reads]
     npm run checkpoint -- cosign --in FIRMA --witness LLAVE [--reads]
     npm run checkpoint -- new-epoch --reason ${epochReasons.join('|')} [--reads]
  show       llaves públicas y último cierre de cada registro
  request    el pedido para un testigo sin red: el último cierre, desde el que ese testigo ya firmó (--old)
  cosign     agrega al cierre la firma que devolvió el testigo
  new-epoch  cuando el registro ya no es el firmado: lo declara en el registro y sigue con otro nombre y otra llave
Con el servidor detenido para new-epoch. Las carpetas son CHASKI_DATA y CHASKI_LEDGER.`;

/**
 * Looks after the checkpoints of a store.
 * @returns 0 done, 1 failed, 2 wrong use, 5 the log is damaged, 6 a server holds it, 7 it does not answer
 */
export function main(args: readonly string[], env: NodeJS.ProcessEnv, console: Console = terminal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const options = {
      out: text,
      in: text,
      old: text,
      witness: text,
      reason: text,
      reads: { type: 'boolean' },
    } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const store = storeFrom(env);
    const log: LedgerLog = values.reads === true ? 'reads' : 'log';
    switch (positionals.join(' ')) {
      case 'show':
        return show(store, console);
      case 'request':
        return request(store, log, values.old ?? '0', values.out ?? refuse('Falta el archivo (--out).'), console);
      case 'cosign':
        return cosign(
          store,
          log,
          values.in ?? refuse('Falta --in.'),
          values.witness ?? refuse('Falta --witness.'),
          console,
        );
      case 'new-epoch':
        return newEpoch(store, log, values.reason ?? refuse('Falta --reason.'), env, console);
      default:
        throw new WrongUse('Hay que decir qué se hace: show, request, cosign o new-epoch.');
    }
  });
}

function looking<T>(store: StoreLayout, work: (views: Readonly<Record<LedgerLog, LedgerView>>) => T): T {
  const ledgers = lookAtLedgers(store.ledger);
  if (ledgers === undefined) throw new Failed(`no hay ningún cierre en ${store.ledger}.`);
  try {
    return work({ log: ledgers.events, reads: ledgers.reads });
  } finally {
    ledgers.close();
  }
}

function show(store: StoreLayout, console: Console): void {
  looking(store, (views) => {
    for (const { reader } of [views.log, views.reads]) {
      console.out(reader.verifierKey ?? '');
      console.out(reader.latest?.text ?? 'Todavía no hay ningún cierre.\n');
    }
  });
}

function request(store: StoreLayout, log: LedgerLog, oldText: string, out: string, console: Console): void {
  const old = /^\d{1,15}$/.test(oldText) ? Number(oldText) : refuse('--old es un número.');
  if (existsSync(out)) throw new Failed(`${out} ya existe.`);
  looking(store, ({ [log]: { reader } }) => {
    const checkpoint = reader.latest;
    if (checkpoint === undefined) throw new Failed('todavía no hay ningún cierre.');
    if (old > checkpoint.size) throw new Failed(`el último cierre es de ${checkpoint.size} sucesos.`);
    writeDurably(out, requestText({ old, consistency: reader.consistency(old, checkpoint.size), checkpoint }));
    console.out(`Pedido de ${checkpoint.size} sucesos en ${out}`);
  });
}

function cosign(store: StoreLayout, log: LedgerLog, from: string, witness: string, console: Console): void {
  const ledger = ledgerOf(store.ledger, log);
  try {
    const key = parseVerifierKey(witness);
    const lines = readFileSync(from, 'utf8');
    // It was asked for a while ago: the checkpoint it is under may not be the last any more.
    for (const { size } of [...ledger.checkpoints()].reverse()) {
      try {
        if (ledger.cosigned(size, lines, [key]).length === 0) break;
        console.out(`Firma de ${key.name} bajo el cierre de ${size} sucesos.`);
        return;
      } catch (error) {
        if (!(error instanceof NoteRefused) || error.reason !== 'bad-signature') throw error;
      }
    }
    throw new Failed('esa firma no es de ese testigo para ningún cierre de este registro.');
  } finally {
    ledger.close();
  }
}

async function newEpoch(
  store: StoreLayout,
  log: LedgerLog,
  reason: string,
  env: NodeJS.ProcessEnv,
  console: Console,
): Promise<void> {
  if (!epochReasons.some((each) => each === reason)) throw new WrongUse(`--reason es ${epochReasons.join(' o ')}.`);
  const { folder } = ledgerFiles(store.ledger, log);
  const last = ledgerOf(store.ledger, log);
  const { origin, latest } = last;
  last.close();
  const next = nextOrigin(origin);
  const place = env['CHASKI_LOG'] && env['CHASKI_LOG'] !== 'file' ? 'env:CHASKI_LOG' : store.data;
  await atPlace(openLogs(place, env, 'read'), async ({ logs }) => {
    const before = latest === undefined ? null : { origin, size: latest.size, root: base64(latest.root) };
    await handle({ log: log === 'log' ? logs.events : logs.reads, clock: systemClock }, epochDecider, {
      id: log,
      command: { do: 'begin-anew', origin: next, before, reason },
      commandId: randomUUID(),
      actor: 'operator',
    });
    // What was signed so far is kept: it is what others hold against the record.
    renameSync(folder, join(store.ledger, `${origin.replaceAll('/', '_')}`));
    const ledger = ledgerOf(store.ledger, log, next);
    console.out(`El registro sigue como ${next}. Su llave, para los testigos y para quien comprueba:`);
    console.out(verifierKeyText(ledger.key));
    ledger.close();
  });
}

function refuse(message: string): never {
  throw new WrongUse(message);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
