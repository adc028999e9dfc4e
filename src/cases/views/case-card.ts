import { projection } from '#projection';
import { type CaseEvents, caseEvents, type Identity } from '../domain/events.js';
import type { Personal } from '#decider';
import type { Case, Clock } from '../domain/state.js';

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
  readonly risk: string;
  readonly openedAt: string;
  /** When something last happened, by effective time. */
  readonly lastAt: string;
  readonly revision: number;
  readonly reportTo?: string;
  readonly reportReceived: boolean;
  readonly decided: boolean;
  readonly clocks: Readonly<Record<string, Clock & { readonly trigger: string; readonly metAt?: string }>>;
  /** Sealed, with where it was sealed, so that a grant can open it. */
  readonly identity?: {
    readonly section: Personal<Identity>;
    readonly eventId: string;
    readonly revision: number;
    readonly schema: number;
  };
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
  risk: 'UNDETERMINED',
  openedAt: '',
  lastAt: '',
  revision: 0,
  reportReceived: false,
  decided: false,
  clocks: {},
});

/** A case by its id; listed by the institution that answers for it, by its district, and by its code. */
export const caseCards = projection<CaseEvents, CaseCard>({
  name: 'case-cards',
  version: 1,
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
      ...(data.identity === undefined
        ? {}
        : {
            identity: {
              section: data.identity,
              eventId: id,
              revision,
              schema: Number(metadata['schema'] ?? 1),
            },
          }),
    }),
    IncidentRecorded: (card, event) => ({
      ...touched(card, event),
      types: [...new Set([...card.types, ...event.data.types])],
    }),
    RiskAssessed: (card, event) => ({ ...touched(card, event), risk: event.data.level }),
    DeadlineSet: (card, event) => {
      const { clock, rule, stop, institution, due, trigger, imported } = event.data;
      const running = {
        rule,
        stop,
        institution,
        due,
        trigger,
        status: 'running' as const,
        imported: imported === true,
      };
      return { ...touched(card, event), clocks: { ...card.clocks, [clock]: running } };
    },
    DeadlineMet: (card, event) => {
      const clock = card.clocks[event.data.clock];
      if (clock === undefined) return touched(card, event);
      const met = { ...clock, status: 'met' as const, metAt: at(event.metadata) };
      return { ...touched(card, event), clocks: { ...card.clocks, [event.data.clock]: met } };
    },
    DeadlineMissed: (card, event) => {
      const clock = card.clocks[event.data.clock];
      if (clock === undefined) return { ...card, revision: event.revision };
      const missed = { ...clock, status: 'missed' as const };
      return { ...card, revision: event.revision, clocks: { ...card.clocks, [event.data.clock]: missed } };
    },
    ReportSent: (card, event) => ({ ...touched(card, event), reportTo: event.data.court }),
    ReportReceived: (card, event) => ({ ...touched(card, event), reportReceived: true }),
    MeasuresDecided: (card, event) => ({ ...touched(card, event), decided: true }),
    AttentionRecorded: (card, event) => touched(card, event),
    ComplaintRegistered: (card, event) => touched(card, event),
    CaseClosed: (card, event) => ({ ...touched(card, event), status: 'closed' }),
  },
  index: (card) => [
    [`institution/${card.institution}/${card.status}`, `${card.lastAt} ${card.id}`],
    [`code/${card.code}`, card.id],
    [`person/${card.person}`, card.openedAt],
  ],
});

const at = (metadata: Readonly<Record<string, string>>): string => metadata['effectiveAt'] ?? '';

/** A late record of an earlier happening does not make a case look newer than it is. */
function touched(
  card: CaseCard,
  event: { readonly metadata: Readonly<Record<string, string>>; readonly revision: number },
): CaseCard {
  const when = at(event.metadata);
  return { ...card, revision: event.revision, lastAt: when > card.lastAt ? when : card.lastAt };
}
