import type { VNode } from 'preact';
import { formatNumber } from '#service';
import { localeNow } from '../../country.js';
import { type Option } from '../../pages/labels.js';
import { Choices, type Errors, type Filled, Select, Text } from '../../pages/parts.js';
import { dayName } from '../../pages/time.js';
import { say as sayCommon } from '../../pages/words.js';
import { jurisdiction } from '../../protocol/index.js';
import type { Field, Fields, Values } from '../domain/register-fields.js';
import { rowField, spareRows } from './register-form.js';
import { fieldNames, say, wordOf } from './register-words.js';

/** What there is to choose from on a board, and how it is called. */
export interface Offers {
  readonly country: string;
  readonly organizations: readonly Option[];
  readonly districts: readonly Option[];
  readonly agreements: readonly Option[];
  readonly projects: readonly Option[];
}

interface Filling {
  readonly offers: Offers;
  readonly filled: Filled;
  readonly errors: Errors;
  /** Tells fields of several forms apart. */
  readonly within: string;
}

/** The fields of a form, one after another. */
export const FormFields = ({ fields, ...filling }: Filling & { readonly fields: Fields }): VNode => (
  <>
    {Object.entries(fields).map(([name, field]) => (
      <FormField key={name} name={name} label={labelOf(name, field)} field={field} {...filling} />
    ))}
  </>
);

function labelOf(name: string, { optional }: Field): string {
  const label = fieldNames[name] ?? name;
  return optional ? sayCommon('form.optional', { label }) : label;
}

type One = Filling & { readonly name: string; readonly label: string; readonly field: Field };

function FormField({ name, label, field, offers, filled, errors, within }: One): VNode {
  const shared = { name, label, filled, errors, within };
  switch (field.kind) {
    case 'one':
    case 'organization':
    case 'district':
    case 'agreement':
    case 'project':
    case 'ageBand':
      return <Select {...shared} options={optionsFor(field, offers)} />;
    case 'many':
    case 'organizations':
    case 'districts':
      return <Choices {...shared} many hint={say('field.choose.hint')} options={optionsFor(field, offers)} />;
    case 'codes':
    case 'staff':
      return <Text {...shared} hint={say('field.codes.hint')} />;
    case 'day':
    case 'happened':
      return <Text {...shared} type="date" />;
    case 'count':
    case 'number':
      return <Text {...shared} inputMode="numeric" width="short" />;
    case 'cents':
      return <Text {...shared} inputMode="numeric" width="short" hint={say('field.cents.hint')} />;
    case 'line':
      return <Text {...shared} max={160} hint={say('field.line.hint')} />;
    case 'rows':
      return <Rows {...{ name, label, field, offers, filled, errors, within }} />;
    case 'code':
    case 'currency':
      return <Text {...shared} max={80} />;
  }
}

function Rows({ name, label, field, offers, filled, errors, within }: One): VNode {
  const columns = Object.entries(field.columns as Fields);
  const rows = Object.keys(filled).flatMap((key) => (key.startsWith(`${name}.`) ? Number(key.split('.')[1]) : []));
  const error = errors.get(name);
  return (
    <fieldset class={error ? 'field bad' : 'field'} id={`${within}-${name}`}>
      <legend>{label}</legend>
      <p class="hint">{say('field.rows.hint')}</p>
      {error && <p class="error">{error}</p>}
      {Array.from({ length: Math.max(0, ...rows.map((row) => row + 1)) + spareRows }, (_, row) => (
        <div class="lines" key={row}>
          {columns.map(([column, each]) => (
            <FormField
              key={column}
              name={rowField(name, row, column)}
              label={say('field.row', { label: fieldNames[column] ?? column, row: row + 1 })}
              {...{ field: each, offers, filled, within, errors: new Map() }}
            />
          ))}
        </div>
      ))}
    </fieldset>
  );
}

function optionsFor({ kind, of }: Field, offers: Offers): readonly Option[] {
  switch (kind) {
    case 'one':
    case 'many':
      return of.map((value) => ({ value, label: wordOf(value) }));
    case 'organization':
    case 'organizations':
      return offers.organizations;
    case 'agreement':
      return offers.agreements;
    case 'project':
      return offers.projects;
    case 'ageBand':
      return jurisdiction(offers.country).ageBands.map(({ code, label_es }) => ({ value: code, label: label_es }));
    case 'cents':
    case 'code':
    case 'codes':
    case 'count':
    case 'currency':
    case 'day':
    case 'district':
    case 'districts':
    case 'happened':
    case 'line':
    case 'number':
    case 'rows':
    case 'staff':
      return offers.districts;
  }
}

/** Names and values of an entry, to be read. */
export const shownFields = (
  fields: Fields,
  values: Values,
  offers: Offers,
): readonly (readonly [name: string, value: string])[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    values[name] === undefined ? [] : [[fieldNames[name] ?? name, shown(field, values[name], offers)] as const],
  );

/** A value as people read it. */
export function shown(field: Field, value: unknown, offers: Offers): string {
  const { kind, columns } = field;
  if (kind === 'rows') {
    const line = (row: Values): string =>
      Object.entries(columns as Fields)
        .map(([column, each]) => shown(each, row[column], offers))
        .join(' · ');
    return (value as readonly Values[]).map(line).join('; ');
  }
  if (Array.isArray(value)) return value.map((each) => shownOne(field, each, offers)).join(', ');
  return shownOne(field, value, offers);
}

function shownOne(field: Field, value: unknown, offers: Offers): string {
  switch (field.kind) {
    case 'cents':
      return formatNumber(Number(value) / 100, localeNow(), { minimumFractionDigits: 2 });
    case 'count':
    case 'number':
      return formatNumber(Number(value), localeNow(), { useGrouping: Number(value) >= 10_000 });
    case 'day':
    case 'happened':
      return dayName(String(value));
    case 'one':
    case 'many':
    case 'organization':
    case 'organizations':
    case 'district':
    case 'districts':
    case 'agreement':
    case 'project':
    case 'ageBand':
      return optionsFor(field, offers).find((option) => option.value === value)?.label ?? String(value);
    case 'code':
    case 'codes':
    case 'currency':
    case 'line':
    case 'rows':
    case 'staff':
      return String(value);
  }
}
