import { ArrayNotEmpty, ArrayUnique, IsArray, IsInt, IsString, IsUUID, Matches, Max, Min } from 'class-validator';
import { IsDay } from '#service';
import { AreCodes } from '../../requests.js';
import { codePattern } from './community.dto.js';

const most = 100_000;

export class AssemblyDto {
  /** One of the communities of the council. */
  @IsString()
  @Matches(codePattern)
  community: string;

  @IsDay()
  on: string;

  /** The languages it was held in. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @AreCodes('motherTongues')
  languages: string[];

  @IsInt()
  @Min(0)
  @Max(most)
  women: number;

  @IsInt()
  @Min(0)
  @Max(most)
  men: number;
}

export class HeardAgreementDto {
  /** An agreement of a board. */
  @IsUUID()
  agreement: string;
}
