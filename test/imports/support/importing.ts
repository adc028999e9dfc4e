import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventLog } from '#event-log';
import type { Source } from '../../../src/imports/csv.js';
import type { RowError } from '../../../src/imports/domain/errors.js';
import { importFile, type ImportOptions, type Summary } from '../../../src/imports/import.js';
import { type Expected, inspectFile } from '../../../src/imports/inspect.js';
import type { Platform } from '../../../src/platform.js';
import { History, org } from '../../support/history.js';

/** A sample file of this folder. */
export const sample = (name: string): Buffer => readFileSync(new URL(`../${name}`, import.meta.url));

/** A file in memory, handed out in pieces of `size` bytes. */
export const sourceOf = (content: string | Buffer, size = 50): Source => ({
  bytes: async function* () {
    const bytes = Buffer.from(content);
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

/** The first lines of a file: mark, header and `rows` rows. */
export const firstRows = (content: Buffer, rows: number): string =>
  content
    .toString()
    .split('\n')
    .slice(0, rows + 2)
    .map((line) => `${line}\n`)
    .join('');

/** Imports a file whole, and answers with the summary and every error. */
export async function bring(
  platform: Platform,
  content: string | Buffer,
  options: Partial<ImportOptions> & Expected = {},
): Promise<Summary & { readonly errors: readonly RowError[] }> {
  const source = sourceOf(content, 4096);
  const errors: RowError[] = [];
  const inspected = await inspectFile(source, options);
  const onErrors = (found: readonly RowError[]) => errors.push(...found);
  const summary = await importFile(platform, source, inspected, { actor: 'demo-import', onErrors, ...options });
  return { ...summary, errors };
}

/** The institutions and services the samples name. */
export async function directory(platform: Platform, at = '2025-08-01T12:00:00.000Z'): Promise<void> {
  const history = new History(platform, 'directory');
  await history.establish(at);
  const services = [
    ['cem', 'psicologia', 'PSYCHOLOGY'],
    ['cem', 'legal', 'LEGAL'],
    ['comisaria-familia', 'proteccion', 'POLICE_PROTECTION'],
  ] as const;
  for (const [short, suffix, kind] of services) {
    const service = `${org(short)}-${suffix}`;
    await history.command('organization', org(short), { do: 'offer', service, kind, name: suffix, schedules: [] }, at);
  }
}

/** What the log holds of cases and referrals, apart from when it was written and from what is made of that. */
export async function contents(log: EventLog): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { events } of log.readAll()) {
    for (const { stream, revision, type, data, metadata } of events) {
      if (!/^(case|referral)-/.test(stream)) continue;
      const header = Object.entries(metadata).filter(([name]) => name !== 'recordedAt');
      found.push(JSON.stringify([stream, String(revision).padStart(4, '0'), type, data, Object.fromEntries(header)]));
    }
  }
  return found.sort();
}

/** Waits until something is so. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(5);
}

/** The stream that holds such an event. */
export function streamOf(
  log: readonly (readonly [string, string, string, object, ...unknown[]])[],
  type: string,
  data: Readonly<Record<string, unknown>>,
): string | undefined {
  return log.find(
    ([, , each, held]) =>
      each === type && Object.entries(data).every(([name, value]) => Reflect.get(held, name) === value),
  )?.[0];
}
