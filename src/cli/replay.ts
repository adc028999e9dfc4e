import { parseArgs } from 'node:util';
import { type Console, exit, type ExitCode, Failed, run, terminal, WrongUse } from './console.js';
import { atPlace, openLogs, placesUsage } from './moving/places.js';
import type { Answering, Asked, Thing } from './replaying/asked.js';
import { local } from './replaying/local.js';
import { remote } from './replaying/remote.js';

const usage = `Uso: npm run replay -- ORDEN … (--data CARPETA|kurrentdb://… | --url http://…) [momento]
  case ID | referral ID                cómo estaba
  queue INSTITUCIÓN COLA               qué esperaba: turn, undated, received, sent, answered, stuck, cases, clocks, late
  month MESA AAAA-MM                   las cifras del mes
  diff case|referral|queue|month …     qué es distinto entre --from y --to, y el suceso que lo causó
  compare MESA AAAA-MM VERSIÓN         un informe emitido, hecho de nuevo: igual, o en qué casilla no [--profile public]
  what-if case ID | what-if board ID   con otras reglas: --in-force-on AAAA-MM-DD, o --rule REGLA --amount N --unit UNIDAD
Momento (sin ninguno, ahora):
  --at INSTANTE       lo que se sabía entonces: lo registrado hasta ese instante
  --until INSTANTE    lo que había ocurrido hasta entonces, con todo lo registrado después
  --position N        el registro hasta esa posición
  --from, --to        dos momentos: known:INSTANTE, happened:INSTANTE o position:N
Con --url: la llave de entrada en CHASKI_TOKEN, o en una demostración --actor CÓDIGO.
Salida: 0 hecho, 1 falló, 2 uso incorrecto, 4 hay diferencias, 6 un servidor tiene el almacén, 7 no responde.
${placesUsage}`;

const text = { type: 'string' } as const;
const options = {
  ...{ data: text, url: text, actor: text, at: text, until: text, position: text, from: text, to: text },
  ...{ profile: text, rule: text, amount: text, unit: text, 'in-force-on': text },
};
type Values = { readonly [K in keyof typeof options]?: string };

/**
 * Replays the past from a log or by a server, and prints it as JSON. Writes nothing.
 * @returns 0 done, 4 what was compared differs, 2 wrong use, 1 failed, 6 a server holds the log, 7 it does not answer
 */
export async function main(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
  console: Console = terminal,
): Promise<ExitCode> {
  let differs = false;
  const code = await run(console, usage, async () => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const asked = askedIn(positionals, values);
    await answering(values, env, async (answer) => {
      const told = await answer(asked);
      console.out(JSON.stringify(told, null, 2));
      differs = isDifferent(asked, told);
    });
  });
  return code === exit.ok && differs ? exit.differs : code;
}

async function answering(values: Values, env: NodeJS.ProcessEnv, work: (answer: Answering) => Promise<void>) {
  const { data, url, actor } = values;
  if ((data === undefined) === (url === undefined)) throw new WrongUse('Diga --data o --url, uno de los dos.');
  if (url !== undefined) {
    if (!URL.canParse(url)) throw new WrongUse('--url no es una dirección.');
    const token = env['CHASKI_TOKEN'];
    return work(remote({ url, ...(token ? { token } : {}), ...(actor === undefined ? {} : { actor }) }));
  }
  return atPlace(openLogs(data ?? '', env, 'read'), ({ logs }) => work(local(logs.events)));
}

function askedIn([order = '', ...rest]: readonly string[], values: Values): Asked {
  switch (order) {
    case 'case':
    case 'referral':
    case 'queue':
    case 'month': {
      const at = momentIn(values);
      return { do: 'show', thing: thingIn([order, ...rest]), ...(at === undefined ? {} : { at }) };
    }
    case 'diff': {
      const [from, to] = [pointIn(values.from, '--from'), values.to];
      return { do: 'diff', thing: thingIn(rest), from, ...(to === undefined ? {} : { to: pointIn(to, '--to') }) };
    }
    case 'compare': {
      const [board, month, version] = exactly(3, rest);
      const { profile = 'board' } = values;
      if (profile !== 'board' && profile !== 'public') throw new WrongUse('--profile es board o public.');
      return { do: 'compare', board, month, version: numberIn(version, 'La versión'), profile };
    }
    case 'what-if': {
      const [kind, id] = exactly(2, rest);
      if (kind !== 'case' && kind !== 'board') throw new WrongUse('what-if es de case o de board.');
      return { do: 'what-if', of: kind === 'case' ? { case: id } : { board: id }, rules: rulesIn(values) };
    }
    default:
      throw new WrongUse(order === '' ? 'Falta la orden.' : `No hay una orden ${order}.`);
  }
}

function thingIn([kind = '', ...rest]: readonly string[]): Thing {
  switch (kind) {
    case 'case':
    case 'referral':
      return { of: kind, id: exactly(1, rest)[0] };
    case 'queue': {
      const [institution, queue] = exactly(2, rest);
      return { of: 'queue', institution, queue };
    }
    case 'month': {
      const [board, month] = exactly(2, rest);
      return { of: 'month', board, month };
    }
    default:
      throw new WrongUse('Diga de qué: case, referral, queue o month.');
  }
}

/** At most one of the three. */
function momentIn({ at, until, position }: Values): string | undefined {
  const said = [
    ...(at === undefined ? [] : [pointIn(`known:${at}`, '--at')]),
    ...(until === undefined ? [] : [pointIn(`happened:${until}`, '--until')]),
    ...(position === undefined ? [] : [pointIn(`position:${position}`, '--position')]),
  ];
  if (said.length > 1) throw new WrongUse('--at, --until y --position son momentos distintos: diga uno.');
  return said[0];
}

function pointIn(point: string | undefined, option: string): string {
  const isPoint = /^position:\d{1,20}$|^(?:known|happened):\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/u;
  if (point !== undefined && isPoint.test(point)) return point;
  throw new WrongUse(`${option} no es un momento, como known:2026-03-09T15:00:00Z o position:42.`);
}

const units = ['hours', 'days', 'business-days', 'months'] as const;

function rulesIn({ rule, amount, unit, 'in-force-on': inForceOn }: Values) {
  const known = units.find((each) => each === unit);
  if (rule !== undefined && known === undefined) throw new WrongUse(`--unit es ${units.join(', ')}.`);
  const term =
    rule === undefined || known === undefined ? undefined : { amount: numberIn(amount, '--amount'), unit: known };
  return {
    ...(inForceOn === undefined ? {} : { inForceOn }),
    ...(rule === undefined || term === undefined ? {} : { override: { rule, term } }),
  };
}

function numberIn(written: string | undefined, what: string): number {
  if (written === undefined || !/^\d{1,6}$/u.test(written)) throw new WrongUse(`${what} es un número entero.`);
  return Number(written);
}

function exactly(n: 1, given: readonly string[]): readonly [string];
function exactly(n: 2, given: readonly string[]): readonly [string, string];
function exactly(n: 3, given: readonly string[]): readonly [string, string, string];
function exactly(n: number, given: readonly string[]): readonly string[] {
  if (given.length !== n) throw new WrongUse('Sobra o falta algo en la orden.');
  return given;
}

function isDifferent(asked: Asked, told: unknown): boolean {
  if (asked.do === 'diff') return Array.isArray(told) && told.length > 0;
  if (asked.do !== 'compare') return false;
  if (typeof told !== 'object' || told === null || !('equal' in told)) throw new Failed('la respuesta no se entiende.');
  return told.equal !== true;
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2), process.env);
