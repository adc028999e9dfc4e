import { deflateRawSync } from 'node:zlib';
import { sha256, unpacked } from './files.js';

const issued = Buffer.from('mes,casos\r\n2026-02,26\r\n');
const kept = (bytes: Buffer) => ({
  content: deflateRawSync(bytes, { level: 9 }).toString('base64'),
  sha256: sha256(issued),
});

describe('A file that was issued', () => {
  it('comes back byte for byte', () => {
    expect(unpacked(kept(issued))).toEqual(issued);
  });

  it('does not come back once what was kept of it is another one', () => {
    expect(() => unpacked(kept(Buffer.from(issued.toString().replace('26', '27'))))).toThrow('not what was issued');
    expect(() => unpacked({ ...kept(issued), content: 'AAAA' })).toThrow();
  });
});
