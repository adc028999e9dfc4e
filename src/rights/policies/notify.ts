import { policy } from '#policy';
import { type RequestEvents, requestEvents } from '../domain/request-events.js';
import { type SubjectEvents, subjectEvents } from '../domain/subject-events.js';

/** Whoever answers for a request hears that it is late. */
export const notifyLateRequest = policy<RequestEvents>({
  name: 'notify-late-rights-request',
  events: requestEvents,
  on: {
    RightsRequestOverdue: ({ stream, data }) => [
      {
        category: 'notice',
        id: stream.slice('request-'.length),
        command: { to: data.institution, kind: 'rights-request-late', ref: stream.slice('request-'.length) },
      },
    ],
  },
});

/** Whoever asked for an erasure hears that it is over. */
export const notifyErased = policy<SubjectEvents>({
  name: 'notify-erased',
  events: subjectEvents,
  on: {
    SubjectErased: ({ data }) => [
      {
        category: 'notice',
        id: data.erasure,
        command: { to: data.institution, kind: 'erasure-certified', ref: data.erasure },
      },
    ],
  },
});
