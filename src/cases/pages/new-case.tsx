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
import type { VNode } from 'preact';
import type { FieldError } from '#service';
import { optionsOf } from '../../pages/labels.js';
import { inWords } from '../../pages/pages.js';
import {
  Back,
  Button,
  Choices,
  ErrorSummary,
  type Errors,
  type Filled,
  Select,
  Send,
  Text,
} from '../../pages/parts.js';
import { AreCodes, IsCode } from '../../requests.js';
import type { OpenCaseDto } from '../http/case.dto.js';
import { type CaseWord, say } from './words.js';

/** A new case as the page sends it: flat, and its numbers are text. */
export class NewCaseForm {
  @IsString()
  @Matches(/^\d{6}$/u)
  district: string;

  @IsCode('entryDoors', 'networkDoors')
  entry: string;

  @IsCode('conditions')
  condition: string;

  @IsCode('sexes')
  sex: string;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;

  @IsOptional()
  @IsCode('motherTongues')
  language?: string;

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
  @IsString()
  @MaxLength(4_000)
  narrative?: string;
}

/** The same as the API takes it. */
export function asCase({ name, documentId, phone, ...form }: NewCaseForm): OpenCaseDto {
  const identity = {
    ...(name === undefined ? {} : { name }),
    ...(documentId === undefined ? {} : { documentId }),
    ...(phone === undefined ? {} : { phone }),
  };
  return Object.keys(identity).length === 0 ? form : { ...form, identity };
}

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
      return [field, required.has(field) && label !== undefined ? say('missing', { label: say(label) }) : words];
    }),
  );
}

/** The principal type is one of those ticked. */
export const principalError = ({ types, principal }: NewCaseForm): Errors =>
  new Map(types.includes(principal) ? [] : [['principal', say('new.principal.other')]]);

export function NewCase({ commandKey, filled, errors }: { commandKey: string; filled: Filled; errors: Errors }): VNode {
  const form = { filled, errors };
  const yesNo = [
    { value: 'true', label: say('new.yes') },
    { value: 'false', label: say('new.no') },
  ];
  return (
    <>
      <Back href="/casos" />
      <ErrorSummary errors={errors} />
      <h1>{say('new.title')}</h1>
      <Send action="/casos/nuevo" commandKey={commandKey}>
        <Choices name="sex" label={say('new.sex')} options={optionsOf('sexes')} {...form} />
        <Text
          name="age"
          label={say('new.age')}
          hint={say('new.age.hint')}
          inputMode="numeric"
          width="short"
          max={3}
          {...form}
        />
        <Choices
          name="types"
          label={say('new.types')}
          hint={say('new.types.hint')}
          options={optionsOf('violenceTypes')}
          many
          {...form}
        />
        <Select name="principal" label={say('new.principal')} options={optionsOf('violenceTypes')} {...form} />
        <Choices
          name="complaint"
          label={say('new.complaint')}
          hint={say('new.complaint.hint')}
          options={yesNo}
          {...form}
        />
        <Select name="entry" label={say('new.entry')} options={optionsOf('entryDoors', 'networkDoors')} {...form} />
        <Select name="condition" label={say('new.condition')} options={optionsOf('conditions')} {...form} />
        <Text name="district" label={say('new.district')} inputMode="numeric" width="short" max={6} {...form} />
        <Select name="language" label={say('new.language')} options={optionsOf('motherTongues')} {...form} />
        <Select name="relation" label={say('new.relation')} options={optionsOf('relations')} {...form} />
        <details class="act" open={['name', 'documentId', 'phone'].some((field) => errors.has(field))}>
          <summary>{say('new.identity')}</summary>
          <p class="hint">{say('new.identity.hint')}</p>
          <Text name="name" label={say('new.name')} max={120} {...form} />
          <Text name="documentId" label={say('new.document')} max={30} {...form} />
          <Text name="phone" label={say('new.phone')} max={30} inputMode="tel" {...form} />
        </details>
        <details class="act" open={errors.has('narrative')}>
          <summary>{say('new.narrative')}</summary>
          <p class="hint">{say('new.identity.hint')}</p>
          <Text name="narrative" label={say('new.narrative')} rows={5} max={4_000} {...form} />
        </details>
        <p>
          <Button>{say('new.send')}</Button>
        </p>
      </Send>
    </>
  );
}
