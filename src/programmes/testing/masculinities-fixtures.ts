import { type EventOf, personal } from '#decider';
import { publicCode } from '../../protocol/index.js';
import { programmeKey } from '../domain/enrolment.js';
import { participantOf } from '../domain/masculinities.js';
import type { MasculinitiesEvents } from '../domain/masculinities-events.js';
import type { Measured } from '../domain/participant-measure.js';
import { commandId, now } from './enrolment-fixtures.js';

type Event<T extends keyof MasculinitiesEvents> = EventOf<MasculinitiesEvents, T>;

export const groupId = '9a0c9000-0000-8000-8000-000000000001';
export const participant = participantOf(commandId);
export const ofGroup = { country: 'PE', institution: 'pe-150112-cem', district: '150112' } as const;

export const forming = { do: 'form', ...ofGroup, name: 'Hombres por la igualdad' } as const;
export const formed: Event<'MenGroupFormed'> = {
  type: 'MenGroupFormed',
  data: { ...ofGroup, name: 'Hombres por la igualdad' },
};
export const joined: Event<'MenGroupJoined'> = {
  type: 'MenGroupJoined',
  data: { ...ofGroup, participant, code: publicCode(commandId, now, 'PE') },
};
export const left: Event<'MenGroupLeft'> = {
  type: 'MenGroupLeft',
  data: { ...ofGroup, participant, reason: 'MOVED' },
};
export const leads: Event<'MenLeaderNamed'> = { type: 'MenLeaderNamed', data: { ...ofGroup, participant } };
export const leadsNoMore: Event<'MenLeaderLeft'> = { type: 'MenLeaderLeft', data: { ...ofGroup, participant } };
export const met: Event<'MenGroupMet'> = {
  type: 'MenGroupMet',
  data: { ...ofGroup, day: '2025-10-04', present: [participant] },
};
export const activity = 'ac710000-0000-8000-8000-000000000001';
export const acted: Event<'MenGroupActed'> = {
  type: 'MenGroupActed',
  data: { ...ofGroup, activity, day: '2025-10-05', kind: 'FAIR', men: 6, reached: 120 },
};
export const closed: Event<'MenGroupClosed'> = { type: 'MenGroupClosed', data: ofGroup };

export const measured = (taken: Measured, given: Readonly<Record<string, number>>): Event<'MenMeasured'> => ({
  type: 'MenMeasured',
  data: { ...ofGroup, participant, ...taken, answers: personal(participant, programmeKey, given) },
});
