import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SealedSection } from '#decider';
import { deriveId } from '#event-log';
import type { Binding, Grant } from '#vault';
import { forgetPerson } from '../../src/cases/http/person-index.js';
import type { CaseEvents } from '../../src/cases/domain/events.js';
import { type Platform, send } from '../../src/platform.js';
import { dataCategories } from '../../src/protocol/index.js';
import { CarryOut } from '../../src/rights/process/carry-out.js';
import { History } from '../support/history.js';

/** What nobody may find anywhere but in sealed sections: nobody is called so. */
export const canaries = {
  name: 'Quillabamba Ñahuinlla Canario',
  document: '70918273',
  phone: '987123654',
  address: 'Jirón Canario 4711, interior «B»',
  shelter: 'Hogar Canario de la Ñusta',
};

/** A text as it may stand in a file: its bytes, and what programs make of them. */
export function formsOf(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  // Base64 of a text that begins anywhere in a longer one: three alignments, without what the neighbours change.
  const aligned = [0, 1, 2].map((skip) =>
    Buffer.concat([Buffer.alloc(skip), utf8])
      .toString('base64')
      .replace(/=+$/, '')
      .slice(skip === 0 ? 0 : skip + 1, -2),
  );
  const json = JSON.stringify(text).slice(1, -1);
  const escaped = [...text].map((sign) =>
    sign > '~' ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}` : sign,
  );
  const texts = [
    ...[json, escaped.join(''), utf8.toString('hex'), utf8.toString('hex').toUpperCase(), encodeURIComponent(text)],
    ...[...aligned, ...aligned.map((each) => each.replaceAll('+', '-').replaceAll('/', '_'))],
  ];
  const utf16 = Buffer.from(text, 'utf16le');
  return [utf8, utf16, Buffer.from(utf16).swap16(), ...texts.map((each) => Buffer.from(each))];
}

/** Every file below the directories: path → bytes. One that is gone by the time it is read holds nothing. */
export function filesBelow(...directories: readonly string[]): ReadonlyMap<string, Buffer> {
  const entries = directories.flatMap((directory) => readdirSync(directory, { recursive: true, withFileTypes: true }));
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path, bytesOf(path)]));
}

function bytesOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

/** The files that hold one of these, in any form. */
export function holding(needles: readonly Buffer[], files: ReadonlyMap<string, Buffer>): readonly string[] {
  return [...files].filter(([, bytes]) => needles.some((needle) => bytes.includes(needle))).map(([path]) => path);
}

/** The wrapped keys of a person, as they lie in the file of a vault's directory. */
export function wrappedKeysOf(vault: string, person: string): readonly Buffer[] {
  const db = new DatabaseSync(join(vault, 'keys.db'), { readOnly: true });
  const rows = db.prepare('SELECT wrapped FROM key WHERE subject = ?').all(person);
  db.close();
  return rows.map((row) => Buffer.from(row['wrapped'] as Uint8Array));
}

export const allCanaries = Object.values(canaries).flatMap(formsOf);

/** A case of somebody with everything that can be said of her, and a referral of it. */
export async function tellOf(platform: Platform, seed: string, at: string): Promise<string> {
  const history = new History(platform, seed);
  const { name, document: documentId, phone, address, shelter } = canaries;
  const narrative = `${name}, ${documentId}, vive en ${address}`;
  const id = await history.openCase(at, { identity: { name, documentId, phone, birthYear: 1990 }, narrative });
  const person = await personOfCase(platform, id);
  const assess = { do: 'assess-risk', institution: 'pe-150112-comisaria-familia', level: 'SEVERE' };
  await history.command('case', id, { ...assess, answers: { q1: address } }, at);
  for (const who of ['aggressor', 'children', 'reporter']) {
    const details = { name, phone, notes: `${who}: ${narrative}` };
    await history.command('case', id, { do: `describe-${who}`, institution: assess.institution, details }, at);
  }
  const { institution } = assess;
  const place = { district: '150112', address, reference: `frente a ${name}`, aggressor: 'KNOWS_IT' };
  await history.command('case', id, { do: 'record-whereabouts', institution, place }, at);
  const refuge = { name: shelter, reach: `${phone}, ${name}` };
  await history.command('case', id, { do: 'record-shelter-place', institution, place: refuge }, at);
  const message = { note: narrative, safeContact: `${phone}, ${name}` };
  await history.sendReferral(at, id, { person, message });
  return person;
}

export async function personOfCase({ log }: Platform, id: string): Promise<string> {
  for await (const { data, type } of log.readStream(`case-${id}`)) {
    if (type === 'CaseOpened') return (data as CaseEvents['CaseOpened']).person;
  }
  throw new Error('no such case');
}

/** Asks for an erasure of everything, or of some kinds of data, and has somebody else approve it. */
export async function askAndApprove(
  platform: Platform,
  person: string,
  categories?: readonly string[],
): Promise<string> {
  const asking = deriveId('ask', person, ...(categories ?? []));
  const erasure = deriveId(asking, 'erasure');
  const institution = 'pe-150112-cem';
  const among = categories === undefined ? {} : { categories };
  const ask = { do: 'ask', person, country: 'PE', institution, ground: 'PERSON_ASKED', ...among };
  await send(platform, 'subject', { id: person, command: ask, commandId: asking, actor: 'one' });
  const approve = { do: 'approve', erasure, institution };
  const commandId = deriveId('approve', erasure);
  await send(platform, 'subject', { id: person, command: approve, commandId, actor: 'other' });
  return erasure;
}

/** What carries erasures out where no server runs. */
export const carrying = (platform: Platform): CarryOut =>
  new CarryOut(platform, {
    backupDays: 30,
    forget: async (person) => {
      await forgetPerson(platform.index, person);
      return ['person-index'];
    },
  });

/** The events of a person's stream, in order. */
export async function eventsOf({ log }: Platform, person: string): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const { type } of log.readStream(`subject-${person}`)) types.push(type);
  return types;
}

/** A sealed section of the log, and where it stands. */
export interface Found {
  readonly section: SealedSection;
  readonly binding: Binding;
}

/** Every sealed section of the log, in its order. */
export async function sealedIn({ log }: Platform): Promise<readonly Found[]> {
  const found: Found[] = [];
  for await (const { events } of log.readAll()) {
    for (const { id, stream, revision, type, data, metadata } of events) {
      for (const [section, value] of Object.entries(data as Readonly<Record<string, unknown>>)) {
        if (typeof value !== 'object' || value === null || !('dekId' in value)) continue;
        const binding = { stream, revision, eventId: id, type, schema: Number(metadata['schema']), section };
        found.push({ section: value as SealedSection, binding });
      }
    }
  }
  return found;
}

/** Whoever may open everything. */
export const reader = ({ mintGrant }: Platform): Grant =>
  mintGrant({ actor: 'test', purpose: 'test', categories: dataCategories.entries.map(({ code }) => code) });

/** Every sealed section of the log, opened: its value, or `'erased'`. */
export async function openAll(platform: Platform): Promise<readonly unknown[]> {
  const grant = reader(platform);
  const values: unknown[] = [];
  for (const { section, binding } of await sealedIn(platform)) {
    const opened = await platform.vault.open(section, binding, grant);
    values.push(opened === 'erased' ? opened : opened.value);
  }
  return values;
}
