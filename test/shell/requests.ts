import fc, { type Arbitrary } from 'fast-check';
import { people } from '../access/support.js';
import type { Api, Operation } from './operations.js';
import { garbage, mutated, text, valid } from './values.js';

/** One request, as it is sent. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

const json = 'application/json';
const types = [
  ...[json, `${json}; charset=utf-8`, `${json}; charset=latin1`, 'application/x-www-form-urlencoded', 'text/csv'],
  ...[
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    'application/fhir+json',
    'text/plain',
    'application/xml',
  ],
  ...['', ';', 'a'.repeat(300), 'application/json, text/html', '*/*'],
];
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'SEARCH', 'PURGE'];

/** What may stand in a path where an id does: what names something, what looks so, and what does not. */
const segment = (ids: readonly string[]): Arbitrary<string> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: text.map((each) => encodeURIComponent(each.toWellFormed())) },
    { weight: 1, arbitrary: fc.constantFrom('..%2f..%2fetc%2fpasswd', '%2e%2e', '%', '%E0%A4%A', '%00', '~', ';a=b') },
  );

/** A header's value: one byte a character, no line ends. */
const headerText = text.map((each) => each.replace(/[^\x20-\x7e\xa0-\xff]/g, '?').slice(0, 2_000));

const headers: Arbitrary<Readonly<Record<string, string>>> = fc.record(
  {
    'idempotency-key': headerText,
    'if-match': fc.oneof(
      headerText,
      fc.constantFrom('*', '"1"', 'W/"1"', '"-1"', '"1e309"', '"9007199254740993"', '1'),
    ),
    'x-correlation-id': headerText,
    accept: fc.constantFrom('*/*', json, 'application/fhir+json', 'image/png', ';;;', 'a/b;q=x'),
    'accept-language': headerText,
    cookie: headerText,
    'x-forwarded-for': headerText,
    range: fc.constantFrom('bytes=0-1', 'bytes=-1'),
    'if-none-match': headerText,
    'content-encoding': fc.constantFrom('gzip', 'identity', 'x'),
    expect: fc.constant('x'),
  },
  { requiredKeys: [] },
);

const fewHeaders = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(headers, fc.nat())
      .map(([all, which]) => Object.fromEntries(Object.entries(all).filter((_, index) => index === which % 3))),
  },
);

/** The bytes of a body: mostly JSON of the right shape with something wrong in it, else broken in another way. */
function payload(api: Api, { body }: Operation): Arbitrary<string | Buffer> {
  const right = body === undefined ? fc.constant({}) : valid(body, api.schemas);
  const changed = fc
    .tuple(right, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), fc.array(garbage, { minLength: 3, maxLength: 3 }))
    .map(([value, seeds, by]) => JSON.stringify(mutated(value, seeds, by)));
  const whole = right.map((value) => JSON.stringify(value));
  return fc.oneof(
    { weight: 8, arbitrary: changed },
    { weight: 2, arbitrary: whole },
    { weight: 1, arbitrary: fc.tuple(whole, fc.nat(50)).map(([each, cut]) => each.slice(0, cut)) },
    { weight: 1, arbitrary: garbage.map((each) => JSON.stringify(each)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes)) },
    { weight: 1, arbitrary: forms },
    {
      weight: 1,
      arbitrary: fc.constantFrom('', '{', '[', '"', '{"a":1,}', '{"__proto__":{"x":1}}', '\ufeff{}', 'NaN'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(10, 21, 50_000).map((deep) => '['.repeat(deep) + ']'.repeat(deep)),
    },
  );
}

const forms = fc
  .array(fc.tuple(fc.oneof(fc.constantFrom('_key', '_revision', 'back', 'note', 'person'), text), text), {
    maxLength: 6,
  })
  .map((fields) =>
    new URLSearchParams(fields.map(([name, value]) => [name.toWellFormed(), value.toWellFormed()])).toString(),
  );

/** Requests that are wrong in some way, over all that a server can be asked. */
export function malformed(api: Api, ids: readonly string[]): Arbitrary<Sent> {
  const ofOperation = (operation: Operation): Arbitrary<Sent> =>
    fc
      .record({
        segments: fc.array(segment(ids), { minLength: 4, maxLength: 4 }),
        query: fc.array(fc.tuple(fc.oneof(fc.constantFrom('after', 'limit', ...operation.query), text), text), {
          maxLength: 4,
        }),
        twice: fc.boolean(),
        asks: fc.integer({ min: 0, max: 3 }),
        actor: fc.constantFrom(...people.map(({ code }) => code)),
        stranger: fc.integer({ min: 0, max: 19 }),
        method: fc.oneof(
          { weight: 15, arbitrary: fc.constant(operation.method) },
          { weight: 1, arbitrary: fc.constantFrom(...methods) },
        ),
        type: fc.oneof(
          { weight: 8, arbitrary: fc.constant(typeOf(operation)) },
          { weight: 1, arbitrary: fc.constantFrom(...types) },
        ),
        more: fewHeaders,
        body: payload(api, operation),
      })
      .map(({ segments, query, twice, asks, actor, stranger, method, type, more, body }): Sent => {
        let next = 0;
        const path = operation.path.replace(/\{\w+\}|\*/g, () => segments[next++] ?? 'x');
        const search = new URLSearchParams(
          (twice ? [...query, ...query] : query).map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]),
        ).toString();
        const sends = method !== 'GET' && method !== 'HEAD';
        return {
          method,
          url: asks === 0 && search !== '' ? `${path}?${search}` : path,
          headers: {
            ...(stranger === 0 ? {} : { 'x-actor': actor }),
            ...(sends ? { 'content-type': type } : {}),
            ...more,
          },
          ...(sends ? { payload: body } : {}),
        };
      });
  const own = api.operations.map(ofOperation);
  const nowhere: Operation = { method: 'GET', path: '/{a}/{b}', query: [] };
  return fc.oneof(...own, ofOperation(nowhere));
}

const typeOf = ({ path, body }: Operation): string =>
  path.startsWith('/fhir') ? 'application/fhir+json' : path.startsWith('/api') || body !== undefined ? json : form;

const form = 'application/x-www-form-urlencoded';

/** What is wrong with an answer; undefined when nothing is. */
export function wrongWith(
  { url, method }: Pick<Sent, 'url' | 'method'>,
  status: number,
  type: string,
  body: string,
): string | undefined {
  if (status >= 500) return `answered with ${status}`;
  if (/\n\s+at .+:\d+:\d+/.test(body) || body.includes('node_modules')) return 'shows a stack';
  if (status < 400 || method === 'HEAD') return undefined;
  const problem = type.startsWith('application/problem+json');
  const outcome = url.startsWith('/fhir') && type.startsWith('application/fhir+json');
  // A page shows its form again.
  const page = !url.startsWith('/api') && !url.startsWith('/fhir') && type.startsWith('text/html');
  if (!problem && !outcome && !page) return `answered with ${status} as ${type || 'nothing'}`;
  if (!page && Buffer.byteLength(body) > 4_096) return `answered with ${Buffer.byteLength(body)} bytes`;
  return undefined;
}
