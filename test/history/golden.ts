import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry, Metadata } from '#event-log';
import { factMaker } from '#publishing';
import { deciders, publications } from '../../src/capabilities.js';
import { examples } from './examples.js';
import { recorded } from './recorded.js';

/** An event or fact as it was once recorded. */
export interface Golden {
  readonly type: string;
  readonly schema: number;
  readonly stream: string;
  readonly data: object;
  readonly metadata: Metadata;
}

export const folders = ['events', 'facts'] as const;
export type Folder = (typeof folders)[number];

/** What was recorded, and under which digest: `sha256sum -c manifest.sha256` reads it. */
export class Archive {
  readonly #manifest: string;

  constructor(private readonly directory: string) {
    this.#manifest = join(directory, 'manifest.sha256');
  }

  names(folder: Folder): readonly string[] {
    const path = join(this.directory, folder);
    return existsSync(path) ? readdirSync(path).sort() : [];
  }

  read(folder: Folder, name: string): Golden {
    return JSON.parse(this.#text(`${folder}/${name}`)) as Golden;
  }

  digest(path: string): string {
    return createHash('sha256').update(this.#text(path)).digest('hex');
  }

  /** Digest by path, as recorded. */
  manifest(): ReadonlyMap<string, string> {
    const text = existsSync(this.#manifest) ? readFileSync(this.#manifest, 'utf8') : '';
    const lines = text.split('\n').filter((line) => line !== '');
    return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)] as const));
  }

  /** Adds a file; one that is there stays as it is. Answers whether it was added. */
  add(folder: Folder, name: string, golden: Golden): boolean {
    const path = `${folder}/${name}`;
    if (existsSync(join(this.directory, path)) || this.manifest().has(path)) return false;
    mkdirSync(join(this.directory, folder), { recursive: true });
    writeFileSync(join(this.directory, path), `${JSON.stringify(golden, null, 2)}\n`, { flag: 'wx' });
    appendFileSync(this.#manifest, `${this.digest(path)}  ${path}\n`);
    return true;
  }

  #text(path: string): string {
    return readFileSync(join(this.directory, path), 'utf8');
  }
}

/** `ReferralSent.v1.json`: an event type and the schema it was written with. A fact has the name of its event. */
export const nameOf = (type: string, schema: number): string => `${type}.v${schema}.json`;

/** A golden event as an entry of a log, the first of its stream. */
export function entryOf({ type, stream, data, metadata }: Golden): Entry {
  const [entry] = recorded(stream, [{ type, data }], { header: metadata });
  if (entry === undefined) throw new Error('nothing recorded');
  return { ...entry, metadata };
}

/** The fact that today's publications make of a golden event. */
export function factOf(golden: Golden): Golden | undefined {
  const fact = factMaker(publications).make(entryOf(golden));
  if (fact === undefined) return undefined;
  return { type: fact.type, schema: 1, stream: fact.stream, data: fact.data as object, metadata: fact.metadata };
}

const header = {
  actor: 'demo-01',
  commandId: '00000000-0000-8000-8000-000000000001',
  correlationId: '00000000-0000-8000-8000-000000000001',
  effectiveAt: '2025-10-01T15:00:00.000Z',
  recordedAt: '2025-10-01T15:00:01.000Z',
};

/** Records what is missing, of events first and then of the facts made from them. Answers with what was added. */
export function record(archive: Archive): readonly string[] {
  const added: string[] = [];
  for (const { category, events } of deciders) {
    const example = examples[category];
    if (example === undefined) throw new Error(`no examples of the events of ${category}`);
    for (const type of events.types) {
      const schema = events.schema(type);
      const data = example.complete[type];
      if (data === undefined) throw new Error(`no example of ${type}`);
      const metadata = { ...header, schema: String(schema) };
      const name = nameOf(type, schema);
      if (archive.add('events', name, { type, schema, stream: example.stream, data, metadata })) added.push(name);
    }
  }
  for (const name of archive.names('events')) {
    const fact = factOf(archive.read('events', name));
    if (fact !== undefined && archive.add('facts', name, fact)) added.push(`facts/${name}`);
  }
  return added;
}
