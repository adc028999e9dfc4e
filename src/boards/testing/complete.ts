import type { AgreementEvents } from '../domain/agreement-events.js';
import type { BoardEvents } from '../domain/events.js';
import type { PlanEvents } from '../domain/plan-events.js';
import type { SessionEvents } from '../domain/session-events.js';
import * as agreement from './agreement-fixtures.js';
import { counted, established, left, linked, seatedForATerm } from './fixtures.js';
import * as plan from './plan-fixtures.js';
import * as session from './session-fixtures.js';

/** Every event of a board with every field it can have, as stored. A field that is added must be added here as well. */
export const complete = {
  BoardEstablished: established.data,
  BoardLinked: linked.data as Required<BoardEvents['BoardLinked']>,
  PopulationRecorded: counted.data,
  MemberSeated: seatedForATerm.data as Required<BoardEvents['MemberSeated']>,
  MemberLeft: left.data,
} satisfies { readonly [T in keyof BoardEvents]: Required<BoardEvents[T]> };

/** The same of a session, in an order in which it could happen. */
export const completeSession = {
  SessionConvened: { ...session.convened.data, imported: true } as Required<SessionEvents['SessionConvened']>,
  AgendaItemAdded: session.itemAdded.data as Required<SessionEvents['AgendaItemAdded']>,
  SessionReminded: session.reminded.data,
  SessionPostponed: session.postponed.data as Required<SessionEvents['SessionPostponed']>,
  SessionCancelled: session.cancelled.data,
  SessionOpened: session.opened.data as Required<SessionEvents['SessionOpened']>,
  AttendanceRecorded: session.came(session.cem).data,
  AttendanceWithdrawn: session.withdrawn.data,
  DecisionTaken: session.decidedWithAll.data as Required<SessionEvents['DecisionTaken']>,
  MinutesRecorded: session.minuted.data,
  SessionClosed: session.closed.data,
} satisfies { readonly [T in keyof SessionEvents]: Required<SessionEvents[T]> };

export const completeAgreement = {
  AgreementAdopted: { ...agreement.adopted.data, imported: true } as Required<AgreementEvents['AgreementAdopted']>,
  AgreementCarriedOver: agreement.carriedOver.data,
  AgreementProgressed: agreement.progressed.data,
  AgreementRescheduled: agreement.rescheduled.data,
  AgreementLate: { ...agreement.late.data, imported: true },
  AgreementDone: agreement.done.data,
  AgreementCancelled: agreement.givenUp.data,
} satisfies { readonly [T in keyof AgreementEvents]: Required<AgreementEvents[T]> };

export const completePlan = {
  PlanDrafted: plan.drafted.data,
  PlanApproved: plan.approved.data,
  PlanRecognised: plan.recognised.data,
  PlanActionProgressed: plan.actionProgressed.data as Required<PlanEvents['PlanActionProgressed']>,
  GoalMeasured: plan.measured.data,
} satisfies { readonly [T in keyof PlanEvents]: Required<PlanEvents[T]> };
