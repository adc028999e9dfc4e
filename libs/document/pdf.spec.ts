import { inflateSync } from 'node:zlib';
import { PdfFailed, renderPdf } from './index.js';
import { sample } from './sample.js';

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** The objects a PDF keeps compressed, as text. */
const insideOf = (bytes: Uint8Array): string =>
  [...latin(bytes).matchAll(/\/Type \/ObjStm[^>]*>>\nstream\n(.*?)\nendstream/gs)]
    .map(([, packed = '']) => latin(inflateSync(Buffer.from(packed, 'latin1'))))
    .join('\n');

describe('PDF', () => {
  it('is PDF/UA, says so, and is small enough to be sent by phone', () => {
    const { bytes, pdfUa, notUa } = renderPdf(sample);
    expect({ pdfUa, notUa }).toEqual({ pdfUa: true, notUa: [] });
    expect(latin(bytes.subarray(0, 5))).toBe('%PDF-');
    expect(latin(bytes)).toContain('pdfuaid');
    expect(bytes.length).toBeLessThan(300_000);
  });

  it('does not claim PDF/UA where the compiler refuses it, and says why', () => {
    // No shipped font has this sign: an accessible file may not contain a glyph nobody can name.
    const { bytes, pdfUa, notUa } = renderPdf({ ...sample, subtitle: 'Noviembre 漢' });
    expect(pdfUa).toBe(false);
    expect(notUa).not.toEqual([]);
    expect(latin(bytes)).not.toContain('pdfuaid');
  });

  it('uses the shipped fonts and no other', () => {
    const fonts = [...insideOf(renderPdf(sample).bytes).matchAll(/\/FontName\s*\/[A-Z]{6}\+([\w-]+)/g)].map(
      ([, name]) => name,
    );
    expect([...new Set(fonts)].sort()).toEqual(['ReportSans-Bold', 'ReportSans-Regular', 'ReportSansSigns-Regular']);
  });

  it('fails with what the compiler said', () => {
    expect(() => renderPdf({ ...sample, lang: 'spanish' })).toThrow(PdfFailed);
    try {
      renderPdf({ ...sample, lang: 'spanish' });
    } catch (error) {
      expect((error as PdfFailed).diagnostics.join()).toMatch(/letter/);
    }
    expect(renderPdf(sample).pdfUa).toBe(true);
  });

  it('carries the date of the document, not of the day', () => {
    expect(insideOf(renderPdf(sample).bytes)).toContain('D:20251205');
  });
});
