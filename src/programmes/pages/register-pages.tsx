import type { ComponentChildren, VNode } from 'preact';
import type { Option } from '../../pages/labels.js';
import { Back, Button, type Errors, ErrorSummary, Facts, type Filled, Select, Send, Tag } from '../../pages/parts.js';
import { dayName, onDay } from '../../pages/time.js';
import { correctionReasons, type RegisterSpec, type StepSpec, withdrawalReasons } from '../domain/register.js';
import type { Fields } from '../domain/register-fields.js';
import type { RegisterCard, StepTaken } from '../views/register-entries.js';
import type { RegisterBoard } from '../views/register-boards.js';
import { keptRegisters } from '../views/register-views.js';
import { FormFields, type Offers, shown, shownFields } from './register-fields.js';
import { formOf } from './register-form.js';
import { registerNames, say, stepNames, wordOf } from './register-words.js';

/** What every page of the registers shows. */
export interface RegisterAround {
  readonly board: RegisterBoard;
  readonly offers: Offers;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
}

/** A form that was sent and has to be corrected: which one, what was filled in, what is wrong. */
export interface Returned {
  readonly form: string;
  readonly filled: Filled;
  readonly errors: Errors;
}

const blank: Errors = new Map();

/** A page of the registers of a board, and the way to the others. */
export function RegisterFrame({
  board,
  here,
  children,
}: {
  readonly board: RegisterBoard;
  readonly here: string;
  readonly children: ComponentChildren;
}): VNode {
  const at = `/mesa/${board.id}`;
  const links = [
    ...keptRegisters.map(
      ({ spec: { path } }) => [path, `${at}/registro/${path}`, registerNames[path] ?? path] as const,
    ),
    ['vigilancia', `${at}/vigilancia`, say('around.oversight')] as const,
    ['evidencia', `${at}/evidencia`, say('around.evidence')] as const,
    ['sesion', `${at}/sesion`, say('around.session')] as const,
  ];
  return (
    <article class="board register">
      <nav class="around" aria-label={say('around.label')}>
        <p>
          {links.map(([path, href, word], index) => (
            <>
              {index > 0 && ' · '}
              <a href={href} aria-current={path === here ? 'page' : undefined}>
                {word}
              </a>
            </>
          ))}
        </p>
      </nav>
      <p class="step">{board.name}</p>
      {children}
    </article>
  );
}

/** What an entry is, in one line: what its codes, its text and its money say. */
export function headline({ fields }: RegisterSpec, { values }: RegisterCard, offers: Offers): string {
  const telling = Object.entries(fields).filter(
    ([name, { kind }]) => ['one', 'line', 'code', 'cents'].includes(kind) && values[name] !== undefined,
  );
  return telling.map(([name, field]) => shown(field, values[name], offers)).join(' · ');
}

/** A register: a form for the next entry, and those that are there, the newest first. */
export function RegisterPage(
  props: RegisterAround & {
    readonly spec: RegisterSpec;
    readonly cards: readonly RegisterCard[];
    readonly writes: boolean;
    readonly returned?: Returned;
  },
): VNode {
  const { board, spec, cards, writes, offers, name, newKey, returned } = props;
  const at = `/mesa/${board.id}/registro/${spec.path}`;
  return (
    <RegisterFrame board={board} here={spec.path}>
      <h1>{registerNames[spec.path]}</h1>
      {writes && (
        <Drop title={say('list.new')} open={returned !== undefined}>
          <EntryForm action={at} {...{ fields: spec.fields, offers, newKey, form: 'record' }} returned={returned} />
        </Drop>
      )}
      {cards.length === 0 && <p class="empty">{say('list.none')}</p>}
      <ul class="rows">
        {cards.map((card) => (
          <li key={card.id}>
            <p>
              <a href={`${at}/${card.id}`}>
                <b>{headline(spec, card, offers)}</b>
              </a>
            </p>
            <p class="line">
              {dayName(String(card.values[spec.by]))} · {say('list.by', { institution: name(card.institution) })}
            </p>
          </li>
        ))}
      </ul>
    </RegisterFrame>
  );
}

const Drop = ({ title, open, children }: { title: string; open: boolean; children: ComponentChildren }): VNode => (
  <details class="drop" open={open}>
    <summary class="button quiet">{title}</summary>
    {children}
  </details>
);

function EntryForm(props: {
  readonly action: string;
  readonly form: string;
  readonly fields: Fields;
  readonly offers: Offers;
  readonly newKey: () => string;
  readonly filled?: Filled;
  readonly returned?: Returned | undefined;
  /** Why an entry is said anew, where it is. */
  readonly reasons?: readonly Option[];
}): VNode {
  const { action, form, fields, offers, newKey, reasons } = props;
  const returned = props.returned?.form === form ? props.returned : undefined;
  const { filled, errors } = returned ?? { filled: props.filled ?? {}, errors: blank };
  return (
    <Send action={action} commandKey={newKey()}>
      <ErrorSummary errors={errors} within={form} />
      {reasons && (
        <Select name="reason" within={form} label={say('entry.reason')} options={reasons} {...{ filled, errors }} />
      )}
      <FormFields {...{ fields, offers, filled, errors, within: form }} />
      <Button>{say('entry.save')}</Button>
    </Send>
  );
}

const options = (codes: readonly string[]): readonly Option[] =>
  codes.map((value) => ({ value, label: wordOf(value) }));

/** One entry: what it says, what came after it, how it was changed, and what can be done with it. */
export function EntryPage(
  props: RegisterAround & {
    readonly spec: RegisterSpec;
    readonly card: RegisterCard;
    /** Whether the reader may correct it or take it out. */
    readonly changes: boolean;
    /** The steps that are the reader's to take. */
    readonly takes: readonly (readonly [type: string, step: StepSpec])[];
    /** Whether a step is the reader's to take back. */
    readonly takesBack: (step: StepTaken) => boolean;
    readonly returned?: Returned;
  },
): VNode {
  const { board, spec, card, changes, takes, offers, newKey, returned } = props;
  const list = `/mesa/${board.id}/registro/${spec.path}`;
  const at = `${list}/${card.id}`;
  const isHeld = card.status === 'held';
  return (
    <RegisterFrame board={board} here={spec.path}>
      <Back href={list} />
      <h1>{headline(spec, card, offers)}</h1>
      {!isHeld && (
        <p>
          <Tag tone="late">{say('entry.withdrawn')}</Tag>
        </p>
      )}
      <Facts rows={shownFields(spec.fields, card.values, offers)} />
      {card.steps.length > 0 && <Steps {...props} at={at} />}
      {isHeld &&
        takes.map(([type, { path, fields }]) => (
          <Drop key={type} title={say('entry.take', { step: stepNames[type] ?? type })} open={returned?.form === path}>
            <EntryForm
              action={`${at}/pasos/${path}`}
              form={path}
              {...{ fields: fields as Fields, offers, newKey, returned }}
            />
          </Drop>
        ))}
      {isHeld && changes && (
        <>
          <Drop title={say('entry.correct')} open={returned?.form === 'correct'}>
            <EntryForm
              action={`${at}/correccion`}
              form="correct"
              reasons={options(correctionReasons)}
              filled={formOf(spec.fields, card.values)}
              {...{ fields: spec.fields, offers, newKey, returned }}
            />
          </Drop>
          <Drop title={say('entry.withdraw')} open={false}>
            <Reasoned action={`${at}/baja`} within="withdraw" word={say('entry.withdraw')} newKey={newKey} />
          </Drop>
        </>
      )}
      {card.changes.length > 0 && (
        <section>
          <h2>{say('entry.changes')}</h2>
          <ul class="rows">
            {card.changes.map(({ type, at: when, reason }) => (
              <li key={`${type}-${when}`}>
                {onDay(when)}: {wordOf(reason)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </RegisterFrame>
  );
}

const Reasoned = (props: { action: string; within: string; word: string; newKey: () => string }): VNode => (
  <Send action={props.action} commandKey={props.newKey()}>
    <Select name="reason" within={props.within} label={say('entry.reason')} options={options(withdrawalReasons)} />
    <Button kind="quiet">{props.word}</Button>
  </Send>
);

function Steps({
  spec,
  card,
  offers,
  newKey,
  takesBack,
  at,
}: Parameters<typeof EntryPage>[0] & { readonly at: string }): VNode {
  return (
    <section>
      <h2>{say('entry.steps')}</h2>
      <ul class="rows">
        {card.steps.map((step) => (
          <li key={step.id}>
            <p>
              <b>{stepNames[step.type] ?? step.type}</b>
            </p>
            <p class="line">
              {shownFields((spec.steps[step.type]?.fields ?? {}) as Fields, step.values, offers)
                .map(([label, value]) => `${label}: ${value}`)
                .join(' · ')}
            </p>
            {card.status === 'held' && takesBack(step) && (
              <Drop title={say('entry.takeBack')} open={false}>
                <Reasoned
                  action={`${at}/anulaciones/${step.id}`}
                  {...{ within: step.id, word: say('entry.takeBack'), newKey }}
                />
              </Drop>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
