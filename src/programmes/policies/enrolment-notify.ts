import { policy } from '#policy';
import { type EnrolmentEvents, enrolmentEvents } from '../domain/enrolment-events.js';

const idOf = (stream: string): string => stream.slice('enrolment-'.length);

const notice = (stream: string, to: string, kind: string, ref = idOf(stream)) => ({
  category: 'notice',
  id: idOf(stream),
  command: { to, kind, ref },
});

/** Whom a rung calls. The coordination hears which centre is late, and never with whom. */
function called(stream: string, { role, institution, district }: EnrolmentEvents['EnrolmentEscalated']) {
  switch (role) {
    case 'SUPERVISOR':
      return notice(stream, `${institution}/supervisor`, 'clock-supervisor');
    case 'COORDINATOR':
      return notice(stream, `coordinator/${district}`, 'clock-coordinator', institution);
    default:
      return notice(stream, institution, 'clock-owner');
  }
}

/** The court hears that a report on a file it ordered is there; the centre, that a step of its own is late. */
export const notifyEnrolments = policy<EnrolmentEvents>({
  name: 'notify-enrolments',
  events: enrolmentEvents,
  on: {
    CourtReportSent: ({ stream, data }) => [notice(stream, data.court, 'reeducation-report')],
    EnrolmentDeadlineMissed: ({ stream, data }) =>
      data.imported === true ? [] : [notice(stream, data.institution, 'deadline-missed')],
    EnrolmentEscalated: ({ stream, data }) => [called(stream, data)],
  },
});
