import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { _, type FuncKeywordDefinition } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { plainToInstance } from 'class-transformer';
import { isEmail, isUUID, maxLength, minLength, validateSync } from 'class-validator';
import { consistentWithField } from './consistency.js';
import { isDay, isInstant } from './dto.js';
import { type FieldError, fieldErrors } from './fields.js';
import { isForm } from './bodies.js';
import { Problem } from './problem.js';
import { type Dto, refTo, schemasOf } from './schema.js';

/** Either the body in the shape of its DTO, or what is wrong with it. */
export type Verdict<T> = { readonly value: T } | { readonly errors: readonly FieldError[] };

/** JSON is taken as it is. Queries and forms are text: `"5"` is read as a number where one is wanted. */
export type Written = 'json' | 'text';

const compiled = { json: new Map<Dto, ValidateFunction>(), text: new Map<Dto, ValidateFunction>() };

/**
 * Checks a body against a DTO class, by the JSON Schema derived from it.
 *
 * The value is plain data of the DTO's shape, a copy; an optional field sent as null is left out.
 * @throws Error the DTO uses a decorator that has no exact JSON Schema
 */
export function verdict<T extends object>(dto: new () => T, body: unknown, written: Written = 'json'): Verdict<T> {
  const check = checkOf(dto, written);
  // A checker of text changes what it reads.
  const copy: unknown = structuredClone(body === undefined ? {} : body);
  if (!check(copy)) return { errors: fieldErrors(check.errors ?? []) };
  return { value: withoutNulls(copy) as T };
}

/** Compiles the checkers of a DTO class: called for every DTO when the service starts, so that none fails later. */
export function compileDto(dto: Dto): void {
  checkOf(dto, 'json');
}

function checkOf(dto: Dto, written: Written): ValidateFunction {
  let check = compiled[written].get(dto);
  if (check === undefined) {
    const schemas = Object.fromEntries([...schemasOf(dto)].map(([type, schema]) => [type.name, schema]));
    check = checker(written).compile({ ...refTo(dto), components: { schemas } });
    compiled[written].set(dto, check);
  }
  return check;
}

/** Lengths and formats are class-validator's own functions, so that both readings of a DTO count alike. */
function checker(written: Written): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    allowUnionTypes: true,
    coerceTypes: written === 'text' ? 'array' : false,
    strictTypes: false,
  });
  ajv.addVocabulary(['components']);
  ajv.removeKeyword('minLength').removeKeyword('maxLength');
  const error: FuncKeywordDefinition['error'] = {
    message: 'length',
    params: ({ schemaCode }) => _`{limit: ${schemaCode}}`,
  };
  const length = { type: 'string', schemaType: 'number', error } as const;
  ajv.addKeyword({
    keyword: 'minLength',
    ...length,
    validate: (limit: number, text: string) => minLength(text, limit),
  });
  ajv.addKeyword({
    keyword: 'maxLength',
    ...length,
    validate: (limit: number, text: string) => maxLength(text, limit),
  });
  ajv.addFormat('uuid', (text) => isUUID(text)).addFormat('email', (text) => isEmail(text));
  ajv.addFormat('date', isDay).addFormat('date-time', isInstant);
  return ajv;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== null)
      .map(([name, member]) => [name, withoutNulls(member)]),
  );
}

/**
 * For tests: whether the derived schema and class-validator itself (whitelisting, refusing unknown fields) say the same
 * about a JSON body.
 */
export function sameVerdict(dto: Dto, body: object): { readonly same: boolean; readonly accepted: boolean } {
  const accepted = 'value' in verdict(dto, body);
  const errors = validateSync(plainToInstance(dto, body), { whitelist: true, forbidNonWhitelisted: true });
  return { same: accepted === (errors.length === 0), accepted };
}

/**
 * The global pipe: bodies, queries and path parameters declared as a DTO class reach the controller checked.
 * @throws Problem 400 `validation` with `errors`
 */
@Injectable()
export class ValidationPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'custom') return value;
    if (data !== undefined && type !== 'body') {
      if (value === undefined || typeof value === 'string') return value;
      throw invalid([{ pointer: `/${data}`, code: 'malformed' }]);
    }
    if (metatype === undefined || metatype === Object || data !== undefined) {
      throw new Error(`a ${type} must be declared as a DTO class: nothing else would check it`);
    }
    const written = type === 'body' && !isForm(value) ? 'json' : 'text';
    const said = verdict(metatype as Dto, type === 'query' ? withoutOurs(value) : value, written);
    if ('errors' in said) throw invalid(said.errors);
    return said.value;
  }
}

/** Every query may say how fresh the answer must be: that is no field of a DTO. */
function withoutOurs(query: unknown): unknown {
  return Object.fromEntries(Object.entries(query as object).filter(([name]) => name !== consistentWithField));
}

/** Of many mistakes the first are named: the answer stays small. */
const mostNamed = 15;

/** 400 with what is wrong per field. Pages call `verdict` themselves, to show the form again. */
export function invalid(errors: readonly FieldError[]): Problem {
  return new Problem(400, 'validation', { errors: errors.slice(0, mostNamed) });
}

/** For `@Param('id', UuidPipe)`: what is no UUID names nothing. */
@Injectable()
export class UuidPipe implements PipeTransform {
  transform(value: unknown): string {
    if (!isUUID(value)) throw new Problem(404, 'not-found');
    return (value as string).toLowerCase();
  }
}
