import type { VNode } from 'preact';
import { ageLabel } from '../../pages/labels.js';
import { Back, Button, ButtonLink, ErrorSummary, Text } from '../../pages/parts.js';
import { Risk } from '../../pages/today.js';
import { say as sayCommon } from '../../pages/words.js';
import type { Destination, KnownCase } from '../../questions.js';
import type { ReferQuery } from './refer.form.js';
import { say } from './words.js';

/** The form with these choices made. */
export function linkTo({ caso, institucion, servicio, clave }: ReferQuery): string {
  const chosen = Object.entries({ caso, institucion, servicio, clave }).filter(([, value]) => value !== undefined);
  return chosen.length === 0 ? '/derivar' : `/derivar?${new URLSearchParams(chosen as [string, string][]).toString()}`;
}

export function ChooseCase(props: {
  readonly cases: readonly (KnownCase & { readonly ageBand: string })[];
  /** A code that was asked for and is not there. */
  readonly unknown?: string;
}): VNode {
  const errors = new Map(props.unknown === undefined ? [] : [['codigo', say('case.code.unknown')] as const]);
  return (
    <>
      <ErrorSummary errors={errors} />
      <p class="step">{say('step', { n: 1 })}</p>
      <h1>{say('case.title')}</h1>
      <h2>{say('case.last')}</h2>
      {props.cases.length === 0 && <p class="empty">{say('case.none')}</p>}
      <ul class="rows">
        {props.cases.map(({ id, code, ageBand, risk }) => (
          <li key={id}>
            <a class="row" href={linkTo({ caso: id })}>
              <span class="code">{code}</span>
              <span>{ageLabel(ageBand)}</span>
              <Risk risk={risk} />
            </a>
          </li>
        ))}
      </ul>
      <h2>{say('case.code')}</h2>
      <form action="/derivar" class="inline">
        <Text
          name="codigo"
          label={say('case.code.hint')}
          max={20}
          errors={errors}
          filled={props.unknown === undefined ? {} : { codigo: props.unknown }}
        />
        <Button kind="quiet">{sayCommon('form.search')}</Button>
      </form>
      <p>
        <ButtonLink href="/casos/nuevo" kind="quiet">
          {say('case.new')}
        </ButtonLink>
      </p>
    </>
  );
}

export function ChooseDestination(props: {
  readonly query: ReferQuery;
  readonly known: KnownCase;
  readonly open: readonly Destination[];
  /** Those this institution sends to most, the most used first. */
  readonly most: readonly Destination[];
}): VNode {
  const { query, known, open, most } = props;
  const wanted = plain(query.buscar ?? '');
  const found = open.filter(({ organizationName, serviceName }) =>
    plain(`${organizationName} ${serviceName}`).includes(wanted),
  );
  return (
    <>
      <Back href="/derivar" />
      <p class="step">{say('step', { n: 2 })}</p>
      <h1>{say('to.title', { code: known.code })}</h1>
      {wanted === '' && most.length > 0 && (
        <>
          <h2>{say('to.usual')}</h2>
          <Links query={query} destinations={most} />
        </>
      )}
      <form action="/derivar" class="inline">
        <input type="hidden" name="caso" value={known.id} />
        <Text name="buscar" label={say('to.search')} max={60} filled={{ buscar: query.buscar }} />
        <Button kind="quiet">{sayCommon('form.search')}</Button>
      </form>
      <h2>{say(wanted === '' ? 'to.all' : 'to.found')}</h2>
      {found.length === 0 && <p class="empty">{say('to.none')}</p>}
      <Links query={query} destinations={found} />
    </>
  );
}

const Links = ({ query, destinations }: { query: ReferQuery; destinations: readonly Destination[] }): VNode => (
  <ul class="rows">
    {destinations.map(({ organization, organizationName, service, serviceName }) => (
      <li key={organization + service}>
        <a class="row" href={linkTo({ ...query, institucion: organization, servicio: service })}>
          <b>{organizationName}</b>
          <span>{serviceName}</span>
        </a>
      </li>
    ))}
  </ul>
);

/** Without accents and case: what people type on a phone. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
