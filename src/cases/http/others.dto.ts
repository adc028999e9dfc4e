import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import { Nested, NestedList } from '#service';
import { IsCode } from '../../requests.js';
import { Happened } from './case.dto.js';

/** What is known of somebody else, in words. Stored sealed under the key of their kind, and erasable by itself. */
class DescribedDto extends Happened {
  /** Of children: their names. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(240)
  name?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  documentId?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(30)
  phone?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(240)
  address?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(2_000)
  notes?: string;
}

export class AggressorDto extends DescribedDto {
  /** What they are to the person. */
  @IsOptional()
  @IsCode('relations')
  relation?: string;

  @IsOptional()
  @IsCode('sexes')
  sex?: string;

  /** Completed years, as far as known. Only the band it falls in is kept. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;
}

export class ChildrenDto extends DescribedDto {
  /** The completed years of each. Only how many fall in each band is kept. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(30)
  @IsInt({ each: true })
  @Min(0, { each: true })
  @Max(120, { each: true })
  ages?: number[];
}

/** Nothing of whoever reported is in the clear. */
export class ReporterDto extends DescribedDto {}

/** How many children are of an age. */
export class ChildrenOfAgeView {
  @IsString()
  ageBand: string;

  @IsInt()
  count: number;
}

export class DetailsView {
  @IsOptional()
  @IsString()
  name?: string;

  @IsOptional()
  @IsString()
  documentId?: string;

  @IsOptional()
  @IsString()
  phone?: string;

  @IsOptional()
  @IsString()
  address?: string;

  @IsOptional()
  @IsString()
  notes?: string;
}

/** The aggressor, the children, or whoever reported, as far as whoever asks may see. */
export class OtherView {
  @IsOptional()
  @IsString()
  relation?: string;

  @IsOptional()
  @IsString()
  sex?: string;

  @IsOptional()
  @IsString()
  ageBand?: string;

  @NestedList(() => ChildrenOfAgeView, 20)
  byAge: readonly ChildrenOfAgeView[];

  /** `sealed`: there, and not yours to see; `erased`: gone for ever; `none`: never given. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  state: 'none' | 'sealed' | 'shown' | 'erased';

  @IsOptional()
  @Nested(() => DetailsView)
  details?: DetailsView;
}
