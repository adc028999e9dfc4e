import { fileURLToPath } from 'node:url';
import ts from 'typescript';

type Schema = Record<string, unknown>;

/** The strings that are made on purpose, by the name of their brand, and what their makers let through. */
const brands: Readonly<Record<string, Schema>> = {
  RandomId: { type: 'string', format: 'uuid' },
  Code: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$' },
  FactInstant: { type: 'string', format: 'date-time' },
  PublicName: { type: 'string', minLength: 1, maxLength: 160 },
};

/**
 * The JSON schemas of all facts, by name, read from the types given to `factCatalogue<…>` in these files.
 * @throws Error when a type has no JSON form
 */
export function factSchemas(files: readonly string[]): Record<string, Schema> {
  const root = fileURLToPath(new URL('../../../', import.meta.url));
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile) as { readonly config: object };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([...files], options);
  const reader = new Reader(program.getTypeChecker());
  const schemas: Record<string, Schema> = {};
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) throw new Error(`${file} cannot be read`);
    reader.collect(source, schemas);
  }
  return Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1)));
}

class Reader {
  readonly #checker: ts.TypeChecker;

  constructor(checker: ts.TypeChecker) {
    this.#checker = checker;
  }

  /** Finds the calls and reads the type each was given. */
  collect(node: ts.Node, schemas: Record<string, Schema>): void {
    if (ts.isCallExpression(node) && node.expression.getText() === 'factCatalogue') {
      const [given] = node.typeArguments ?? [];
      if (given === undefined) throw new Error('a catalogue of facts without a type');
      for (const fact of this.#checker.getTypeFromTypeNode(given).getProperties()) {
        schemas[fact.name] = this.#schema(this.#checker.getTypeOfSymbol(fact), fact.name);
      }
    }
    ts.forEachChild(node, (child) => this.collect(child, schemas));
  }

  #schema(type: ts.Type, where: string): Schema {
    if (type.flags & ts.TypeFlags.BooleanLike) return { type: 'boolean' };
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.isUnion()) return this.#union(type, where);
    const [item] = this.#checker.isArrayType(type) ? this.#checker.getTypeArguments(type as ts.TypeReference) : [];
    if (item !== undefined) return { type: 'array', items: this.#schema(item, where) };
    const brand = this.#brandOf(type);
    if (brand !== undefined) return brand;
    if (type.flags & ts.TypeFlags.Object || type.isIntersection()) return this.#record(type, where);
    throw new Error(`${where}: ${this.#checker.typeToString(type)} has no JSON form`);
  }

  #union(type: ts.UnionType, where: string): Schema {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined));
    const literals = parts.flatMap((part) => (part.isStringLiteral() || part.isNumberLiteral() ? [part.value] : []));
    if (literals.length === parts.length) return literals.length === 1 ? { const: literals[0] } : { enum: literals };
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { type: 'boolean' };
    const [only] = parts;
    if (parts.length === 1 && only !== undefined) return this.#schema(only, where);
    return { anyOf: parts.map((part) => this.#schema(part, where)) };
  }

  #record(type: ts.Type, where: string): Schema {
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of type.getProperties()) {
      properties[property.name] = this.#schema(this.#checker.getTypeOfSymbol(property), `${where}.${property.name}`);
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    return { type: 'object', properties, required, additionalProperties: false };
  }

  /** A branded string is text and the name of its brand in one. */
  #brandOf(type: ts.Type): Schema | undefined {
    if (!type.isIntersection() || !type.types.some((part) => part.flags & ts.TypeFlags.String)) return undefined;
    for (const property of type.getProperties().filter(({ name }) => name.includes('brand'))) {
      const name = this.#checker.getTypeOfSymbol(property);
      if (name.isStringLiteral()) return brands[name.value];
    }
    return undefined;
  }
}
