import { merged, projection } from '#projection';
import { newViolence } from '../../protocol/index.js';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { type ReferralFacts, referralFacts } from '../../referrals/published/facts.js';
import { districtIn, effectiveAt, listOf, localMonth } from './months.js';

type Counts = Readonly<Record<string, number>>;

/** The counters of one district and month: what a series over years is read from without touching a case. */
export interface ReportMonth {
  /** With its country: `PE-150112`. */
  readonly district: string;
  readonly month: string;
  /** New violence, by entry door; a case handed on or carried on is left out. */
  readonly entries: Counts;
  /** Service acts, by service. */
  readonly attentions: Counts;
  /** Facts recorded by each institution: who reported this month at all. */
  readonly reporters: Counts;
}

/** The list of the district and month something happened in. */
const monthOf = (
  fact: Parameters<typeof effectiveAt>[0],
  { country, district }: { readonly country: string; readonly district: string },
): string => listOf(districtIn(country, district), localMonth(effectiveAt(fact), country));

const add = (counts: Counts, code: string): Counts => ({ ...counts, [code]: (counts[code] ?? 0) + 1 });

/** Counters per district and month. */
export const reportMonths = projection<CaseFacts & ReferralFacts, ReportMonth>({
  name: 'report-months',
  version: 2,
  events: merged<CaseFacts, ReferralFacts>(caseFacts, referralFacts),
  key: (fact) =>
    fact.type === 'CaseOpened.v1' || fact.type === 'AttentionRecorded.v1' || fact.type === 'ReferralSent.v1'
      ? monthOf(fact, fact.data)
      : undefined,
  empty: (key) => {
    const [district = '', month = ''] = key.split('/');
    return { district, month, entries: {}, attentions: {}, reporters: {} };
  },
  on: {
    'CaseOpened.v1': (document, { data }) => ({
      ...document,
      entries: newViolence.includes(data.condition) ? add(document.entries, data.entry) : document.entries,
      reporters: add(document.reporters, data.institution),
    }),
    'AttentionRecorded.v1': (document, { data }) => ({
      ...document,
      attentions: add(document.attentions, data.service),
      reporters: add(document.reporters, data.institution),
    }),
    'ReferralSent.v1': (document, { data }) => ({ ...document, reporters: add(document.reporters, data.from) }),
  },
});

/** One person attended in one month, however often. */
export interface ReportAttended {
  readonly times: number;
}

/** Persons with at least one service act, per district and month: the length of a list, kept without a big document. */
export const reportAttended = projection<CaseFacts, ReportAttended>({
  name: 'report-attended',
  version: 2,
  events: caseFacts,
  key: (fact) => (fact.type === 'AttentionRecorded.v1' ? `${monthOf(fact, fact.data)}/${fact.data.person}` : undefined),
  empty: () => ({ times: 0 }),
  on: { 'AttentionRecorded.v1': ({ times }) => ({ times: times + 1 }) },
  index: (_document, key) => [[key.slice(0, key.lastIndexOf('/')), key]],
});
