import { catalogue, type Personal } from '#decider';
import type { OfProgramme } from './enrolment-events.js';
import type { Measured } from './participant-measure.js';

/** What a group does in public. */
export const publicActivityKinds = [
  'FAIR',
  'TALK',
  'MARCH',
  'RADIO',
  'THEATRE',
  'SCHOOL',
  'ASSEMBLY',
  'OTHER',
] as const;
export type PublicActivityKind = (typeof publicActivityKinds)[number];

/** Why somebody is in a group no more. */
export const leavingReasons = ['FINISHED', 'MOVED', 'NO_TIME', 'EXCLUDED', 'OTHER'] as const;
export type LeavingReason = (typeof leavingReasons)[number];

/** What happens in a group of men committed to non-violence. Its participants are random ids: who they are it never holds. */
export type MasculinitiesEvents = {
  MenGroupFormed: OfProgramme & { readonly name: string };
  MenGroupJoined: OfProgramme & { readonly participant: string; readonly code: string };
  MenGroupLeft: OfProgramme & { readonly participant: string; readonly reason: LeavingReason };
  /** He is of the network of men who lead others. */
  MenLeaderNamed: OfProgramme & { readonly participant: string };
  MenLeaderLeft: OfProgramme & { readonly participant: string };
  /** The group met, once a day at most; recorded again, who came is corrected. */
  MenGroupMet: OfProgramme & {
    readonly day: string;
    readonly present: readonly string[];
    readonly corrects?: boolean;
  };
  MenGroupActed: OfProgramme & {
    readonly activity: string;
    readonly day: string;
    readonly kind: PublicActivityKind;
    /** Men of the group who took part, and people reached. */
    readonly men: number;
    readonly reached: number;
  };
  MenMeasured: OfProgramme &
    Measured & { readonly participant: string; readonly answers: Personal<Readonly<Record<string, number>>> };
  MenGroupClosed: OfProgramme;
};

export const masculinitiesEvents = catalogue<MasculinitiesEvents>({
  MenGroupFormed: 1,
  MenGroupJoined: 1,
  MenGroupLeft: 1,
  MenLeaderNamed: 1,
  MenLeaderLeft: 1,
  MenGroupMet: 1,
  MenGroupActed: 1,
  MenMeasured: 1,
  MenGroupClosed: 1,
});
