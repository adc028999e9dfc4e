import type { Actor } from '#service';
import type { Platform } from '../../platform.js';
import { recordRead } from '../../reads.js';
import { programmeKey } from '../domain/enrolment.js';
import type { SealedAt } from '../views/enrolments.js';

/**
 * Opens a sealed section of a participant's file for somebody of the centre that keeps it, after the caller made sure
 * that they are. The decision point for cases knows nothing of these files, and is not asked. That somebody looks is
 * written down first.
 * @returns what was sealed; `undefined` when there is nothing, `'erased'` when its key is gone for ever
 * @throws Tampered, KeyMissing, LogUnavailable
 */
export async function openedOfFile<T>(
  platform: Pick<Platform, 'vault' | 'reads' | 'clock' | 'mintGrant'>,
  { code: actor, institution, role }: Actor,
  file: string,
  field: 'identity' | 'order',
  sealed: SealedAt | undefined,
): Promise<{ readonly value: T } | 'erased' | undefined> {
  if (sealed === undefined) return undefined;
  const { section, eventId, revision, schema } = sealed;
  if (!('ct' in section)) throw new Error(`EnrolmentOpened.${field} is not sealed`);
  const stream = `enrolment-${file}`;
  const reader = { institution, role, purpose: 'care' };
  await recordRead(platform, actor, 'SectionOpened', {
    stream,
    eventId,
    section: field,
    category: programmeKey,
    ...reader,
  });
  const grant = platform.mintGrant({ actor, purpose: reader.purpose, categories: [programmeKey], stream });
  const binding = { stream, revision, eventId, type: 'EnrolmentOpened', schema, section: field };
  const result = await platform.vault.open(section as Parameters<Platform['vault']['open']>[0], binding, grant);
  return result === 'erased' ? result : { value: result.value as T };
}
