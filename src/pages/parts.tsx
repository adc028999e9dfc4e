import type { ComponentChildren, VNode } from 'preact';
import type { Option } from './labels.js';
import { say } from './words.js';

/** What is wrong in a form, by the name of the field. */
export type Errors = ReadonlyMap<string, string>;

/** What was filled in: shown again when something has to be corrected. */
export type Filled = Readonly<Record<string, string | readonly string[] | undefined>>;

interface FieldProps {
  readonly name: string;
  /** Tells fields of the same name apart, where a page has several forms: the start of their ids. */
  readonly within?: string | undefined;
  readonly label: string;
  readonly hint?: string;
  readonly errors?: Errors;
  readonly filled?: Filled;
}

const text = (filled: Filled | undefined, name: string): string | undefined => {
  const value = filled?.[name];
  return typeof value === 'string' ? value : undefined;
};

const isChosen = (filled: Filled | undefined, name: string, value: string): boolean =>
  [filled?.[name]].flat().includes(value);

const idOf = (name: string, within: string | undefined): string => (within === undefined ? name : `${within}-${name}`);

const described = (id: string, hint: string | undefined, error: string | undefined): string | undefined =>
  [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;

function Marks({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  );
}

/** One line, or with `rows` several; a day, or an hour. */
export function Text(
  props: FieldProps & {
    readonly type?: 'text' | 'date' | 'time';
    readonly max?: number;
    readonly rows?: number;
    readonly inputMode?: 'numeric' | 'text' | 'tel';
    readonly width?: 'short';
    /** What is suggested while somebody types. */
    readonly suggestions?: readonly string[];
    /** Never kept in a draft on the device. */
    readonly secret?: boolean;
  },
): VNode {
  const {
    name,
    within,
    label,
    hint,
    errors,
    filled,
    type = 'text',
    max,
    rows,
    inputMode,
    width,
    suggestions,
    secret,
  } = props;
  const error = errors?.get(name);
  const id = idOf(name, within);
  const shared = {
    id,
    name,
    maxLength: max,
    autocomplete: 'off',
    'aria-describedby': described(id, hint, error),
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'data-secret': secret ? '' : undefined,
    list: suggestions === undefined ? undefined : `${id}-list`,
  };
  const value = text(filled, name);
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{label}</label>
      <Marks id={id} hint={hint} error={error} />
      {rows !== undefined && (
        <textarea rows={rows} {...shared}>
          {value}
        </textarea>
      )}
      {rows === undefined && type === 'text' && (
        <input type="text" class={width} inputMode={inputMode} value={value} {...shared} />
      )}
      {rows === undefined && type !== 'text' && <input type={type} class={width} value={value} {...shared} />}
      {suggestions !== undefined && (
        <datalist id={`${id}-list`}>
          {suggestions.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
      )}
    </div>
  );
}

export function Select(props: FieldProps & { readonly options: readonly Option[]; readonly blank?: boolean }): VNode {
  const { name, within, label, hint, errors, filled, options, blank = true } = props;
  const error = errors?.get(name);
  const id = idOf(name, within);
  return (
    <div class={error ? 'field bad' : 'field'}>
      <label for={id}>{label}</label>
      <Marks id={id} hint={hint} error={error} />
      <select id={id} name={name} aria-describedby={described(id, hint, error)}>
        {blank && <option value="">{say('form.choose')}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={text(filled, name) === value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Radios, or with `many` checkboxes. Nothing is chosen unless it was filled in. */
export function Choices(
  props: FieldProps & {
    readonly options: readonly (Option & { readonly more?: ComponentChildren })[];
    readonly many?: boolean;
  },
): VNode {
  const { name, within, label, hint, errors, filled, options, many = false } = props;
  const error = errors?.get(name);
  const first = idOf(name, within);
  return (
    <fieldset class={error ? 'field bad' : 'field'} aria-describedby={described(first, hint, error)}>
      <legend>{label}</legend>
      <Marks id={first} hint={hint} error={error} />
      {options.map(({ value, label, more }, index) => (
        <div class="choice" key={value}>
          <input
            type={many ? 'checkbox' : 'radio'}
            id={index === 0 ? first : `${first}-${value}`}
            name={name}
            value={value}
            checked={isChosen(filled, name, value)}
          />
          <label for={index === 0 ? first : `${first}-${value}`}>{label}</label>
          {more && <div class="more">{more}</div>}
        </div>
      ))}
    </fieldset>
  );
}

/** At the top of a form: what is wrong, each linked to its field. */
export function ErrorSummary({ errors, within }: { errors: Errors; within?: string | undefined }): VNode | null {
  if (errors.size === 0) return null;
  return (
    <div class="summary" role="alert" tabIndex={-1} data-focus>
      <h2>{say('errors.title')}</h2>
      <ul>
        {[...errors].map(([name, message]) => (
          <li key={name}>
            <a href={`#${idOf(name, within)}`}>{message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SendProps {
  readonly action: string;
  /** Sent twice, tapped twice, sent after going back: it is done once. */
  readonly commandKey: string;
  readonly children: ComponentChildren;
  /** What is filled in is kept on the device when there is no signal. */
  readonly draft?: boolean;
}

/** A form that changes something. */
export function Send({ action, commandKey, draft = false, children }: SendProps): VNode {
  return (
    <form method="post" action={action} data-draft={draft ? '' : undefined} noValidate>
      <input type="hidden" name="_key" value={commandKey} />
      {children}
    </form>
  );
}

export function Button(props: {
  readonly children: ComponentChildren;
  readonly kind?: 'main' | 'quiet' | 'chip';
  readonly name?: string;
  readonly value?: string;
}): VNode {
  const { children, kind = 'main', name, value } = props;
  return (
    <button class={`button ${kind}`} name={name} value={value}>
      {children}
    </button>
  );
}

export const ButtonLink = (props: {
  href: string;
  kind?: 'main' | 'quiet';
  /** Whether it leads to the page one is on. */
  here?: boolean;
  children: ComponentChildren;
}): VNode => (
  <a class={`button ${props.kind ?? 'main'}`} href={props.href} aria-current={props.here ? 'page' : undefined}>
    {props.children}
  </a>
);

export type Tone = 'plain' | 'good' | 'late' | 'grave';

/** A word that stands out; its colour only repeats what it says. */
export const Tag = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }): VNode => (
  <strong class={`tag ${tone}`}>{children}</strong>
);

/** Names and values, one under the other. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }): VNode => (
  <dl class="facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

export const Notice = ({ title, children }: { title: string; children?: ComponentChildren }): VNode => (
  <div class="notice" role="status">
    <h2>{title}</h2>
    {children}
  </div>
);

export const Back = ({ href }: { href: string }): VNode => (
  <a class="back" href={href}>
    {say('form.back')}
  </a>
);
