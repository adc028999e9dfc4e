import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { type ConflictKind, conflictKinds } from '../domain/conflict.js';
import { glassReasons, glassRules, reviewOutcomes } from '../domain/break-glass.js';
import { roles, suspensionReasons } from '../domain/roles.js';

const code = /^[A-Za-z0-9][\w.-]{1,63}$/u;

/** How an identity provider knows somebody. */
export class LoginDto {
  /** As the provider calls itself. */
  @IsString()
  @Matches(/^https?:\/\/[^\s]{1,290}$/u)
  issuer: string;

  /** What it calls the person (`sub`). */
  @IsString()
  @Length(1, 255)
  subject: string;
}

export class EnrolDto extends LoginDto {
  /** What they are called here: a code, no name. */
  @IsString()
  @Matches(code)
  code: string;

  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  institution: string;

  @IsIn(roles)
  role: (typeof roles)[number];
}

export class RoleDto {
  @IsIn(roles)
  role: (typeof roles)[number];
}

export class SuspensionDto {
  @IsIn(suspensionReasons)
  reason: (typeof suspensionReasons)[number];
}

export class StaffView {
  @IsString()
  code: string;

  @IsString()
  institution: string;

  @IsString()
  country: string;

  @IsIn(roles)
  role: string;

  @IsIn(['active', 'suspended', 'ended'])
  status: string;
}

export class MeView {
  @IsString()
  code: string;

  @IsString()
  institution: string;

  @IsString()
  role: string;
}

export class ConflictDto {
  /** Who must not see the case. */
  @IsString()
  @Matches(code)
  staff: string;

  @IsIn(conflictKinds)
  kind: ConflictKind;
}

export class EmergencyDto {
  /** The code of the case, as people read it to each other. */
  @IsString()
  @Matches(/^[A-Za-z0-9-]{4,20}$/u)
  case: string;

  @IsIn(glassReasons)
  reason: (typeof glassReasons)[number];

  /** Why, in words; sealed. */
  @IsString()
  @Length(glassRules.explanation, 2_000)
  explanation: string;
}

export class ReviewDto {
  @IsIn(reviewOutcomes)
  outcome: (typeof reviewOutcomes)[number];
}

export class EmergencyView {
  @IsString()
  id: string;

  @IsString()
  case: string;

  @IsString()
  staff: string;

  @IsString()
  institution: string;

  @IsString()
  reason: string;

  @IsString()
  at: string;

  /** When it ends by itself. */
  @IsString()
  until: string;

  @IsString()
  reviewBy: string;

  @IsIn(['waiting', 'missed', 'reviewed'])
  status: string;

  @IsOptional()
  @IsIn(reviewOutcomes)
  outcome?: string;
}

export class EmergencyWithWordsView extends EmergencyView {
  /** Absent: it was erased with the person. */
  @IsOptional()
  @IsString()
  explanation?: string;
}

/** Somebody who must not see a case. */
export class ConflictView {
  @IsString()
  staff: string;

  @IsIn(conflictKinds)
  kind: ConflictKind;

  /** The case it was said of, which is where it is lifted: this one, or another one of the same person. */
  @IsUUID()
  case: string;

  /** Whether whoever asks may lift it there. */
  @IsBoolean()
  mayLift: boolean;
}

/** One look at personal data of a case. */
export class CaseReadView {
  /** The local day. */
  @IsString()
  day: string;

  @IsString()
  institution: string;

  @IsString()
  role: string;

  @IsString()
  purpose: string;

  /** What was opened (`identity`, `narrative`…), which list it was in (`listCases`…), or what was refused. */
  @IsString()
  what: string;

  @IsIn(['opened', 'listed', 'exported', 'refused'])
  outcome: string;

  /** Where it was in a list: how many lines that had, at most, and how often one person opened it that day. */
  @IsOptional()
  @IsInt()
  lines?: number;

  @IsOptional()
  @IsInt()
  times?: number;
}
