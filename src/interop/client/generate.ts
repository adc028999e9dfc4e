/** The part of an OpenAPI 3.1 document a client is made from. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> };
}

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}

interface Operation {
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema?: Schema;
  }[];
  readonly requestBody?: { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> };
  readonly responses?: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: Schema }>> }>
  >;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const json = 'application/json';

/** Written on top of what is generated. */
const heading = `/* Made by \`npm run client\` from the OpenAPI document: change the routes and their DTOs, not this file. */
`;

/**
 * The types of a client, as TypeScript: every schema, and for every route what it takes and answers.
 * @returns the text of a module; the same document gives the same text
 */
export function clientTypes({ paths, components = {} }: ApiDocument): string {
  const schemas = Object.entries(components.schemas ?? {})
    .sort(byName)
    .map(([name, schema]) => `  ${JSON.stringify(name)}: ${typeOf(schema as Schema)};\n`);
  const routes = Object.entries(paths)
    .sort(byName)
    .flatMap(([path, item]) =>
      methods.flatMap((method) => {
        const operation = item[method] as Operation | undefined;
        return operation === undefined ? [] : [`  ${routeName(method, path)}: ${routeType(operation)};\n`];
      }),
    );
  return `${heading}\nexport interface Schemas {\n${schemas.join('')}}\n\nexport interface Routes {\n${routes.join('')}}\n`;
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

const routeName = (method: string, path: string): string => JSON.stringify(`${method.toUpperCase()} ${path}`);

function routeType({ parameters = [], requestBody, responses = {} }: Operation): string {
  const found = (where: string): Schema => {
    const own = parameters.filter((each) => each.in === where);
    const required = own.filter((each) => each.required === true).map(({ name }) => name);
    return {
      type: 'object',
      properties: Object.fromEntries(own.map(({ name, schema = { type: 'string' } }) => [name, schema])),
      required: where === 'path' ? own.map(({ name }) => name) : required,
    };
  };
  const body = requestBody?.content?.[json]?.schema;
  const [, good] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const answer = good?.content?.[json]?.schema;
  const parts = [`path: ${typeOf(found('path'))}`, `query: ${typeOf(found('query'))}`];
  return `{ ${[...parts, `body: ${of(body, 'undefined')}`, `answer: ${of(answer, 'unknown')}`].join('; ')} }`;
}

const of = (schema: Schema | undefined, otherwise: string): string =>
  schema === undefined ? otherwise : typeOf(schema);

/** A JSON Schema as a type of TypeScript; what it says beyond shape is for the server to check. */
function typeOf(schema: Schema): string {
  const { $ref, anyOf, oneOf, allOf } = schema;
  if ($ref !== undefined) return `Schemas[${JSON.stringify($ref.slice($ref.lastIndexOf('/') + 1))}]`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return either(schema.enum.map((each) => JSON.stringify(each)));
  const choice = anyOf ?? oneOf;
  if (choice !== undefined) return either(choice.map(typeOf));
  if (allOf !== undefined) return allOf.map((each) => `(${typeOf(each)})`).join(' & ');
  const types = [schema.type ?? (schema.properties === undefined ? undefined : 'object')].flat();
  return either(types.map((type) => plainType(type, schema)));
}

const either = (types: readonly string[]): string => [...new Set(types)].map((each) => `(${each})`).join(' | ');

function plainType(type: string | undefined, schema: Schema): string {
  if (type === 'array') return `readonly (${of(schema.items, 'unknown')})[]`;
  if (type === 'object') return objectType(schema);
  if (type === 'integer') return 'number';
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'null' ? type : 'unknown';
}

function objectType({ properties = {}, required = [], additionalProperties }: Schema): string {
  const members = Object.entries(properties).map(
    ([name, schema]) => `readonly ${JSON.stringify(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  );
  if (members.length > 0) return `{ ${members.join('; ')} }`;
  const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
  return additionalProperties === undefined || additionalProperties === false
    ? 'Readonly<Record<never, never>>'
    : `Readonly<Record<string, ${value}>>`;
}
