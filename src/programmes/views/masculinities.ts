import { projection, type Seen } from '#projection';
import {
  type MasculinitiesEvents,
  masculinitiesEvents,
  type PublicActivityKind,
} from '../domain/masculinities-events.js';
import { type ShownMeasures, withMeasure } from './measures.js';

/** Somebody of a group, by code. */
export interface ShownParticipant {
  readonly code: string;
  readonly status: 'in' | 'out';
  readonly leads: boolean;
  readonly measures: ShownMeasures;
}

export interface PublicActivity {
  readonly id: string;
  readonly day: string;
  readonly kind: PublicActivityKind;
  readonly men: number;
  readonly reached: number;
}

export interface MenGroupCard {
  readonly id: string;
  readonly country: string;
  readonly institution: string;
  readonly district: string;
  readonly name: string;
  readonly participants: Readonly<Record<string, ShownParticipant>>;
  /** Who came, by day. */
  readonly meetings: Readonly<Record<string, readonly string[]>>;
  readonly activities: readonly PublicActivity[];
  readonly formedAt: string;
  readonly closed: boolean;
  readonly revision: number;
}

type Any = Seen<MasculinitiesEvents>;

const nobody: ShownParticipant = { code: '', status: 'in', leads: false, measures: {} };

const after = (card: MenGroupCard, { revision }: Any): MenGroupCard => ({ ...card, revision });

const withParticipant = (card: MenGroupCard, event: Any, id: string, change: Partial<ShownParticipant>) =>
  after(
    { ...card, participants: { ...card.participants, [id]: { ...nobody, ...card.participants[id], ...change } } },
    event,
  );

/**
 * Groups of men by id. Lists: `institution/<code>/open` and `/closed`, `country/<code>`, by when they were formed;
 * `participant/<id>` and `code/<code>`, the group somebody is in or was.
 */
export const menGroups = projection<MasculinitiesEvents, MenGroupCard>({
  name: 'men-groups',
  version: 3,
  events: masculinitiesEvents,
  key: ({ stream }) => stream.slice('masculinities-'.length),
  empty: (id) => ({
    ...{ id, country: '', institution: '', district: '', name: '', participants: {}, meetings: {}, activities: [] },
    ...{ formedAt: '', closed: false, revision: 0 },
  }),
  on: {
    MenGroupFormed: (card, event) =>
      after({ ...card, ...event.data, formedAt: event.metadata['effectiveAt'] ?? '' }, event),
    MenGroupJoined: (card, event) =>
      withParticipant(card, event, event.data.participant, { code: event.data.code, status: 'in' }),
    MenGroupLeft: (card, event) =>
      withParticipant(card, event, event.data.participant, { status: 'out', leads: false }),
    MenLeaderNamed: (card, event) => withParticipant(card, event, event.data.participant, { leads: true }),
    MenLeaderLeft: (card, event) => withParticipant(card, event, event.data.participant, { leads: false }),
    MenGroupMet: (card, event) =>
      after({ ...card, meetings: { ...card.meetings, [event.data.day]: event.data.present } }, event),
    MenGroupActed: (card, event) => {
      const { activity: id, day, kind, men, reached } = event.data;
      return after({ ...card, activities: [...card.activities, { id, day, kind, men, reached }] }, event);
    },
    MenMeasured: (card, event) => {
      const { participant } = event.data;
      const measures = withMeasure(card.participants[participant]?.measures, event.data);
      return withParticipant(card, event, participant, { measures });
    },
    MenGroupClosed: (card, event) => after({ ...card, closed: true }, event),
  },
  index: ({ institution, country, formedAt, closed, participants }) => [
    [`institution/${institution}/${closed ? 'closed' : 'open'}`, formedAt],
    [`country/${country}`, formedAt],
    ...Object.entries(participants).flatMap(([id, { code }]): readonly (readonly [string, string])[] => [
      [`participant/${id}`, formedAt],
      [`code/${code}`, formedAt],
    ]),
  ],
});

type Named = ShownParticipant & { readonly id: string };

const withStatus = ({ participants }: MenGroupCard, status: ShownParticipant['status']): readonly Named[] =>
  Object.entries(participants).flatMap(([id, each]) => (each.status === status ? [{ id, ...each }] : []));

/** Who is in a group now. */
export const present = (group: MenGroupCard): readonly Named[] => withStatus(group, 'in');

/** Who has left it since. */
export const gone = (group: MenGroupCard): readonly Named[] => withStatus(group, 'out');
