import { jurisdiction, zoneOf } from '../../protocol/index.js';
import type { Cells } from './cells.js';
import { codeOf, directoryCode, externalId, listed, stamp, words } from './readers.js';
import { type Mention, type Owner, ownerOf, type Reading, type Stamp, stampsOf, stepAt } from './row.js';

/** What may have happened to a referral. Names are part of ids: they never change. */
export const referralSteps = [
  'send',
  'receive',
  'accept',
  'decline',
  'schedule',
  'miss',
  'attend',
  'report-back',
  'close',
  'cancel',
  'confirm-cancel',
] as const;

/** The case a referral hands on, as far as the referral carries it. */
export interface HandedCase {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly district: string;
  readonly person: string;
}

/** What goes along in words. */
interface Message {
  readonly note?: string;
  readonly safeContact?: string;
}

/** A referral of a file. */
export interface ReferralRow extends Owner {
  readonly kind: 'referrals';
  readonly case: Owner;
  readonly mentions: readonly Mention[];
  /** What happened, in order, once the case is known. */
  readonly steps: (known: HandedCase) => ReturnType<typeof stepsOf>;
}

const bases = {
  consented: 'consented',
  consentido: 'consented',
  'without-identity': 'without-identity',
  'sin-identidad': 'without-identity',
  'legal-duty': 'legal-duty',
  'deber-legal': 'legal-duty',
} as const;

/** Reads a row; what is wrong with it stands in `cells.errors`, and then nothing may be made of it. */
export function readReferralRow(cells: Cells, reading: Reading): ReferralRow {
  const code = (...lists: string[]) => codeOf(reading.country, ...lists);
  const from = ownerOf(cells, 'from', reading);
  const to = {
    organization: cells.required('to', directoryCode),
    service: cells.required('service', directoryCode),
  };
  const consent = consentOf(cells, reading);
  const sending = {
    from,
    to,
    purpose: cells.required('purpose', purpose(reading.country)),
    urgency: cells.required('urgency', code('urgencies')),
    risk: cells.optional('risk', code('riskLevels')) ?? 'UNDETERMINED',
    consent,
    ...messageOf(cells, consent.basis),
  };
  const times = timesOf(cells, reading);
  const told = {
    sending,
    declineReason: cells.detail('decline_reason', code('declineReasons'), 'declined_at'),
    serviceGiven: cells.detail('service_given', code('services'), 'attended_at'),
    outcome: cells.detail('outcome', code('outcomes'), 'reported_at'),
    disposition: cells.detail('disposition', code('dispositions'), 'closed_at'),
    cancelReason: cells.detail('cancel_reason', code('cancelReasons'), 'cancelled_at'),
    appointment: cells.detail('appointment_at', stamp(zoneOf(reading.country), everLater), 'scheduled_at'),
  };
  return {
    kind: 'referrals',
    institution: from,
    externalId: cells.required('external_id', externalId),
    case: {
      institution: cells.optional('case_institution', directoryCode) ?? from,
      externalId: cells.required('case_external_id', externalId),
    },
    mentions: [
      { column: 'from', organization: from },
      { column: 'to', ...to },
    ],
    steps: (known) => stepsOf(times, told, known),
  };
}

/** Also what nobody may refer for: the rule that refuses it says so better than an unknown code would. */
const purpose = (country: string) => {
  const { codes, refusedPurposes } = jurisdiction(country);
  return listed([...(codes['referralPurposes']?.entries ?? []), ...refusedPurposes].map(({ code }) => code));
};

/** Nobody agreed where nobody says so: a row without a word on consent goes without identity, and takes no words along. */
function consentOf(cells: Cells, { country }: Reading) {
  const given = cells.optional('consent', listed(Object.keys(bases) as (keyof typeof bases)[]));
  const basis = given === undefined || given === '' ? 'without-identity' : bases[given];
  const duty = cells.optional('duty', codeOf(country, 'legalDuties'));
  if (basis === 'legal-duty' && duty === undefined) cells.fail('duty', 'required');
  if (given !== '' && basis !== 'legal-duty' && duty !== undefined) cells.fail('duty', 'contradiction');
  const how = howGiven(cells, country, basis === 'consented');
  return { basis, ...(duty === undefined ? {} : { duty }), ...how };
}

/** Old lists rarely say how it was given, or in which language. */
function howGiven(cells: Cells, country: string, consented: boolean) {
  const mode = cells.optional('consent_mode', codeOf(country, 'consentModes'));
  const language = cells.optional('consent_language', codeOf(country, 'motherTongues'));
  for (const column of ['consent_mode', 'consent_language'] as const) {
    if (cells.has(column) && !consented) cells.fail(column, 'without-consent');
  }
  return { ...(mode === undefined ? {} : { mode }), ...(language === undefined ? {} : { language }) };
}

/** Words about the person, and how to reach her, go only where she agreed or the law obliges. */
function messageOf(cells: Cells, basis: string): { readonly message?: Message } {
  const note = cells.optional('note', words);
  const safeContact = cells.optional('safe_contact', words);
  for (const column of ['note', 'safe_contact'] as const) {
    if (cells.has(column) && basis === 'without-identity') cells.fail(column, 'without-consent');
  }
  const message = { ...(note === undefined ? {} : { note }), ...(safeContact === undefined ? {} : { safeContact }) };
  return Object.keys(message).length === 0 ? {} : { message };
}

/** An appointment may lie ahead. */
const everLater = '9999-01-01T00:00:00.000Z';

function timesOf(cells: Cells, reading: Reading) {
  const at = stampsOf(cells, reading);
  if (!cells.has('sent_at')) cells.fail('sent_at', 'required');
  const sent = at('sent_at');
  const [received, accepted, declined] = [at('received_at'), at('accepted_at'), at('declined_at')];
  const [scheduled, missed] = [at('scheduled_at'), at('not_attended_at')];
  const [attended, reported, closed] = [at('attended_at'), at('reported_at'), at('closed_at')];
  const cancelled = at('cancelled_at');
  if (cells.has('accepted_at') && cells.has('declined_at')) cells.fail('declined_at', 'contradiction');
  cells.follows(received, sent);
  // An answer without a receipt is its own receipt.
  const seen: Stamp = cells.has('received_at') ? received : sent;
  cells.follows(accepted, seen);
  cells.follows(declined, seen);
  cells.follows(scheduled, accepted);
  cells.follows(missed, scheduled);
  cells.follows(attended, accepted);
  if (cells.has('not_attended_at')) cells.follows(attended, missed);
  for (const other of ['declined_at', 'attended_at', 'reported_at', 'closed_at'] as const) {
    if (cells.has('cancelled_at') && cells.has(other)) cells.fail('cancelled_at', 'contradiction');
  }
  for (const earlier of [sent, received, accepted, scheduled, missed]) {
    if (cells.has(earlier.column)) cells.follows(cancelled, earlier);
  }
  cells.follows(reported, cells.has('attended_at') ? attended : accepted);
  cells.follows(closed, cells.has('declined_at') ? declined : reported);
  return { sent, received, accepted, declined, scheduled, missed, attended, reported, closed, cancelled };
}

interface Told {
  readonly sending: {
    readonly from: string;
    readonly to: { readonly organization: string; readonly service: string };
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly consent: ReturnType<typeof consentOf>;
    readonly message?: Message;
  };
  readonly declineReason: string;
  readonly serviceGiven: string;
  readonly outcome: string;
  readonly disposition: string;
  readonly cancelReason: string;
  readonly appointment: string;
}

function stepsOf(times: ReturnType<typeof timesOf>, told: Told, known: HandedCase) {
  const { sending } = told;
  const institution = sending.to.organization;
  const { id, code, country, district, person } = known;
  const called = { by: 'SENDER', reason: told.cancelReason };
  const sent = { do: 'send', country, case: id, caseCode: code, person, district, ...sending } as const;
  return [
    ...stepAt(times.sent, 'send', sent),
    ...stepAt(times.received, 'receive', { do: 'receive', institution } as const),
    ...stepAt(times.accepted, 'accept', { do: 'accept', institution } as const),
    ...stepAt(times.declined, 'decline', { do: 'decline', institution, reason: told.declineReason } as const),
    ...stepAt(times.scheduled, 'schedule', {
      do: 'schedule',
      institution,
      at: told.appointment,
      place: 'AT_SERVICE',
    } as const),
    ...stepAt(times.missed, 'miss', { do: 'miss', institution } as const),
    ...stepAt(times.attended, 'attend', { do: 'attend', institution, service: told.serviceGiven } as const),
    ...stepAt(times.reported, 'report-back', { do: 'report-back', institution, outcome: told.outcome } as const),
    ...stepAt(times.closed, 'close', {
      do: 'close',
      institution: sending.from,
      disposition: told.disposition,
    } as const),
    ...stepAt(times.cancelled, 'cancel', { do: 'cancel', institution: sending.from, ...called } as const),
    // Who had said yes is asked, and says yes again.
    ...(times.accepted.at === undefined
      ? []
      : stepAt(times.cancelled, 'confirm-cancel', { do: 'cancel', institution, ...called } as const)),
  ];
}
