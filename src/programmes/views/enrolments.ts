import { projection, type Seen } from '#projection';
import { clocksAfter, type EnrolmentClocks } from '../domain/enrolment-clocks.js';
import {
  type Attendance,
  type AttendanceResult,
  type CourtReportKind,
  type EnrolmentEnd,
  type EnrolmentEntry,
  type EnrolmentEvents,
  enrolmentEvents,
} from '../domain/enrolment-events.js';
import { attendanceOf } from '../domain/enrolment-state.js';
import { type ShownMeasures, withMeasure } from './measures.js';

/** A sealed section with where it was sealed, so that a grant can open it. */
export interface SealedAt {
  readonly section: object;
  readonly eventId: string;
  readonly revision: number;
  readonly schema: number;
}

/** A report as it was told to the court. */
export interface ToldReport extends Attendance {
  readonly kind: CourtReportKind;
  readonly at: string;
}

/** A participant's file; what is sealed stays sealed. */
export interface EnrolmentCard {
  readonly id: string;
  readonly code: string;
  readonly subject: string;
  readonly country: string;
  readonly institution: string;
  readonly district: string;
  readonly entry: EnrolmentEntry;
  readonly court?: string;
  readonly sessions: number;
  readonly firstDayBy?: string;
  readonly order?: SealedAt;
  readonly identity?: SealedAt;
  readonly openedAt: string;
  readonly begunAt?: string;
  readonly recorded: Readonly<Record<string, AttendanceResult>>;
  readonly attendance: Attendance;
  readonly reports: readonly ToldReport[];
  readonly measures: ShownMeasures;
  readonly clocks: EnrolmentClocks;
  readonly ended?: EnrolmentEnd;
  readonly endedAt?: string;
  readonly revision: number;
}

type Any = Seen<EnrolmentEvents>;

const happened = ({ metadata }: Any): string => metadata['effectiveAt'] ?? '';

const sealedAt = ({ id, revision, metadata }: Any, section: object): SealedAt => ({
  section,
  eventId: id,
  revision,
  schema: Number(metadata['schema'] ?? 1),
});

/** The card with the clocks and the revision after an event. */
const after = (card: EnrolmentCard, event: Any): EnrolmentCard => ({
  ...card,
  clocks: clocksAfter(card.clocks, event),
  revision: event.revision,
});

const noAttendance: Attendance = { attended: 0, missed: 0, justified: 0 };

/**
 * Files of participants by id. Lists: `institution/<code>/open` and `/ended`, by when they were opened;
 * `subject/<id>` and `code/<code>`, the one file of each; `court/<code>`, those of which a court was told, by when it was
 * last; `due`, with a clock that runs, and `rungs`, with a ladder that goes on, by when it does.
 */
export const enrolments = projection<EnrolmentEvents, EnrolmentCard>({
  name: 'enrolments',
  version: 3,
  events: enrolmentEvents,
  key: ({ stream }) => stream.slice('enrolment-'.length),
  empty: (id) => ({
    ...{ id, code: '', subject: '', country: '', institution: '', district: '', entry: 'VOLUNTARY', sessions: 0 },
    ...{ openedAt: '', recorded: {}, attendance: noAttendance, reports: [], measures: {}, clocks: {}, revision: 0 },
  }),
  on: {
    EnrolmentOpened: (card, event) => {
      const { code, subject, country, institution, district, entry, court, sessions, firstDayBy } = event.data;
      const { order, identity } = event.data;
      return after(
        {
          ...{ ...card, code, subject, country, institution, district, entry, sessions },
          ...(court === undefined ? {} : { court }),
          ...(firstDayBy === undefined ? {} : { firstDayBy }),
          ...(order === undefined ? {} : { order: sealedAt(event, order) }),
          ...(identity === undefined ? {} : { identity: sealedAt(event, identity) }),
          openedAt: happened(event),
        },
        event,
      );
    },
    IntakeHeld: (card, event) => after({ ...card, begunAt: happened(event) }, event),
    EnrolmentSessionRecorded: (card, event) => {
      const recorded = { ...card.recorded, [event.data.day]: event.data.result };
      return after({ ...card, recorded, attendance: attendanceOf(recorded) }, event);
    },
    CourtReportSent: (card, event) => {
      const { kind, attended, missed, justified } = event.data;
      const told = { kind, attended, missed, justified, at: happened(event) };
      return after({ ...card, reports: [...card.reports, told] }, event);
    },
    EnrolmentMeasured: (card, event) => after({ ...card, measures: withMeasure(card.measures, event.data) }, event),
    EnrolmentEnded: (card, event) => after({ ...card, ended: event.data.how, endedAt: happened(event) }, event),
    EnrolmentDeadlineMissed: after,
    EnrolmentEscalated: after,
  },
  index: ({ code, subject, institution, court, openedAt, ended, reports, clocks }) => {
    const last = reports.at(-1);
    const running = Object.values(clocks);
    const due = earliest(running.flatMap((clock) => (clock.missed === true ? [] : [clock.due])));
    const rung = earliest(running.flatMap(({ rungs }) => rungs.map(({ at }) => at)));
    return [
      [`institution/${institution}/${ended === undefined ? 'open' : 'ended'}`, openedAt],
      [`subject/${subject}`, openedAt],
      [`code/${code}`, openedAt],
      ...(court === undefined || last === undefined ? [] : [[`court/${court}`, last.at] as const]),
      ...(due === undefined ? [] : [['due', due] as const]),
      ...(rung === undefined ? [] : [['rungs', rung] as const]),
    ];
  },
});

const earliest = (instants: readonly string[]): string | undefined => [...instants].sort()[0];
