import { type Console, exit, run, terminal } from './console.js';

/**
 * How every command of `chaski` ends, for scripts: 0 done, 1 refused or a check failed, 2 wrong use, 3 another process
 * holds the store, 4 what it needs does not answer. The tools by themselves tell more apart.
 */
export const outcomes = { done: 0, refused: 1, wrongUse: 2, locked: 3, unavailable: 4 } as const;
export type Outcome = keyof typeof outcomes;

/** What a tool's own code comes to. What is not named here, and is not 0, is something that was refused or failed. */
const outcomeOf = (code: number): Outcome =>
  code === exit.ok
    ? 'done'
    : code === exit.wrongUse
      ? 'wrongUse'
      : code === exit.inUse
        ? 'locked'
        : code === exit.unreachable
          ? 'unavailable'
          : 'refused';

type Tool = (args: readonly string[], env: NodeJS.ProcessEnv, console: Console) => number | Promise<number>;

interface Command {
  readonly does: string;
  /** Loaded when it is asked for: most of them need much that the others do not. */
  readonly tool: () => Promise<Tool>;
  /** What the tool calls this, where it does several things. */
  readonly before?: readonly string[];
}

const logExport = async (): Promise<Tool> => (await import('./log-export.js')).main;
const logImport = async (): Promise<Tool> => (await import('./log-import.js')).main;
const logVerify = async (): Promise<Tool> => (await import('./log-verify.js')).main;
const vault = async (): Promise<Tool> => (await import('./vault.js')).main;
const seal = async (): Promise<Tool> => (await import('./seals.js')).main;
const projection = async (): Promise<Tool> => (await import('./projection.js')).main;

/** Every command there is, by its words. */
export const commands: Readonly<Record<string, Command>> = {
  import: {
    does: 'trae casos o derivaciones de un archivo',
    tool: async () => (await import('./import.js')).main,
  },
  'import:directory': {
    does: 'trae una lista de instituciones con sus servicios',
    tool: async () => (await import('./directory.js')).main,
  },
  export: {
    does: 'escribe los indicadores de un mes, o el RUV',
    tool: async () => (await import('../exports/main.js')).main,
  },
  report: {
    does: 'escribe el informe de un mes en todos sus formatos',
    tool: async () => (await import('./report.js')).main,
  },
  backup: { does: 'copia el registro y las llaves', tool: async () => (await import('./backup.js')).main },
  restore: { does: 'pone una copia en su lugar', tool: async () => (await import('./restore.js')).main },
  'restore-drill': {
    does: 'prueba una restauración aparte',
    tool: async () => (await import('./restore-drill.js')).main,
  },
  views: { does: 'dice hasta dónde llegó cada vista', tool: projection, before: ['list'] },
  rebuild: { does: 'rehace una vista desde el primer evento', tool: projection, before: ['rebuild'] },
  replay: { does: 'dice cómo estaba algo, o por qué cambió', tool: async () => (await import('./replay.js')).main },
  bundle: {
    does: 'escribe un paquete que cualquiera puede comprobar',
    tool: async () => (await import('./bundle.js')).main,
  },
  verify: {
    does: 'comprueba un paquete',
    tool: async () => {
      const { main } = await import('../../libs/ledger/verifier/index.js');
      return (args, _env, console) => main(args, console);
    },
  },
  checkpoint: {
    does: 'muestra y cuida los cierres del registro',
    tool: async () => (await import('./checkpoint.js')).main,
  },
  witness: {
    does: 'es un testigo del registro de otra institución',
    tool: async () => {
      const { main } = await import('./witness.js');
      return (args, _env, console) => main(args, console);
    },
  },
  'log export': { does: 'escribe el registro en un archivo', tool: logExport },
  'log import': { does: 'pone en su lugar un registro exportado', tool: logImport },
  'log verify': { does: 'compara dos registros evento por evento', tool: logVerify },
  'vault status': { does: 'dice cómo están las llaves', tool: vault, before: ['status'] },
  'vault rotate': { does: 'protege las llaves con una llave maestra nueva', tool: vault, before: ['rotate'] },
  'seal status': { does: 'dice qué llaves están fuera de línea por una reserva', tool: seal, before: ['status'] },
  'seal restore': { does: 'devuelve las llaves de una reserva levantada', tool: seal, before: ['restore'] },
  'erase status': {
    does: 'dice qué supresiones están en curso y qué las detiene',
    tool: async () => (await import('./erasures.js')).main,
  },
};

const widest = Math.max(...Object.keys(commands).map((name) => name.length));

const usage = `Uso: chaski ORDEN [opciones]      (npm run chaski -- ORDEN …)
${Object.entries(commands)
  .map(([name, { does }]) => `  ${name.padEnd(widest)}  ${does}`)
  .join('\n')}
  chaski ORDEN --help dice cómo se usa cada una.
  --json  la respuesta como un objeto JSON en una línea
Salida: 0 hecho, 1 rechazado o no superó la comprobación, 2 mal uso, 3 otro proceso tiene el almacén, 4 no responde`;

/** Tools that have a `--json` of their own: what they write is JSON itself. */
const ownJson = new Set(['export']);

/**
 * Runs one command of the operator's.
 * @returns one of `outcomes`
 */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  console: Console = terminal,
): Promise<number> {
  const [first = '', second = ''] = args;
  if (first === '--help' || first === '-h' || first === 'help') {
    console.out(usage);
    return outcomes.done;
  }
  const name = [`${first} ${second}`, first].find((words) => Object.hasOwn(commands, words));
  const command = name === undefined ? undefined : commands[name];
  if (name === undefined || command === undefined) {
    console.err(first === '' ? 'Falta la orden.' : `No hay una orden «${first}».`);
    console.err(usage);
    return outcomes.wrongUse;
  }
  const rest = args.slice(name.split(' ').length);
  const json = rest.includes('--json') && !ownJson.has(name);
  const given = json ? rest.filter((each) => each !== '--json') : rest;
  const { before = [] } = command;
  const work = async (on: Console): Promise<Outcome> => {
    if (asksForHelp(given)) on.out(`chaski ${name}: ${command.does}`);
    return outcomeOf(await attempted(await command.tool(), [...before, ...given], env, on));
  };
  return outcomes[json ? await asJson(name, work, console) : await work(console)];
}

const asksForHelp = (args: readonly string[]): boolean => args.some((each) => each === '--help' || each === '-h');

/** A tool with the same words for what it throws before it begins as for all the rest. */
async function attempted(
  tool: Tool,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  console: Console,
): Promise<number> {
  let code: number = exit.ok;
  const failed = await run(console, usage, async () => {
    code = await tool(args, env, console);
  });
  return failed === exit.ok ? code : failed;
}

/**
 * One object on one line when it is over, whatever the tool says on its way; progress still goes to who watches. What a
 * tool says as JSON is `result`, what it says in words `said`.
 */
async function asJson(
  command: string,
  work: (console: Console) => Promise<Outcome>,
  { out, progress }: Console,
): Promise<Outcome> {
  const said: string[] = [];
  const errors: string[] = [];
  const outcome = await work({ out: (line) => said.push(line), err: (line) => errors.push(line), progress });
  out(JSON.stringify({ command, outcome, code: outcomes[outcome], ...resultOf(said), errors }));
  return outcome;
}

function resultOf(said: readonly string[]): { readonly result: unknown } | { readonly said: readonly string[] } {
  try {
    return { result: JSON.parse(said.join('\n')) as unknown };
  } catch {
    return { said };
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
