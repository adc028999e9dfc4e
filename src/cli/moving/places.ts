import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppendRefused, Conflict, type EventLog, LogUnavailable } from '#event-log';
import { assertNotRestoring, storeAt, type StoreLayout, StoreMisplaced } from '../../modes/store.js';
import { exit, Failed, WrongUse } from '../console.js';
import { kurrent, sqliteLog, storeInUse, StoreLocked } from '../copies.js';
import { type Header, LogFile } from './file.js';
import { logNames, type LogName, type LogRecord, recordOf } from './record.js';

/** Somewhere that holds the two logs of a store. */
export interface Place {
  /** What to call it, without a password. */
  readonly name: string;
  readonly demo: Header['demo'];
  /** Everything it holds: the events, then the reads, each in log order. */
  records(): AsyncIterable<LogRecord>;
  close(): Promise<void>;
}

/** A place that can be written to. */
export interface LogPlace extends Place {
  readonly logs: Readonly<Record<LogName, EventLog>>;
  /** Where it lies on this machine; undefined on a server. */
  readonly folder: string | undefined;
}

export const placesUsage = `  CARPETA        donde está el registro de un almacén (CHASKI_DATA); su servidor tiene que estar detenido
  kurrentdb://…  un servidor KurrentDB, con # y el nombre del registro al final (#chaski si no se dice)
  env:NOMBRE     lo que diga la variable de entorno NOMBRE: así la contraseña no queda a la vista`;

/**
 * Opens what a person named: a folder, a KurrentDB server or, for reading only, a file.
 * @throws Failed, WrongUse it is not there, in use, or not to be understood
 */
export async function openPlace(named: string, env: NodeJS.ProcessEnv): Promise<Place> {
  if (isServer(named)) return openLogs(named, env, 'read');
  const path = resolve(named);
  if (existsSync(path) && statSync(path).isFile()) return filePlace(path);
  return openLogs(named, env, 'read');
}

/**
 * Opens a folder or a server.
 * @param purpose `read`: the log must be there; `write`: it is made
 * @throws Failed, WrongUse
 */
export async function openLogs(named: string, env: NodeJS.ProcessEnv, purpose: 'read' | 'write'): Promise<LogPlace> {
  return isServer(named) ? serverPlace(fromEnvironment(named, env)) : folderPlace(resolve(named), purpose);
}

const isServer = (named: string): boolean => named.startsWith('env:') || /^[a-z]+(\+discover)?:\/\//.test(named);

function fromEnvironment(named: string, env: NodeJS.ProcessEnv): string {
  if (!named.startsWith('env:')) return named;
  const value = env[named.slice('env:'.length)];
  if (!value) throw new WrongUse(`La variable de entorno ${named.slice('env:'.length)} no dice nada.`);
  return value;
}

/** Where the files of a store with this data folder lie; its keys may be anywhere, and are not looked for. */
export const layoutOf = (data: string): StoreLayout => storeAt(data, `${data}.keys`, `${data}.keys-copy`);

function folderPlace(folder: string, purpose: 'read' | 'write'): LogPlace {
  const store = layoutOf(folder);
  try {
    assertNotRestoring(store);
  } catch (error) {
    if (!(error instanceof StoreMisplaced)) throw error;
    throw new Failed(`en ${folder} hay una restauración sin terminar.`, { cause: error });
  }
  if (purpose === 'read' && !existsSync(store.log)) throw new Failed(`no hay ningún registro en ${folder}.`);
  const demo = existsSync(store.demoMarker)
    ? (JSON.parse(readFileSync(store.demoMarker, 'utf8')) as Header['demo'])
    : null;
  const events = lockedLog(store.log, purpose);
  try {
    return { name: folder, folder, demo, ...holding({ events, reads: lockedLog(store.reads, purpose) }) };
  } catch (error) {
    void events.close();
    throw error;
  }
}

/** What an import writes can be made again, so it need not wait for the disk at every event. */
function lockedLog(path: string, purpose: 'read' | 'write'): EventLog {
  try {
    return sqliteLog({ path, durability: purpose === 'write' ? 'deferred' : 'full' });
  } catch (error) {
    throw error instanceof StoreLocked ? storeInUse(error) : error;
  }
}

async function serverPlace(named: string): Promise<LogPlace> {
  const { kurrentLog, ConnectionStringRefused } = await kurrent();
  const [connectionString = '', name = 'chaski', ...more] = named.split('#');
  if (more.length > 0) throw new WrongUse('Tras # va el nombre del registro en el servidor, y nada más.');
  try {
    const events = kurrentLog({ connectionString, name });
    const reads = kurrentLog({ connectionString, name: `${name}-reads` });
    return { name: `KurrentDB, registro ${name}`, folder: undefined, demo: null, ...holding({ events, reads }) };
  } catch (error) {
    throw error instanceof ConnectionStringRefused ? new WrongUse(error.message) : error;
  }
}

function holding(logs: LogPlace['logs']): Pick<LogPlace, 'logs' | 'records' | 'close'> {
  return {
    logs,
    async *records() {
      for (const log of logNames) {
        for await (const { events } of logs[log].readAll()) for (const event of events) yield recordOf(log, event);
      }
    },
    close: async () => {
      for (const log of logNames) await logs[log].close();
    },
  };
}

async function filePlace(path: string): Promise<Place> {
  const file = await LogFile.open(path);
  return { name: path, demo: file.header.demo, records: () => file.records(), close: async () => undefined };
}

/** Runs `work` at a place and closes it; says of a log that fails what is wrong with it. */
export async function atPlace<P extends Place>(opening: Promise<P>, work: (place: P) => Promise<void>): Promise<void> {
  const place = await opening;
  try {
    await work(place);
  } catch (error) {
    throw explained(error);
  } finally {
    await place.close();
  }
}

/** A failure of a log in words for people; any other error as it is. */
export function explained(error: unknown): unknown {
  if (error instanceof LogUnavailable) {
    return new Failed(`el registro no responde: ${error.message}.`, { exit: exit.unreachable, cause: error });
  }
  if (error instanceof Conflict) {
    return new Failed(
      `${error.stream} tiene ${error.actual} eventos y no ${error.expected}: alguien más escribe ahí.`,
      {
        exit: exit.differs,
        cause: error,
      },
    );
  }
  if (error instanceof AppendRefused) return new Failed(`el registro no acepta un evento: ${error.message}.`);
  if (error instanceof Error && error.name === 'LogDamaged') {
    return new Failed(`el registro está dañado, o tiene eventos ajenos: ${error.message}.`, {
      exit: exit.damaged,
      cause: error,
    });
  }
  return error;
}
