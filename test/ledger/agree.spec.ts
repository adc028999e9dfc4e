import fc from 'fast-check';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  base64,
  bundleText,
  checkpointBody,
  consistencyProof,
  cosign,
  Growing,
  type Hash,
  inclusionProof,
  keyTypes,
  leafTextHash,
  newSigner,
  noteText,
  rootAt,
  signed,
  verifierKeyText,
} from '#ledger';
import { anEvent, lookedAt } from '../../libs/ledger/testing/record.js';
import { digestOf } from '../../libs/ledger/bytes.js';
import { first, noPython } from './verifiers.js';

/** What both verifiers say to bundles nobody thought of: damaged ones, and those a keeper made up and signed. */

const log = newSigner('record.example/events', keyTypes.log);
const witness = newSigner('witness.example/one', keyTypes.witness);
const policy = `log ${verifierKeyText(log.key)}\nwitness W ${verifierKeyText(witness.key)}\nquorum W\n`;
const sizes = [3, 8];

interface Kept {
  readonly leaf: string;
  readonly event: Readonly<Record<string, unknown>>;
}

const kept = (n: number): Kept => {
  const { id, type, data, metadata } = anEvent(n);
  const [header, body] = [JSON.stringify(metadata), JSON.stringify(data)];
  const event = { stream: `thing-${n % 2}`, revision: Math.floor(n / 2) + 1, id, type, header, data: body };
  return { leaf: leafBy(event, n, metadata ?? {}), event };
};

/** A leaf as a keeper might write it: the names in order, whatever the values are. */
function leafBy(event: Kept['event'], leafIndex: number, header: Readonly<Record<string, unknown>>): string {
  const { schema = '0', actor = '', effectiveAt = '', recordedAt = '' } = header;
  return JSON.stringify({
    ...{ actor, effectiveAt, eventId: event['id'] },
    headerDigest: digestOf(String(event['header'])),
    ...{ leafIndex, payloadDigest: digestOf(String(event['data'])), recordedAt, revision: event['revision'] },
    ...{ schema: typeof schema === 'string' ? Number(schema) : schema, stream: event['stream'] },
    ...{ type: event['type'], v: 1 },
  });
}

const streams = ['thing-0', 'thing-1'];

/** The lines of a bundle of these entries, signed by log and witness at both sizes. */
function linesOf(entries: readonly Kept[], scope: 'whole' | 'streams'): string[] {
  const tree = new Growing();
  const levels: Hash[][] = [];
  for (const { leaf } of entries) {
    for (const { level, index, hash } of tree.add(leafTextHash(leaf))) (levels[level] ??= [])[index] = hash;
  }
  const node = (level: number, index: number): Hash => levels[level]?.[index] ?? new Uint8Array();
  const checkpoints = sizes.map((size, at) => {
    const body = checkpointBody({ origin: log.key.name, size, root: rootAt(node, size) });
    const note = noteText({ body, signatures: [signed(body, log), cosign(body, witness, lookedAt)] });
    const proof = at === 0 ? [] : consistencyProof(node, sizes[at - 1] ?? 0, size).map(base64);
    return bundleText({ kind: 'checkpoint', note, consistency: proof });
  });
  const scoped = scope === 'whole' ? { scope } : { scope, streams };
  const placed = entries.map((entry, at) => ({ ...entry, at }));
  const told = scope === 'whole' ? placed : placed.toSorted((a, b) => (a.at % 2) - (b.at % 2) || a.at - b.at);
  return [
    bundleText({ kind: 'manifest', bundle: 1, origin: log.key.name, ...scoped, madeAt: '2026-03-02T10:00:00.000Z' }),
    ...checkpoints,
    ...told.map(({ leaf, event, at }) => {
      const proof = scope === 'whole' ? {} : { proof: inclusionProof(node, at, entries.length).map(base64) };
      return `${JSON.stringify({ kind: 'entry', leaf, event, ...proof })}\n`;
    }),
    bundleText({ kind: 'end', entries: entries.length }),
  ];
}

const honest = Array.from({ length: 8 }, (_, n) => kept(n));

/** Of a name that stands twice the last counts: the second verifier gives up on what is nested deep, also before it. */
const deep = `${'['.repeat(3_000)}${']'.repeat(3_000)}`;

/** Texts of JSON that readers like to take for different things. */
const odd = fc.constantFrom(
  ...[
    'null',
    'true',
    '0',
    '-0',
    '1',
    '1.0',
    '1e0',
    '01',
    '-1',
    '1.5',
    '9007199254740993',
    '1e400',
    '12345678901234567890',
  ],
  ...['""', '" "', '"1"', '"1.0"', '"\\ud800"', '"\\ufffd"', '"\ufffd"', '"\\u0000"', '"\\u007f"', '"á"', '"a\\u0301"'],
  ...['[]', '{}', '[[]]', '["a"]', '{"a":1}', '{"__proto__":{"actor":"x"}}', 'NaN', 'Infinity', '\t1', '1\r'],
  ...[deep, '"' + 'x'.repeat(300) + '"', '"\\/"', "'a'", '"\u2028"', '"\\ud83d\\ude00"'],
);
const names = ['kind', 'bundle', 'origin', 'scope', 'streams', 'madeAt', 'note', 'consistency', 'leaf', 'event'];
const inner = ['shredded', 'proof', 'entries', 'stream', 'revision', 'id', 'type', 'header', 'data', 'new'];

type Change = (lines: readonly string[]) => string | Buffer;

/** A field of some line with another value, or a second time, or gone. */
const field: fc.Arbitrary<Change> = fc
  .record({
    at: fc.nat(11),
    name: fc.constantFrom(...names, ...inner),
    value: odd,
    how: fc.constantFrom('replace', 'before', 'after', 'remove'),
  })
  .filter(({ value, how }) => value !== deep || how !== 'before')
  .map(({ at, name, value, how }) => (lines) => {
    const changed = [...lines];
    const line = changed[at] ?? '';
    const found = new RegExp(`"${name}":("(?:[^"\\\\]|\\\\.)*"|[^,{}[\\]]+|\\[[^\\]]*\\]|\\{.*?\\})`);
    const added = `"${name}":${value}`;
    if (how === 'before') changed[at] = line.replace('{', `{${added},`);
    else if (how === 'after') changed[at] = line.replace(/\}\n$/, `,${added}}\n`);
    else changed[at] = line.replace(found, () => (how === 'replace' ? added : '"x":0'));
    return changed.join('');
  });

/** Lines in another order, twice, or gone. */
const order: fc.Arbitrary<Change> = fc
  .record({ from: fc.nat(12), to: fc.nat(12), how: fc.constantFrom('swap', 'twice', 'remove', 'blank') })
  .map(({ from, to, how }) => (lines) => {
    const changed = [...lines];
    const line = changed[from] ?? '';
    if (how === 'swap') [changed[from], changed[to]] = [changed[to] ?? '', line];
    else changed.splice(to, how === 'remove' ? 1 : 0, ...(how === 'twice' ? [line] : how === 'blank' ? ['\n'] : []));
    return changed.join('');
  });

/** What may slip into a text unseen, or be read as something else. */
const speck = fc.record({
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  by: fc.constantFrom(
    ...[' ', '\t', '\n', '\r', '\u0000', '\u0085', '\u00a0', '\u2028', '\ufeff', '\u200b'],
    ...['+', '0', '1', '=', '\u2014', '\u2014 ', '-', 'a', '\u00e1', '\ud83d\ude00', '#', '\n\n', 'W', 'none'],
  ),
  cut: fc.nat(2),
});
const specked = (text: string, { at, by, cut }: { at: number; by: string; cut: number }): string => {
  const from = Math.floor(at * text.length);
  return text.slice(0, from) + by + text.slice(from + cut);
};

/** A checkpoint with something in it. */
const note: fc.Arbitrary<Change> = speck.map((each) => (lines) => {
  const [first = '', checkpoint = '', ...more] = lines;
  const line = JSON.parse(checkpoint) as { note: string };
  return [first, `${JSON.stringify({ ...line, note: specked(line.note, each) })}\n`, ...more].join('');
});

/** Some bytes with others. */
const bytes: fc.Arbitrary<Change> = fc
  .record({ at: fc.double({ min: 0, max: 1, noNaN: true }), by: fc.uint8Array({ maxLength: 3 }), cut: fc.nat(3) })
  .map(({ at, by, cut }) => (lines) => {
    const whole = Buffer.from(lines.join(''));
    const from = Math.floor(at * whole.length);
    return Buffer.concat([whole.subarray(0, from), by, whole.subarray(from + cut)]);
  });

/** What a keeper who holds the keys could have recorded in the first place. */
const madeUp: fc.Arbitrary<readonly Kept[]> = fc
  .record({
    at: fc.nat(7),
    header: fc.option(odd),
    name: fc.constantFrom('actor', 'schema', 'recordedAt', 'new'),
    value: odd,
  })
  .map(({ at, header, name, value }) =>
    honest.map((each, n) => {
      if (n !== at) return each;
      const text = header ?? `{"actor":"a","${name}":${value}}`;
      const event = { ...each.event, header: text };
      return { event, leaf: leafBy(event, n, parsed(text)) };
    }),
  );

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

const scopes = fc.constantFrom('whole' as const, 'streams' as const);
const damaged = fc
  .record({ scope: scopes, changes: fc.oneof(field, field, note, order, bytes) })
  .map(({ scope, changes }) => ({ bundle: changes(linesOf(honest, scope)), policy }));
const invented = fc
  .record({ scope: scopes, entries: madeUp })
  .map(({ scope, entries }) => ({ bundle: linesOf(entries, scope).join(''), policy }));
const sound = linesOf(honest, 'whole').join('');
const strangely = speck.map((each) => ({ bundle: sound, policy: specked(policy, each) }));

/** All bundles in one process of the second verifier. */
const driver = `
import json, sys
sys.path.insert(0, sys.argv[1])
import verify
for arguments in json.load(sys.stdin):
    try:
        verify.main(arguments)
        found = verify.Finding("sound")
    except verify.Finding as finding:
        found = finding
    place = "" if found.place is None else f" {found.place}"
    print(f"RESULTADO {verify.CODES[found.name]} {found.name}{place}")
`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'agree-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** A bundle, and whom somebody trusts who verifies it. */
interface Tried {
  readonly bundle: string | Buffer;
  readonly policy: string;
}

/** What each verifier says of each bundle. */
function both(tried: readonly Tried[]): { readonly one: readonly string[]; readonly two: readonly string[] } {
  const asked = tried.map(({ bundle, policy: trust }, at) => {
    const [path, trusted] = [join(folder, `${at}.jsonl`), join(folder, `${at}.policy`)];
    writeFileSync(path, bundle);
    writeFileSync(trusted, trust);
    return [path, '--policy', trusted];
  });
  const one = asked.map((args) => first(args).result);
  if (noPython !== undefined) return { one, two: one };
  const { stdout, stderr } = spawnSync('python3', ['-c', driver, import.meta.dirname], {
    ...{ input: JSON.stringify(asked), encoding: 'utf8', maxBuffer: 1 << 26 },
  });
  if (stderr !== '') throw new Error(stderr);
  return { one, two: stdout.trimEnd().split('\n') };
}

describe('both verifiers', () => {
  it.each(['whole', 'streams'] as const)('take what these trials start from, in the scope %s', (scope) => {
    expect(both([{ bundle: linesOf(honest, scope).join(''), policy }])).toEqual({
      one: ['RESULTADO 0 sound'],
      two: ['RESULTADO 0 sound'],
    });
  });

  it.each([
    ['damaged', damaged, 300],
    ['made up by who holds the keys', invented, 150],
    ['verified by a policy with something in it', strangely, 150],
  ] as const)('say the same of bundles that were %s', (_how, bundles, runs) => {
    const tried = fc.sample<Tried>(bundles, runs);
    const { one, two } = both(tried);
    const apart = tried.flatMap((each, at) =>
      one[at] === two[at]
        ? []
        : [{ one: one[at], two: two[at], policy: each.policy, bundle: each.bundle.toString().slice(0, 4_000) }],
    );
    expect(apart).toEqual([]);
    // Most of what was done to them is found, and not all of it looks alike.
    expect(new Set(one).size).toBeGreaterThan(2);
  });
});
