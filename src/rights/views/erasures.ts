import { projection, type Seen } from '#projection';
import { type ErasureStep, type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** An erasure from being asked for to its certificate. */
export interface ErasureCard {
  readonly id: string;
  readonly person: string;
  readonly country: string;
  readonly institution: string;
  readonly ground: string;
  /** Absent: all. */
  readonly categories?: readonly string[];
  readonly request?: string;
  readonly askedAt: string;
  readonly askedBy: string;
  readonly status: 'asked' | 'approved' | 'fenced' | 'destroyed' | 'purged' | 'refused' | 'certified';
  /** The legal holds it waits for. */
  readonly holds?: readonly string[];
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  readonly reason?: string;
  /** The step that did not reach everything, and goes on being tried. */
  readonly heldUp?: { readonly step: ErasureStep; readonly why: string; readonly at: string };
  readonly certificate?: Certificate;
}

/** What an erasure that is over leaves to be shown. */
export interface Certificate {
  readonly at: string;
  readonly keys: number;
  readonly places: readonly string[];
  readonly backupDays: number;
  readonly gonePast: string;
  /** The event that certifies, and where it stands in the record. */
  readonly event: string;
  readonly position: string;
}

const empty = (id: string): ErasureCard => ({
  ...{ id, person: '', country: '', institution: '', ground: '' },
  ...{ askedAt: '', askedBy: '', status: 'asked' },
});

type On<T extends keyof SubjectEvents> = Seen<SubjectEvents, T>;

const at = ({ metadata }: Pick<On<'ErasureAsked'>, 'metadata'>): string => metadata['effectiveAt'] ?? '';
const by = ({ metadata }: Pick<On<'ErasureAsked'>, 'metadata'>): string => metadata['actor'] ?? '';

function going({ heldUp: _, ...card }: ErasureCard, status: ErasureCard['status']): ErasureCard {
  return { ...card, status };
}

/** By its id. Lists: `open` by when it was asked, `over` by when it ended, `person/<id>` by when it was asked. */
export const erasures = projection<SubjectEvents, ErasureCard>({
  name: 'erasures',
  version: 1,
  events: subjectEvents,
  key: ({ data }) => ('erasure' in data ? data.erasure : undefined),
  empty,
  on: {
    ErasureAsked: (card, event) => {
      const { erasure: id, ...asked } = event.data;
      return { ...card, id, ...asked, askedAt: at(event), askedBy: by(event) };
    },
    ErasureDeferred: (card, { data }) => ({ ...card, holds: data.holds }),
    ErasureRefused: (card, event) => ({
      ...going(card, 'refused'),
      reason: event.data.reason,
      ...{ decidedAt: at(event), decidedBy: by(event) },
    }),
    ErasureApproved: ({ holds: _, ...card }, event) => ({
      ...going(card, 'approved'),
      ...{ decidedAt: at(event), decidedBy: by(event) },
    }),
    ErasureFenced: (card) => going(card, 'fenced'),
    KeysDestroyed: (card) => going(card, 'destroyed'),
    TracesPurged: (card) => going(card, 'purged'),
    ErasureHeldUp: (card, event) => ({
      ...card,
      heldUp: { step: event.data.step, why: event.data.why, at: at(event) },
    }),
    SubjectErased: (card, event) => {
      const { keys, places, backupDays, gonePast } = event.data;
      const proof = { event: event.id, position: event.position };
      return {
        ...going(card, 'certified'),
        certificate: { at: at(event), keys, places, backupDays, gonePast, ...proof },
      };
    },
  },
  index: ({ person, status, askedAt, decidedAt, certificate }) => {
    const over = status === 'refused' ? decidedAt : certificate?.at;
    return [[`person/${person}`, askedAt], over === undefined ? ['open', askedAt] : ['over', over]];
  },
});
