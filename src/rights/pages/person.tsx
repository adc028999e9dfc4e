import type { VNode } from 'preact';
import { Back, Button, Choices, Select, Send, Tag } from '../../pages/parts.js';
import {
  dataCategories,
  dataRights,
  erasureGrounds,
  holdLiftReasons,
  holdNormRows,
  holdNorms,
} from '../../protocol/index.js';
import type { KeptFile } from '../../questions.js';
import type { HeldRecord, PersonRights } from '../http/rights-desk.js';
import type { HoldCard } from '../views/holds.js';
import { ErasureLines, RequestLines } from './home.js';
import { dayOf, named, optionsOf, short } from './labels.js';
import { say } from './words.js';

export interface PersonProps {
  readonly person: string;
  readonly rights: PersonRights;
  /** Whether the reader looks after personal data. */
  readonly officer: boolean;
  readonly now: string;
  readonly newKey: () => string;
}

/** What is held, asked and erased of one person, who is not shown. */
export function PersonPage(props: PersonProps): VNode {
  const { person, rights, now, newKey } = props;
  const { record, requests, erasures } = rights;
  const at = `/derechos/personas/${person}`;
  return (
    <article>
      <Back href={props.officer ? '/derechos' : record.file ? keptAt[record.file.kind] : '/casos'} />
      <h1>{say('person.title', { short: short(person) })}</h1>
      <p class="lead">{say('person.lead')}</p>
      <p>{heldText(record)}</p>
      {record.linked.length > 0 && (
        <p>
          {say('person.linked', { count: record.linked.length })}{' '}
          {record.linked.map(({ person: other }) => (
            <>
              <a key={other} href={`/derechos/personas/${other}`}>
                {short(other)}
              </a>{' '}
            </>
          ))}
        </p>
      )}
      <Holds {...props} />
      <section>
        <h2>{say('requests.title')}</h2>
        {requests.length === 0 && <p class="empty">{say('requests.none')}</p>}
        <RequestLines requests={requests} now={now} />
        <details class="drop">
          <summary class="button quiet">{say('requests.receive')}</summary>
          <Send action={`${at}/pedidos`} commandKey={newKey()}>
            <Choices name="right" within="pedido" label={say('requests.right')} options={optionsOf(dataRights)} />
            <Button kind="quiet">{say('requests.receive.send')}</Button>
          </Send>
        </details>
      </section>
      <section>
        <h2>{say('erasures.title')}</h2>
        {erasures.length === 0 && <p class="empty">{say('erasures.none')}</p>}
        <ErasureLines erasures={erasures} />
        <details class="drop">
          <summary class="button quiet">{say('erasures.ask')}</summary>
          <Send action={`${at}/supresiones`} commandKey={newKey()}>
            <p>{say('erasures.ask.warn')}</p>
            <Choices name="ground" within="motivo" label={say('erasures.ground')} options={optionsOf(erasureGrounds)} />
            {record.file === undefined ? (
              <Choices
                many
                name="categories"
                within="clases"
                label={say('erasures.what')}
                hint={say('erasures.what.hint')}
                options={optionsOf(dataCategories)}
              />
            ) : (
              <p>{say('erasures.whole')}</p>
            )}
            <Button kind="quiet">{say('erasures.ask.send')}</Button>
          </Send>
        </details>
      </section>
    </article>
  );
}

/** Where whoever keeps a file comes from. */
const keptAt: Readonly<Record<KeptFile['kind'], string>> = {
  enrolment: '/programas/reeducacion',
  'men-group': '/programas/masculinidades',
  help: '/comunidades/ayuda',
};

/** How many cases are held of a person, or which file. */
function heldText({ cases, file }: HeldRecord): string {
  if (file === undefined) {
    return say('person.cases', { cases: cases.length, open: cases.filter(({ open }) => open).length });
  }
  const { kind, open } = file;
  return say(kind === 'help' ? 'person.help' : `person.${kind}.${open ? 'open' : 'over'}`);
}

function Holds({ person, rights, officer, newKey }: PersonProps): VNode {
  const { holds } = rights;
  return (
    <section>
      <h2>{say('holds.title')}</h2>
      {holds.every(({ lifted }) => lifted !== undefined) && <p class="empty">{say('holds.none')}</p>}
      <ul class="rows">
        {holds.map((hold) => (
          <li key={hold.id}>
            <HoldLine hold={hold} />
            {officer && hold.lifted === undefined && (
              <Send action={`/derechos/personas/${person}/retenciones/${hold.id}`} commandKey={newKey()}>
                <div class="inline">
                  <Select
                    name="reason"
                    within={hold.id}
                    label={say('holds.lift.why')}
                    options={optionsOf(holdLiftReasons)}
                  />
                  <Button kind="quiet">{say('holds.lift')}</Button>
                </div>
              </Send>
            )}
          </li>
        ))}
      </ul>
      {officer && (
        <details class="drop">
          <summary class="button quiet">{say('holds.place')}</summary>
          <Send action={`/derechos/personas/${person}/retenciones`} commandKey={newKey()}>
            <Choices name="norm" within="norma" label={say('holds.norm')} options={optionsOf(holdNorms)} />
            <Button kind="quiet">{say('holds.place.send')}</Button>
          </Send>
        </details>
      )}
    </section>
  );
}

function HoldLine({ hold }: { readonly hold: HoldCard }): VNode {
  const { norm, country, since, lifted } = hold;
  const row = holdNormRows[country]?.[norm];
  const name = named(holdNorms, norm);
  return (
    <>
      <p>
        {lifted === undefined
          ? say('holds.since', { norm: name, day: dayOf(country, since) })
          : say('holds.lifted', { norm: name, day: dayOf(country, lifted.at) })}
      </p>
      {row && lifted === undefined && (
        <p class="line">
          {say('holds.ref', { norm: row.norm, ref: row.legalRef })} {!row.verified && <Tag>{say('unverified')}</Tag>}
        </p>
      )}
    </>
  );
}
