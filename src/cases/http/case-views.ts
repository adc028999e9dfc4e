import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString } from 'class-validator';
import { Nested, NestedList } from '#service';
import type { CaseCard } from '../views/case-card.js';
import { IdentityDto } from './case.dto.js';

export class ClockView {
  @IsString()
  id: string;

  /** The rule it runs by. */
  @IsString()
  rule: string;

  /** The step it waits for. */
  @IsString()
  stop: string;

  @IsString()
  institution: string;

  @IsString()
  trigger: string;

  @IsString()
  due: string;

  @IsIn(['running', 'met', 'missed'])
  status: string;

  @IsOptional()
  @IsString()
  metAt?: string;
}

export class CaseView {
  @IsString()
  id: string;

  /** Short code people read to each other. */
  @IsString()
  code: string;

  @IsString()
  country: string;

  @IsString()
  district: string;

  @IsString()
  institution: string;

  @IsIn(['open', 'closed'])
  status: string;

  @IsString()
  entry: string;

  @IsString()
  condition: string;

  @IsString()
  person: string;

  @IsString()
  sex: string;

  @IsString()
  ageBand: string;

  @IsOptional()
  @IsString()
  language?: string;

  @IsArray()
  @IsString({ each: true })
  types: readonly string[];

  @IsString()
  risk: string;

  @IsString()
  openedAt: string;

  @IsString()
  lastAt: string;

  @IsInt()
  revision: number;

  @IsOptional()
  @IsString()
  reportTo?: string;

  @IsBoolean()
  reportReceived: boolean;

  @IsBoolean()
  decided: boolean;

  @NestedList(() => ClockView, 50)
  clocks: readonly ClockView[];
}

export class CaseWithIdentityView extends CaseView {
  /** `sealed`: there, and not asked for or not yours to see; `erased`: gone for ever; `none`: never given. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  identityState: 'none' | 'sealed' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => IdentityDto)
  identity?: IdentityDto;
}

/** A case as the API tells it: everything of the card but its sealed sections. */
export function caseView({ identity: _, clocks, ...card }: CaseCard): CaseView {
  return {
    ...card,
    clocks: Object.entries(clocks).map(([id, { imported: __, ...clock }]) => ({ id, ...clock })),
  };
}
