import type { VNode } from 'preact';
import { ageLabel } from '../../pages/labels.js';
import { Back, Button, ButtonLink, ErrorSummary, Text } from '../../pages/parts.js';
import { Risk } from '../../pages/today.js';
import { say as sayCommon } from '../../pages/words.js';
import type { Destination, KnownCase, Offer, Remark } from '../../questions.js';
import type { ReferQuery } from './refer.form.js';
import { say } from './words.js';

/** The form with these choices made. */
export function linkTo({ caso, institucion, servicio, clave, conjunto }: ReferQuery): string {
  const all = Object.entries({ caso, institucion, servicio, clave, conjunto });
  const chosen = all.filter(([, value]) => value !== undefined);
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
  readonly open: readonly Offer[];
  /** Those this institution sends to most, the most used first. */
  readonly most: readonly Offer[];
}): VNode {
  const { query, known, open, most } = props;
  const hidden = { caso: known.id, ...(query.conjunto && { conjunto: query.conjunto }) };
  return (
    <>
      <Back href="/derivar" />
      <p class="step">{say('step', { n: 2 })}</p>
      <h1>{say('to.title', { code: known.code })}</h1>
      <Offered
        action="/derivar"
        hidden={hidden}
        wanted={query.buscar}
        open={open}
        linkTo={({ organization, service }) => linkTo({ ...query, institucion: organization, servicio: service })}
        first={most.length > 0 && { title: say('to.usual'), destinations: most }}
      />
      <p>
        <a href="/directorio">{say('to.directory')}</a>
      </p>
    </>
  );
}

/** The services a referral can go to: some to begin with, and all of them, or those whose names hold certain words. */
export function Offered(props: {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Words to find a service by. */
  readonly wanted: string | undefined;
  readonly open: readonly Offer[];
  readonly linkTo: (destination: Destination) => string;
  readonly first: false | { readonly title: string; readonly destinations: readonly Offer[] };
}): VNode {
  const { action, hidden = {}, open, linkTo, first } = props;
  const wanted = plain(props.wanted ?? '');
  const found = open.filter(({ organizationName, serviceName }) =>
    plain(`${organizationName} ${serviceName}`).includes(wanted),
  );
  const offered = found.filter((each) => each.offered);
  const barred = found.filter((each) => !each.offered);
  return (
    <>
      {wanted === '' && first !== false && (
        <>
          <h2>{first.title}</h2>
          <Links destinations={first.destinations} linkTo={linkTo} />
        </>
      )}
      <form action={action} class="inline">
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Text name="buscar" label={say('to.search')} max={60} filled={{ buscar: props.wanted }} />
        <Button kind="quiet">{sayCommon('form.search')}</Button>
      </form>
      <h2>{say(wanted === '' ? 'to.all' : 'to.found')}</h2>
      {offered.length === 0 && <p class="empty">{say('to.none')}</p>}
      <Links destinations={offered} linkTo={linkTo} />
      {barred.length > 0 && (
        <details class="act" open={offered.length === 0}>
          <summary>{say('to.barred', { n: barred.length })}</summary>
          <ul class="rows">
            {barred.map((each) => (
              <li class="row" key={each.organization + each.service}>
                <Named {...each} says={each.bars} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export const Links = (props: {
  readonly destinations: readonly Offer[];
  readonly linkTo: (destination: Destination) => string;
}): VNode => (
  <ul class="rows">
    {props.destinations.map((each) => (
      <li key={each.organization + each.service}>
        <a class="row" href={props.linkTo(each)}>
          <Named {...each} says={each.remarks} />
        </a>
      </li>
    ))}
  </ul>
);

/** A service by name, with what the directory says of it. */
const Named = ({ organizationName, serviceName, says }: Offer & { readonly says: readonly Remark[] }): VNode => (
  <>
    <b>{organizationName}</b>
    <span>{serviceName}</span>
    {says.map(({ code, says: words }) => (
      <small key={code}>{words}</small>
    ))}
  </>
);

/** Without accents and case: what people type on a phone. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
