import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { importDirectory, type ImportSummary, listIn } from '../directory/import/import.js';
import { openEmbedded } from '../modes/embedded.js';
import { storeFrom } from '../modes/store.js';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';

const usage = `Uso: node dist/src/cli/directory.js ARCHIVO.json --by CÓDIGO [--dry-run]
  --by        la institución que asegura los datos
  --dry-run   dice qué pasaría, sin escribir nada`;

/** What was asked was done, but for some rows. */
const someRefused = 3;

/** Errors shown. */
const mostShown = 20;

/**
 * Imports a list of organizations with their services into the store, which no server may be using.
 * @returns 0 all rows, 3 some rows were refused, 2 wrong use, 1 failed, 6 a server holds the store
 */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  console: Console = terminal,
): Promise<ExitCode | typeof someRefused> {
  let refused = 0;
  const code = await run(console, usage, async () => {
    const text = { type: 'string' } as const;
    const options = { by: text, 'dry-run': { type: 'boolean', default: false } } as const;
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new WrongUse('Hay que nombrar un archivo, y solo uno.');
    if (values.by === undefined) throw new WrongUse('Falta --by.');
    const list = listOf(readFileSync(file, 'utf8'));
    const platform = await openEmbedded({ paths: storeFrom(env) }).catch((error: unknown) => {
      if (!(error instanceof Error && error.name === 'StoreLocked')) throw error;
      throw new Failed('el servidor está en marcha y tiene el almacén. Envíele el archivo a /api/directory/imports.', {
        exit: exit.inUse,
        cause: error,
      });
    });
    try {
      const asked = { dry: values['dry-run'], actor: 'import', institution: values.by };
      const summary = await importDirectory(platform, list, asked);
      tell(console, summary);
      refused = summary.refused;
    } finally {
      await platform.close();
    }
  });
  return code === 0 && refused > 0 ? someRefused : code;
}

/** @throws Failed it is no list of organizations */
function listOf(text: string): readonly unknown[] {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new Failed('el archivo no es JSON.');
  }
  const list = listIn(file);
  if (list === undefined) throw new Failed('el archivo no es una lista de instituciones.');
  return list;
}

function tell({ out, err }: Console, { rows, created, changed, unchanged, refused, dry, errors }: ImportSummary): void {
  for (const { row, pointer, message } of errors.slice(0, mostShown))
    err(`Fila ${row}${pointer && `, ${pointer}`}: ${message}`);
  if (errors.length > mostShown) err(`… y ${errors.length - mostShown} errores más.`);
  out(
    `Instituciones: ${rows}; nuevas ${created}, cambiadas ${changed}, sin cambios ${unchanged}, rechazadas ${refused}.`,
  );
  out(dry ? 'Ensayo: no se escribió nada.' : 'Las vistas se ponen al día al arrancar el servidor.');
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
