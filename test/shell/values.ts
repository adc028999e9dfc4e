import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './operations.js';

/** Texts that have broken one server or another. */
const nasty = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    'İ',
    '👩‍👧',
    '\uffff',
    '%00',
    '%E0%A4%A',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    '../../../../etc/passwd',
    '..\\..\\',
    '{{7*7}}',
    '${7*7}',
    "' OR 1=1 --",
    '<script>alert(1)</script>',
    '-0',
    '1e999',
  ],
  ...['NaN', 'null', 'true', '0x10', '9007199254740993', '2026-02-30', '2026-13-01T00:00:00Z', '+002026-01-01', '𝟙'],
  ...['a'.repeat(5_000), 'ñ'.repeat(2_000), '\n'.repeat(500)],
];

export const text: Arbitrary<string> = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.uuid(),
);

/** Anything but what was asked for. */
export const garbage: Arbitrary<unknown> = fc.oneof(
  text,
  fc.constantFrom<unknown>(null, true, [], {}, [[]], [null], { a: 1 }, 0, -1, 0.1, 1e308, -1e308, 2 ** 53, 2 ** 31),
  fc.constantFrom<unknown>({ $ne: null }, { toString: 1 }, { length: 1e9 }, { then: 'x' }, Array(1_001).fill(0)),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Values a schema lets through. @param schemas what `$ref` points to */
export function valid(schema: Schema, schemas: Readonly<Record<string, Schema>>, depth = 0): Arbitrary<unknown> {
  const inner = (each: Schema): Arbitrary<unknown> => valid(each, schemas, depth + 1);
  if (depth > 8) return fc.constant(null);
  if (schema.$ref !== undefined) return inner(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  const several = schema.anyOf ?? schema.oneOf;
  if (several !== undefined && several.length > 0) return fc.oneof(...several.map(inner));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined && schema.enum.length > 0) return fc.constantFrom(...schema.enum);
  const [type = 'object'] = [schema.type ?? 'object'].flat();
  switch (type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return fc.integer({ min: schema.minimum ?? 0, max: Math.max(schema.minimum ?? 0, schema.maximum ?? 100) });
    case 'number':
      return fc.integer({ min: Math.ceil(schema.minimum ?? 0), max: Math.floor(schema.maximum ?? 100) });
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    default: {
      const fields = Object.entries(schema.properties ?? {}).map(([name, each]) => [name, inner(each)] as const);
      return fc.record(Object.fromEntries(fields), { requiredKeys: [...(schema.required ?? [])] });
    }
  }
}

function textOf({ pattern, format, minLength = 0, maxLength = 40 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.uuid();
  if (format === 'date') return fc.constantFrom('2026-03-09', '2025-12-31', '1990-01-01');
  if (format === 'date-time') return fc.constantFrom('2026-03-09T15:00:00.000Z', '2026-03-10T08:30:00-05:00');
  if (format === 'email') return fc.constant('a@b.example');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc.string({ unit: 'grapheme-ascii', minLength, maxLength: Math.max(minLength, Math.min(maxLength, 60)) });
}

/** The value with something in it changed, left out or added, at places `seeds` choose. */
export function mutated(value: unknown, seeds: readonly number[], by: readonly unknown[]): unknown {
  const copy: unknown = structuredClone(value);
  const root: Holder = { value: copy };
  seeds.forEach((seed, index) => change(root, seed, structuredClone(by[index])));
  return root['value'];
}

type Holder = Record<string, unknown>;

function change(root: Holder, seed: number, by: unknown): void {
  const places: [Holder, string][] = [];
  const walk = (holder: Holder): void => {
    for (const [key, inside] of Object.entries(holder)) {
      places.push([holder, key]);
      if (typeof inside === 'object' && inside !== null) walk(inside as Holder);
    }
  };
  walk(root);
  const [holder, key] = places[seed % places.length] ?? [root, 'value'];
  const how = seed % 7;
  if (how === 0 && holder !== root) delete holder[key];
  else if (how === 1 && typeof holder[key] === 'object' && holder[key] !== null) {
    const added = ['__proto__', 'constructor', 'extra', ''][seed % 4] ?? 'extra';
    Object.defineProperty(holder[key], added, { value: by, enumerable: true, configurable: true, writable: true });
  } else holder[key] = by;
}
