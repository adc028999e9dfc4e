import fc from 'fast-check';
import { checkpointBody, parseCheckpoint } from './checkpoint.js';
import { KeyRefused, keyTypes, newSigner, parseSigner, parseVerifierKey, verifierKeyText } from './keys.js';
import { cosign, NoteRefused, noteText, parseNote, signed, verifyNote } from './note.js';
import { parseProof, proofText } from './proof-file.js';
import { emptyRoot, leafHash } from './tree.js';

// The example of C2SP signed-note.
const exampleKey = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
const exampleNote =
  'This is an example message.\n\n' +
  '— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';

const log = newSigner('log.example/1', keyTypes.log);
const witness = newSigner('witness.example/w', keyTypes.witness);
const body = checkpointBody({ origin: 'log.example/1', size: 7, root: leafHash(Buffer.from('x')) });
const note = noteText({ body, signatures: [signed(body, log), cosign(body, witness, 1_700_000_000)] });
const line = (name: string, bytes: Buffer): string => `— ${name} ${bytes.toString('base64')}\n`;

describe('a note', () => {
  it('is verified as C2SP signed-note shows', () => {
    const key = parseVerifierKey(exampleKey);
    expect(verifyNote(parseNote(exampleNote), [key])).toEqual([{ key }]);
    expect(verifierKeyText(key)).toBe(exampleKey);
    const changed = exampleNote.replace('example message', 'other message');
    expect(() => verifyNote(parseNote(changed), [key])).toThrow(NoteRefused);
  });

  it('comes back from its text byte for byte', () => {
    expect(noteText(parseNote(note))).toBe(note);
    expect(noteText(parseNote(exampleNote))).toBe(exampleNote);
  });

  it('is split at its last empty line', () => {
    const text = 'one\n\ntwo\n';
    const several = noteText({ body: text, signatures: [signed(text, log)] });
    expect(parseNote(several).body).toBe(text);
    expect(verifyNote(parseNote(several), [log.key])).toHaveLength(1);
  });

  it('says who signed, and when a witness looked', () => {
    expect(verifyNote(parseNote(note), [log.key, witness.key])).toEqual([
      { key: log.key },
      { key: witness.key, time: 1_700_000_000 },
    ]);
    expect(verifyNote(parseNote(note), [])).toEqual([]);
  });

  it('passes over keys nobody knows, even under a known name', () => {
    const namesake = newSigner('log.example/1', keyTypes.log);
    expect(verifyNote(parseNote(note), [namesake.key])).toEqual([]);
  });

  it('is worth nothing with one bad line of a known key', () => {
    const bad = Buffer.concat([Buffer.from(witness.key.id, 'hex'), Buffer.alloc(72)]);
    const parsed = parseNote(note + line('witness.example/w', bad));
    expect(() => verifyNote(parsed, [log.key, witness.key])).toThrow('witness.example/w');
    expect(verifyNote(parsed, [log.key])).toHaveLength(1);
  });

  it('has each key count once', () => {
    const twice = noteText({ body, signatures: [signed(body, log), signed(body, log)] });
    expect(verifyNote(parseNote(twice), [log.key])).toHaveLength(1);
  });

  it.each([
    ['no end', note.slice(0, -1)],
    ['no signature', body],
    ['nothing', ''],
    ['a tab', note.replace('log.example/1\n7', 'log.example/1\t\n7')],
    ['a carriage return', note.replaceAll('\n', '\r\n')],
    ['half a character', `\ud800${note}`],
    ['a hyphen for a dash', note.replace('— log', '- log')],
    ['a plus in a name', note.replace('— log.example', '— log+example')],
    ['a wide space in a name', note.replace('— log.example', '— log\u2003example')],
    ['base64 with spare bits', note.replace(/.=\n$/, 'x=\n')],
    ['base64 without its end', note.replace(/=+\n$/, '\n')],
    ['an empty signature', `${body}\n${line('log.example/1', Buffer.from(log.key.id, 'hex'))}`],
    ['65 signatures', `${body}\n${line('a', Buffer.alloc(68)).repeat(65)}`],
  ])('is none with %s', (_what, text) => {
    expect(() => parseNote(text)).toThrow(NoteRefused);
  });

  it('may have sixteen signatures, and more', () => {
    expect(parseNote(`${body}\n${line('a', Buffer.alloc(68)).repeat(64)}`).signatures).toHaveLength(64);
  });

  it('does not survive a change of any character', () => {
    fc.assert(
      fc.property(fc.nat(note.length - 1), fc.constantFrom('0', 'A', '\n', ' ', '/', '='), (at, character) => {
        const changed = note.slice(0, at) + character + note.slice(at + 1);
        fc.pre(changed !== note);
        let verified: number;
        try {
          verified = verifyNote(parseNote(changed), [log.key, witness.key]).length;
        } catch (error) {
          expect(error).toBeInstanceOf(NoteRefused);
          return;
        }
        // A name or an id that is another one makes one signer unknown, and leaves the other.
        expect(verified).toBeLessThan(2);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a checkpoint', () => {
  it('comes back from its text', () => {
    expect(parseCheckpoint(note)).toMatchObject({ origin: 'log.example/1', size: 7 });
  });

  const rest = note.slice(body.length);
  const root = leafHash(Buffer.from('x'));
  const [origin, , rootLine] = body.split('\n');
  it.each([
    ['a size with a zero before it', `${origin}\n07\n${rootLine}\n`],
    ['a negative size', `${origin}\n-7\n${rootLine}\n`],
    ['a hexadecimal size', `${origin}\n0x7\n${rootLine}\n`],
    ['a size nobody can count', `${origin}\n9007199254740993\n${rootLine}\n`],
    ['a short root', `${origin}\n7\n${Buffer.from(root).subarray(1).toString('base64')}\n`],
    ['an extension line', `${body}more\n`],
    ['no root', `${origin}\n7\n`],
    ['no origin', `\n7\n${rootLine}\n`],
    ['an empty tree with a root', `${origin}\n0\n${rootLine}\n`],
  ])('is none with %s', (_what, text) => {
    expect(() => parseCheckpoint(text + rest)).toThrow(NoteRefused);
  });

  it('of an empty tree is one', () => {
    const empty = checkpointBody({ origin: 'log.example/1', size: 0, root: emptyRoot });
    expect(parseCheckpoint(empty + rest).size).toBe(0);
  });
});

describe('a key', () => {
  it('comes back from its file, and says nothing of itself when it does not', () => {
    const again = parseSigner(log.secret);
    expect(again.key).toMatchObject({ name: log.key.name, id: log.key.id, type: 1, material: log.key.material });
    expect(verifyNote(parseNote(noteText({ body, signatures: [signed(body, again)] })), [log.key])).toHaveLength(1);
    const damaged = log.secret.replace(log.key.id, '00000000');
    expect(() => parseSigner(damaged)).toThrow(KeyRefused);
    expect(() => parseSigner(damaged)).toThrow(/^(?!.*PRIVATE)/);
    expect(() => parseSigner('nothing')).toThrow(KeyRefused);
  });

  it.each([
    ['another id', exampleKey.replace('530d903a', '530d903b')],
    ['another name', exampleKey.replace('foo', 'bar')],
    ['a kind nobody knows', 'a+00000000+' + Buffer.concat([Buffer.of(9), Buffer.alloc(32)]).toString('base64')],
    ['a short key', exampleKey.slice(0, -4)],
    ['a space in its name', exampleKey.replace('foo', 'f o')],
    ['nothing but a name', 'example.com/foo'],
  ])('is none with %s', (_what, text) => {
    expect(() => parseVerifierKey(text)).toThrow(KeyRefused);
  });

  it('has no name that a line could not hold', () => {
    for (const name of ['', 'a b', 'a+b', 'a\nb']) expect(() => newSigner(name, keyTypes.log)).toThrow(KeyRefused);
  });
});

describe('a proof file', () => {
  const proof = {
    index: 3,
    inclusion: [leafHash(Buffer.from('a')), leafHash(Buffer.from('b'))],
    checkpoint: parseCheckpoint(note),
  };
  const text = proofText(proof);

  it('comes back from its text, with what a log added left out', () => {
    expect(proofText(parseProof(text))).toBe(text);
    expect(proofText(parseProof(text.replace('\nindex', '\nextra YWdl\nindex')))).toBe(text);
    const alone = proofText({ ...proof, inclusion: [] });
    expect(parseProof(alone).inclusion).toEqual([]);
  });

  it.each([
    ['another first line', text.replace('@v1', '@v2')],
    ['no index', text.replace('index 3\n', '')],
    ['an index with a zero before it', text.replace('index 3', 'index 03')],
    ['a hash that is none', text.replace('index 3\n', 'index 3\nAAAA\n')],
    ['64 hashes', text.replace('index 3\n', `index 3\n${`${Buffer.alloc(32).toString('base64')}\n`.repeat(64)}`)],
    ['no checkpoint', text.slice(0, text.indexOf('\n\n') + 1)],
  ])('is none with %s', (_what, changed) => {
    expect(() => parseProof(changed)).toThrow(NoteRefused);
  });
});
