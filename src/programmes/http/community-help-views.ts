import { IsArray, IsOptional, IsString, IsUUID } from 'class-validator';
import type { HelpCard } from '../views/community-helps.js';

export class HelpView {
  @IsString()
  id: string;

  /** Random id of who was helped: what they ask about their data is asked under it. */
  @IsUUID()
  person: string;

  /** When it happened. */
  @IsString()
  at: string;

  @IsString()
  community: string;

  @IsString()
  matter: string;

  @IsString()
  sex: string;

  @IsString()
  ageBand: string;

  @IsString()
  language: string;

  @IsArray()
  @IsString({ each: true })
  acts: readonly string[];

  /** The case that was opened, and who it was handed to. */
  @IsOptional()
  @IsString()
  case?: string;

  @IsOptional()
  @IsString()
  to?: string;
}

export const helpView = ({ council: _, month: __, country: ___, ...card }: HelpCard): HelpView => card;
