import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { faultsOf, type Mapping, type MappingFault } from './domain/mapping.js';

/** The file says how a list is read in a way nobody can follow; every fault with its place, in Spanish. */
export class BadMapping extends Error {
  constructor(readonly faults: readonly MappingFault[]) {
    super(faults.map(({ pointer, message }) => `${pointer || '/'}: ${message}`).join('\n'));
    this.name = 'BadMapping';
  }
}

const schema = JSON.parse(readFileSync(new URL('mapping.schema.json', import.meta.url), 'utf8')) as object;
const fits = new Ajv2020({ allErrors: true, strictTypes: false }).compile(schema);

/** What a keyword of the schema says, in the words of whoever wrote the file. */
const said: Readonly<Record<string, string>> = {
  required: 'Falta un dato.',
  additionalProperties: 'Sobra un dato.',
  enum: 'No es uno de los valores que se admiten.',
  const: 'No es el valor que se espera.',
  pattern: 'No tiene la forma que se espera.',
  type: 'No es del tipo que se espera.',
};
const otherwise = 'No se admite este valor.';

/**
 * The mapping a text holds.
 * @param text JSON, with or without a byte order mark
 * @throws BadMapping
 */
export function parseMapping(text: string): Mapping {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    throw new BadMapping([{ pointer: '', message: 'El archivo no es JSON.' }]);
  }
  if (!fits(read)) {
    const faults = (fits.errors ?? []).map(({ instancePath, keyword, params }) => {
      const which: unknown = Reflect.get(params, 'missingProperty') ?? Reflect.get(params, 'additionalProperty');
      const pointer = typeof which === 'string' ? `${instancePath}/${which}` : instancePath;
      return { pointer, message: said[keyword] ?? otherwise };
    });
    throw new BadMapping(faults);
  }
  const mapping = read as Mapping;
  const faults = faultsOf(mapping);
  if (faults.length > 0) throw new BadMapping(faults);
  return mapping;
}

/** The mappings of a deployment: one for each list it takes. */
export class Mappings {
  constructor(readonly all: readonly Mapping[]) {}

  /** @param name `id`, or `id@version` to be sure of the version */
  find(name: string): Mapping | undefined {
    const [id, version] = name.split('@');
    return this.all.find((each) => each.id === id && (version === undefined || version === String(each.version)));
  }
}

/** Examples, of invented institutions. */
const examples = join(import.meta.dirname, 'mappings');

/**
 * The mappings in the folder `CHASKI_MAPPINGS` names, one a file; the examples where it names none.
 * @throws Error a file is no mapping, or two are of one id: the message names the file, and every fault
 */
export function mappingsFrom(env: NodeJS.ProcessEnv): Mappings {
  const folder = env['CHASKI_MAPPINGS'] || examples;
  const found = new Map<string, Mapping>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()) {
    const mapping = mappingAt(join(folder, file));
    if (found.has(mapping.id)) throw new Error(`Plantilla ${file}: ya hay otra con el código ${mapping.id}.`);
    found.set(mapping.id, mapping);
  }
  return new Mappings([...found.values()]);
}

/** @throws Error it is no mapping: the message names the file, and every fault; or there is no such file */
export function mappingAt(path: string): Mapping {
  try {
    return parseMapping(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof BadMapping) throw new Error(`Plantilla ${path}:\n${error.message}`, { cause: error });
    throw error;
  }
}
