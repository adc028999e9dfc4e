import { IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { type SealingAim, sealingAims, type SealingGround, sealingGrounds } from '../domain/sealing.js';

export class AskSealingDto {
  /** The code of the case, as people read it to each other. */
  @IsString()
  @Matches(/^\s*[A-Za-z0-9-]{4,20}\s*$/u)
  case: string;

  @IsIn(sealingAims)
  aim: SealingAim;

  @IsIn(sealingGrounds)
  ground: SealingGround;

  /** Of a court's order: the norm it names; sealed. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  norm?: string;

  /** Its number; sealed. */
  @IsOptional()
  @IsString()
  @Length(1, 80)
  number?: string;
}

/** That a case was asked to be sealed or opened again. */
export class SealingView {
  @IsString()
  id: string;

  /** The id of the case. */
  @IsString()
  case: string;

  @IsString()
  institution: string;

  @IsIn(sealingAims)
  aim: string;

  @IsIn(sealingGrounds)
  ground: string;

  @IsString()
  askedAt: string;

  @IsString()
  askedBy: string;

  @IsIn(['asked', 'refused', 'done'])
  status: string;

  @IsOptional()
  @IsString()
  decidedAt?: string;

  @IsOptional()
  @IsString()
  decidedBy?: string;
}

/** With the court's order, where there is one and the reader may see it. */
export class SealingWithOrderView extends SealingView {
  @IsOptional()
  @IsString()
  norm?: string;

  @IsOptional()
  @IsString()
  number?: string;
}
