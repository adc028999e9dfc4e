import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parsePolicy, PolicyRefused } from '../policy.js';
import { type Finding, findings, Unsound } from './codes.js';
import { type Sound, verifyBundle } from './verify.js';

const usage = `Uso: npm run verify -- PAQUETE --policy ARCHIVO [--seen CIERRE] [--max-age HORAS]
  --policy   en quién se confía: llaves del registro y de los testigos, y cuántos hacen falta (C2SP tlog-policy)
  --seen     un cierre guardado por otro, por ejemplo por un testigo: el paquete no debe contradecirlo
  --max-age  de cuántas horas pueden ser las firmas de los testigos
Salida:
${Object.entries(findings)
  .map(([name, [code, meaning]]) => `  ${String(code).padStart(2)}  ${name.padEnd(17)} ${meaning}`)
  .join('\n')}`;

/** Where the program writes. */
export interface Screen {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const screen: Screen = {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
};

/**
 * The verifier: reads a bundle and a policy, and says whether everything holds.
 * @returns the exit code of the finding, see `--help`
 */
export function main(args: readonly string[], { out, err }: Screen = screen): number {
  if (args.includes('--help') || args.includes('-h')) {
    out(usage);
    return 0;
  }
  try {
    const { bundle, ...options } = optionsFrom(args);
    const sound = verifyBundle(linesOf(bundle), options);
    for (const line of summary(sound, options.now)) out(line);
    out(`RESULTADO ${findings.sound[0]} sound`);
    return 0;
  } catch (error) {
    const { finding, at, message } = unsoundFrom(error);
    const [code, meaning] = findings[finding];
    err(`${meaning}: ${message}`);
    if (finding === 'wrong-use') err(usage);
    out(`RESULTADO ${code} ${finding}${at === undefined ? '' : ` ${at}`}`);
    return code;
  }
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

function optionsFrom(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { policy: text, seen: text, 'max-age': text, now: text },
    allowPositionals: true,
  });
  const [bundle, ...more] = positionals;
  const { policy, seen, 'max-age': hours, now } = values;
  if (bundle === undefined || more.length > 0 || policy === undefined) throw new TypeError('PAQUETE --policy ARCHIVO');
  if (hours !== undefined && !/^\d{1,6}$/.test(hours)) throw new TypeError('--max-age HORAS');
  if (now !== undefined && !instant.test(now)) throw new TypeError('--now INSTANTE, como 2026-03-02T15:00:00Z');
  return {
    bundle,
    policy: parsePolicy(readFileSync(policy, 'utf8')),
    ...(seen === undefined ? {} : { seen: readFileSync(seen, 'utf8') }),
    ...(hours === undefined ? {} : { maxAge: Number(hours) * 3_600 }),
    now: Math.floor((now === undefined ? Date.now() : Date.parse(now)) / 1_000),
  };
}

function unsoundFrom(error: unknown): { finding: Exclude<Finding, 'sound'>; at?: number; message: string } {
  if (error instanceof Unsound) return error;
  const message = error instanceof Error ? error.message : '';
  if (error instanceof PolicyRefused) return { finding: 'policy-malformed', message };
  if (error instanceof TypeError) return { finding: 'wrong-use', message };
  return { finding: 'failed', message };
}

function summary(
  { origin, scope, leaves, tail, unsealed, shredded, purged, cosigned, checkpoints }: Sound,
  now: number,
) {
  const { size, cosigners, time } = cosigned;
  const age = time === undefined ? '' : `, hace ${Math.max(0, Math.round((now - time) / 3_600))} h`;
  const names = cosigners.map(({ name }) => name).join(', ') || 'nadie más';
  return [
    `Registro ${origin}: ${leaves} sucesos comprobados${scope === 'whole' ? '' : ', de algunas historias'}.`,
    `${checkpoints} cierres. El último con las firmas que pide la confianza: ${size} sucesos, ${names}${age}.`,
    `Sin esas firmas todavía: ${unsealed + tail} sucesos.`,
    `Con datos borrados para siempre: ${listed(shredded)}. Con contenido retirado: ${listed(purged)}.`,
  ];
}

const shown = 20;
const listed = (places: readonly number[]): string =>
  places.length === 0
    ? 'ninguno'
    : `${places.length} (${places.slice(0, shown).join(', ')}${places.length > shown ? '…' : ''})`;

const newline = 0x0a;

/** The lines of a file of any size. @throws Unsound bytes that are no UTF-8 */
function* linesOf(path: string): Generator<string> {
  const file = openSync(path, 'r');
  const buffer = Buffer.alloc(1 << 20);
  const begun: Buffer[] = [];
  try {
    for (let length = readSync(file, buffer); length > 0; length = readSync(file, buffer)) {
      const read = Buffer.from(buffer.subarray(0, length));
      const end = read.lastIndexOf(newline) + 1;
      if (end > 0) yield* textsOf(Buffer.concat([...begun.splice(0), read.subarray(0, end - 1)]));
      if (end < length) begun.push(read.subarray(end));
    }
  } finally {
    closeSync(file);
  }
  if (begun.length > 0) throw new Unsound('bundle-malformed', 0, 'el archivo está cortado');
}

/** Whole lines, without the last newline. Other bytes that read alike must not pass for those that were signed. */
function* textsOf(lines: Buffer): Generator<string> {
  if (isUtf8(lines)) return yield* lines.toString('utf8').split('\n');
  for (let from = 0, to = 0; to >= 0 && from <= lines.length; from = to + 1) {
    to = lines.indexOf(newline, from);
    const line = lines.subarray(from, to < 0 ? lines.length : to);
    if (!isUtf8(line)) throw new Unsound('bundle-malformed', 0, 'bytes que no son UTF-8');
    yield line.toString('utf8');
  }
}
