import type { FastifyInstance } from 'fastify';
import { Problem } from './problem.js';

const forms = new WeakSet<object>();

/** Whether a body came as a form: then its numbers are text. */
export const isForm = (body: unknown): boolean => typeof body === 'object' && body !== null && forms.has(body);

/** Hidden fields that stand for the headers a form cannot send. */
const headerFields: Record<string, string> = { _key: 'idempotency-key', _revision: 'if-match' };

const mostFields = 500;
const type = 'application/x-www-form-urlencoded';

/**
 * Reads `application/x-www-form-urlencoded`. An empty field counts as absent, a repeated one becomes a list, the hidden
 * fields `_key` and `_revision` become the headers `Idempotency-Key` and `If-Match`.
 * @throws Problem 413 more than 500 fields
 */
export function acceptForms(server: FastifyInstance, bodyLimit: number): void {
  server.addContentTypeParser<string>(type, { parseAs: 'string', bodyLimit }, (request, text, done) => {
    const fields = parseForm(text);
    if (fields === undefined) return done(new Problem(413, 'too-large'));
    for (const [field, header] of Object.entries(headerFields)) {
      const value = fields[field];
      delete fields[field];
      if (typeof value === 'string') request.headers[header] ??= header === 'if-match' ? `"${value}"` : value;
    }
    done(null, fields);
  });
}

function parseForm(text: string): Record<string, string | string[]> | undefined {
  const fields: Record<string, string | string[]> = {};
  let count = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    count += 1;
    if (count > mostFields) return undefined;
    if (value === '' || name === '__proto__') continue;
    const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name] = before === undefined ? value : [before, value].flat();
  }
  forms.add(fields);
  return fields;
}

/** What one body may hold; no DTO comes near. */
export const bodyLimits = {
  /** Levels of objects and lists inside each other. */
  depth: 20,
  /** Fields in all. */
  fields: 1_000,
  /** Entries of one list. */
  entries: 1_000,
  /** Characters of one text. */
  text: 32 * 1024,
} as const;

/**
 * Refuses bodies that hold too much of anything, before anything else walks through them, and bodies in an encoding: what
 * is small on the way may be huge when it is unpacked.
 * @throws Problem 413 `too-large`; 400 `malformed-body` nested too deep; 415 `unsupported-media-type` encoded
 */
export function refuseUnwieldyBodies(server: FastifyInstance): void {
  server.addHook('onRequest', async ({ headers: { 'content-encoding': encoding = 'identity' } }) => {
    if (encoding.toLowerCase() !== 'identity') throw new Problem(415, 'unsupported-media-type');
  });
  server.addHook('preValidation', async ({ body }) => assertHandy(body));
}

function assertHandy(body: unknown): void {
  let fields = 0;
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > bodyLimits.depth) throw new Problem(400, 'malformed-body');
    const below: unknown[] = [];
    for (const value of level) {
      const inside = insideOf(value);
      if (!Array.isArray(value)) fields += inside.length;
      if (fields > bodyLimits.fields) throw new Problem(413, 'too-large');
      for (const each of inside) below.push(each);
    }
    level = below;
  }
}

/** What a value holds; nothing, for files. @throws Problem 413 */
function insideOf(value: unknown): readonly unknown[] {
  if (typeof value === 'string' && value.length > bodyLimits.text) throw new Problem(413, 'too-large');
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return [];
  if (!Array.isArray(value)) return Object.values(value) as unknown[];
  if (value.length > bodyLimits.entries) throw new Problem(413, 'too-large');
  return value as unknown[];
}
