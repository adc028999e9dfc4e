import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { type FieldError, IsDay } from '#service';
import { instantOf } from '#terms';
import { inWords } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import { AreCodes, IsCode } from '../../requests.js';
import { codePattern } from '../http/community.dto.js';
import type { HelpDto } from '../http/community-help.dto.js';
import { say } from './community-words.js';

/** The volunteers’ form as it is sent: flat. */
export class HelpForm {
  @IsCode('violenceTypes', 'communityMatters')
  matter: string;

  @IsString()
  @Matches(codePattern)
  community: string;

  @IsDay()
  day: string;

  @IsCode('sexes')
  sex: string;

  @IsString()
  @MaxLength(10)
  ageBand: string;

  @IsCode('communityLanguages')
  language: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @AreCodes('communityActs')
  acts?: string[];

  @IsOptional()
  @IsString()
  @Matches(codePattern)
  to?: string;

  @IsOptional()
  @IsBoolean()
  danger?: boolean;

  @IsOptional()
  @IsBoolean()
  agrees?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  contact?: string;
}

/**
 * What the API takes. A form tells the day and no hour: of today it is now, of another day its noon.
 * @param today the day it is where the council is, whose clocks are of `zone`
 */
export function asHelp({ day, to, acts = [], ...form }: HelpForm, today: string, zone: string): HelpDto {
  return {
    ...form,
    acts,
    ...(day === today ? {} : { effectiveAt: instantOf(`${day}T12:00`, zone) }),
    ...(to === undefined ? {} : { to: { organization: to } }),
  };
}

const labels = {
  matter: 'help.matter',
  community: 'help.community',
  day: 'help.day',
  sex: 'help.sex',
  ageBand: 'help.age',
  language: 'help.language',
} as const;

const isAsked = (field: string): field is keyof typeof labels => Object.hasOwn(labels, field);

/** What is wrong, in words; of what is missing, which question it is. */
export function helpErrors(errors: readonly FieldError[]): Errors {
  const required = new Set(errors.filter(({ code }) => code === 'required').map(({ pointer }) => pointer.slice(1)));
  return new Map(
    [...inWords(errors)].map(([field, text]) => [
      field,
      required.has(field) && isAsked(field) ? say('missing', { label: say(labels[field]) }) : text,
    ]),
  );
}

/** Refusals that are about a question of the form, by their code. */
const refused = {
  'help/nothing-done': ['acts', 'refused.nothing'],
  'help/no-violence': ['to', 'refused.noViolence'],
  'community/not-its-community': ['community', 'refused.community'],
  'effective-in-future': ['day', 'refused.future'],
  'referral/unknown-destination': ['to', 'refused.receiver'],
  'referral/destination-closed': ['to', 'refused.receiver'],
  'referral/destination-takes-none': ['to', 'refused.receiver'],
} as const;

const isAbout = (code: string): code is keyof typeof refused => Object.hasOwn(refused, code);

/** The question a refusal is about, with what to say there; undefined where it is about none. */
export function refusedQuestion(code: string): Errors | undefined {
  if (!isAbout(code)) return undefined;
  const [field, word] = refused[code];
  return new Map([[field, say(word)]]);
}
