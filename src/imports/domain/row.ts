import type { Instant } from '#event-log';
import { zoneOf } from '../../protocol/index.js';
import type { Cells, Reader } from './cells.js';
import type { ColumnName } from './columns.js';
import { directoryCode, stamp } from './readers.js';

/** What a row is read by. */
export interface Reading {
  readonly country: string;
  /** Nothing in the file is later, but a guessed hour of the same day. */
  readonly now: Instant;
  /** The institution of rows that name none; rows of others are refused. */
  readonly institution?: string;
}

/** One thing that happened, as the command that records it. */
export interface Step<Command = object> {
  /** Unique within the row and the same for ever: ids are made from it. */
  readonly name: string;
  /** Where it stands in the file. */
  readonly column: ColumnName;
  /** As the file has it: the hour of a day that is not over may still be to come. */
  readonly at: Instant;
  readonly command: Command;
}

/** An institution a row names, and a service of it. */
export interface Mention {
  readonly column: ColumnName;
  readonly organization: string;
  readonly service?: string;
}

/** Who calls the row what. Another institution's row of the same name is another row. */
export interface Owner {
  readonly institution: string;
  readonly externalId: string;
}

/** The time of a step and its column. */
export interface Stamp {
  readonly column: ColumnName;
  readonly at: Instant | undefined;
}

export function stampsOf(cells: Cells, { country, now }: Reading): (column: ColumnName) => Stamp {
  const reader = stamp(zoneOf(country), now);
  return (column) => ({ column, at: cells.optional(column, reader) });
}

/** The institution a row belongs to. */
export function ownerOf(cells: Cells, column: ColumnName, { institution }: Reading): string {
  const own = given(cells, column, directoryCode, institution);
  if (institution !== undefined && own !== '' && own !== institution) cells.fail(column, 'other-institution');
  return own;
}

function given(cells: Cells, column: ColumnName, reader: Reader<string>, fallback: string | undefined): string {
  return fallback === undefined ? cells.required(column, reader) : (cells.optional(column, reader) ?? fallback);
}

/** A step for each stamp that is there. */
export const stepAt = <C extends object>({ column, at }: Stamp, name: string, command: C): readonly Step<C>[] =>
  at === undefined ? [] : [{ name, column, at, command }];
