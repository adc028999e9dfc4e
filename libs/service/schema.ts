import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';

/** A DTO class: class-validator decorators on its properties, no constructor arguments. */
export type Dto = new () => object;

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

type Meta = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];
type Base = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'any';

interface Rule {
  /** Says what the value is: exactly one such rule per property, and one for the items of a list. */
  readonly is?: Base;
  /** Narrows a value that another rule says is this. */
  readonly of?: Base;
  /** @returns undefined when these arguments cannot be said in JSON Schema */
  readonly schema: (argument: readonly unknown[]) => JsonSchema | undefined;
}

const text = (format: string): Rule => ({ is: 'string', schema: () => ({ type: 'string', format }) });
const oneOf = (values: readonly unknown[]): JsonSchema => ({ enum: values });
const number = (keyword: string): Rule => ({ of: 'number', schema: ([limit]) => ({ [keyword]: limit }) });
const only = (values: object | undefined) => Object.keys(values ?? {}).length === 0;

/**
 * The decorators a DTO may use, and the JSON Schema that accepts exactly what each accepts.
 * One that is not here has no exact counterpart: the class is then refused when the service starts.
 */
const rules: Record<string, Rule> = {
  isString: { is: 'string', schema: () => ({ type: 'string' }) },
  isBoolean: { is: 'boolean', schema: () => ({ type: 'boolean' }) },
  isInt: { is: 'number', schema: () => ({ type: 'integer' }) },
  isNumber: { is: 'number', schema: ([options]) => (only(options as object) ? { type: 'number' } : undefined) },
  isIn: { is: 'any', schema: ([values]) => oneOf(values as unknown[]) },
  isEnum: { is: 'any', schema: ([values]) => oneOf(Object.values(values as object)) },
  isUuid: { is: 'string', schema: ([version]) => uuid(version as string | undefined) },
  isEmail: {
    is: 'string',
    schema: ([options]) => (only(options as object) ? { type: 'string', format: 'email' } : undefined),
  },
  isDay: text('date'),
  isInstant: text('date-time'),
  isArray: { is: 'array', schema: () => ({ type: 'array' }) },
  isObject: { is: 'object', schema: () => ({}) },
  isNotEmpty: { of: 'string', schema: () => ({ minLength: 1 }) },
  minLength: { of: 'string', schema: ([min]) => ({ minLength: min }) },
  maxLength: { of: 'string', schema: ([max]) => ({ maxLength: max }) },
  isLength: {
    of: 'string',
    schema: ([minLength, maxLength]) => ({ minLength, ...(maxLength === undefined ? {} : { maxLength }) }),
  },
  matches: { of: 'string', schema: ([pattern, flags]) => regExp(pattern, flags) },
  min: number('minimum'),
  max: number('maximum'),
  isPositive: { of: 'number', schema: () => ({ exclusiveMinimum: 0 }) },
  isNegative: { of: 'number', schema: () => ({ exclusiveMaximum: 0 }) },
  arrayNotEmpty: { of: 'array', schema: () => ({ minItems: 1 }) },
  arrayMinSize: { of: 'array', schema: ([min]) => ({ minItems: min }) },
  arrayMaxSize: { of: 'array', schema: ([max]) => ({ maxItems: max }) },
  arrayUnique: { of: 'array', schema: ([identify]) => (identify === undefined ? { uniqueItems: true } : undefined) },
  isDefined: { schema: () => ({}) },
};

function uuid(version: string | number | undefined): JsonSchema | undefined {
  if (version === undefined || version === 'all') return { type: 'string', format: 'uuid' };
  if (!/^[1-8]$/.test(`${version}`)) return undefined;
  return { type: 'string', format: 'uuid', pattern: `^.{14}${version}` };
}

/** JSON Schema patterns have no flags and read Unicode: only `/…/u` means the same in both. */
function regExp(pattern: unknown, flags: unknown): JsonSchema | undefined {
  return pattern instanceof RegExp && pattern.flags === 'u' && flags === undefined
    ? { pattern: pattern.source }
    : undefined;
}

/** Where schemas stand in an OpenAPI document; the checker compiles them from the same place. */
const home = '#/components/schemas/';

const made = new Map<Dto, ReadonlyMap<Dto, JsonSchema>>();

/**
 * The schemas of a DTO class and of all classes inside it, itself first. They refer to each other by class name under
 * `#/components/schemas/`.
 * @throws Error a property uses a decorator, or a combination, that JSON Schema cannot say exactly
 */
export function schemasOf(dto: Dto): ReadonlyMap<Dto, JsonSchema> {
  let schemas = made.get(dto);
  if (schemas === undefined) {
    const found = new Map<Dto, JsonSchema>();
    collect(dto, found);
    made.set(dto, (schemas = found));
  }
  return schemas;
}

export const refTo = (dto: Dto): JsonSchema => ({ $ref: home + dto.name });

function collect(dto: Dto, found: Map<Dto, JsonSchema>): void {
  if (found.has(dto)) return;
  const properties = byProperty(metadataOf(dto));
  if (properties.size === 0) throw new Error(`${dto.name} has no validated property`);
  const children: Dto[] = [];
  for (const [name, metas] of properties) {
    check(`${dto.name}.${name}`, metas);
    if (metas.some(isNested)) children.push(childOf(dto, name));
  }
  const derived = targetConstructorToSchema(dto, {
    additionalConverters: converters,
    refPointerPrefix: home,
    classTransformerMetadataStorage: defaultMetadataStorage,
  });
  const shapes = { ...(derived.properties as Record<string, JsonSchema>) };
  for (const [name, metas] of properties) {
    const shape = shapes[name];
    if (shape !== undefined && metas.some(isOptional)) shapes[name] = orNull(shape);
  }
  found.set(dto, { ...derived, properties: shapes, additionalProperties: false });
  for (const child of children) collect(child, found);
}

const metadataOf = (dto: Dto): Meta[] => getMetadataStorage().getTargetValidationMetadatas(dto, '', true, false);

function byProperty(metas: readonly Meta[]): Map<string, Meta[]> {
  const grouped = new Map<string, Meta[]>();
  for (const meta of metas) grouped.set(meta.propertyName, [...(grouped.get(meta.propertyName) ?? []), meta]);
  return grouped;
}

const isNested = (meta: Meta): boolean => meta.type === ValidationTypes.NESTED_VALIDATION;
const isEach = (meta: Meta): boolean => Boolean(meta.each);
const isOptional = (meta: Meta): boolean => meta.name === 'isOptional';

function childOf(dto: Dto, property: string): Dto {
  const child: unknown = defaultMetadataStorage.findTypeMetadata(dto, property)?.typeFunction();
  if (typeof child !== 'function') throw new Error(`${dto.name}.${property} is nested and has no @Type`);
  return child as Dto;
}

/** What `@IsOptional` takes: nothing, or null. */
function orNull(schema: JsonSchema): JsonSchema {
  if (Array.isArray(schema['enum'])) return { ...schema, enum: [...(schema['enum'] as unknown[]), null] };
  if (typeof schema['type'] === 'string') return { ...schema, type: [schema['type'], 'null'] };
  return { anyOf: [schema, { type: 'null' }] };
}

/** Refuses what class-validator and JSON Schema would read differently. */
function check(where: string, metas: readonly Meta[]): void {
  const refuse = (why: string): never => {
    throw new Error(`${where}: ${why}`);
  };
  const ruled = metas.filter((meta) => !isOptional(meta) && !isNested(meta));
  for (const meta of ruled) {
    const rule =
      rules[meta.name ?? ''] ?? refuse(`@${meta.name ?? meta.type} is not among the decorators a DTO may use`);
    if (rule.schema(constraints(meta)) === undefined) refuse(`@${meta.name} with these arguments`);
    if (((meta.groups as unknown[] | undefined) ?? []).length > 0 || meta.validateIf !== undefined)
      refuse('groups and conditions are not used');
  }
  const names = ruled.map((meta) => `${meta.name}${meta.each ? ' of each' : ''}`);
  if (new Set(names).size < names.length) refuse('a decorator stands there twice');
  const kindOf = (each: boolean): Base | undefined => {
    const part = ruled.filter((meta) => isEach(meta) === each);
    const kinds = part.flatMap((meta) => rules[meta.name ?? '']?.is ?? []);
    if (kinds.length > 1) refuse('more than one decorator says what it is');
    const [kind] = kinds;
    const misplaced = part.find((meta) => ![undefined, kind].includes(rules[meta.name ?? '']?.of));
    if (misplaced !== undefined)
      refuse(`@${misplaced.name} needs a decorator that says it is ${rules[misplaced.name ?? '']?.of}`);
    const nested = metas.some((meta) => isNested(meta) && isEach(meta) === each);
    if ((kind === 'object') !== nested) refuse('an object is declared with @Nested or @NestedList');
    return kind;
  };
  const kind = kindOf(false);
  if (kind === undefined) refuse('no decorator says what it is');
  if ((kind === 'array') !== (kindOf(true) !== undefined)) {
    refuse('a list needs @IsArray, and decorators with {each: true} that say what its items are');
  }
}

const constraints = (meta: Meta): readonly unknown[] => (meta.constraints as unknown[] | undefined) ?? [];

/** The rules in the form class-validator-jsonschema asks for: it does the walking, inheritance and `each`. */
const converters = Object.fromEntries(
  Object.entries(rules).map(([name, rule]) => [name, (meta: Meta) => ({ ...rule.schema(constraints(meta)) })]),
);
