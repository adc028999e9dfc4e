import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  KeyRefused,
  keyTypes,
  newSigner,
  parseSigner,
  parseVerifierKey,
  verifierKeyText,
  type VerifierKey,
  Witness,
  witnessRecord,
  witnessServer,
} from '#ledger';
import { type Console, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { writeDurably } from './files.js';

const usage = `Uso: npm run witness -- init  --folder CARPETA --name NOMBRE
     npm run witness -- serve --folder CARPETA [--host DIRECCIÓN] [--port N]
     npm run witness -- sign  --folder CARPETA --in PEDIDO --out FIRMA
  init    hace la llave de este testigo y dice cuál es la pública; NOMBRE es como testigo.ejemplo.gob.pe
  serve   atiende por HTTP: POST /add-checkpoint, GET /key; en 127.0.0.1:3900 si no se dice otra cosa
  sign    sin red: lee un pedido de un archivo y escribe la firma en otro
En CARPETA/logs va una llave pública de registro por línea: son los que este testigo cuida.`;

/**
 * A witness: looks that a record only grows, and signs that. It is a program of another institution than the one whose
 * record it looks after, sees sizes and hashes only, and needs nothing of the server.
 * @returns 0 done, 1 failed, 2 wrong use, 4 it does not sign what it is shown: the record is not the one it knows
 */
export function main(args: readonly string[], console: Console = terminal, stop?: AbortSignal): Promise<ExitCode> {
  return run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const options = { folder: text, name: text, host: text, port: text, in: text, out: text };
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const folder = resolve(values.folder ?? refuse('Falta la carpeta del testigo (--folder).'));
    switch (positionals.join(' ')) {
      case 'init':
        return init(folder, values.name ?? refuse('Falta el nombre del testigo (--name).'), console);
      case 'serve':
        return serve(folder, values.host ?? '127.0.0.1', portFrom(values.port ?? '3900'), console, stop);
      case 'sign':
        return sign(
          folder,
          values.in ?? refuse('Falta el pedido (--in).'),
          values.out ?? refuse('Falta --out.'),
          console,
        );
      default:
        throw new WrongUse('Hay que decir qué se hace: init, serve o sign.');
    }
  });
}

const files = (folder: string) => ({
  key: join(folder, 'key'),
  logs: join(folder, 'logs'),
  record: join(folder, 'witness.db'),
});

function init(folder: string, name: string, console: Console): void {
  const { key, logs } = files(folder);
  if (existsSync(key)) throw new Failed(`${folder} ya tiene un testigo.`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const signer = refusing(() => newSigner(name, keyTypes.witness), 'Un nombre no lleva espacios ni el signo +.');
  writeDurably(key, signer.secret);
  if (!existsSync(logs)) writeFileSync(logs, '');
  console.out(verifierKeyText(signer.key));
}

/** Runs `work` with the witness of a folder. */
async function withWitness(folder: string, work: (witness: Witness) => Promise<void> | void): Promise<void> {
  const { key, logs, record: path } = files(folder);
  if (!existsSync(key)) throw new Failed(`en ${folder} no hay ningún testigo: hágalo con init.`);
  const signer = refusing(() => parseSigner(readFileSync(key, 'utf8')), `La llave ${key} está dañada.`);
  const record = witnessRecord(path);
  try {
    await work(new Witness({ signer, logs: logsFrom(logs), record, now: () => Date.now() }));
  } finally {
    record.close();
  }
}

function logsFrom(path: string): readonly VerifierKey[] {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => refusing(() => parseVerifierKey(line), `En ${path} hay una línea que no es una llave.`));
}

function serve(folder: string, host: string, port: number, console: Console, stop?: AbortSignal): Promise<void> {
  return withWitness(folder, async (witness) => {
    const server = witnessServer(witness, () => console.err('No se pudo atender un pedido.'));
    server.listen(port, host);
    await once(server, 'listening');
    const { address, port: taken } = server.address() as AddressInfo;
    console.out(`Testigo ${witness.key.name} en http://${address.includes(':') ? `[${address}]` : address}:${taken}`);
    await stopped(stop);
    server.close();
    server.closeAllConnections();
  });
}

/** Until somebody ends the program. */
async function stopped(stop: AbortSignal | undefined): Promise<void> {
  const ends = ['SIGINT', 'SIGTERM'].map((signal) => once(process, signal));
  await Promise.race(stop === undefined ? ends : [...ends, once(stop, 'abort')]);
}

function sign(folder: string, from: string, to: string, console: Console): Promise<void> {
  return withWitness(folder, (witness) => {
    if (existsSync(to)) throw new Failed(`${to} ya existe.`);
    const { status, body } = witness.addCheckpoint(readFileSync(from, 'utf8'));
    if (status === 409) {
      throw new Failed(`este testigo ya firmó hasta ${body.trim()} sucesos: pida de nuevo con --old ${body.trim()}.`);
    }
    if (status === 422) throw new Failed('NO SE FIRMA: el registro no es el que este testigo conoce.', { exit: 4 });
    if (status !== 200) throw new Failed(`no se firma: ${body.trim()}.`);
    writeDurably(to, body);
    console.out(`Firmado en ${to}`);
  });
}

const portFrom = (text: string): number => {
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port <= 65_535 ? port : refuse('--port es un número de 0 a 65535.');
};

function refusing<T>(work: () => T, message: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof KeyRefused) throw new Failed(message, { cause: error });
    throw error;
  }
}

function refuse(message: string): never {
  throw new WrongUse(message);
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
