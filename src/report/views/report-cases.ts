import { projection } from '#projection';
import { jurisdiction } from '../../protocol/index.js';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { effectiveAt, listOf, localMonth } from './months.js';

/** What the report counts of a case. */
export interface ReportCase {
  readonly id: string;
  readonly district: string;
  /** Local month in which it was opened. */
  readonly month: string;
  readonly openedAt: string;
  readonly recordedAt: string;
  readonly institution: string;
  readonly entry: string;
  readonly condition: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly language?: string;
  readonly principal?: string;
  /** At the last valuation; absent = never valued. */
  readonly risk?: string;
  /** Steps that are, or were, waited for without a deadline: milestones. */
  readonly awaited?: readonly string[];
}

/** Cases of a district and month. */
export const reportCases = projection<CaseFacts, ReportCase>({
  name: 'report-cases',
  version: 2,
  events: caseFacts,
  key: ({ data }) => ('case' in data ? data.case : undefined),
  empty: (id) => ({
    id,
    district: '',
    month: '',
    openedAt: '',
    recordedAt: '',
    institution: '',
    entry: '',
    condition: '',
    sex: '',
    ageBand: '',
  }),
  on: {
    'CaseOpened.v1': (document, fact) => ({
      ...document,
      district: fact.data.district,
      month: localMonth(effectiveAt(fact), fact.data.country),
      openedAt: effectiveAt(fact),
      recordedAt: fact.metadata['recordedAt'] ?? '',
      institution: fact.data.institution,
      entry: fact.data.entry,
      condition: fact.data.condition,
      sex: fact.data.sex,
      ageBand: fact.data.ageBand,
      ...(fact.data.language === undefined ? {} : { language: fact.data.language }),
    }),
    'IncidentRecorded.v1': (document, { data }) => ({ ...document, principal: document.principal ?? data.principal }),
    'RiskAssessed.v1': (document, { data }) => ({ ...document, risk: data.level }),
    'StepAwaited.v1': (document, { data }) => ({
      ...document,
      awaited: [...new Set([...(document.awaited ?? []), data.step])],
    }),
    // What became known later may give a deadline to what had none.
    'DeadlineSet.v1': (document, { data }) => {
      if (document.awaited === undefined) return document;
      const stop = jurisdiction(data.country).rules.rule(data.rule, data.version)?.stop;
      return { ...document, awaited: document.awaited.filter((step) => step !== stop) };
    },
  },
  index: (document) => [[listOf(document.district, document.month), document.openedAt]],
});
