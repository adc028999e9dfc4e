import { join } from 'node:path';
import { RecordOnDisk } from '../../libs/ledger/testing/record.js';
import { bundled, verdict } from './verifiers.js';

/** Nine events sealed and signed by both witnesses, five more sealed and signed, two that wait. */
const [firstSeal, secondSeal, all] = [9, 14, 16];

let record: RecordOnDisk;
beforeEach(async () => {
  record = new RecordOnDisk();
  await record.write(firstSeal);
  await record.seal();
  record.cosign(0);
  await record.write(secondSeal - firstSeal);
  await record.seal();
  record.cosign(firstSeal);
  await record.write(all - secondSeal);
});
afterEach(() => record.dispose());

describe('the file', () => {
  it.each<readonly [string, (text: string) => string, string]>([
    ['is cut in a line', (text) => text.slice(0, -5), '10 bundle-malformed'],
    ['is cut between lines', (text) => text.slice(0, text.lastIndexOf('{"kind":"end"')), '10 bundle-malformed'],
    ['lost an entry', (text) => text.replace(/\{"kind":"entry".*\n(?=\{"kind":"end")/, ''), '10 bundle-malformed'],
    ['goes on after its end', (text) => `${text}{"kind":"end","entries":16}\n`, '10 bundle-malformed'],
    ['does not begin', (text) => text.slice(text.indexOf('\n') + 1), '10 bundle-malformed'],
    ['is empty', () => '', '10 bundle-malformed'],
    ['is none', () => 'nothing\n', '10 bundle-malformed'],
    ['is of another log', (text) => text.replace('record.example/events', 'record.example/other'), '22 unknown-log'],
    ['has its checkpoints the other way round', backwards, '10 bundle-malformed'],
    [
      'has no proof between checkpoints',
      (text) => text.replace(/("consistency":\[)"[^\]]+\]/, '$1]'),
      '41 consistency',
    ],
    ['has another proof', (text) => text.replace(/("consistency":\["[^"]+","?)[^"]/, '$1/'), '41 consistency'],
    ['has no checkpoints', (text) => text.replace(/\{"kind":"checkpoint".*\n/g, ''), '23 quorum'],
  ])('is refused when it %s', async (_how, change, finding) => {
    const { result } = verdict(await bundled(record, { change }));
    expect(result).toMatch(new RegExp(`^RESULTADO ${finding}`));
  });

  function backwards(text: string): string {
    const [one = '', two = ''] = text.match(/\{"kind":"checkpoint".*\n/g) ?? [];
    return text.replace(one + two, two + one);
  }

  it('may leave out bytes that were purged, and says so', async () => {
    const change = (text: string) => text.replace(/"data":"[^}]*\\"n\\":4,.*?\}\}"/, '"data":null');
    const args = await bundled(record, { change });
    expect(verdict(args).result).toBe('RESULTADO 0 sound');
  });

  it('is not there, or not asked for in a way anybody understands', () => {
    expect(verdict([join(record.folder, 'none'), '--policy', join(record.folder, 'none')]).result).toBe(
      'RESULTADO 1 failed',
    );
    expect(verdict([]).result).toBe('RESULTADO 2 wrong-use');
    expect(verdict(['a', '--policy', 'b', '--max-age', 'x']).result).toBe('RESULTADO 2 wrong-use');
  });
});

describe('the histories of one case', () => {
  const streams = ['thing-0', 'thing-2'];

  it('are proved without the rest of the log', async () => {
    const args = await bundled(record, { streams });
    expect(verdict(args).result).toBe('RESULTADO 0 sound');
  });

  it.each<readonly [string, (text: string) => string, string]>([
    ['a payload', (text) => text.replace('Y3Q6', 'Y3Q7'), '30 payload-altered 6'],
    ['an actor', (text) => text.replace('actor-0', 'actor-1'), '31 header-altered 0'],
    ['a proof', (text) => text.replace(/("proof":\[")./, '$1/'), '44 not-included 0'],
    [
      'an event between',
      (text) => text.replace(/\{"kind":"entry".*\\"n\\":3,.*\n/, '').replace('"entries":11', '"entries":10'),
      '36 revision-gap 6',
    ],
    [
      'a stream nobody asked for',
      (text) => text.replace('"streams":["thing-0",', '"streams":['),
      '10 bundle-malformed 0',
    ],
  ])('are refused with a change of %s', async (_what, change, finding) => {
    expect(verdict(await bundled(record, { streams, change })).result).toBe(`RESULTADO ${finding}`);
  });
});
