import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { IsDay, IsInstant, Nested, NestedList, PageQuery } from '#service';
import {
  type LeavingReason,
  leavingReasons,
  type PublicActivityKind,
  publicActivityKinds,
} from '../domain/masculinities-events.js';
import { type MenGroupCard, present } from '../views/masculinities.js';
import { EnrolmentMeasuresView } from './enrolment-views.js';
import { StepTakenDto } from './participant.dto.js';

export class FormGroupDto extends StepTakenDto {
  /** Public: 1 to 160 characters on one line. */
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  name: string;
}

export class LeaveGroupDto extends StepTakenDto {
  @IsIn([...leavingReasons])
  reason: LeavingReason;
}

export class LeadershipDto extends StepTakenDto {
  /** Whether he is of the network of men who lead others. */
  @IsBoolean()
  leads: boolean;
}

export class MeetingDto extends StepTakenDto {
  @IsDay()
  day: string;

  /** Ids of the participants who came. */
  @IsArray()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  present: string[];
}

export class PublicActivityDto extends StepTakenDto {
  @IsDay()
  day: string;

  @IsIn([...publicActivityKinds])
  kind: PublicActivityKind;

  /** Men of the group who took part. */
  @IsInt()
  @Min(1)
  @Max(200)
  men: number;

  /** People reached. */
  @IsInt()
  @Min(0)
  @Max(100_000)
  reached: number;
}

export class GroupsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'closed'])
  state?: 'open' | 'closed';
}

export class GroupParticipantView {
  @IsUUID()
  id: string;

  @IsString()
  code: string;

  @IsBoolean()
  leads: boolean;

  @Nested(() => EnrolmentMeasuresView)
  measures: EnrolmentMeasuresView;
}

export class MeetingView {
  @IsDay()
  day: string;

  @IsInt()
  present: number;
}

export class PublicActivityView {
  @IsUUID()
  id: string;

  @IsDay()
  day: string;

  @IsIn([...publicActivityKinds])
  kind: PublicActivityKind;

  @IsInt()
  men: number;

  @IsInt()
  reached: number;
}

/** A group, for the institution that facilitates it. */
export class GroupView {
  @IsUUID()
  id: string;

  @IsString()
  name: string;

  @IsString()
  institution: string;

  @IsString()
  district: string;

  @IsInstant()
  formedAt: string;

  @IsBoolean()
  closed: boolean;

  /** Those who are in it. */
  @NestedList(() => GroupParticipantView, 200)
  participants: readonly GroupParticipantView[];

  /** The last first. */
  @NestedList(() => MeetingView, 2_000)
  meetings: readonly MeetingView[];

  @NestedList(() => PublicActivityView, 2_000)
  activities: readonly PublicActivityView[];
}

/** The network of groups of the country: what may be known to everybody. */
export class NetworkView {
  @IsInt()
  groups: number;

  /** Men in groups, and those of them who lead others; null where so few that it would point at them. */
  @IsOptional()
  @IsInt()
  participants: number | null;

  @IsOptional()
  @IsInt()
  leaders: number | null;

  @IsInt()
  activities: number;

  @IsInt()
  reached: number;

  /** The last day whose records count. */
  @IsString()
  through: string;
}

export const meetingsOf = ({ meetings }: Pick<MenGroupCard, 'meetings'>): readonly MeetingView[] =>
  Object.entries(meetings)
    .map(([day, came]) => ({ day, present: came.length }))
    .sort((a, b) => (a.day > b.day ? -1 : 1));

export function groupView(card: MenGroupCard): GroupView {
  const { id, name, institution, district, formedAt, closed, activities } = card;
  return {
    ...{ id, name, institution, district, formedAt, closed },
    participants: present(card).map(({ id: participant, code, leads, measures }) => ({
      ...{ id: participant, code, leads, measures },
    })),
    meetings: meetingsOf(card),
    activities: [...activities].reverse(),
  };
}
