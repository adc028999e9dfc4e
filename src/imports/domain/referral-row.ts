import { jurisdiction } from '../../protocol/index.js';
import type { Cells } from './cells.js';
import { codeOf, directoryCode, externalId, listed } from './readers.js';
import { type Mention, type Owner, ownerOf, type Reading, type Stamp, stampsOf, stepAt } from './row.js';

/** What may have happened to a referral. Names are part of ids: they never change. */
export const referralSteps = ['send', 'receive', 'accept', 'decline', 'attend', 'report-back', 'close'] as const;

/** The case a referral hands on, as far as the referral carries it. */
export interface HandedCase {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly district: string;
  readonly person: string;
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
  const sending = {
    from,
    to,
    purpose: cells.required('purpose', purpose(reading.country)),
    urgency: cells.required('urgency', code('urgencies')),
    risk: cells.optional('risk', code('riskLevels')) ?? 'UNDETERMINED',
    consent: consentOf(cells, reading),
  };
  const times = timesOf(cells, reading);
  const told = {
    sending,
    declineReason: cells.detail('decline_reason', code('declineReasons'), 'declined_at'),
    serviceGiven: cells.detail('service_given', code('services'), 'attended_at'),
    outcome: cells.detail('outcome', code('outcomes'), 'reported_at'),
    disposition: cells.detail('disposition', code('dispositions'), 'closed_at'),
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

function consentOf(cells: Cells, { country }: Reading) {
  const given = cells.required('consent', listed(Object.keys(bases) as (keyof typeof bases)[]));
  const basis = given === '' ? 'consented' : bases[given];
  const duty = cells.optional('duty', codeOf(country, 'legalDuties'));
  if (basis === 'legal-duty' && duty === undefined) cells.fail('duty', 'required');
  if (given !== '' && basis !== 'legal-duty' && duty !== undefined) cells.fail('duty', 'contradiction');
  return { basis, ...(duty === undefined ? {} : { duty }) };
}

function timesOf(cells: Cells, reading: Reading) {
  const at = stampsOf(cells, reading);
  if (!cells.has('sent_at')) cells.fail('sent_at', 'required');
  const sent = at('sent_at');
  const [received, accepted, declined] = [at('received_at'), at('accepted_at'), at('declined_at')];
  const [attended, reported, closed] = [at('attended_at'), at('reported_at'), at('closed_at')];
  if (cells.has('accepted_at') && cells.has('declined_at')) cells.fail('declined_at', 'contradiction');
  cells.follows(received, sent);
  // An answer without a receipt is its own receipt.
  const seen: Stamp = cells.has('received_at') ? received : sent;
  cells.follows(accepted, seen);
  cells.follows(declined, seen);
  cells.follows(attended, accepted);
  cells.follows(reported, cells.has('attended_at') ? attended : accepted);
  cells.follows(closed, cells.has('declined_at') ? declined : reported);
  return { sent, received, accepted, declined, attended, reported, closed };
}

interface Told {
  readonly sending: {
    readonly from: string;
    readonly to: { readonly organization: string; readonly service: string };
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly consent: ReturnType<typeof consentOf>;
  };
  readonly declineReason: string;
  readonly serviceGiven: string;
  readonly outcome: string;
  readonly disposition: string;
}

function stepsOf(times: ReturnType<typeof timesOf>, told: Told, known: HandedCase) {
  const { sending } = told;
  const institution = sending.to.organization;
  const { id, code, country, district, person } = known;
  const sent = { do: 'send', country, case: id, caseCode: code, person, district, ...sending } as const;
  return [
    ...stepAt(times.sent, 'send', sent),
    ...stepAt(times.received, 'receive', { do: 'receive', institution } as const),
    ...stepAt(times.accepted, 'accept', { do: 'accept', institution } as const),
    ...stepAt(times.declined, 'decline', { do: 'decline', institution, reason: told.declineReason } as const),
    ...stepAt(times.attended, 'attend', { do: 'attend', institution, service: told.serviceGiven } as const),
    ...stepAt(times.reported, 'report-back', { do: 'report-back', institution, outcome: told.outcome } as const),
    ...stepAt(times.closed, 'close', {
      do: 'close',
      institution: sending.from,
      disposition: told.disposition,
    } as const),
  ];
}
