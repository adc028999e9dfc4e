import { projection } from '#projection';
import { jurisdiction } from '../../protocol/index.js';
import { type CaseFacts, caseFacts } from '../../cases/published/facts.js';
import { districtIn, effectiveAt, listOf, localMonth } from './months.js';

/** A time in which a case was open; without an end it still is. */
export interface Spell {
  readonly from: string;
  readonly until?: string;
}

/** What the report counts of a case. */
export interface ReportCase {
  readonly id: string;
  /** With its country: `PE-150112`. */
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
  /** What she says of herself; absent = not asked, or not answered. */
  readonly disability?: string;
  readonly ethnicity?: string;
  /** Who the accused is to the person. */
  readonly relation?: string;
  readonly principal?: string;
  /** At the last valuation; absent = never valued. */
  readonly risk?: string;
  /** Steps that are, or were, waited for without a deadline: milestones. */
  readonly awaited?: readonly string[];
  /** One from its opening, and one more for each time it was opened again. */
  readonly spells: readonly Spell[];
}

/** The list of a district's cases that are open now, and of those closed, by when. */
export const openIn = (district: string): string => `open/${district}`;
export const closedIn = (district: string): string => `closed/${district}`;

/** The last spell ends, and never before it began, whatever day it was recorded under. */
function closed(spells: readonly Spell[], at: string): readonly Spell[] {
  const last = spells.at(-1);
  if (last === undefined || last.until !== undefined) return spells;
  return [...spells.slice(0, -1), { from: last.from, until: at < last.from ? last.from : at }];
}

/** Another spell begins, where none is under way, and never before the last one ended. */
function reopened(spells: readonly Spell[], at: string): readonly Spell[] {
  const until = spells.at(-1)?.until;
  return until === undefined ? spells : [...spells, { from: at < until ? until : at }];
}

/**
 * Cases of a district and month. Nothing here follows who answers for a case: an institution it is handed to later
 * changes no month it was counted in.
 */
export const reportCases = projection<CaseFacts, ReportCase>({
  name: 'report-cases',
  version: 5,
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
    spells: [],
  }),
  on: {
    'CaseOpened.v1': (document, fact) => ({
      ...document,
      district: districtIn(fact.data.country, fact.data.district),
      month: localMonth(effectiveAt(fact), fact.data.country),
      openedAt: effectiveAt(fact),
      recordedAt: fact.metadata['recordedAt'] ?? '',
      institution: fact.data.institution,
      entry: fact.data.entry,
      condition: fact.data.condition,
      sex: fact.data.sex,
      ageBand: fact.data.ageBand,
      ...(fact.data.language === undefined ? {} : { language: fact.data.language }),
      ...(fact.data.disability === undefined ? {} : { disability: fact.data.disability }),
      ...(fact.data.ethnicity === undefined ? {} : { ethnicity: fact.data.ethnicity }),
      ...(fact.data.relation === undefined ? {} : { relation: fact.data.relation }),
      spells: [{ from: effectiveAt(fact) }],
    }),
    'CaseClosed.v1': (document, fact) => ({ ...document, spells: closed(document.spells, effectiveAt(fact)) }),
    'CaseReopened.v1': (document, fact) => ({ ...document, spells: reopened(document.spells, effectiveAt(fact)) }),
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
  index: ({ district, month, openedAt, spells }) => {
    const ended = spells.at(-1)?.until;
    return [
      [listOf(district, month), openedAt],
      ended === undefined ? [openIn(district), openedAt] : [closedIn(district), ended],
    ];
  },
});
