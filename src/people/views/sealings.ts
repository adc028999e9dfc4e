import type { Personal } from '#decider';
import { projection } from '#projection';
import {
  type CourtOrder,
  type SealingAim,
  sealingEvents,
  type SealingEvents,
  type SealingGround,
} from '../domain/sealing.js';

/** Which cases are sealed, by the case. Every decision rests on it: a new version of it would be empty for a while. */
export const seals = projection<SealingEvents, { readonly sealed: boolean }>({
  name: 'seals',
  version: 1,
  events: sealingEvents,
  key: ({ stream }) => stream.slice('seal-'.length),
  empty: () => ({ sealed: false }),
  on: {
    CaseSealed: () => ({ sealed: true }),
    CaseUnsealed: () => ({ sealed: false }),
  },
});

/** Of cases whose keys are away, by the case: since when, and how many they are. */
export const keysAway = projection<SealingEvents, { readonly since: string; readonly keys: number }>({
  name: 'keys-away',
  version: 1,
  events: sealingEvents,
  key: ({ stream }) => stream.slice('seal-'.length),
  empty: () => ({ since: '', keys: 0 }),
  on: {
    KeysPutAway: (_, { data: { keys }, metadata }) => ({ since: metadata['recordedAt'] ?? '', keys }),
    KeysBroughtBack: () => undefined,
  },
});

/** That a case was asked to be sealed or opened again, and what was decided. */
export interface Sealing {
  readonly id: string;
  readonly case: string;
  readonly institution: string;
  readonly aim: SealingAim | '';
  readonly ground: SealingGround | '';
  readonly askedAt: string;
  readonly askedBy: string;
  readonly status: 'asked' | 'refused' | 'done';
  readonly decidedAt?: string;
  readonly decidedBy?: string;
  /** Sealed, with where it was sealed. */
  readonly order?: {
    readonly section: Personal<CourtOrder>;
    readonly eventId: string;
    readonly revision: number;
    readonly schema: number;
  };
}

type Header = { readonly metadata: Readonly<Record<string, string>> };

const decided = (sealing: Sealing, status: 'refused' | 'done', { metadata }: Header): Sealing => ({
  ...{ ...sealing, status },
  ...{ decidedAt: metadata['recordedAt'] ?? '', decidedBy: metadata['actor'] ?? '' },
});

/** What was asked about seals. Lists, by when it was asked: `open` what waits for a second person, `over` the rest. */
export const sealings = projection<SealingEvents, Sealing>({
  name: 'sealings',
  version: 1,
  events: sealingEvents,
  key: ({ data }) => data.sealing,
  empty: (id) => ({
    ...{ id, case: '', institution: '', aim: '', ground: '', askedAt: '', askedBy: '', status: 'asked' },
  }),
  on: {
    SealingAsked: (sealing, { id: eventId, revision, metadata, data }) => {
      const { case: of, institution, aim, ground, order: section } = data;
      const schema = Number(metadata['schema'] ?? 1);
      return {
        ...{ ...sealing, case: of, institution, aim, ground },
        ...{ askedAt: metadata['recordedAt'] ?? '', askedBy: metadata['actor'] ?? '' },
        ...(section === undefined ? {} : { order: { section, eventId, revision, schema } }),
      };
    },
    SealingRefused: (sealing, event) => decided(sealing, 'refused', event),
    CaseSealed: (sealing, event) => decided(sealing, 'done', event),
    CaseUnsealed: (sealing, event) => decided(sealing, 'done', event),
  },
  index: ({ status, askedAt }) => [[status === 'asked' ? 'open' : 'over', askedAt]],
});
