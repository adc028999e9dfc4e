import type { EnrolmentEvents } from '../domain/enrolment-events.js';
import type { FundEvents } from '../domain/fund-events.js';
import type { MasculinitiesEvents } from '../domain/masculinities-events.js';
import {
  after,
  begun,
  clockOf,
  ofCentre,
  ordered,
  orderingCourt,
  sealedSection,
  subject,
  thirdAbsence,
} from './enrolment-fixtures.js';
import * as fund from './fund-fixtures.js';
import * as men from './masculinities-fixtures.js';

const { clock, waitsFor, due, rungs } = clockOf('programme-ordered');
const [rung] = rungs;
const moved = { starts: [clockOf('progress-owed')], meets: [clock], drops: [clockOf('absences-reached').clock] };
const counts = { attended: 1, missed: 3, justified: 1 };

/** Every event of a participant's file with every field it can have, as stored. */
export const completeEnrolment: { readonly [T in keyof EnrolmentEvents]: Required<EnrolmentEvents[T]> } = {
  EnrolmentOpened: {
    ...ofCentre,
    ...{ code: ordered.data.code, subject, entry: 'COURT_ORDER', court: orderingCourt, sessions: 4 },
    ...{ firstDayBy: '2025-10-06', order: sealedSection, identity: sealedSection, imported: true },
    ...{ ...moved, starts: [clockOf('programme-ordered')], meets: [] },
  },
  IntakeHeld: { ...begun.data, on: '2025-10-01', ...moved },
  EnrolmentSessionRecorded: { ...thirdAbsence.data, was: 'JUSTIFIED', ...moved },
  CourtReportSent: { ...ofCentre, kind: 'NON_COMPLIANCE', court: orderingCourt, ...counts, ...moved },
  EnrolmentMeasured: { ...ofCentre, ...after, change: 16, favourable: true, answers: sealedSection },
  EnrolmentEnded: { ...ofCentre, how: 'COMPLETED', ...counts, ...moved },
  EnrolmentDeadlineMissed: { ...ofCentre, clock, waitsFor, due, imported: true },
  EnrolmentEscalated: { ...ofCentre, clock, waitsFor, rung: 1, role: rung?.role ?? '', due: rung?.at ?? '' },
};

/** The same of a group of men. */
export const completeMasculinities: { readonly [T in keyof MasculinitiesEvents]: Required<MasculinitiesEvents[T]> } = {
  MenGroupFormed: men.formed.data,
  MenGroupJoined: men.joined.data,
  MenLeaderNamed: men.leads.data,
  MenLeaderLeft: men.leadsNoMore.data,
  MenGroupMet: { ...men.met.data, corrects: true },
  MenGroupActed: men.acted.data,
  MenMeasured: {
    ...men.measured(after, {}).data,
    ...{ change: 16, favourable: true, answers: sealedSection },
  },
  MenGroupLeft: men.left.data,
  MenGroupClosed: men.closed.data,
};

/** The same of a fund. */
export const completeFund: { readonly [T in keyof FundEvents]: Required<FundEvents[T]> } = {
  FundOpened: fund.fundOpened.data,
  FundLineAdded: { ...fund.lineAdded.data, donor: 'cooperacion-1' },
  SupportRequested: fund.requested.data,
  SupportApproved: { ...fund.approved.data, country: 'PE' },
  SupportRejected: fund.rejected.data,
  SupportPaid: { ...fund.paid.data, country: 'PE' },
  SupportCancelled: fund.cancelled.data,
  SupportReimbursed: { ...fund.reimbursed.data, country: 'PE' },
};
