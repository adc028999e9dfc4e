import type { VNode } from 'preact';
import type { Option } from '../../pages/labels.js';
import { Button, ErrorSummary, type Errors, type Filled, Select, Send, Text } from '../../pages/parts.js';
import { type Around, BoardPage } from './around.js';
import { nameIn, type Part, under } from './plan-form.js';
import { say } from './words.js';

export interface EditProps extends Around {
  /** Where the form is sent to. */
  readonly action: string;
  /** Which version it will be the draft of. */
  readonly version: number;
  readonly plan: Part;
  readonly errors: Errors;
  /** Who may answer for an action. */
  readonly responsible: readonly Option[];
  /** Of budgets of new actions. */
  readonly currency: string;
}

/** The text of a plan: objectives, their goals, their actions; another of each with a button, and no script. */
export function PlanEdit(props: EditProps): VNode {
  const { action, version, plan, errors, newKey } = props;
  const { said, parts } = plan;
  return (
    <BoardPage {...props} here="plan">
      <h1>{say('edit.title', { version })}</h1>
      <ErrorSummary errors={errors} />
      <p class="hint">{say('edit.lead')}</p>
      <Send action={action} commandKey={newKey()}>
        <Text name="title" label={say('edit.name')} max={160} filled={said} errors={errors} />
        <div class="two">
          <Text name="from" type="date" label={say('edit.from')} filled={said} errors={errors} />
          <Text name="until" type="date" label={say('edit.until')} filled={said} errors={errors} />
        </div>
        {parts.map((part, index) => (
          <ObjectiveFields key={index} {...props} part={part} path={under('', 0, index)} />
        ))}
        <More under="" label={say('edit.more.objective')} />
        <Button>{say('edit.send')}</Button>
      </Send>
    </BoardPage>
  );
}

type Of = EditProps & { readonly part: Part; readonly path: string };

/** What is written in a part, by the names its fields have in the form. */
const filledAt = ({ part, path }: Of): Filled =>
  Object.fromEntries(Object.entries(part.said).map(([name, value]) => [nameIn(path, name), value]));

/** Kept as it is: what nobody writes by hand. */
const Kept = ({ part, path, field }: Of & { readonly field: string }): VNode | null =>
  part.said[field] === undefined ? null : <input type="hidden" name={nameIn(path, field)} value={part.said[field]} />;

/** A button that shows the form again with one more empty part; nothing is recorded. */
const More = (props: { readonly under: string; readonly label: string }): VNode => (
  <p>
    <Button kind="quiet" name="add" value={props.under}>
      {props.label}
    </Button>
  </p>
);

/** How a part is called in the form: by its code, or as a new one. */
const called = (word: 'objective' | 'goal' | 'action', { part }: Of): string =>
  say(`edit.${word}`, { code: part.said['id'] || say('edit.new') });

function ObjectiveFields(props: Of): VNode {
  const { part, path, errors } = props;
  return (
    <fieldset class="part">
      <legend>{called('objective', props)}</legend>
      <Kept {...props} field="id" />
      <Kept {...props} field="supports" />
      <Text name={`${path}-title`} label={say('edit.part')} max={160} filled={filledAt(props)} errors={errors} />
      {part.parts.map((each, index) => (
        <GoalFields key={index} {...props} part={each} path={under(path, 1, index)} />
      ))}
      <More under={path} label={say('edit.more.goal')} />
    </fieldset>
  );
}

function GoalFields(props: Of): VNode {
  const { part, path, errors } = props;
  const shared = { filled: filledAt(props), errors };
  return (
    <fieldset class="part">
      <legend>{called('goal', props)}</legend>
      <Kept {...props} field="id" />
      <Text name={`${path}-title`} label={say('edit.part')} max={160} {...shared} />
      <div class="two">
        <Text name={`${path}-indicator`} label={say('edit.indicator')} max={80} {...shared} />
        <Text name={`${path}-unit`} label={say('edit.unit')} max={80} {...shared} />
      </div>
      <div class="two">
        <Text name={`${path}-baseline`} label={say('edit.baseline')} inputMode="numeric" {...shared} />
        <Text name={`${path}-target`} label={say('edit.target')} inputMode="numeric" {...shared} />
      </div>
      <Text name={`${path}-by`} type="date" label={say('edit.by')} {...shared} />
      {part.parts.map((each, index) => (
        <ActionFields key={index} {...props} part={each} path={under(path, 2, index)} />
      ))}
      <More under={path} label={say('edit.more.action')} />
    </fieldset>
  );
}

function ActionFields(props: Of): VNode {
  const { part, path, errors, responsible, currency } = props;
  const shared = { filled: filledAt(props), errors };
  const budgeted = part.said['currency'] ?? currency;
  return (
    <fieldset class="part">
      <legend>{called('action', props)}</legend>
      <Kept {...props} field="id" />
      <input type="hidden" name={`${path}-currency`} value={budgeted} />
      <Text name={`${path}-title`} label={say('edit.part')} max={160} {...shared} />
      <Select name={`${path}-responsible`} label={say('edit.responsible')} options={responsible} {...shared} />
      <div class="two">
        <Text name={`${path}-start`} type="date" label={say('edit.start')} {...shared} />
        <Text name={`${path}-due`} type="date" label={say('edit.due')} {...shared} />
      </div>
      <Text
        name={`${path}-budget`}
        label={say('edit.budget', { currency: budgeted })}
        inputMode="numeric"
        {...shared}
      />
    </fieldset>
  );
}
