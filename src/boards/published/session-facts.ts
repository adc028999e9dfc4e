import {
  type Code,
  code,
  factCatalogue,
  type FactInstant,
  factInstant,
  publish,
  type RandomId,
  randomId,
} from '#publishing';
import {
  presences,
  representatives,
  sessionKinds,
  sessionReasons,
  type Presence,
  type Representative,
  type SessionKind,
  type SessionReason,
} from '../domain/codes.js';
import { sessionEvents } from '../domain/session-events.js';
import { among } from './among.js';

/** What others are told of sessions: that they were called, put off, called off, and how they were held. */
export type SessionFacts = {
  'SessionConvened.v1': { board: Code; session: RandomId; kind: SessionKind; at: FactInstant };
  'SessionPostponed.v1': {
    board: Code;
    session: RandomId;
    kind: SessionKind;
    was: FactInstant;
    at: FactInstant;
    reason: SessionReason;
  };
  'SessionCancelled.v1': { board: Code; session: RandomId; kind: SessionKind; at: FactInstant; reason: SessionReason };
  /** A session that ended; one without a quorum decided nothing. */
  'SessionHeld.v1': {
    board: Code;
    session: RandomId;
    kind: SessionKind;
    at: FactInstant;
    /** Organisations that were members on the day. */
    seated: Code[];
    present: { organization: Code; by: Representative; mode: Presence }[];
    quorum: number;
    quorate: boolean;
    decisions: number;
  };
  /** Digest: SHA-256 of the signed file, in hexadecimal. */
  'MinutesRecorded.v1': { board: Code; session: RandomId; number: Code; digest: Code };
};

export const sessionFacts = factCatalogue<SessionFacts>({
  'SessionConvened.v1': true,
  'SessionPostponed.v1': true,
  'SessionCancelled.v1': true,
  'SessionHeld.v1': true,
  'MinutesRecorded.v1': true,
});

/** A stream is `session-<id>`. */
const of = (stream: string, { board }: { readonly board: string }): { board: Code; session: RandomId } => ({
  board: code(board),
  session: randomId(stream.slice('session-'.length)),
});

export const sessionPublication = publish(sessionEvents, sessionFacts, {
  SessionConvened: ({ stream, data }) => ({
    type: 'SessionConvened.v1',
    data: { ...of(stream, data), kind: among(sessionKinds, data.kind), at: factInstant(data.at) },
  }),
  SessionPostponed: ({ stream, data }) => ({
    type: 'SessionPostponed.v1',
    data: {
      ...of(stream, data),
      kind: among(sessionKinds, data.kind),
      was: factInstant(data.was),
      at: factInstant(data.at),
      reason: among(sessionReasons, data.reason),
    },
  }),
  SessionCancelled: ({ stream, data }) => ({
    type: 'SessionCancelled.v1',
    data: {
      ...of(stream, data),
      kind: among(sessionKinds, data.kind),
      at: factInstant(data.at),
      reason: among(sessionReasons, data.reason),
    },
  }),
  SessionClosed: ({ stream, data }) => ({
    type: 'SessionHeld.v1',
    data: {
      ...of(stream, data),
      kind: among(sessionKinds, data.kind),
      at: factInstant(data.at),
      seated: data.seated.map(code),
      present: data.present.map(({ organization, by, mode }) => ({
        organization: code(organization),
        by: among(representatives, by),
        mode: among(presences, mode),
      })),
      quorum: data.quorum,
      quorate: data.present.length >= data.quorum,
      decisions: data.decisions,
    },
  }),
  MinutesRecorded: ({ stream, data }) => ({
    type: 'MinutesRecorded.v1',
    data: { ...of(stream, data), number: code(data.number), digest: code(data.digest) },
  }),
});
