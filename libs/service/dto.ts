import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsObject, ValidateBy, ValidateNested, type ValidationOptions } from 'class-validator';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;
const instant = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** `YYYY-MM-DD`, and the calendar has it. */
export function isDay(text: string): boolean {
  const [, year, month, date] = day.exec(text) ?? [];
  if (year === undefined) return false;
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(date)));
  at.setUTCFullYear(Number(year));
  return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date);
}

/** ISO 8601 with time and offset, on a day the calendar has. */
export function isInstant(text: string): boolean {
  const date = instant.exec(text)?.[1];
  return date !== undefined && isDay(date);
}

const textThat = (name: string, holds: (text: string) => boolean, options?: ValidationOptions) =>
  ValidateBy({ name, validator: { validate: (value) => typeof value === 'string' && holds(value) } }, options);

/** A calendar day, `YYYY-MM-DD`. */
export const IsDay = (options?: ValidationOptions): PropertyDecorator => textThat('isDay', isDay, options);

/** An instant: ISO 8601 with an offset or `Z`. */
export const IsInstant = (options?: ValidationOptions): PropertyDecorator => textThat('isInstant', isInstant, options);

type Class = new () => object;

/** An object of its own class inside a DTO. */
export const Nested = (type: () => Class): PropertyDecorator =>
  applyDecorators(IsObject(), ValidateNested(), Type(type));

/** A list of objects of one class inside a DTO, of at most `max`. */
export const NestedList = (type: () => Class, max: number): PropertyDecorator =>
  applyDecorators(IsArray(), ArrayMaxSize(max), IsObject({ each: true }), ValidateNested({ each: true }), Type(type));
