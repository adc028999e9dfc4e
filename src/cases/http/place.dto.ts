import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { IsInstant, Nested } from '#service';
import { type AggressorKnows, aggressorKnows } from '../domain/place-events.js';

/** Where she lives or can be found. Stored sealed, and erasable by itself. Something of the place is said. */
export class WhereaboutsDto {
  /** District (ubigeo). */
  @IsOptional()
  @IsString()
  @Matches(/^\d{6}$/u)
  district?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(240)
  address?: string;

  /** How to find it: in front of what. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(240)
  reference?: string;

  /** Whether the aggressor lives there, or knows it. */
  @IsOptional()
  @IsIn(aggressorKnows)
  aggressor?: AggressorKnows;
}

export class RecordWhereaboutsDto extends WhereaboutsDto {
  /** Since when she is there, if not now: ISO 8601 with an offset. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

/** In which shelter she is: its code in the directory, or what it is called. Stored sealed, and erasable by itself. */
export class ShelterPlaceDto {
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  organization?: string;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(160)
  name?: string;

  /** How she is reached there without giving it away. Not its address. */
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reach?: string;
}

export class RecordShelterPlaceDto extends ShelterPlaceDto {
  /** Since when she is there, if not now: ISO 8601 with an offset. */
  @IsOptional()
  @IsInstant()
  effectiveAt?: string;
}

/** As far as whoever asks may see. */
class PlaceView {
  /** `sealed`: there, and not yours to see; `erased`: gone for ever; `none`: never told. */
  @IsIn(['none', 'sealed', 'shown', 'erased'])
  state: 'none' | 'sealed' | 'shown' | 'erased';

  /** Since when, as told last. */
  @IsOptional()
  @IsString()
  at?: string;
}

export class WhereaboutsView extends PlaceView {
  @IsOptional()
  @Nested(() => WhereaboutsDto)
  place?: WhereaboutsDto;
}

export class ShelterPlaceView extends PlaceView {
  @IsOptional()
  @Nested(() => ShelterPlaceDto)
  place?: ShelterPlaceDto;
}
