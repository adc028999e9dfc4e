import type { Actor } from '#service';
import type { Access } from '../../people/access/access.js';
import type { DecryptGrant } from '../../people/access/grant.js';
import type { Platform } from '../../platform.js';
import { opened } from '../../requests.js';
import type { Message } from '../domain/events.js';
import type { ReferralCard, SealedMessage } from '../views/referral-card.js';

/** What either end reads of the message. */
export type ShownMessage =
  { readonly state: 'none' | 'erased' | 'ended' } | { readonly state: 'shown'; readonly value: Message };

export interface ShownNote {
  readonly at: string;
  readonly institution: string;
  /** Undefined: it was there, and is gone for ever. */
  readonly note: string | undefined;
}

type Opening = Pick<Platform, 'vault' | 'reads' | 'clock'>;

/** The words of a referral, by the class they are sealed as. */
const words = { safeContact: 'contact', note: 'narrative' } as const;
type Word = keyof typeof words;

/** What somebody may open of a referral; nothing once the leg ended without an attention, or the consent is over. */
const grantFor = (access: Access, actor: Actor, { id }: ReferralCard): Promise<DecryptGrant | undefined> =>
  access.grant(actor, { referral: id }, Object.values(words));

/** Opens the words of the leg under way for an end of it, how to reach her first, each part under its own key. */
export async function openMessage(
  platform: Opening,
  access: Access,
  actor: Actor,
  card: ReferralCard,
): Promise<ShownMessage> {
  const message = card.messages[card.leg];
  if (message === undefined) return { state: 'none' };
  const grant = await grantFor(access, actor, card);
  if (grant === undefined) return { state: 'ended' };
  const safeContact = await open(platform, grant, message, 'safeContact');
  const note = await open(platform, grant, message, 'note');
  const value = {
    ...(safeContact === undefined ? {} : { safeContact }),
    ...(note === undefined ? {} : { note }),
  };
  return Object.keys(value).length === 0 ? { state: 'erased' } : { state: 'shown', value };
}

/** Opens the notes added later, oldest first; none to whom the message is closed. */
export async function openNotes(
  platform: Opening,
  access: Access,
  actor: Actor,
  card: ReferralCard,
): Promise<readonly ShownNote[]> {
  const grant = card.notes.length === 0 ? undefined : await grantFor(access, actor, card);
  if (grant === undefined) return [];
  const notes: ShownNote[] = [];
  for (const sealed of card.notes) {
    const { at, institution } = sealed;
    notes.push({ at, institution, note: await open(platform, grant, sealed, 'note') });
  }
  return notes;
}

async function open(
  platform: Opening,
  grant: DecryptGrant,
  { eventId, type, revision, schema, ...sections }: SealedMessage,
  field: Word,
): Promise<string | undefined> {
  const section = sections[field];
  if (section === undefined) return undefined;
  const place = { section, stream: grant.stream, eventId, type, revision, schema, field };
  const result = await opened<string>(platform, place, grant, words[field]);
  return result === 'erased' ? undefined : result.value;
}
