import type { VNode } from 'preact';
import { optionsOf } from '../../pages/labels.js';
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
import type { Similar } from '../http/persons-desk.js';
import { SimilarPersons } from './person.js';
import { WhereaboutsFields, whereaboutsFields } from './whereabouts-form.js';
import { say } from './words.js';

/** The door of a complaint to the police. The report counts complaints by it. */
export const policeDoor = 'POLICE';

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
