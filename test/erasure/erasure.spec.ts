import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { catchUp, type Projection } from '#projection';
import { memoryViews } from '#projection/memory';
import { Erased, Tampered } from '#vault';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import { type Platform, send } from '../../src/platform.js';
import { reportProjections } from '../../src/report/report.js';
import { refresh } from '../../src/runners.js';
import {
  allCanaries,
  askAndApprove,
  canaries,
  carrying,
  eventsOf,
  filesBelow,
  formsOf,
  holding,
  openAll,
  reader,
  sealedIn,
  tellOf,
  wrappedKeysOf,
} from './support.js';

let folder: string;
let platform: Platform;
const paths = (within = folder) => storeAt(join(within, 'data'), join(within, 'vault'), join(within, 'vault-copy'));

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chaski-erasure-'));
  platform = await openEmbedded({ paths: paths() });
});
afterEach(async () => {
  await platform.close();
  rmSync(folder, { recursive: true });
});

/** What the report counts from: every document of its views, made anew from the facts. */
async function counted(): Promise<object> {
  const views = memoryViews();
  await catchUp(platform.facts, reportProjections, views);
  const documents: Record<string, unknown> = {};
  for (const projection of reportProjections as readonly Projection[]) {
    const found: unknown[] = [];
    for await (const each of views.all(projection)) found.push(each);
    documents[projection.name] = found;
  }
  return documents;
}

it('finds what it looks for, in every form', () => {
  const { name, address } = canaries;
  const files = new Map([
    ['utf-8', Buffer.from(`x${name}x`)],
    ['utf-16', Buffer.from(`x${name}`, 'utf16le')],
    ['base64', Buffer.from(Buffer.from(`xx${address}yyy`).toString('base64'))],
    ['base64url', Buffer.from(Buffer.from(`x${name}yyy`).toString('base64url'))],
    ['hex', Buffer.from(Buffer.from(name).toString('hex'))],
    ['JSON', Buffer.from(JSON.stringify({ a: address }))],
    ['escaped', Buffer.from('Quillabamba \\u00d1ahuinlla Canario')],
    ['nothing', Buffer.from('Quillabamba')],
  ]);
  expect(holding(allCanaries, files)).toEqual([...files.keys()].slice(0, -1));
});

it('holds no personal data in the clear at any time, and no key afterwards', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  await tellOf(platform, 'another', platform.clock.now());
  const clear = () => holding(allCanaries, filesBelow(folder));
  await refresh(platform);
  expect(clear()).toEqual([]);
  const keys = wrappedKeysOf(join(folder, 'vault'), person);
  expect(keys).toHaveLength(9);
  expect(holding(keys, filesBelow(folder))).not.toEqual([]);
  const facts: unknown[] = [];
  for await (const page of platform.facts.readAll()) facts.push(page);
  const told = Buffer.from(JSON.stringify(facts));
  expect(holding(allCanaries, new Map([['facts', told]]))).toEqual([]);
  await askAndApprove(platform, person);
  expect(await carrying(platform).carryOut(person)).toBe(true);
  await refresh(platform);
  expect((await eventsOf(platform, person)).at(-1)).toBe('SubjectErased');
  expect(clear()).toEqual([]);
  expect(holding(keys.flatMap(inText), filesBelow(folder))).toEqual([]);
  expect((await openAll(platform)).filter((text) => text === 'erased')).toHaveLength(10);
});

const inText = (bytes: Buffer): readonly Buffer[] => [
  bytes,
  ...[bytes.toString('hex'), bytes.toString('base64').replace(/=+$/, ''), bytes.toString('base64url')].map((text) =>
    Buffer.from(text),
  ),
];

it('erases some kinds of data and leaves the others', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  await askAndApprove(platform, person, ['narrative', 'risk']);
  expect(await carrying(platform).carryOut(person)).toBe(true);
  const opened = await openAll(platform);
  expect(opened.filter((value) => value === 'erased')).toHaveLength(3);
  expect(opened).toContainEqual(expect.objectContaining({ name: canaries.name }));
  expect(await platform.vault.keysOf(person)).toEqual({ live: 7, destroyed: 2 });
});

it.each(['aggressor', 'children', 'reporter'])(
  'erases the %s, and leaves who she is and the other two',
  async (who) => {
    const person = await tellOf(platform, 'her', platform.clock.now());
    await askAndApprove(platform, person, [who]);
    expect(await carrying(platform).carryOut(person)).toBe(true);
    const opened = await openAll(platform);
    expect(opened.filter((value) => value === 'erased')).toHaveLength(1);
    const left = ['aggressor', 'children', 'reporter'].filter((each) => each !== who);
    for (const each of left) {
      expect(opened).toContainEqual(expect.objectContaining({ notes: expect.stringMatching(`^${each}: `) as string }));
    }
    expect(opened).toContainEqual(expect.objectContaining({ birthYear: 1990 }));
    expect(await platform.vault.keysOf(person, who)).toEqual({ live: 0, destroyed: 1 });
    const again = { do: `describe-${who}`, institution: 'pe-150112-comisaria-familia', details: { notes: 'n' } };
    const [incident] = await sealedIn(platform);
    const id = incident?.binding.stream.slice('case-'.length) ?? '';
    const command = { id, command: again, commandId: crypto.randomUUID(), actor: 'worker' };
    await expect(send(platform, 'case', command)).rejects.toThrow(Erased);
  },
);

it.each([
  ['location', { address: canaries.address, aggressor: 'KNOWS_IT' }, 'record-whereabouts'],
  ['shelter', { name: canaries.shelter }, 'record-shelter-place'],
])(
  'erases the %s: nobody reads where she is, nobody tells it again, and the rest stays',
  async (kind, place, again) => {
    const person = await tellOf(platform, 'her', platform.clock.now());
    await tellOf(platform, 'another', platform.clock.now());
    const before = await openAll(platform);
    expect(before.filter((value) => isMatch(value, place))).toHaveLength(2);
    await askAndApprove(platform, person, [kind]);
    expect(await carrying(platform).carryOut(person)).toBe(true);
    const after = await openAll(platform);
    expect(after.filter((value) => isMatch(value, place))).toHaveLength(1);
    expect(after.filter((value) => value === 'erased')).toHaveLength(1);
    expect(await platform.vault.keysOf(person)).toEqual({ live: 8, destroyed: 1 });
    const [incident] = await sealedIn(platform);
    const id = incident?.binding.stream.slice('case-'.length) ?? '';
    const command = { do: again, institution: 'pe-150112-comisaria-familia', place };
    const request = { id, command, commandId: crypto.randomUUID(), actor: 'worker' };
    await expect(send(platform, 'case', request)).rejects.toThrow(Erased);
  },
);

/** Whether it has these fields. */
const isMatch = (value: unknown, fields: object): boolean =>
  typeof value === 'object' &&
  Object.entries(fields).every(([name, each]) => (value as Readonly<Record<string, unknown>> | null)?.[name] === each);

it('either seals what is recorded meanwhile under a key that is destroyed as well, or refuses it', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  await askAndApprove(platform, person);
  const [incident] = await sealedIn(platform);
  const id = incident?.binding.stream.slice('case-'.length) ?? '';
  let refused = 0;
  const assess = async (nth: number): Promise<void> => {
    const institution = 'pe-150112-comisaria-familia';
    const command = { do: 'assess-risk', institution, level: 'SEVERE', answers: { q1: `${canaries.address} ${nth}` } };
    try {
      await send(platform, 'case', { id, command, commandId: crypto.randomUUID(), actor: 'worker' });
    } catch (error) {
      if (!(error instanceof Erased)) throw error;
      refused += 1;
    }
  };
  const erasing = carrying(platform).carryOut(person);
  for (let nth = 0; nth < 40; nth += 1) await assess(nth);
  expect(await erasing).toBe(true);
  expect(refused).toBeGreaterThan(0);
  const values = await openAll(platform);
  expect(values).toHaveLength(10 + 40 - refused);
  expect(new Set(values)).toEqual(new Set(['erased']));
  await expect(platform.vault.keysOf(person)).resolves.toMatchObject({ live: 0 });
});

it('counts what it counted before', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  await tellOf(platform, 'another', platform.clock.now());
  const before = await counted();
  expect(JSON.stringify(before)).toContain('150112');
  await askAndApprove(platform, person);
  await carrying(platform).carryOut(person);
  expect(await counted()).toEqual(before);
});

it('opens no section in the place of another, nor under the key of another', async () => {
  await tellOf(platform, 'her', platform.clock.now());
  await tellOf(platform, 'another', platform.clock.now());
  const grant = reader(platform);
  const found = await sealedIn(platform);
  expect(found).toHaveLength(20);
  for (const [i, one] of found.entries()) {
    await expect(platform.vault.open(one.section, one.binding, grant)).resolves.toHaveProperty('value');
    for (const [j, other] of found.entries()) {
      if (i === j) continue;
      const swaps: readonly (readonly [typeof one.section, typeof one.binding])[] = [
        [one.section, other.binding],
        ...(['stream', 'revision', 'eventId', 'section'] as const).flatMap((field) =>
          one.binding[field] === other.binding[field]
            ? []
            : [[one.section, { ...one.binding, [field]: other.binding[field] }] as const],
        ),
        ...(one.section.dekId === other.section.dekId
          ? []
          : [[{ ...one.section, dekId: other.section.dekId }, one.binding] as const]),
      ];
      for (const [section, binding] of swaps) {
        await expect(platform.vault.open(section, binding, grant)).rejects.toThrow(Tampered);
      }
    }
  }
});

it('says that it is not complete, and certifies nothing, while a copy of the keys cannot be cleaned', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  await askAndApprove(platform, person);
  const reading = new DatabaseSync(join(folder, 'vault-copy', 'keys.db'), { readOnly: true });
  reading.exec('BEGIN; SELECT count(*) FROM key');
  expect(await carrying(platform).carryOut(person)).toBe(false);
  const events = await eventsOf(platform, person);
  expect(events).toContain('ErasureHeldUp');
  expect(events).not.toContain('SubjectErased');
  reading.exec('ROLLBACK');
  reading.close();
  expect(await carrying(platform).carryOut(person)).toBe(true);
  expect((await eventsOf(platform, person)).at(-1)).toBe('SubjectErased');
});

it('does not come back with keys copied before it: they are destroyed before anything is served', async () => {
  const person = await tellOf(platform, 'her', platform.clock.now());
  const kept = await tellOf(platform, 'another', platform.clock.now());
  await platform.close();
  for (const vault of ['vault', 'vault-copy'])
    cpSync(join(folder, vault), join(folder, `${vault}-old`), { recursive: true });
  platform = await openEmbedded({ paths: paths() });
  await askAndApprove(platform, person);
  await carrying(platform).carryOut(person);
  await platform.close();
  for (const vault of ['vault', 'vault-copy']) {
    rmSync(join(folder, vault), { recursive: true });
    cpSync(join(folder, `${vault}-old`), join(folder, vault), { recursive: true });
  }
  const keys = wrappedKeysOf(join(folder, 'vault'), person);
  platform = await openEmbedded({ paths: paths() });
  expect(await platform.vault.keysOf(person)).toEqual({ live: 0, destroyed: 9 });
  expect(await platform.vault.keysOf(kept)).toEqual({ live: 9, destroyed: 0 });
  expect((await openAll(platform)).filter((value) => value === 'erased')).toHaveLength(10);
  const files = filesBelow(join(folder, 'vault'), join(folder, 'vault-copy'), join(folder, 'data'));
  expect(holding(keys, files)).toEqual([]);
  expect(holding(formsOf(canaries.name), files)).toEqual([]);
});
