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
  type AttendanceResult,
  attendanceResults,
  type CourtReportKind,
  courtReportKinds,
  type EnrolmentEnd,
  enrolmentEnds,
  enrolmentEntries,
  type EnrolmentEntry,
  enrolmentEvents,
  type OfProgramme,
} from '../domain/enrolment-events.js';
import { known } from './known.js';

/** Whose programme it is. Days are codes: `2026-04-30`. */
interface Of {
  enrolment: RandomId;
  country: Code;
  institution: Code;
  district: Code;
}

/** What others are told of re-education programmes. The participant's own id stays behind, and so does the order. */
export type EnrolmentFacts = {
  'EnrolmentOpened.v1': Of & { entry: EnrolmentEntry; sessions: number; court?: Code };
  'IntakeHeld.v1': Of;
  'EnrolmentSessionRecorded.v1': Of & { day: Code; result: AttendanceResult; was?: AttendanceResult };
  'CourtReportSent.v1': Of & {
    kind: CourtReportKind;
    court: Code;
    attended: number;
    missed: number;
    justified: number;
  };
  /** How somebody changed between two measures; neither who nor what he answered. The first alone tells nothing. */
  'EnrolmentChanged.v1': Omit<Of, 'enrolment'> & {
    instrument: Code;
    version: number;
    change: number;
    favourable: boolean;
  };
  'EnrolmentEnded.v1': Of & { how: EnrolmentEnd };
  'EnrolmentDeadlineMissed.v1': Of & { waitsFor: Code; due: FactInstant };
};

export const enrolmentFacts = factCatalogue<EnrolmentFacts>({
  'EnrolmentOpened.v1': true,
  'IntakeHeld.v1': true,
  'EnrolmentSessionRecorded.v1': true,
  'CourtReportSent.v1': true,
  'EnrolmentChanged.v1': true,
  'EnrolmentEnded.v1': true,
  'EnrolmentDeadlineMissed.v1': true,
});

/** Whose programme it is, in codes. */
export const ofProgramme = ({ country, institution, district }: OfProgramme): Omit<Of, 'enrolment'> => ({
  country: code(country),
  institution: code(institution),
  district: code(district),
});

/** A stream is `enrolment-<id>`. */
const of = (stream: string, data: OfProgramme): Of => ({
  enrolment: randomId(stream.slice('enrolment-'.length)),
  ...ofProgramme(data),
});

export const enrolmentPublication = publish(enrolmentEvents, enrolmentFacts, {
  EnrolmentOpened: ({ stream, data }) => ({
    type: 'EnrolmentOpened.v1',
    data: {
      ...of(stream, data),
      entry: known(enrolmentEntries, data.entry),
      sessions: data.sessions,
      ...(data.court === undefined ? {} : { court: code(data.court) }),
    },
  }),
  IntakeHeld: ({ stream, data }) => ({ type: 'IntakeHeld.v1', data: of(stream, data) }),
  EnrolmentSessionRecorded: ({ stream, data }) => ({
    type: 'EnrolmentSessionRecorded.v1',
    data: {
      ...of(stream, data),
      day: code(data.day),
      result: known(attendanceResults, data.result),
      ...(data.was === undefined ? {} : { was: known(attendanceResults, data.was) }),
    },
  }),
  CourtReportSent: ({ stream, data }) => ({
    type: 'CourtReportSent.v1',
    data: {
      ...of(stream, data),
      kind: known(courtReportKinds, data.kind),
      court: code(data.court),
      attended: data.attended,
      missed: data.missed,
      justified: data.justified,
    },
  }),
  EnrolmentMeasured: ({ data }) =>
    data.change === undefined || data.favourable === undefined
      ? undefined
      : {
          type: 'EnrolmentChanged.v1',
          data: {
            ...ofProgramme(data),
            instrument: code(data.instrument),
            version: data.version,
            change: data.change,
            favourable: data.favourable,
          },
        },
  EnrolmentEnded: ({ stream, data }) => ({
    type: 'EnrolmentEnded.v1',
    data: { ...of(stream, data), how: known(enrolmentEnds, data.how) },
  }),
  EnrolmentDeadlineMissed: ({ stream, data }) => ({
    type: 'EnrolmentDeadlineMissed.v1',
    data: { ...of(stream, data), waitsFor: code(data.waitsFor), due: factInstant(data.due) },
  }),
});
