import { IsArray, ArrayMaxSize, ArrayUnique, IsIn, IsOptional, IsUUID } from 'class-validator';
import { IsInstant, PageQuery } from '#service';
import {
  type CodeList,
  dataCategories,
  dataRights,
  erasureGrounds,
  holdLiftReasons,
  holdNorms,
  rightsOutcomes,
  rightsReasons,
} from '../../protocol/index.js';

/** A field that holds a code of this list. */
const IsOf = ({ entries }: CodeList): PropertyDecorator => IsIn(entries.map(({ code }) => code));

export class ReceiveRequestDto {
  /** Random id of the person, as their cases have it, or the file of who is in no case. */
  @IsUUID()
  person: string;

  @IsOf(dataRights)
  right: string;

  /** When it came, if not now. */
  @IsOptional()
  @IsInstant()
  at?: string;
}

export class AnswerRequestDto {
  @IsOf(rightsOutcomes)
  outcome: string;

  /** Needed where what was asked is not granted whole. */
  @IsOptional()
  @IsOf(rightsReasons)
  reason?: string;
}

export class PlaceHoldDto {
  @IsOf(holdNorms)
  norm: string;
}

export class LiftHoldDto {
  @IsOf(holdLiftReasons)
  reason: string;
}

export class AskErasureDto {
  @IsOf(erasureGrounds)
  ground: string;

  /** Kinds of data; left out: all. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(dataCategories.entries.length)
  @ArrayUnique()
  @IsIn(dataCategories.entries.map(({ code }) => code), { each: true })
  categories?: string[];

  /** The person's own request, if it came from one. */
  @IsOptional()
  @IsUUID()
  request?: string;
}

export class RefuseErasureDto {
  @IsOf(rightsReasons)
  reason: string;
}

export class ErasuresQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'over'])
  state?: 'open' | 'over';
}

export class RequestsQuery extends PageQuery {
  @IsOptional()
  @IsIn(['open', 'answered'])
  state?: 'open' | 'answered';
}
