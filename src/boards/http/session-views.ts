import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID } from 'class-validator';
import { IsDay, IsInstant, Nested, NestedList } from '#service';
import {
  type CancelReason,
  cancelReasons,
  type ProgressNote,
  progressNotes,
  type SessionKind,
  sessionKinds,
  type SessionReason,
  sessionReasons,
} from '../domain/codes.js';
import { without } from '../domain/without.js';
import type { AgreementCard } from '../views/agreements.js';
import type { BoardActivity } from '../views/board-activity.js';
import type { SessionCard } from '../views/sessions.js';
import { AgendaItemDto, PresenceDto, DecisionDto, MinutesDto, PlanActionDto } from './session.dto.js';

export class AgendaItemView extends AgendaItemDto {
  @IsUUID()
  item: string;

  @IsOptional()
  @IsUUID()
  agreement?: string;
}

export class DecisionView extends DecisionDto {
  @IsUUID()
  agreement: string;
}

export class SessionView {
  @IsUUID()
  id: string;

  @IsString()
  board: string;

  @IsIn([...sessionKinds])
  kind: SessionKind;

  @IsInstant()
  at: string;

  @IsString()
  place: string;

  @IsIn(['convened', 'open', 'closed', 'cancelled'])
  status: 'convened' | 'open' | 'closed' | 'cancelled';

  /** Instants it was put off from, oldest first. */
  @IsArray()
  @IsString({ each: true })
  was: readonly string[];

  @IsOptional()
  @IsIn([...sessionReasons])
  reason?: SessionReason;

  @NestedList(() => AgendaItemView, 60)
  agenda: readonly AgendaItemView[];

  /** Members on the day, once it is open. */
  @IsArray()
  @IsString({ each: true })
  seated: readonly string[];

  /** How many of them must be there to decide; 0 before it is open. */
  @IsInt()
  quorum: number;

  @NestedList(() => PresenceDto, 500)
  present: readonly PresenceDto[];

  @NestedList(() => DecisionView, 500)
  decisions: readonly DecisionView[];

  @IsOptional()
  @Nested(() => MinutesDto)
  minutes?: MinutesDto;
}

export class AgreementStepView {
  @IsString()
  type: string;

  @IsInstant()
  at: string;

  @IsOptional()
  @IsString()
  what?: string;
}

export class AgreementView {
  @IsUUID()
  id: string;

  @IsString()
  board: string;

  @IsUUID()
  session: string;

  @IsString()
  owner: string;

  @IsString()
  text: string;

  @IsDay()
  due: string;

  @IsIn(['open', 'done', 'cancelled'])
  status: 'open' | 'done' | 'cancelled';

  /** Its day went by while it was open. */
  @IsBoolean()
  late: boolean;

  @IsInt()
  rescheduled: number;

  /** In how many later sessions it came back. */
  @IsInt()
  carried: number;

  @IsOptional()
  @IsString()
  indicator?: string;

  @IsOptional()
  @Nested(() => PlanActionDto)
  serves?: PlanActionDto;

  @IsOptional()
  @IsIn([...progressNotes])
  note?: ProgressNote;

  @IsOptional()
  @IsString()
  evidence?: string;

  @IsOptional()
  @IsIn([...cancelReasons])
  reason?: CancelReason;

  @NestedList(() => AgreementStepView, 1000)
  steps: readonly AgreementStepView[];
}

/** Of one organization over all sessions that were held. */
export class ComingView {
  @IsString()
  organization: string;

  @IsInt()
  called: number;

  @IsInt()
  present: number;

  @IsInt()
  byAlternate: number;

  @IsInt()
  remote: number;
}

export class ActivityView {
  @IsInt()
  planned: number;

  @IsInt()
  held: number;

  @IsInt()
  withoutQuorum: number;

  @IsInt()
  postponed: number;

  @IsInt()
  cancelled: number;

  @IsInt()
  agreements: number;

  @NestedList(() => ComingView, 500)
  attendance: readonly ComingView[];
}

export const sessionView = (card: SessionCard): SessionView =>
  without(card, 'country', 'invited', 'presiding', 'remindAt', 'revision');

export const agreementView = (card: AgreementCard): AgreementView =>
  without(card, 'dueAt', 'adoptedAt', 'endedAt', 'revision');

export const activityView = ({ attendance, ...sums }: BoardActivity): ActivityView => ({
  ...without(sums, 'board'),
  attendance: Object.entries(attendance)
    .map(([organization, coming]) => ({ organization, ...coming }))
    .sort((one, other) => (one.organization < other.organization ? -1 : 1)),
});
