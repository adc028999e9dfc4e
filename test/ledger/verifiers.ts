import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf, bundleText } from '#ledger';
import type { RecordOnDisk } from '../../libs/ledger/testing/record.js';
import { main } from '../../libs/ledger/verifier/index.js';

/** What a verifier ends with. */
export interface Verdict {
  readonly code: number;
  /** `RESULTADO <code> <finding> [<place>]` */
  readonly result: string;
}

const script = join(import.meta.dirname, 'verify.py');

/** Why the second verifier cannot run here; undefined when it can. */
export const noPython: string | undefined =
  spawnSync('python3', ['--version']).status === 0 ? undefined : 'skipped: there is no python3 here';

export function first(args: readonly string[]): Verdict {
  const lines: string[] = [];
  const code = main(args, { out: (line) => void lines.push(line), err: () => undefined });
  return { code, result: lines.at(-1) ?? '' };
}

export function second(args: readonly string[]): Verdict {
  const { status, stdout, stderr } = spawnSync('python3', [script, ...args], { encoding: 'utf8' });
  if (status === null || stdout === '') throw new Error(`the second verifier failed: ${stderr}`);
  return { code: status, result: stdout.trimEnd() };
}

/** What both say, who have to agree; what the first says, where the second cannot run. */
export function verdict(args: readonly string[]): Verdict {
  const found = first(args);
  if (noPython === undefined) expect({ by: 'python', ...second(args) }).toEqual({ by: 'python', ...found });
  return found;
}

/** Writes the bundle of a record and its policy to files, and answers how they are verified. */
export async function bundled(
  record: RecordOnDisk,
  { streams, change = (text) => text }: { streams?: readonly string[]; change?: (bundle: string) => string } = {},
): Promise<readonly string[]> {
  const { ledger, log } = record;
  const lines: string[] = [];
  const source = { ledger, log, origin: ledger.origin, madeAt: '2026-03-02T10:00:00.000Z' };
  for await (const line of bundleOf(streams === undefined ? source : { ...source, streams }))
    lines.push(bundleText(line));
  const [bundle, policy] = [join(record.folder, 'bundle.jsonl'), join(record.folder, 'policy')];
  writeFileSync(bundle, change(lines.join('')));
  writeFileSync(policy, record.policy);
  return [bundle, '--policy', policy];
}
