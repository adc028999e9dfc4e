import type { ErrorObject } from 'ajv';
import { catalogueOf, type MessageValues, type Voice } from './text.js';

/** What is wrong with one field. */
export interface FieldError {
  /** JSON pointer (RFC 6901) into the body; `/name` for a query parameter, a path parameter or a form field. */
  readonly pointer: string;
  readonly code: FieldCode;
  /** What the message says beside its code: limits and allowed values, never what was submitted. */
  readonly values?: MessageValues;
}

const texts = catalogueOf(
  {
    required: 'Falta este dato.',
    'unknown-field': 'Este dato no se espera aquí.',
    'type/string': 'Debe ser texto.',
    'type/integer': 'Debe ser un número entero.',
    'type/number': 'Debe ser un número.',
    'type/boolean': 'Debe ser sí o no.',
    'type/array': 'Debe ser una lista.',
    'type/object': 'Debe ser un grupo de datos.',
    'too-short': 'Debe tener al menos {limit, plural, one {# carácter} other {# caracteres}}.',
    'too-long': 'Debe tener como máximo {limit, plural, one {# carácter} other {# caracteres}}.',
    'too-small': 'Debe ser {limit, number} o más.',
    'too-big': 'Debe ser {limit, number} o menos.',
    'not-above': 'Debe ser más de {limit, number}.',
    'not-below': 'Debe ser menos de {limit, number}.',
    'too-few': 'Debe haber al menos {limit, plural, one {# elemento} other {# elementos}}.',
    'too-many': 'Debe haber como máximo {limit, plural, one {# elemento} other {# elementos}}.',
    repeated: 'Hay elementos repetidos.',
    'not-allowed': 'Debe ser uno de: {allowed}.',
    pattern: 'No tiene la forma esperada.',
    'format/uuid': 'Debe ser un identificador UUID.',
    'format/date': 'Debe ser una fecha que exista, como 2026-03-09.',
    'format/date-time': 'Debe ser una fecha con hora y zona, como 2026-03-09T15:30:00-05:00.',
    'format/email': 'Debe ser una dirección de correo.',
    malformed: 'No tiene la forma esperada.',
  },
  {
    en: {
      required: 'This is missing.',
      'unknown-field': 'This is not expected here.',
      'type/string': 'Must be text.',
      'type/integer': 'Must be a whole number.',
      'type/number': 'Must be a number.',
      'type/boolean': 'Must be yes or no.',
      'type/array': 'Must be a list.',
      'type/object': 'Must be a group of fields.',
      'too-short': 'Must have at least {limit, plural, one {# character} other {# characters}}.',
      'too-long': 'Must have at most {limit, plural, one {# character} other {# characters}}.',
      'too-small': 'Must be {limit, number} or more.',
      'too-big': 'Must be {limit, number} or less.',
      'not-above': 'Must be more than {limit, number}.',
      'not-below': 'Must be less than {limit, number}.',
      'too-few': 'There must be at least {limit, plural, one {# item} other {# items}}.',
      'too-many': 'There must be at most {limit, plural, one {# item} other {# items}}.',
      repeated: 'Some items are repeated.',
      'not-allowed': 'Must be one of: {allowed}.',
      pattern: 'Is not written as expected.',
      'format/uuid': 'Must be a UUID.',
      'format/date': 'Must be a day that exists, like 2026-03-09.',
      'format/date-time': 'Must be a date with time and zone, like 2026-03-09T15:30:00-05:00.',
      'format/email': 'Must be an e-mail address.',
      malformed: 'Is not written as expected.',
    },
  },
);

export type FieldCode = Parameters<typeof texts.text>[1];

/** What the reader is told about a field: the message of its code. */
export function fieldMessage(error: FieldError, voice: Voice): string {
  return texts.text(voice, error.code, error.values);
}

const byKeyword: Record<string, FieldCode> = {
  minLength: 'too-short',
  maxLength: 'too-long',
  minimum: 'too-small',
  maximum: 'too-big',
  exclusiveMinimum: 'not-above',
  exclusiveMaximum: 'not-below',
  minItems: 'too-few',
  maxItems: 'too-many',
  uniqueItems: 'repeated',
  pattern: 'pattern',
};

const mostErrors = 100;

/** The schema checker's findings as field errors: one per field, at most a hundred, without what was submitted. */
export function fieldErrors(found: readonly ErrorObject[]): FieldError[] {
  const errors = new Map<string, FieldError>();
  for (const error of found) {
    // The other branch of "or null", and its sum: what is wrong stands in the first branch.
    if (error.keyword === 'anyOf' || error.params['type'] === 'null') continue;
    const field = fieldError(error);
    if (!errors.has(field.pointer)) errors.set(field.pointer, field);
    if (errors.size === mostErrors) break;
  }
  return [...errors.values()];
}

function fieldError({ keyword, instancePath, params }: ErrorObject): FieldError {
  const pointer = instancePath;
  const code = byKeyword[keyword];
  if (code !== undefined) {
    const limit: unknown = params['limit'];
    return typeof limit === 'number' ? { pointer, code, values: { limit } } : { pointer, code };
  }
  switch (keyword) {
    case 'required':
      return { pointer: `${pointer}/${escaped(String(params['missingProperty']))}`, code: 'required' };
    case 'additionalProperties':
      return { pointer: pointer + unknownName(params['additionalProperty']), code: 'unknown-field' };
    case 'type':
      return { pointer, code: coded(`type/${[params['type']].flat().find((type) => type !== 'null')}`) };
    case 'enum': {
      const allowed = (params['allowedValues'] as (string | number | null)[])
        .filter((value) => value !== null)
        .join(', ');
      return { pointer, code: 'not-allowed', values: { allowed } };
    }
    case 'format':
      return { pointer, code: coded(`format/${String(params['format'])}`) };
    default:
      return { pointer, code: 'malformed' };
  }
}

const coded = (code: string): FieldCode => (texts.has(code) ? code : 'malformed');

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

/** The name of a field nobody knows is the sender's text: it is repeated only when it looks like a name. */
function unknownName(name: unknown): string {
  return typeof name === 'string' && /^[A-Za-z_][A-Za-z0-9_-]{0,39}$/.test(name) ? `/${name}` : '';
}
