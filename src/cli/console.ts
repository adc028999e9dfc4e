/** What a command line tool talks through. */
export interface Console {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** Shows how far something is; only where a person watches. */
  readonly progress: (text: string) => void;
}

/** The outcome of a tool, for the shell. 3 is that of an import which refused some rows. */
export const exit = { ok: 0, failed: 1, wrongUse: 2, differs: 4, damaged: 5, inUse: 6, unreachable: 7 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** The arguments make no sense; the message says which, in Spanish. */
export class WrongUse extends Error {}

/** What was asked cannot be done; the message says why, in Spanish. */
export class Failed extends Error {
  readonly exit: ExitCode;

  constructor(message: string, options: ErrorOptions & { readonly exit?: ExitCode } = {}) {
    super(message, options);
    this.exit = options.exit ?? exit.failed;
  }
}

export const terminal: Console = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  },
};

/** Runs a tool and says in one line what went wrong, if something did. Never shows a stack. */
export async function run(console: Console, usage: string, work: () => Promise<void>): Promise<ExitCode> {
  try {
    await work();
    return exit.ok;
  } catch (error) {
    if (asksForHelp(error)) {
      console.out(usage);
      return exit.ok;
    }
    if (error instanceof WrongUse || codeOf(error).startsWith('ERR_PARSE_ARGS')) {
      console.err(error instanceof WrongUse ? error.message : 'No se entienden las opciones.');
      console.err(usage);
      return exit.wrongUse;
    }
    console.err(`Error: ${explain(error)}`);
    return error instanceof Failed ? error.exit : exit.failed;
  } finally {
    console.progress('');
  }
}

/** No tool declares `--help`: whoever asks for it is told by `parseArgs` as of an option it does not know. */
const asksForHelp = (error: unknown): boolean =>
  codeOf(error) === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && /'(--help|-h)'/.test(field(error, 'message'));

const known: Readonly<Record<string, string>> = {
  ENOSPC: 'el disco está lleno',
  EACCES: 'falta permiso para leer o escribir',
  EPERM: 'falta permiso para leer o escribir',
  EROFS: 'el disco es de solo lectura',
  ENOENT: 'no existe',
  EXDEV: 'el destino está en otro disco',
  EIO: 'el disco falla al leer o escribir',
};

function explain(error: unknown): string {
  if (error instanceof Failed) return error.message;
  const reason = known[codeOf(error)];
  const path = field(error, 'path');
  if (reason !== undefined) return path === '' ? `${reason}.` : `${reason} (${path}).`;
  return `fallo inesperado: ${field(error, 'message') || 'sin descripción'}`;
}

const codeOf = (error: unknown): string => field(error, 'code');

function field(error: unknown, name: 'code' | 'message' | 'path'): string {
  const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined;
  return typeof value === 'string' ? value : '';
}
