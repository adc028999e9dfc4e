import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { referralFacts } from '../../referrals/published/facts.js';
import { pauseReasons } from '../domain/webhook-events.js';

export class SubscribeDto {
  /** Where facts are sent: https, without user, query or fragment. */
  @IsString()
  @MaxLength(300)
  url: string;

  /** Which facts; left out: all there are of referrals. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(referralFacts.types.length)
  @ArrayUnique()
  @IsIn([...referralFacts.types], { each: true })
  types?: string[];
}

export class ReplayDto {
  /** What was sent is sent again from behind this position: the `position` of a fact. */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/u)
  after: string;
}

/** What a new secret is shown with, this once. */
export class SecretView {
  @IsString()
  id: string;

  @IsInt()
  revision: number;

  @IsString()
  position: string;

  /** `whsec_` and base64. Absent when the command was sent before: ask for another. */
  @IsOptional()
  @IsString()
  secret?: string;
}

export class WebhookView {
  @IsString()
  id: string;

  @IsString()
  institution: string;

  @IsString()
  url: string;

  @IsOptional()
  @IsArray()
  @IsString({ each: true })
  types?: readonly string[];

  @IsIn(['active', 'paused', 'ended'])
  status: string;

  @IsOptional()
  @IsIn(pauseReasons)
  pausedFor?: string;

  @IsString()
  subscribedAt: string;

  /** Facts that were taken. */
  @IsInt()
  taken: number;

  @IsOptional()
  @IsString()
  lastTaken?: string;

  @IsOptional()
  @IsString()
  lastTry?: string;

  /** Why the last try was in vain; absent when it was not. */
  @IsOptional()
  @IsString()
  lastWhy?: string;

  /** How many facts wait, of those that were taken in, and how many were given up. */
  @IsInt()
  waiting: number;

  @IsInt()
  dead: number;
}

export class DeadLetterView {
  /** The id of the fact, and of its delivery. */
  @IsString()
  fact: string;

  @IsString()
  type: string;

  @IsString()
  subject: string;

  @IsString()
  position: string;

  @IsInt()
  tried: number;

  @IsOptional()
  @IsString()
  why?: string;
}

export class PingView {
  @IsBoolean()
  taken: boolean;

  @IsOptional()
  @IsString()
  why?: string;
}
