import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { csvLinesOf } from '../exports/csv.js';
import type { Source } from '../imports/csv.js';
import type { Mapping } from '../imports/domain/mapping.js';
import { type Kind, kinds } from '../imports/domain/columns.js';
import { FileRefused, ImportNotAllowed, type RowError } from '../imports/domain/errors.js';
import { importFile, type Summary } from '../imports/import.js';
import { type Inspected, inspectFile } from '../imports/inspect.js';
import { BadMapping, mappingAt, type Mappings, mappingsFrom } from '../imports/mappings.js';
import { openEmbedded } from '../modes/embedded.js';
import { adoptHolidays } from '../modes/holidays.js';
import { storeAt, storeFrom, type StoreLayout } from '../modes/store.js';
import type { Platform } from '../platform.js';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';

const usage = `Uso: npm run import -- ARCHIVO.csv [--mapping PLANTILLA] [--kind cases|referrals] [--institution CÓDIGO] [--demo] [--dry-run] [--strict] [--errors ARCHIVO]
  --mapping      la lista es de una institución: el código de su plantilla (en CHASKI_MAPPINGS), o su archivo .json
  --demo         afirma que son datos de demostración, si el archivo no lo dice
  --dry-run      dice qué pasaría, sin escribir nada
  --strict       no escribe nada si alguna fila tiene errores
  --errors       escribe los errores en ARCHIVO (CSV)`;

/** What was asked was done, but for some rows. */
const someRefused = 3;

/** Errors shown where they are not written to a file. */
const mostShown = 20;

/**
 * Imports a file into the store, which no server may be using.
 * @returns 0 all rows, 3 some rows were refused, 2 wrong use, 1 failed, 6 a server holds the store
 */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  console: Console = terminal,
): Promise<ExitCode | typeof someRefused> {
  let refused = 0;
  const code = await run(console, usage, async () => {
    const asked = askedFor(args, env);
    const errors = asked.errors === undefined ? shown(console) : written(asked.errors);
    try {
      adoptHolidays(env);
      refused = await importInto(storeFrom(env), asked, errors.tell, console);
      errors.end();
    } catch (error) {
      if (!(error instanceof FileRefused)) {
        errors.drop();
        throw error;
      }
      errors.tell(error.errors);
      errors.end();
      throw new Failed('el archivo no se puede importar. No se escribió nada de él.');
    }
  });
  return code === 0 && refused > 0 ? someRefused : code;
}

interface Asked {
  readonly file: string;
  readonly kind: Kind | undefined;
  readonly mapping: Mapping | undefined;
  readonly institution: string | undefined;
  readonly errors: string | undefined;
  readonly demo: boolean;
  readonly dryRun: boolean;
  readonly strict: boolean;
}

function askedFor(args: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const texts = { kind: text, mapping: text, institution: text, errors: text };
  const options = { ...texts, demo: flag, 'dry-run': flag, strict: flag };
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse('Hay que nombrar un archivo, y solo uno.');
  if (!statSync(file).isFile()) throw new WrongUse(`${file} no es un archivo.`);
  const kind = kinds.find((each) => each === values.kind);
  if (values.kind !== undefined && kind === undefined) throw new WrongUse(`--kind es ${kinds.join(' o ')}.`);
  const errors = values.errors === undefined ? undefined : resolve(values.errors);
  if (errors === resolve(file)) throw new WrongUse('Los errores no pueden ir al mismo archivo.');
  const { institution, demo, strict } = values;
  const mapping = values.mapping === undefined ? undefined : mappingFor(values.mapping, env);
  return { file, kind, mapping, institution, errors, demo, strict, dryRun: values['dry-run'] };
}

/** @throws Failed it is no mapping, with every fault; WrongUse there is none of that name */
function mappingFor(name: string, env: NodeJS.ProcessEnv): Mapping {
  let all: Mappings;
  try {
    if (name.endsWith('.json')) return mappingAt(name);
    all = mappingsFrom(env);
  } catch (error) {
    if (error instanceof Error && error.cause instanceof BadMapping) throw new Failed(error.message, { cause: error });
    throw error;
  }
  const found = all.find(name);
  if (found === undefined) throw new WrongUse(`Las plantillas son ${all.all.map(({ id }) => id).join(', ')}.`);
  return found;
}

async function importInto(
  store: StoreLayout,
  asked: Asked,
  onErrors: (errors: readonly RowError[]) => void,
  console: Console,
): Promise<number> {
  const source: Source = { bytes: () => createReadStream(asked.file) };
  console.progress('Revisando el archivo…');
  const inspected = await inspectFile(source, asked);
  if (!inspected.demo && !asked.demo) throw notAllowed('not-demo');
  const { platform, close } = await opened(store, asked);
  try {
    const onProgress = (done: number, rows: number) => console.progress(`Filas: ${done} de ${rows}`);
    const summary = await importFile(platform, source, inspected, { ...asked, actor: 'import', onErrors, onProgress });
    console.progress('');
    console.out(said(inspected, summary));
    if (summary.dry) console.out(asked.dryRun ? 'Ensayo: no se escribió nada.' : 'Hay errores: no se escribió nada.');
    else console.out('Las vistas se ponen al día al arrancar el servidor.');
    return summary.refused;
  } catch (error) {
    throw error instanceof ImportNotAllowed ? notAllowed(error.reason) : error;
  } finally {
    await close();
  }
}

interface Opened {
  readonly platform: Platform;
  readonly close: () => Promise<void>;
}

/** The store; for a dry run where there is none, an empty one that is gone afterwards. @throws Failed a server has it */
async function opened(store: StoreLayout, { file, dryRun }: Asked): Promise<Opened> {
  if (dryRun && !existsSync(store.log)) return passing();
  try {
    const platform = await openEmbedded({ paths: store });
    return { platform, close: () => platform.close() };
  } catch (error) {
    if (!(error instanceof Error && error.name === 'StoreLocked')) throw error;
    throw new Failed(
      `el servidor está en marcha y tiene el almacén. Deténgalo, o envíele el archivo:\n  curl -X POST --data-binary @${file} -H 'Content-Type: text/csv' -H 'X-Actor: CÓDIGO' 'http://127.0.0.1:3000/api/imports'`,
      { exit: exit.inUse },
    );
  }
}

async function passing(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'chaski-import-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const paths = storeAt(join(folder, 'log'), join(folder, 'vault'), join(folder, 'vault-copy'));
    const platform = await openEmbedded({ paths });
    return { platform, close: () => platform.close().finally(remove) };
  } catch (error) {
    remove();
    throw error;
  }
}

const notAllowed = (reason: ImportNotAllowed['reason']) =>
  new Failed(
    reason === 'not-demo'
      ? 'el archivo no está marcado como demostración, y mientras no haya control de acceso no se importa otra cosa. Márquelo con una primera línea «# demo», con una columna demo o con --demo.'
      : 'el almacén tiene datos que no son de demostración, y no se mezclan.',
  );

const said = ({ layout: { kind } }: Inspected, { rows, created, continued, unchanged, refused }: Summary): string =>
  `${kind === 'cases' ? 'Casos' : 'Derivaciones'}: ${rows} filas; nuevas ${created}, continuadas ${continued}, sin cambios ${unchanged}, rechazadas ${refused}.`;

/** Where errors go. */
interface Errors {
  readonly tell: (errors: readonly RowError[]) => void;
  readonly end: () => void;
  readonly drop: () => void;
}

function shown({ err, progress }: Console): Errors {
  let count = 0;
  return {
    tell: (errors) => {
      for (const { row, column, heading = column, message } of errors) {
        count += 1;
        if (count === 1) progress('');
        if (count <= mostShown) err(`Fila ${row}${heading === '' ? '' : `, ${heading}`}: ${message}`);
      }
    },
    end: () => {
      if (count > mostShown) err(`… y ${count - mostShown} errores más (--errors los escribe todos).`);
    },
    drop: () => undefined,
  };
}

/** A file that is there when it is whole. */
function written(path: string): Errors {
  const draft = `${path}.new`;
  const file = openSync(draft, 'w', 0o600);
  const write = (rows: readonly (readonly string[])[], mark = false) => writeSync(file, csvLinesOf(rows, { mark }));
  write([['row', 'column', 'code', 'message']], true);
  return {
    tell: (errors) => {
      if (errors.length > 0)
        write(errors.map(({ row, column, code, message }) => [String(row), column, code, message]));
    },
    end: () => {
      closeSync(file);
      renameSync(draft, path);
    },
    drop: () => {
      closeSync(file);
      rmSync(draft);
    },
  };
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
