import { IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { IsDay, IsInstant, Nested, NestedList, PageQuery } from '#service';
import {
  type AgendaKind,
  agendaKinds,
  type CancelReason,
  cancelReasons,
  type Presence,
  presences,
  type ProgressNote,
  progressNotes,
  type Representative,
  representatives,
  type SessionKind,
  sessionKinds,
  type SessionReason,
  sessionReasons,
} from '../domain/codes.js';

export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;
export const digestPattern = /^[0-9a-f]{64}$/u;

export class AgendaItemDto {
  @IsIn([...agendaKinds])
  kind: AgendaKind;

  /** Public: 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  @MaxLength(160)
  title: string;
}

export class ConveneDto {
  @IsIn([...sessionKinds])
  kind: SessionKind;

  /** When it begins. */
  @IsInstant()
  at: string;

  /** Where, as a code: `sala-municipal`. */
  @IsString()
  @Matches(codePattern)
  place: string;

  @IsOptional()
  @NestedList(() => AgendaItemDto, 30)
  agenda?: AgendaItemDto[];
}

export class PostponeDto {
  @IsInstant()
  at: string;

  @IsIn([...sessionReasons])
  reason: SessionReason;
}

export class CallOffDto {
  @IsIn([...sessionReasons])
  reason: SessionReason;
}

export class PresenceDto {
  @IsString()
  @Matches(codePattern)
  organization: string;

  @IsIn([...representatives])
  by: Representative;

  @IsIn([...presences])
  mode: Presence;
}

export class PlanActionDto {
  @IsUUID()
  plan: string;

  @IsString()
  @Matches(codePattern)
  action: string;
}

export class DecisionDto {
  /** Public: what is agreed, 1 to 160 characters on one line, no address, no telephone number. */
  @IsString()
  @MaxLength(160)
  text: string;

  /** The organization that does it. */
  @IsString()
  @Matches(codePattern)
  owner: string;

  /** The last day for it. */
  @IsDay()
  due: string;

  /** The item of the agenda it was taken under. */
  @IsOptional()
  @IsUUID()
  item?: string;

  /** The indicator of the report it is meant to move. */
  @IsOptional()
  @IsString()
  @Matches(codePattern)
  indicator?: string;

  /** The action of a plan of this board it serves. */
  @IsOptional()
  @Nested(() => PlanActionDto)
  serves?: PlanActionDto;
}

export class MinutesDto {
  /** As a code: `012-2026`. */
  @IsString()
  @Matches(codePattern)
  number: string;

  /** SHA-256 of the signed file, in hexadecimal. */
  @IsString()
  @Matches(digestPattern)
  digest: string;
}

/** What is recorded later than it happened says when that was. */
export class HappenedDto {
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

export class ProgressNoteDto extends HappenedDto {
  @IsIn([...progressNotes])
  note: ProgressNote;
}

export class RescheduleDto extends HappenedDto {
  /** The new last day. */
  @IsDay()
  due: string;
}

export class DoneDto extends HappenedDto {
  /** SHA-256 of what shows that it is done, in hexadecimal. */
  @IsString()
  @Matches(digestPattern)
  evidence: string;
}

export class GiveUpDto extends HappenedDto {
  @IsIn([...cancelReasons])
  reason: CancelReason;
}

export class SessionsQuery extends PageQuery {
  /** Default `coming`. */
  @IsOptional()
  @IsIn(['coming', 'past', 'all'])
  state?: 'coming' | 'past' | 'all';
}

export class AgreementsQuery extends PageQuery {
  /** Default `open`. */
  @IsOptional()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';
}
