import { projection } from '#projection';
import { type CaseEvents, caseEvents, type Identity } from '../domain/events.js';
import type { ReportItems } from '../domain/commands.js';
import { isLive, type Measures, measuresAfter } from '../domain/measure-state.js';
import type { Case } from '../domain/state.js';
import { careLevels } from '../../protocol/index.js';
import { type ClockRecords, withEvent } from './clock-record.js';
import { described, type Others, sealedAt, type SealedAt } from './others.js';
import { placed, type Places } from './places.js';

/** What a list or a page shows of a case; sealed sections stay sealed. */
export interface CaseCard {
  readonly id: string;
  readonly code: string;
  readonly country: string;
  readonly district: string;
  readonly institution: string;
  readonly status: Case['status'];
  readonly entry: string;
  readonly condition: string;
  readonly person: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly language?: string;
  readonly types: readonly string[];
  /** Where it happened, as said last. */
  readonly setting?: string;
  /** The steps of reparation that were taken, each once. */
  readonly reparation: readonly string[];
  readonly risk: string;
  /** When that was assessed. */
  readonly riskAt: string;
  readonly openedAt: string;
  /** When something last happened, by effective time. */
  readonly lastAt: string;
  readonly revision: number;
  /** The checklist of the police report, where one is kept. */
  readonly items?: ReportItems;
  readonly reportFrom?: string;
  readonly reportTo?: string;
  readonly reportReceived: boolean;
  readonly decided: boolean;
  /** The milestones that happened. */
  readonly done: readonly string[];
  readonly clocks: ClockRecords;
  /** Steps waited for without a deadline, by milestone. */
  readonly awaited: Case['awaited'];
  readonly measures: Measures;
  /** Nights spent in shelters. */
  readonly shelterNights: number;
  /** Sealed, with where it was sealed, so that a grant can open it. */
  readonly identity?: SealedAt<Identity>;
  /** Who else it is about, as said last. */
  readonly others: Others;
  /** Where she is. */
  readonly places: Places;
}

const empty = (key: string): CaseCard => ({
  id: key,
  code: '',
  country: '',
  district: '',
  institution: '',
  status: 'none',
  entry: '',
  condition: '',
  person: '',
  sex: '',
  ageBand: '',
  types: [],
  reparation: [],
  risk: 'UNDETERMINED',
  riskAt: '',
  openedAt: '',
  lastAt: '',
  revision: 0,
  reportReceived: false,
  decided: false,
  done: [],
  clocks: {},
  awaited: {},
  measures: {},
  shelterNights: 0,
  others: {},
  places: {},
});

/**
 * A case by its id; listed by the institution that answers for it, by its code and its person, and under
 * `no-deadline/<code>` for whoever has a step to take that no rule gives a term, by when that began; under `expiring` by when
 * somebody is told that the term of a measure ends.
 */
export const caseCards = projection<CaseEvents, CaseCard>({
  name: 'case-cards',
  version: 7,
  events: caseEvents,
  key: (event) => event.stream.slice('case-'.length),
  empty,
  on: {
    CaseOpened: (card, { id, data, metadata, revision }) => ({
      ...card,
      code: data.code,
      country: data.country,
      district: data.district,
      institution: data.institution,
      status: 'open',
      entry: data.entry,
      condition: data.condition,
      person: data.person,
      sex: data.sex,
      ageBand: data.ageBand,
      ...(data.language === undefined ? {} : { language: data.language }),
      openedAt: at(metadata),
      lastAt: at(metadata),
      revision,
      ...(data.identity === undefined ? {} : { identity: sealedAt(data.identity, { id, metadata, revision }) }),
    }),
    IncidentRecorded: (card, event) => ({
      ...touched(card, event),
      types: [...new Set([...card.types, ...event.data.types])],
      ...(event.data.setting === undefined ? {} : { setting: event.data.setting }),
    }),
    RiskAssessed: (card, event) => {
      const { level, assessedAt = card.riskAt } = event.data;
      const known = assessedAt < card.riskAt ? {} : { risk: level, riskAt: assessedAt };
      return { ...reached(card, event, 'risk-assessed'), ...known };
    },
    DeadlineSet: (card, event) => ({ ...clocked(card, event), awaited: without(card.awaited, event.data.stop) }),
    DeadlineMet: (card, event) => clocked(card, event),
    DeadlineMissed: (card, event) => clocked(card, event),
    DeadlineRecomputed: (card, event) => clocked(card, event),
    DeadlineEscalated: (card, event) => clocked(card, event),
    DeadlineDropped: (card, event) => clocked(card, event),
    StepAwaited: (card, { revision, data: { district: _, ...awaited } }) => ({
      ...card,
      revision,
      awaited: { ...card.awaited, [awaited.step]: awaited },
    }),
    StepRecorded: (card, event) => ({
      ...reached(card, event, event.data.step),
      measures: measuresAfter(card.measures, event),
    }),
    ReportSent: (card, event) => ({
      ...touched(card, event),
      reportFrom: event.data.institution,
      reportTo: event.data.court,
    }),
    ReportReceived: (card, event) => ({ ...reached(card, event, 'report-received-by-court'), reportReceived: true }),
    MeasuresDecided: (card, event) => ({ ...reached(card, event, 'measures-issued'), decided: true }),
    MeasureIssued: (card, event) => measured(touched(card, event), event),
    MeasureStepTaken: (card, event) => measured(touched(card, event), event),
    // The clock's doing is nobody's.
    MeasureExpiring: (card, event) => measured({ ...card, revision: event.revision }, event),
    MeasureExtended: (card, event) => measured(touched(card, event), event),
    MeasureEnded: (card, event) => measured(touched(card, event), event),
    AttentionRecorded: (card, event) => {
      const milestone = careLevels[event.data.level ?? 0];
      return milestone === undefined ? touched(card, event) : reached(card, event, milestone);
    },
    ShelterStayRecorded: (card, event) => ({
      ...touched(card, event),
      shelterNights: card.shelterNights + event.data.nights,
    }),
    ComplaintRegistered: (card, event) => {
      const { items } = event.data;
      const registered = reached(reached(card, event, 'complaint-received'), event, 'complaint-registered');
      return items === undefined ? registered : { ...registered, items };
    },
    ReportItemsRecorded: (card, event) => ({
      ...touched(card, event),
      items: { ...card.items, ...event.data.items },
    }),
    ReparationStepTaken: (card, event) => ({
      ...touched(card, event),
      reparation: [...new Set([...card.reparation, event.data.step])],
    }),
    AggressorDescribed: (card, event) => described(touched(card, event), 'aggressor', event),
    ChildrenDescribed: (card, event) => described(touched(card, event), 'children', event),
    ReporterDescribed: (card, event) => described(touched(card, event), 'reporter', event),
    WhereaboutsRecorded: (card, event) => placed(touched(card, event), 'location', event),
    ShelterPlaceRecorded: (card, event) => placed(touched(card, event), 'shelter', event),
    CaseClosed: (card, event) => ({ ...touched(card, event), status: 'closed' }),
    CaseReopened: (card, event) => ({ ...touched(card, event), status: 'open' }),
    CaseTransferred: (card, event) => ({ ...touched(card, event), institution: event.data.to }),
  },
  index: (card) => [
    [`institution/${card.institution}/${card.status}`, `${card.lastAt} ${card.id}`],
    [`code/${card.code}`, card.id],
    [`person/${card.person}`, card.openedAt],
    ...undated(card.awaited),
    ...expiring(card.measures),
  ],
});

/** Each institution that has a step without a deadline, with when the first of them began to be waited for. */
function undated(awaited: CaseCard['awaited']): readonly (readonly [list: string, sort: string])[] {
  const first = new Map<string, string>();
  for (const { institution, trigger } of Object.values(awaited)) {
    const known = first.get(institution);
    if (known === undefined || trigger < known) first.set(institution, trigger);
  }
  return [...first].map(([institution, trigger]) => [`no-deadline/${institution}`, trigger]);
}

/** When the first of its measures calls somebody: once for each term. */
function expiring(measures: Measures): readonly (readonly [list: string, sort: string])[] {
  const [first] = Object.values(measures)
    .flatMap((each) => callsAt(each) ?? [])
    .sort();
  return first === undefined ? [] : [['expiring', first]];
}

/** Imported history calls nobody. */
export const callsAt = (measure: Measures[string]): string | undefined =>
  isLive(measure) && !measure.warned && !measure.imported ? measure.warnAt : undefined;

const measured = (card: CaseCard, event: Parameters<typeof measuresAfter>[1]): CaseCard => ({
  ...card,
  measures: measuresAfter(card.measures, event),
});

const at = (metadata: Readonly<Record<string, string>>): string => metadata['effectiveAt'] ?? '';

interface Recorded {
  readonly metadata: Readonly<Record<string, string>>;
  readonly revision: number;
}

/** A late record of an earlier happening does not make a case look newer than it is. */
function touched(card: CaseCard, { metadata, revision }: Recorded): CaseCard {
  const when = at(metadata);
  return { ...card, revision, lastAt: when > card.lastAt ? when : card.lastAt };
}

/** A clock that starts, stops or runs out is nobody's doing: what it goes by was recorded beside it. */
const clocked = (card: CaseCard, event: Recorded & Parameters<typeof withEvent>[1]): CaseCard => ({
  ...card,
  revision: event.revision,
  clocks: withEvent(card.clocks, event, at(event.metadata)),
});

function reached(card: CaseCard, event: Recorded, milestone: string): CaseCard {
  const done = card.done.includes(milestone) ? card.done : [...card.done, milestone];
  return { ...touched(card, event), done, awaited: without(card.awaited, milestone) };
}

const without = (awaited: CaseCard['awaited'], step: string): CaseCard['awaited'] =>
  Object.fromEntries(Object.entries(awaited).filter(([each]) => each !== step));
