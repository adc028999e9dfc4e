import { IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import type { AlertCard } from '../views/alerts.js';

export class AlertView {
  @IsString()
  id: string;

  @IsString()
  district: string;

  @IsString()
  place: string;

  @IsString()
  topic: string;

  @IsString()
  source: string;

  @IsString()
  institution: string;

  @IsString()
  to: string;

  @IsIn(['open', 'looked-at', 'referred', 'answered', 'closed'])
  status: AlertCard['status'];

  /** By when it is to be answered. */
  @IsOptional()
  @IsString()
  due?: string;

  /** How often it came back unanswered. */
  @IsInt()
  times: number;

  @IsString()
  raisedAt: string;

  @IsOptional()
  @IsString()
  endedAt?: string;

  /** The answer, or the reason. */
  @IsOptional()
  @IsString()
  code?: string;

  /** Who somebody was handed on to. */
  @IsOptional()
  @IsString()
  referredTo?: string;
}

/** Of a case only that there is one: whoever gave the alert is none of its ends. */
export const alertView = ({ revision: _, case: __, country: ___, ...card }: AlertCard): AlertView => card;
