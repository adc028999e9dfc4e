import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { anEvent, RecordOnDisk } from '../../libs/ledger/testing/record.js';
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

  it('is refused with bytes that only read like those that were signed', async () => {
    await record.log.append('thing-9', 0, [{ ...anEvent(99), data: { said: '\ufffd' } }]);
    await record.seal();
    record.cosign(secondSeal);
    const [bundle = '', ...policy] = await bundled(record);
    expect(verdict([bundle, ...policy]).result).toBe('RESULTADO 0 sound');
    const sound = readFileSync(bundle);
    const at = sound.indexOf('\ufffd');
    writeFileSync(bundle, Buffer.concat([sound.subarray(0, at), Buffer.from([0xff]), sound.subarray(at + 3)]));
    expect(verdict([bundle, ...policy]).result).toBe('RESULTADO 10 bundle-malformed 0');
    writeFileSync(bundle, sound.toString().replace('\ufffd', '\\ud800'));
    expect(verdict([bundle, ...policy]).result).toBe(`RESULTADO 10 bundle-malformed ${all}`);
  });

  it('is refused with anything in it that nobody checks', async () => {
    const change = (text: string) => text.replace('{"kind":"entry",', '{"kind":"entry","note":"verificado",');
    expect(verdict(await bundled(record, { change })).result).toBe('RESULTADO 10 bundle-malformed 0');
  });

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
    expect(verdict(['a', '--policy', 'b', '--now', 'mañana']).result).toBe('RESULTADO 2 wrong-use');
  });
});
