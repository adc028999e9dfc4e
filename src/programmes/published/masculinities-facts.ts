import {
  type Code,
  code,
  factCatalogue,
  publish,
  type PublicName,
  publicName,
  type RandomId,
  randomId,
} from '#publishing';
import type { OfProgramme } from '../domain/enrolment-events.js';
import {
  type LeavingReason,
  leavingReasons,
  masculinitiesEvents,
  type PublicActivityKind,
  publicActivityKinds,
} from '../domain/masculinities-events.js';
import { ofProgramme } from './enrolment-facts.js';
import { known } from './known.js';

interface Of {
  group: RandomId;
  country: Code;
  institution: Code;
  district: Code;
}

/** What others are told of groups of men: how many, what and when; never which of them. Days are codes. */
export type MasculinitiesFacts = {
  'MenGroupFormed.v1': Of & { name: PublicName };
  'MenGroupJoined.v1': Of;
  'MenGroupLeft.v1': Of & { reason: LeavingReason };
  'MenLeaderNamed.v1': Of;
  'MenLeaderLeft.v1': Of;
  'MenGroupMet.v1': Of & { day: Code; present: number; corrects?: boolean };
  'MenGroupActed.v1': Of & { activity: RandomId; day: Code; kind: PublicActivityKind; men: number; reached: number };
  /** How one of them changed between two measures; the first alone tells nothing. */
  'MenChanged.v1': Of & { instrument: Code; version: number; change: number; favourable: boolean };
  'MenGroupClosed.v1': Of;
};

export const masculinitiesFacts = factCatalogue<MasculinitiesFacts>({
  'MenGroupFormed.v1': true,
  'MenGroupJoined.v1': true,
  'MenGroupLeft.v1': true,
  'MenLeaderNamed.v1': true,
  'MenLeaderLeft.v1': true,
  'MenGroupMet.v1': true,
  'MenGroupActed.v1': true,
  'MenChanged.v1': true,
  'MenGroupClosed.v1': true,
});

/** A stream is `masculinities-<id>`. */
const of = (stream: string, data: OfProgramme): Of => ({
  group: randomId(stream.slice('masculinities-'.length)),
  ...ofProgramme(data),
});

export const masculinitiesPublication = publish(masculinitiesEvents, masculinitiesFacts, {
  MenGroupFormed: ({ stream, data }) => ({
    type: 'MenGroupFormed.v1',
    data: { ...of(stream, data), name: publicName(data.name) },
  }),
  MenGroupJoined: ({ stream, data }) => ({ type: 'MenGroupJoined.v1', data: of(stream, data) }),
  MenGroupLeft: ({ stream, data }) => ({
    type: 'MenGroupLeft.v1',
    data: { ...of(stream, data), reason: known(leavingReasons, data.reason) },
  }),
  MenLeaderNamed: ({ stream, data }) => ({ type: 'MenLeaderNamed.v1', data: of(stream, data) }),
  MenLeaderLeft: ({ stream, data }) => ({ type: 'MenLeaderLeft.v1', data: of(stream, data) }),
  MenGroupMet: ({ stream, data }) => ({
    type: 'MenGroupMet.v1',
    data: {
      ...of(stream, data),
      day: code(data.day),
      present: data.present.length,
      ...(data.corrects === true ? { corrects: true } : {}),
    },
  }),
  MenGroupActed: ({ stream, data }) => ({
    type: 'MenGroupActed.v1',
    data: {
      ...of(stream, data),
      activity: randomId(data.activity),
      day: code(data.day),
      kind: known(publicActivityKinds, data.kind),
      men: data.men,
      reached: data.reached,
    },
  }),
  MenMeasured: ({ stream, data }) =>
    data.change === undefined || data.favourable === undefined
      ? undefined
      : {
          type: 'MenChanged.v1',
          data: {
            ...of(stream, data),
            instrument: code(data.instrument),
            version: data.version,
            change: data.change,
            favourable: data.favourable,
          },
        },
  MenGroupClosed: ({ stream, data }) => ({ type: 'MenGroupClosed.v1', data: of(stream, data) }),
});
