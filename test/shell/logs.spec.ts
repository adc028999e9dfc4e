import fc from 'fast-check';
import { note } from '../prove/figures.js';
import { people } from '../access/support.js';
import { apiOf, type Operation, type Schema } from './operations.js';
import { type Shell, shell } from './support.js';
import { valid } from './values.js';

/** Made up, and like nothing else: what is found of them anywhere was sent from here. */
const canaries = [
  ...['Canaria Xilófono', '70419930', '+51 999 041 993', 'relato-canario-ñandú', 'canaria@correo.example'],
  // Where she lives, and in which shelter.
  ...['JirónCanario 4711, frente a la posta', 'RefugioCanario de la Ñusta'],
];

/** What a form may have for words about somebody. */
const written = ['note', 'name', 'narrative', 'explanation', 'address', 'reference', 'reach'];

/** A text that a field takes and that holds a canary, where it takes any. */
function withCanary(
  value: unknown,
  schema: Schema,
  schemas: Readonly<Record<string, Schema>>,
  canary: string,
): unknown {
  if (schema.$ref !== undefined) {
    return withCanary(value, schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, schemas, canary);
  }
  if (typeof value === 'string') return schema.enum === undefined && schema.format === undefined ? canary : value;
  if (Array.isArray(value)) return value.map((each) => withCanary(each, schema.items ?? {}, schemas, canary));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, inside]) => [
    name,
    withCanary(inside, schema.properties?.[name] ?? {}, schemas, canary),
  ]);
  return Object.fromEntries(fields) as object;
}

describe('What is logged', () => {
  let here: Shell;
  beforeAll(async () => {
    here = await shell('debug');
  }, 120_000);
  afterAll(() => here.close());

  it('holds nothing of what was sent to any route, in any of its fields, by anybody', async () => {
    const { operations, schemas } = apiOf(here.app);
    const changing = operations.filter(({ method }) => method === 'POST');
    const statuses: Record<string, number> = {};
    let requests = 0;
    const post = async (operation: Operation, actor: string, canary: string, payload: string, type: string) => {
      let next = 0;
      const path = operation.path.replace(/\{\w+\}/g, () => here.ids[next++ % 3] ?? '');
      const url = `${path}?q=${encodeURIComponent(canary)}`;
      const { statusCode } = await here.app.inject({
        ...{ method: 'POST', url, payload },
        headers: {
          ...{
            'x-actor': actor,
            'content-type': type,
            'user-agent': canary.replace(/[^ -~]/g, ''),
            cookie: `c=${canary}`,
          },
          'idempotency-key': `${canary.replace(/[^ -~]/g, '')}-${requests}`,
        },
      });
      requests += 1;
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      return statusCode;
    };
    for (const operation of changing) {
      const body = operation.body ?? {};
      const samples = fc.sample(valid(body, schemas), { numRuns: canaries.length, seed: 7 });
      const filled = (index: number) =>
        JSON.stringify(withCanary(samples[index], body, schemas, canaries[index] ?? ''));
      // Somebody who gets further than the door, where anybody does.
      let actor = 'counter';
      for (const { code } of people) {
        const status = await post(operation, code, canaries[0] ?? '', filled(0), 'application/json');
        if (status !== 403 && status !== 404) {
          actor = code;
          break;
        }
      }
      for (const [index, canary] of canaries.entries()) {
        await post(operation, actor, canary, filled(index), 'application/json');
        const form = new URLSearchParams(written.map((field) => [field, canary]));
        await post(operation, actor, canary, form.toString(), 'application/x-www-form-urlencoded');
      }
      await post(operation, 'counter', canaries[0] ?? '', `{"${canaries[0]}`, 'application/json');
    }
    const found = here.lines.filter((line) => holds(line));
    note('log canaries', { requests, lines: here.lines.length, found: found.length, statuses });
    expect(found).toEqual([]);
    expect(requests).toBeGreaterThan(1_000);
    expect(here.lines.length).toBeGreaterThan(requests);
    // What is only refused is not worked with.
    expect((statuses['200'] ?? 0) + (statuses['201'] ?? 0)).toBeGreaterThan(20);
  }, 300_000);

  it('would be noticed if it held any, however it is written', () => {
    for (const canary of canaries) {
      expect(holds(JSON.stringify({ msg: `x ${canary} y` }))).toBe(true);
      expect(holds(encodeURIComponent(canary))).toBe(true);
      expect(holds(Buffer.from(canary).toString('base64'))).toBe(true);
    }
    expect(holds('{"msg":"served","route":"/api/cases"}')).toBe(false);
  });
});

/** Whether a text holds a canary, or a long enough piece of one. */
const holds = (line: string): boolean =>
  canaries.some((canary) =>
    [
      ...[canary, encodeURIComponent(canary), JSON.stringify(canary).slice(1, -1), canary.replace(/[^ -~]/g, '')],
      ...[Buffer.from(canary).toString('base64').replace(/=+$/, ''), canary.split(' ')[0]?.slice(0, 8) ?? canary],
    ].some((written) => written.length > 3 && line.includes(written)),
  );
