import { readBack, renderPdf } from '#document';
import type { ErasureCard } from '../views/erasures.js';
import { certificateDocument } from './certificate.js';

const erasure: ErasureCard = {
  ...{ id: 'e0000000-0000-8000-8000-000000000001', person: '0f000000-0000-8000-8000-000000000001' },
  ...{ country: 'PE', institution: 'pe-150112-cem', ground: 'PERSON_ASKED', categories: ['aggressor', 'reporter'] },
  ...{ askedAt: '2026-03-09T15:00:00.000Z', askedBy: 'one', status: 'certified' },
};
const certificate = {
  ...{ at: '2026-03-10T03:00:00.000Z', keys: 2, places: ['key-cache', 'elsewhere'], backupDays: 30 },
  ...{ gonePast: '2026-04-09T04:59:59.999Z', event: 'e0000000-0000-8000-8000-000000000002', position: '7' },
};
const root = 'A'.repeat(43).concat('=');
const note = ['log.example/events', '9', root, '', '— log.example/events AAAAAAAA', ''].join('\n');
const proof = { index: 6, size: 9, leaf: 'l', file: ['c2sp.org/tlog-proof@v1', 'index 6', '', note].join('\n') };

describe('the certificate of an erasure on paper', () => {
  it('says of whom, what and when, by the local day, and names no place that has no name', () => {
    const { meta, subtitle, issuedOn } = certificateDocument(erasure, certificate, undefined);
    expect([subtitle, issuedOn]).toEqual(['Persona denunciada; Quien avisó', '2026-03-09']);
    expect(meta.map(({ value }) => value)).toEqual([
      ...[erasure.person, expect.any(String), expect.stringContaining('9'), '2', 'la memoria del servidor'],
      certificate.event,
    ]);
  });

  it('says whether a signed checkpoint covers it, and then which root the proof leads to', () => {
    const text = (given: typeof proof | undefined) =>
      JSON.stringify(certificateDocument(erasure, certificate, given).sections.find(({ id }) => id === 'proof'));
    expect(text(undefined)).toContain('Todavía no lo cubre ningún cierre firmado');
    expect(text(proof)).toContain('Es el suceso 7 de los 9');
    expect(text(proof)).toContain(root);
  });

  it('is an accessible PDF of the same bytes every time', () => {
    const document = certificateDocument(erasure, certificate, proof);
    const { bytes, pdfUa } = renderPdf(document);
    expect(pdfUa).toBe(true);
    expect(Buffer.compare(bytes, renderPdf(document).bytes)).toBe(0);
    expect(readBack(document, { pdf: bytes })).toEqual([]);
  });
});
