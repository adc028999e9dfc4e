import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import type { ComponentChildren, VNode } from 'preact';
import { Button, Choices, type Filled, Text } from '../../pages/parts.js';
import { atHour, when } from '../../pages/time.js';
import type { Caused, EventRef } from '../domain/cause.js';
import type { Until } from '../domain/replay.js';
import { eventName } from './event-words.js';
import { type PastWord, say } from './past-words.js';

const day = /^(?:\d{4}-\d\d-\d\d)?$/u;
const hour = /^(?:\d\d:\d\d)?$/u;

/** A moment as a form gives it, and another to compare with. Empty: now, and none. */
export class MomentQuery {
  @IsOptional()
  @IsIn(['sabido', 'ocurrido'])
  modo?: string;

  @IsOptional()
  @IsString()
  @Matches(day)
  dia?: string;

  @IsOptional()
  @IsString()
  @Matches(hour)
  hora?: string;

  @IsOptional()
  @IsString()
  @Matches(day)
  desde?: string;

  @IsOptional()
  @IsString()
  @Matches(hour)
  desdeHora?: string;
}

const pointOf = (modo: string | undefined, dia: string | undefined, hora: string | undefined): Until => {
  if (!dia) return {};
  const instant = atHour(dia, hora || '23:59');
  return modo === 'ocurrido' ? { happened: instant } : { known: instant };
};

export const untilIn = ({ modo, dia, hora }: MomentQuery): Until => pointOf(modo, dia, hora);

/** The two moments to be compared; undefined: there is nothing to compare with. */
export const pointsIn = (query: MomentQuery): readonly [Until, Until] | undefined =>
  query.desde ? [pointOf(query.modo, query.desde, query.desdeHora), untilIn(query)] : undefined;

/** The two ways to ask about the past, in words, and the moments. */
export function MomentFields({ filled }: { readonly filled: Filled }): VNode {
  const options = (['sabido', 'ocurrido'] as const).map((value) => ({ value, label: say(`mode.${value}`) }));
  return (
    <>
      <Choices name="modo" label={say('mode')} options={options} filled={{ modo: 'sabido', ...filled }} />
      <Text name="dia" type="date" label={say('day')} filled={filled} width="short" />
      <Text name="hora" type="time" label={say('hour')} filled={filled} width="short" />
      <Text name="desde" type="date" label={say('fromDay')} filled={filled} width="short" />
      <Text name="desdeHora" type="time" label={say('fromHour')} filled={filled} width="short" />
    </>
  );
}

/** Says which past is shown, so that nobody takes one for the other. */
export function Said({ until: { known, happened } }: { readonly until: Until }): VNode {
  if (known !== undefined) return <p>{say('said.known', { when: when(known) })}</p>;
  if (happened !== undefined) return <p>{say('said.happened', { when: when(happened) })}</p>;
  return <p>{say('said.now')}</p>;
}

/** A page of the past: its title, a form that asks by plain links, and what was found. */
export function Past(props: {
  readonly page: PastPage;
  readonly lead?: string;
  readonly children: ComponentChildren;
  readonly found?: ComponentChildren;
}): VNode {
  const { page, lead, children, found } = props;
  return (
    <>
      <p>
        <a href="/auditoria">{say('back')}</a>
      </p>
      <h1>{say(`links.${page}`)}</h1>
      {lead && <p>{lead}</p>}
      <form method="get" action={`/auditoria/${page}`}>
        {children}
        <Button>{say('look')}</Button>
      </form>
      {found}
    </>
  );
}

export const pastPages = ['momento', 'colas', 'mes', 'informes', 'lecturas', 'desenmascarar', 'que-pasaria'] as const;
export type PastPage = (typeof pastPages)[number];

/** The way to every page of the past. */
export const PastLinks = (): VNode => (
  <nav class="ways" aria-labelledby="past">
    <h2 id="past">{say('links.title')}</h2>
    <ul>
      {pastPages.map((page) => (
        <li key={page}>
          <a href={`/auditoria/${page}`}>{say(`links.${page}`)}</a>
        </li>
      ))}
    </ul>
  </nav>
);

/** A table whose rows begin with what they are about. */
export const Listing = (props: {
  readonly heads: readonly PastWord[];
  readonly rows: readonly (readonly ComponentChildren[])[];
}): VNode => (
  <table class="changes listing">
    <thead>
      <tr>
        {props.heads.map((head) => (
          <th key={head} scope="col">
            {say(head)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {props.rows.map((cells, row) => (
        <tr key={row}>{cells.map((cell, at) => cellUnder(props.heads[at], cell, at))}</tr>
      ))}
    </tbody>
  </table>
);

/** On a phone, where there is no head, each cell says what it is. */
const cellUnder = (head: PastWord | undefined, cell: ComponentChildren, at: number): VNode =>
  at === 0 ? <th scope="row">{cell}</th> : <td data-name={head && say(head)}>{cell}</td>;

type Name = (code: string) => string;

/** What happened, when, and through whom; `name`: what institutions are called. */
export const byWords = (
  { type, recordedAt, institution }: Pick<EventRef, 'type' | 'recordedAt' | 'institution'>,
  name: Name,
): string =>
  institution === null
    ? say('by.clock', { type: eventName(type), when: when(recordedAt) })
    : say('by', { type: eventName(type), when: when(recordedAt), institution: name(institution) });

/** The institutions through whom something happened. */
export const institutionsOf = (refs: readonly Pick<EventRef, 'institution'>[]): readonly string[] =>
  refs.flatMap(({ institution }) => institution ?? []);

/** Field by field, with the event behind each. */
export function Differences({ changes, name }: { readonly changes: readonly Caused[]; readonly name: Name }): VNode {
  if (changes.length === 0) return <p>{say('same')}</p>;
  return (
    <Listing
      heads={['field', 'change', 'before', 'after', 'cause']}
      rows={changes.map((each) => [
        <code>{each.field}</code>,
        say(`change.${each.change}`),
        <Value of={each.before} />,
        <Value of={each.after} />,
        byWords(each.by, name),
      ])}
    />
  );
}

/** Sealed bytes say nothing to a reader: their place is shown, not they. */
export const withoutSealed = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'ct' in value && 'tag' in value ? '(cerrado)' : value;

/** A value as it is stored; what has several parts, as such. */
export function Value({ of }: { readonly of: unknown }): VNode {
  if (of === null || of === undefined) return <>—</>;
  return typeof of === 'string' ? <>{of}</> : <code>{JSON.stringify(of, withoutSealed)}</code>;
}
