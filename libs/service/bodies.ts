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

/** Levels of objects and lists inside each other; no DTO comes near. */
const deepest = 32;

/**
 * Refuses bodies nested deeper than 32 levels, before anything walks through them.
 * @throws Problem 400 `malformed-body`
 */
export function refuseDeepBodies(server: FastifyInstance): void {
  server.addHook('preValidation', async ({ body }) => {
    let level: readonly unknown[] = [body];
    for (let depth = 0; level.length > 0; depth += 1) {
      if (depth > deepest) throw new Problem(400, 'malformed-body');
      level = level.flatMap((value) =>
        typeof value === 'object' && value !== null ? (Object.values(value) as unknown[]) : [],
      );
    }
  });
}
