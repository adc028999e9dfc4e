import { Injectable, type PipeTransform } from '@nestjs/common';
import { IsIn } from 'class-validator';
import { canonicalJson, type Meta, Problem } from '#service';
import type { Projection } from '#projection';
import type { SealedSection } from '#decider';
import { type Binding, NotGranted, type Vault } from '#vault';
import type { DecryptGrant } from './people/access/grant.js';
import type { FieldClass } from './people/access/vocabulary.js';
import { jurisdiction, jurisdictionIds } from './protocol/index.js';
import type { Platform } from './platform.js';
import { recordRead } from './reads.js';

/** What the HTTP side of every capability does alike. */

/** The codes of lists, of every country: which of them hold is decided by the law of whoever asks. */
export const codesOf = (...lists: readonly string[]): readonly string[] => [
  ...new Set(jurisdictionIds().flatMap((country) => lists.flatMap((list) => codesIn(country, list)))),
];

function codesIn(country: string, name: string): readonly string[] {
  const list = jurisdiction(country).codes[name];
  if (list === undefined) throw new RangeError(`no code list ${name}`);
  return list.entries.map(({ code }) => code);
}

/** A field of a DTO that holds a code of one of these lists. */
export const IsCode = (...lists: readonly string[]): PropertyDecorator => IsIn([...codesOf(...lists)]);

/** A field of a DTO that holds a list of such codes. */
export const AreCodes = (...lists: readonly string[]): PropertyDecorator =>
  IsIn([...codesOf(...lists)], { each: true });

/** Clocks of devices are a little off; nothing is recorded from further ahead than this. */
const tolerance = 5 * 60_000;

/**
 * The circumstances as they came, if nothing is said to have happened in the future, or before the thing began.
 * @param since when it began, for a step of something that is there
 * @throws Problem 422 `effective-in-future`, `effective-before-start`
 */
export function past({ clock }: Pick<Platform, 'clock'>, meta: Meta, since?: string): Meta {
  if (meta.effectiveAt !== undefined && Date.parse(meta.effectiveAt) > Date.parse(clock.now()) + tolerance) {
    throw new Problem(422, 'effective-in-future');
  }
  if (meta.effectiveAt !== undefined && since !== undefined && Date.parse(meta.effectiveAt) < Date.parse(since)) {
    throw new Problem(422, 'effective-before-start');
  }
  return meta;
}

/**
 * The fingerprint of a body that may hold personal data: made under the person's own key when it does, so that it is
 * erased with them, and under the deployment's secret when it does not.
 * @param category which of the person's keys seals what the body holds
 * @throws Erased
 */
export function fingerprintOf(
  vault: Vault,
  body: object,
  person: { readonly subject: string; readonly category: string } | undefined,
): Promise<string> {
  const text = canonicalJson(body);
  return person === undefined ? vault.mac('fingerprint', text) : vault.macUnder(person, 'fingerprint', text);
}

/** How long a command waits for a view that has not seen what it is about. */
const patience = 5_000;

/**
 * Looks for a document, and once more when the view has seen everything that was recorded when it was asked for. So a
 * command may follow the one it builds on at once.
 */
export async function soon<T>(
  { log, views }: Pick<Platform, 'log' | 'views'>,
  projections: readonly Projection[],
  look: () => Promise<T | undefined>,
): Promise<T | undefined> {
  const found = await look();
  if (found !== undefined) return found;
  const head = await log.head();
  if (head === undefined) return undefined;
  await Promise.all(projections.map((one) => views.reached(one, head, patience)));
  return look();
}

/** A sealed section, and where it was sealed. */
export interface Sealed {
  readonly section: object;
  readonly stream: string;
  readonly eventId: string;
  readonly revision: number;
  readonly type: string;
  readonly schema: number;
  readonly field: string;
}

/**
 * Opens a sealed section under a grant of the decision point. That it is opened is written down first.
 * @returns what was sealed, or `'erased'`
 * @throws NotGranted the grant is over, or does not cover it; Tampered, KeyMissing, LogUnavailable
 */
export async function opened<T>(
  platform: Pick<Platform, 'vault' | 'reads' | 'clock'>,
  sealed: Sealed,
  { grant, actor, until, reader }: DecryptGrant,
  category: FieldClass,
): Promise<{ readonly value: T } | 'erased'> {
  const { section, stream, eventId, revision, type, schema, field } = sealed;
  if (!('ct' in section)) throw new Error(`${type}.${field} is not sealed`);
  if (platform.clock.now() > until) throw new NotGranted(category);
  const binding: Binding = { stream, revision, eventId, type, schema, section: field };
  await recordRead(platform, actor, 'SectionOpened', { stream, eventId, section: field, category, ...reader });
  const result = await platform.vault.open(section as SealedSection, binding, grant);
  return result === 'erased' ? result : { value: result.value as T };
}

/** For `@Param('id', CodePipe)`: what does not look like a code names nothing. */
@Injectable()
export class CodePipe implements PipeTransform {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/.test(value)) {
      throw new Problem(404, 'not-found');
    }
    return value;
  }
}

/** For `@Param('month', MonthPipe)`: what is no month, `2026-03`, names nothing. */
@Injectable()
export class MonthPipe implements PipeTransform {
  transform(value: unknown): string {
    if (typeof value !== 'string' || !/^\d{4}-(0[1-9]|1[0-2])$/.test(value)) throw new Problem(404, 'not-found');
    return value;
  }
}
