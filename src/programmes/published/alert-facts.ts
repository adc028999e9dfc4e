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
import { alertEvents } from '../domain/alert-events.js';

interface Of {
  alert: RandomId;
}

/** What others are told of alerts: what about, from where, and what became of them. Neither the place nor a case. */
export type AlertFacts = {
  'AlertRaised.v1': Of & {
    country: Code;
    district: Code;
    topic: Code;
    source: Code;
    to: Code;
    due?: FactInstant;
  };
  'AlertTaken.v1': Of;
  'AlertCameBack.v1': Of & { to: Code; times: number };
  'AlertReferred.v1': Of & { to: Code };
  'AlertAnswered.v1': Of & { answer: Code };
  'AlertClosed.v1': Of & { reason: Code };
};

export const alertFacts = factCatalogue<AlertFacts>({
  'AlertRaised.v1': true,
  'AlertTaken.v1': true,
  'AlertCameBack.v1': true,
  'AlertReferred.v1': true,
  'AlertAnswered.v1': true,
  'AlertClosed.v1': true,
});

/** A stream is `alert-<id>`. */
const of = (stream: string): Of => ({ alert: randomId(stream.slice('alert-'.length)) });

export const alertPublication = publish(alertEvents, alertFacts, {
  AlertRaised: ({ stream, data }) => ({
    type: 'AlertRaised.v1',
    data: {
      ...of(stream),
      country: code(data.country),
      district: code(data.district),
      topic: code(data.topic),
      source: code(data.source),
      to: code(data.to),
      ...(data.deadline === undefined ? {} : { due: factInstant(data.deadline.due) }),
    },
  }),
  AlertTaken: ({ stream }) => ({ type: 'AlertTaken.v1', data: of(stream) }),
  AlertCameBack: ({ stream, data }) => ({
    type: 'AlertCameBack.v1',
    data: { ...of(stream), to: code(data.to), times: data.times },
  }),
  AlertReferred: ({ stream, data }) => ({ type: 'AlertReferred.v1', data: { ...of(stream), to: code(data.to) } }),
  AlertAnswered: ({ stream, data }) => ({
    type: 'AlertAnswered.v1',
    data: { ...of(stream), answer: code(data.answer) },
  }),
  AlertClosed: ({ stream, data }) => ({ type: 'AlertClosed.v1', data: { ...of(stream), reason: code(data.reason) } }),
});
