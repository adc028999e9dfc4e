import type { Personal } from '#decider';
import { projection, type Seen, type Term } from '#projection';
import { type Consent, type ReferralEvents, referralEvents } from '../domain/events.js';
import { answeredStatuses, openStatuses } from '../domain/life.js';
import { evolve, initial, type Referral, stateOf } from '../domain/state.js';
import { stuckFrom } from '../domain/stuck.js';

export interface ReferralStep {
  readonly type: string;
  readonly effectiveAt: string;
  readonly recordedAt: string;
  readonly position: string;
  readonly actor: string;
  readonly institution?: string;
  readonly leg?: number;
  readonly code?: string;
}

/** Words of a leg, sealed, with where they were sealed. */
export interface SealedMessage {
  readonly eventId: string;
  readonly type: string;
  readonly revision: number;
  readonly schema: number;
  readonly note?: Personal<string>;
  readonly safeContact?: Personal<string>;
}

/** A referral as both ends see it: its state, and what is shown beside. Its words stay sealed until a grant opens them. */
export interface ReferralCard extends Referral {
  readonly id: string;
  readonly code: string;
  readonly case: string;
  readonly caseCode: string;
  readonly purpose: string;
  readonly bundle?: string;
  readonly sentAt: string;
  readonly revision: number;
  readonly steps: readonly ReferralStep[];
  /** What was agreed, by leg. */
  readonly consents: Readonly<Record<number, Consent>>;
  /** What was written, by leg. */
  readonly messages: Readonly<Record<number, SealedMessage>>;
  /** Notes added later, oldest first. */
  readonly notes: readonly (SealedMessage & { readonly at: string; readonly institution: string })[];
}

const empty = (id: string): ReferralCard => ({
  ...initial,
  id,
  code: '',
  case: '',
  caseCode: '',
  purpose: '',
  sentAt: '',
  revision: 0,
  steps: [],
  consents: {},
  messages: {},
  notes: [],
});

/** The code of a step: a reason, a service, an outcome, a disposition, a result. */
function codeOf(data: object): string | undefined {
  const { reason, service, outcome, disposition, result, role } = data as Readonly<Record<string, unknown>>;
  const code = reason ?? outcome ?? disposition ?? result ?? service ?? role;
  return typeof code === 'string' ? code : undefined;
}

function step(card: ReferralCard, event: Seen<ReferralEvents>): ReferralCard {
  const { metadata, data } = event;
  const { actor = '', commandId, recordedAt = '', effectiveAt = '' } = metadata;
  const header = commandId === undefined ? undefined : { commandId, recordedAt, actor };
  const code = codeOf(data);
  const shown = data as { readonly institution?: string; readonly leg?: number };
  const told: ReferralStep = {
    type: event.type,
    effectiveAt,
    recordedAt,
    position: event.position,
    actor,
    ...(shown.institution === undefined ? {} : { institution: shown.institution }),
    ...(shown.leg === undefined ? {} : { leg: shown.leg }),
    ...(code === undefined ? {} : { code }),
  };
  return {
    ...card,
    ...evolve(stateOf(card), event, header),
    revision: event.revision,
    steps: [...card.steps, told],
  };
}

type Worded = Pick<ReferralEvents['ReferralSent'], 'note' | 'safeContact'>;

/** What was written on a leg, if anything was. */
function wordsOf({ id, type, revision, metadata }: Seen<ReferralEvents>, { note, safeContact }: Worded) {
  if (note === undefined && safeContact === undefined) return undefined;
  return {
    eventId: id,
    type,
    revision,
    schema: Number(metadata['schema'] ?? 1),
    ...(note === undefined ? {} : { note }),
    ...(safeContact === undefined ? {} : { safeContact }),
  };
}

/** What a leg begins with: whom was asked for what, and the words that go along. */
function leg(
  card: ReferralCard,
  event: Seen<ReferralEvents, 'ReferralSent'> | Seen<ReferralEvents, 'ReferralRerouted'>,
): Pick<ReferralCard, 'consents' | 'messages'> {
  const { data } = event;
  const words = wordsOf(event, data);
  return {
    consents: { ...card.consents, [data.leg]: data.consent },
    messages: words === undefined ? card.messages : { ...card.messages, [data.leg]: words },
  };
}

/** Whose turn it is where no clock says so. */
const inTurn = ({ status, nextContact, from, to }: ReferralCard): string =>
  answeredStatuses.has(status) || (status === 'not-attended' && nextContact === 'ask-sender') ? from : to;

/** Every list in which a card stands. */
function lists(card: ReferralCard): readonly Term[] {
  const clocks = Object.values(card.clocks);
  const first = (of: readonly string[]) => of.reduce((a, b) => (b < a ? b : a), '9');
  const recent = `${card.sentAt} ${card.id}`;
  const terms: Term[] = [
    [`to/${card.to}/all`, recent],
    [`from/${card.from}/all`, recent],
    [`case/${card.case}`, recent],
    [`code/${card.code}`, recent],
  ];
  if (card.bundle !== undefined) terms.push([`bundle/${card.bundle}`, recent]);
  const add = (list: string, sort: string) => terms.push([list, sort]);
  const soonest = `${first(clocks.map(({ due }) => due))} ${card.id}`;
  if (openStatuses.has(card.status)) {
    add(`to/${card.to}/open`, soonest);
    add(`from/${card.from}/open`, soonest);
  }
  if (answeredStatuses.has(card.status)) add(`from/${card.from}/answered`, recent);
  if (card.status === 'sent' && !card.lapsed && card.due !== undefined) add('due', card.due);
  if (card.wakeAt !== undefined) add('wake', card.wakeAt);
  for (const [institution, own] of Map.groupBy(clocks, (clock) => clock.institution)) {
    add(`turn/${institution}`, `${first(own.map(({ due }) => due))} ${card.id}`);
  }
  const alive = openStatuses.has(card.status) || answeredStatuses.has(card.status);
  if (alive && clocks.length === 0) add(`undated/${inTurn(card)}`, recent);
  const rungs = clocks.flatMap((clock) => clock.rungs.map(({ at }) => at));
  if (rungs.length > 0) add('rungs', first(rungs));
  const stuck = stuckFrom(card);
  if (stuck !== undefined) {
    add('stuck', stuck);
    for (const end of new Set([card.from, card.to])) add(`stuck/${end}`, stuck);
  }
  return terms;
}

/**
 * A referral by its id. Lists: `to/<institution>/open` and `from/<institution>/open` (what waits for the receiver, what
 * falls due first on top), `from/<institution>/answered` (what waits for the sender), `…/all`, `case/<id>`,
 * `bundle/<id>`, `code/<code>`; `turn/<institution>` (clocks run for it, what falls due first on top) and
 * `undated/<institution>` (it is its turn, and no clock runs, the oldest on top); for the clock `due` (unacknowledged),
 * `wake` (holds) and `rungs` (ladders); `stuck`, also for either end as `stuck/<institution>`, by the instant from which
 * nobody has a next action.
 */
export const referralCards = projection<ReferralEvents, ReferralCard>({
  name: 'referral-cards',
  version: 3,
  events: referralEvents,
  key: (event) => event.stream.slice('referral-'.length),
  empty,
  on: {
    ReferralSent: (card, event) => {
      const { data } = event;
      return {
        ...step(card, event),
        code: data.code,
        case: data.case,
        caseCode: data.caseCode,
        purpose: data.purpose,
        sentAt: event.metadata['effectiveAt'] ?? '',
        ...(data.bundle === undefined ? {} : { bundle: data.bundle }),
        ...leg(card, event),
      };
    },
    ReferralReceived: step,
    ReferralAccepted: step,
    ReferralDeclined: step,
    ReferralRerouted: (card, event) => ({ ...step(card, event), ...leg(card, event) }),
    ReferralScheduled: step,
    AppointmentCancelled: step,
    ReferralNotAttended: step,
    ContactAttempted: step,
    ReferralUnreachable: step,
    ReferralHeld: step,
    ReferralResumed: step,
    ReferralAttended: step,
    ReferralReportedBack: step,
    ReferralClosed: step,
    CancellationAsked: step,
    ReferralCancelled: step,
    ConsentWithdrawn: step,
    ReferralNoted: (card, event) => {
      const words = wordsOf(event, { note: event.data.note });
      const { institution } = event.data;
      const at = event.metadata['effectiveAt'] ?? '';
      return {
        ...step(card, event),
        notes: words === undefined ? card.notes : [...card.notes, { ...words, at, institution }],
      };
    },
    ReferralUndone: (card, event) => ({
      ...step(card, event),
      notes: event.data.undone.includes('ReferralNoted') ? card.notes.slice(0, -1) : card.notes,
    }),
    ReferralLapsed: step,
    ReferralEscalated: step,
  },
  index: lists,
});
