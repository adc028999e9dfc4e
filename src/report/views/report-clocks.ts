import { projection } from '#projection';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { districtIn, effectiveAt, listOf, localMonth } from './months.js';

/** A legal clock: started, due, and when what it waited for was done. */
export interface ReportClock {
  readonly id: string;
  /** The rule it goes by now: what became known later may have moved it. */
  readonly rule: string;
  readonly version: number;
  readonly institution: string;
  /** With its country: `PE-150112`. */
  readonly district: string;
  /** Local month of the trigger it first ran from: the cohort it is followed in, wherever it is moved. */
  readonly month: string;
  readonly trigger: string;
  readonly due: string;
  readonly metAt?: string;
  /** When it became pointless. */
  readonly droppedAt?: string;
}

/** Clocks of a district and month of trigger. */
export const reportClocks = projection<CaseFacts, ReportClock>({
  name: 'report-clocks',
  version: 3,
  events: caseFacts,
  key: ({ data }) => ('clock' in data ? data.clock : undefined),
  empty: (id) => ({ id, rule: '', version: 0, institution: '', district: '', month: '', trigger: '', due: '' }),
  on: {
    'DeadlineSet.v1': (document, { data }) => ({
      ...document,
      rule: data.rule,
      version: data.version,
      institution: data.institution,
      district: districtIn(data.country, data.district),
      month: localMonth(data.trigger, data.country),
      trigger: data.trigger,
      due: data.due,
    }),
    'DeadlineRecomputed.v1': (document, { data }) => ({
      ...document,
      rule: data.rule,
      version: data.version,
      institution: data.institution,
      trigger: data.trigger,
      due: data.due,
    }),
    'DeadlineMet.v1': (document, fact) => ({ ...document, metAt: document.metAt ?? effectiveAt(fact) }),
    'DeadlineDropped.v1': (document, fact) => ({ ...document, droppedAt: effectiveAt(fact) }),
  },
  index: (document) => [[listOf(document.district, document.month), document.trigger]],
});
