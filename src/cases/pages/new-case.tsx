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
import type { Similar, Sought } from '../http/persons-desk.js';
import { SimilarPersons } from './person.js';
import { WhereaboutsFields, whereaboutsFields, WhereaboutsForm, whereaboutsOf } from './whereabouts-form.js';
import { type CaseWord, say } from './words.js';

/** The door of a complaint to the police. The report counts complaints by it. */
export const policeDoor = 'POLICE';

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

export function NewCase(props: {
  readonly commandKey: string;
  readonly filled: Filled;
  readonly errors: Errors;
  /** Those suggested. */
  readonly districts: readonly string[];
  /** Who may be the person already. */
  readonly similar?: Similar;
  /** For a worker of the police, whose own counter is one of the doors. */
  readonly police?: boolean;
}): VNode {
  const { commandKey, filled, errors, districts, similar, police = false } = props;
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
        {similar && <SimilarPersons {...similar} />}
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
        <details class="act" open={errors.has('reportItems')}>
          <summary>{say('items.title')}</summary>
          <Choices
            name="reportItems"
            label={say('items.present')}
            hint={say('items.present.hint')}
            options={optionsOf('reportItems')}
            many
            {...form}
          />
        </details>
        <Entry police={police} {...form} />
        <Select name="condition" label={say('new.condition')} options={optionsOf('conditions')} {...form} />
        <details class="act" open={['track', 'setting'].some((field) => errors.has(field) || filled[field])}>
          <summary>{say('new.track.title')}</summary>
          <Select
            name="track"
            label={say('new.track')}
            hint={say('new.track.hint')}
            options={optionsOf('trackConditions')}
            {...form}
          />
          <Select name="setting" label={say('new.setting')} options={optionsOf('settings')} {...form} />
        </details>
        <Text
          name="district"
          label={say('new.district')}
          hint={say('new.district.hint')}
          max={80}
          suggestions={districts}
          {...form}
        />
        <Select name="language" label={say('new.language')} options={optionsOf('motherTongues')} {...form} />
        <Select name="disability" label={say('new.disability')} options={optionsOf('disabilities')} {...form} />
        <Select name="ethnicity" label={say('new.ethnicity')} options={optionsOf('ethnicities')} {...form} />
        <Select name="relation" label={say('new.relation')} options={optionsOf('relations')} {...form} />
        <details class="act" open={['name', 'documentId', 'phone', 'birthYear'].some((field) => errors.has(field))}>
          <summary>{say('new.identity')}</summary>
          <p class="hint">{say('new.identity.hint')}</p>
          <Text name="name" label={say('new.name')} max={120} {...form} />
          <Text name="documentId" label={say('new.document')} max={30} {...form} />
          <Text name="birthYear" label={say('new.birthYear')} inputMode="numeric" width="short" max={4} {...form} />
          <Text name="phone" label={say('new.phone')} max={30} inputMode="tel" {...form} />
        </details>
        <details class="act" open={whereaboutsFields.some((field) => errors.has(field))}>
          <summary>{say('new.location')}</summary>
          <p class="hint">{say('new.identity.hint')}</p>
          <WhereaboutsFields {...form} />
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

/** By which door the person came; the police read of theirs that it is their own counter too. */
const Entry = ({ police, ...form }: { readonly police: boolean; readonly filled: Filled; readonly errors: Errors }) => (
  <Select
    name="entry"
    label={say('new.entry')}
    {...(police ? { hint: say('new.entry.police.hint') } : {})}
    options={optionsOf('entryDoors', 'networkDoors').map((door) =>
      police && door.value === policeDoor ? { ...door, label: say('new.entry.police') } : door,
    )}
    {...form}
  />
);
