import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Position } from '#event-log';
import type { RelayState, Topic } from '#publishing/kafka';

/** What a relay in a process of its own is to do. */
export interface RelayWork {
  /** Path of the log. */
  readonly log: string;
  /** Path of where it writes down how far it came. */
  readonly checkpoints: string;
  readonly broker: string;
  readonly topic: Topic;
  readonly until: Position;
  readonly dieAt?: number;
}

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
export const nodeFlags = [
  '--conditions=source',
  '--experimental-transform-types',
  '--no-warnings',
  '--import',
  new URL('source.mjs', import.meta.url).href,
];

/** Runs it to its end; undefined when it was killed. */
export async function relayIn(work: RelayWork): Promise<(RelayState & { readonly outcome: string }) | undefined> {
  const child = spawn(process.execPath, [...nodeFlags, here('relay-child.ts'), JSON.stringify(work)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  if (signal === 'SIGKILL') return undefined;
  if (code !== 0) throw new Error(`the relay ended with ${code}`);
  return JSON.parse(output) as RelayState & { readonly outcome: string };
}
