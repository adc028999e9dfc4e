import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
} from 'class-validator';
import { IsDay } from '#service';
import { type CommunityKind, communityKinds } from '../../protocol/index.js';
import { IsCode } from '../../requests.js';

export const codePattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u;

export class CouncilRecognitionDto {
  /** Who recognised it: a code. */
  @IsString()
  @Matches(codePattern)
  by: string;

  @IsDay()
  on: string;

  /** The act by which it did. */
  @IsOptional()
  @IsString()
  @Matches(codePattern)
  norm?: string;
}

export class FoundCouncilDto {
  /** The code its organization has in the directory. */
  @IsString()
  @Matches(codePattern)
  id: string;

  @IsIn([...communityKinds])
  kind: CommunityKind;

  /** Codes of the communities it answers for. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsString({ each: true })
  @Matches(codePattern, { each: true })
  communities: string[];

  /** The day it was founded. */
  @IsDay()
  on: string;
}

export class CouncilJoinDto {
  @IsString()
  @Matches(codePattern)
  network: string;

  @IsDay()
  from: string;
}

export class CouncilLeaveDto {
  @IsDay()
  until: string;
}

export class DefenderDto {
  /** Of the volunteer: never a name. */
  @IsString()
  @Matches(codePattern)
  defender: string;

  @IsDay()
  from: string;

  @IsOptional()
  @IsDay()
  until?: string;

  @IsCode('trainingStates')
  training: string;
}

export class DefenderTrainingDto {
  @IsCode('trainingStates')
  training: string;

  @IsDay()
  on: string;
}

export class CouncilEndDto {
  @IsDay()
  on: string;

  @IsCode('councilEndings')
  reason: string;
}

export class FoundNetworkDto {
  /** The code its organization has in the directory. */
  @IsString()
  @Matches(codePattern)
  id: string;

  /** Districts it answers for. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(2000)
  @ArrayUnique()
  @IsString({ each: true })
  territory: string[];

  @IsDay()
  on: string;
}
