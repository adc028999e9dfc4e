import { IsArray, IsOptional, IsString } from 'class-validator';
import type { HelpCard } from '../views/community-helps.js';

export class HelpView {
  @IsString()
  id: string;

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

export const helpView = ({ council: _, month: __, ...card }: HelpCard): HelpView => card;
