import { policy } from '#policy';
import { type CaseEvents, caseEvents } from '../domain/events.js';
import { type InquiryEvents, inquiryEvents } from '../domain/inquiry.js';

/** A legal deadline that passed is told to the institution it bound, without a word of the case. */
export const notifyMissed = policy<CaseEvents>({
  name: 'notify-missed',
  events: caseEvents,
  on: {
    DeadlineMissed: ({ stream, data }) =>
      data.imported === true
        ? []
        : [
            {
              category: 'notice',
              id: stream.slice('case-'.length),
              command: { to: data.institution, kind: 'deadline-missed', ref: stream.slice('case-'.length) },
            },
          ],
  },
});

/** Whom each role of a ladder is, and how a notice calls what happened. */
const called: Readonly<Record<string, (data: CaseEvents['DeadlineEscalated']) => { to: string; kind: string }>> = {
  OWNER: ({ institution }) => ({ to: institution, kind: 'clock-owner' }),
  SUPERVISOR: ({ institution }) => ({ to: `${institution}/supervisor`, kind: 'clock-supervisor' }),
  COORDINATOR: ({ district }) => ({ to: `coordinator/${district}`, kind: 'clock-coordinator' }),
};

/** Who a ladder calls hears which case it is; a coordinator, who may never see a case, which institution. */
export const notifyEscalated = policy<CaseEvents>({
  name: 'notify-escalated',
  events: caseEvents,
  on: {
    DeadlineEscalated: ({ stream, data }) => {
      const id = stream.slice('case-'.length);
      const whom = called[data.role]?.(data);
      if (whom === undefined) return [];
      const ref = data.role === 'COORDINATOR' ? data.institution : id;
      return [{ category: 'notice', id, command: { ...whom, ref } }];
    },
  },
});

/** The court hears that the term of a measure ends, and which case it is. */
export const notifyExpiring = policy<CaseEvents>({
  name: 'notify-expiring',
  events: caseEvents,
  on: {
    MeasureExpiring: ({ stream, data }) => {
      const id = stream.slice('case-'.length);
      return [{ category: 'notice', id, command: { to: data.court, kind: 'measure-expiring', ref: id } }];
    },
  },
});

/** Who answers for a case hears that another institution asked after her: which one, the record of reads tells them. */
export const notifyAsked = policy<InquiryEvents>({
  name: 'notify-asked',
  events: inquiryEvents,
  on: {
    PersonAskedAfter: ({ stream, data: { owner } }) => {
      const id = stream.slice('inquiry-'.length);
      return [{ category: 'notice', id, command: { to: owner, kind: 'person-asked-after', ref: id } }];
    },
  },
});
