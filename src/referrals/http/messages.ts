import type { Actor } from '#service';
import type { Platform } from '../../platform.js';
import { opened } from '../../requests.js';
import type { Message } from '../domain/events.js';
import type { ReferralStatus } from '../domain/life.js';
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

type Opening = Pick<Platform, 'vault' | 'mintGrant' | 'reads' | 'clock'>;

/** Where the receiver has nothing to do with it any more. */
const over: ReadonlySet<ReferralStatus> = new Set<ReferralStatus>(['declined', 'unreachable', 'cancelled', 'undone']);

/**
 * Whether the one it was handed to may still read what went along: until the leg ends without an attention, or the
 * consent it rests on is withdrawn or over. Who wrote it may.
 */
function ended({ status, consent, to }: ReferralCard, institution: string, now: string): boolean {
  if (institution !== to) return false;
  return over.has(status) || consent.withdrawn || (consent.until !== undefined && consent.until < now);
}

/** Opens the words of the leg under way for an end of it, how to reach her first, each part under its own key. */
export async function openMessage(platform: Opening, actor: Actor, card: ReferralCard): Promise<ShownMessage> {
  const message = card.messages[card.leg];
  if (message === undefined) return { state: 'none' };
  if (ended(card, actor.institution, platform.clock.now())) return { state: 'ended' };
  const safeContact = await open(platform, actor, card, message, 'safeContact');
  const note = await open(platform, actor, card, message, 'note');
  const value = {
    ...(safeContact === undefined ? {} : { safeContact }),
    ...(note === undefined ? {} : { note }),
  };
  return Object.keys(value).length === 0 ? { state: 'erased' } : { state: 'shown', value };
}

/** Opens the notes added later, oldest first; none to whom the message is closed. */
export async function openNotes(platform: Opening, actor: Actor, card: ReferralCard): Promise<readonly ShownNote[]> {
  if (ended(card, actor.institution, platform.clock.now())) return [];
  const notes: ShownNote[] = [];
  for (const sealed of card.notes) {
    const { at, institution } = sealed;
    notes.push({ at, institution, note: await open(platform, actor, card, sealed, 'note') });
  }
  return notes;
}

async function open(
  platform: Opening,
  actor: Actor,
  { id }: ReferralCard,
  { eventId, type, revision, schema, ...words }: SealedMessage,
  field: 'note' | 'safeContact',
): Promise<string | undefined> {
  const section = words[field];
  if (section === undefined) return undefined;
  const place = { section, stream: `referral-${id}`, eventId, type, revision, schema, field };
  const category = field === 'note' ? 'narrative' : 'contact';
  const result = await opened<string>(platform, place, { actor: actor.code, category });
  return result === 'erased' ? undefined : result.value;
}
