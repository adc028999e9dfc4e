import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import type { FieldError } from '#service';
import { inWords } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import { AreCodes, IsCode } from '../../requests.js';
import type { OpenCaseDto } from '../http/case.dto.js';
import type { Sought } from '../http/persons-desk.js';
import { WhereaboutsForm, whereaboutsOf } from './whereabouts-form.js';
import { type CaseWord, say } from './words.js';

/** A new case as the page sends it: flat, and its numbers are text. */
export class NewCaseForm extends WhereaboutsForm {
  @IsString()
  @Matches(/^\d{6}$/u)
  district: string;

  @IsCode('entryDoors', 'networkDoors')
  entry: string;

  @IsCode('conditions')
  condition: string;

  @IsCode('sexes')
  sex: string;

  /** What was done long ago, or to many: it takes the place of the condition. */
  @IsOptional()
  @IsCode('trackConditions')
  track?: string;

  @IsOptional()
  @IsCode('settings')
  setting?: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;

  @IsOptional()
  @IsCode('motherTongues')
  language?: string;

  @IsOptional()
  @IsCode('disabilities')
  disability?: string;

  @IsOptional()
  @IsCode('ethnicities')
  ethnicity?: string;

  @IsOptional()
  @IsCode('relations')
  relation?: string;

  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(4)
  @ArrayUnique()
  @AreCodes('violenceTypes')
  types: string[];

  @IsCode('violenceTypes')
  principal: string;

  @IsBoolean()
  complaint: boolean;

  /** What the report of the complaint has already. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @AreCodes('reportItems')
  reportItems?: string[];

  /** Who she is, of those that were shown; `NEW`: none of them. */
  @IsOptional()
  @IsString()
  @Matches(/^(NEW|[0-9a-f-]{36})$/u)
  person?: string;

  @IsOptional()
  @IsString()
  @MaxLength(120)
  name?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  documentId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(30)
  phone?: string;

  @IsOptional()
  @IsInt()
  @Min(1900)
  @Max(2100)
  birthYear?: number;

  @IsOptional()
  @IsString()
  @MaxLength(4_000)
  narrative?: string;
}

/** The same as the API takes it. */
export function asCase(filled: NewCaseForm): OpenCaseDto {
  const { name, documentId, phone, birthYear, person, reportItems, disability, ethnicity, track, ...rest } = filled;
  const { address, reference, homeDistrict, aggressor, ...form } = rest;
  const whereabouts = whereaboutsOf({ address, reference, homeDistrict, aggressor });
  const declared = {
    ...(disability === undefined ? {} : { disability }),
    ...(ethnicity === undefined ? {} : { ethnicity }),
  };
  const identity = {
    ...(name === undefined ? {} : { name }),
    ...(documentId === undefined ? {} : { documentId }),
    ...(phone === undefined ? {} : { phone }),
    ...(birthYear === undefined ? {} : { birthYear }),
  };
  return {
    ...form,
    ...(track === undefined ? {} : { condition: track }),
    ...(person === undefined || person === 'NEW' ? {} : { person }),
    ...(reportItems === undefined ? {} : { reportItems: reportItems.map((item) => ({ item, state: 'PRESENT' })) }),
    ...(Object.keys(declared).length === 0 ? {} : { declared }),
    ...(Object.keys(identity).length === 0 ? {} : { identity }),
    ...(Object.keys(whereabouts).length === 0 ? {} : { whereabouts }),
  };
}

/** What is known of who she is. */
export const soughtOf = ({ name, documentId, phone, birthYear, age }: NewCaseForm): Sought => ({
  ...(name === undefined ? {} : { name }),
  ...(documentId === undefined ? {} : { documentId }),
  ...(phone === undefined ? {} : { phone }),
  ...(birthYear === undefined ? {} : { birthYear }),
  ...(age === undefined ? {} : { age }),
});

const labels: Readonly<Record<string, CaseWord>> = {
  district: 'new.district',
  entry: 'new.entry',
  condition: 'new.condition',
  sex: 'new.sex',
  types: 'new.types',
  principal: 'new.principal',
  complaint: 'new.complaint',
};

/** What is wrong, in words; of what is missing, which question it is. */
export function newCaseErrors(errors: readonly FieldError[]): Errors {
  const required = new Set(errors.filter(({ code }) => code === 'required').map(({ pointer }) => pointer.slice(1)));
  return new Map(
    [...inWords(errors)].map(([field, words]) => {
      const label = labels[field];
      if (required.has(field) && label !== undefined) return [field, say('missing', { label: say(label) })];
      return [field, field === 'district' || field === 'homeDistrict' ? say('new.district.unknown') : words];
    }),
  );
}

/** The principal type is one of those ticked. */
export const principalError = ({ types, principal }: NewCaseForm): Errors =>
  new Map(types.includes(principal) ? [] : [['principal', say('new.principal.other')]]);
