import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import { checkDocument } from './check.js';
import { packed } from './pdf-pack.js';
import { paperDocument } from './paper.js';
import type { ReportDocument } from './model.js';

/** The PDF, and whether the compiler found it to be PDF/UA-1; where it did not, `notUa` says why. */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly pdfUa: boolean;
  readonly notUa: readonly string[];
}

/** The compiler refused the document; one line per finding. */
export class PdfFailed extends Error {
  constructor(readonly diagnostics: readonly string[]) {
    super(`the PDF could not be made: ${diagnostics.join('; ') || 'no reason given'}`);
    this.name = 'PdfFailed';
  }
}

const template = join(import.meta.dirname, 'typst');
const fonts = ['ReportSans-Regular', 'ReportSans-Bold', 'ReportSansSigns-Regular'];
let shared: NodeCompiler | undefined;

/** One compiler for the process: it keeps the parsed template, the fonts and what it laid out before. */
function compiler(): NodeCompiler {
  shared ??= NodeCompiler.create({
    workspace: template,
    fontArgs: [{ fontBlobs: fonts.map((name) => readFileSync(join(import.meta.dirname, 'fonts', `${name}.ttf`))) }],
  });
  return shared;
}

/**
 * The document on A4, with the project's own fonts: the same document gives the same bytes on every machine. Works in
 * the calling thread.
 * @throws BadDocument, PdfFailed
 */
export function renderPdf(doc: ReportDocument): PdfFile {
  checkDocument(doc);
  const typst = compiler();
  const compiled = typst.compile({
    mainFilePath: join(template, 'report.typ'),
    inputs: { document: JSON.stringify(paperDocument(doc)) },
  });
  try {
    const laidOut = compiled.result;
    const error = compiled.takeError();
    if (!laidOut || error) throw new PdfFailed(error ? findings(typst, error) : []);
    try {
      return { bytes: packed(typst.pdf(laidOut, { pdfStandard: 'ua-1' })), pdfUa: true, notUa: [] };
    } catch (refused) {
      return { bytes: packed(typst.pdf(laidOut)), pdfUa: false, notUa: [reason(refused)] };
    }
  } finally {
    // What the last documents did not use is forgotten, or the process would grow with every report.
    typst.evictCache(2);
  }
}

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function findings(typst: NodeCompiler, error: NodeError): string[] {
  const full: unknown[] = typst.fetchDiagnostics(error);
  const short: unknown[] = error.shortDiagnostics;
  return (full.length > 0 ? full : short).map((one) =>
    typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : JSON.stringify(one),
  );
}
