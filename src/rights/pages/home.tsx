import type { VNode } from 'preact';
import { Button, Tag, Text, type Tone } from '../../pages/parts.js';
import { dataRights, holdNorms, recordClasses, type RetentionLine } from '../../protocol/index.js';
import type { ErasureCard } from '../views/erasures.js';
import type { HoldCard } from '../views/holds.js';
import type { Proposal } from '../views/proposals.js';
import type { RequestCard } from '../views/requests.js';
import { dayOf, kindsOf, named, short } from './labels.js';
import { say } from './words.js';

export interface HomeProps {
  readonly now: string;
  readonly requests: readonly RequestCard[];
  readonly open: readonly ErasureCard[];
  readonly over: readonly ErasureCard[];
  readonly proposals: readonly Proposal[];
  readonly holds: readonly HoldCard[];
  readonly schedule: readonly RetentionLine[];
  /** Whether the reader reviews conflicts of interest. */
  readonly reviews: boolean;
  /** What was looked for and not found. */
  readonly sought?: string;
}

/** What waits for whoever looks after personal data. */
export function HomePage({ now, requests, open, over, proposals, holds, schedule, reviews, sought }: HomeProps): VNode {
  return (
    <article>
      <h1>{say('home.title')}</h1>
      <p class="lead">{say('home.lead')}</p>
      <p>
        <a href="/derechos/reservas">{say('home.seals')}</a>
        {reviews && (
          <>
            {' · '}
            <a href="/derechos/conflictos">{say('home.conflicts')}</a>
          </>
        )}
      </p>
      <section>
        <h2>{say('home.requests', { count: requests.length })}</h2>
        {requests.length === 0 && <p class="empty">{say('home.requests.none')}</p>}
        <RequestLines requests={requests} now={now} />
      </section>
      <section>
        <h2>{say('home.erasures', { count: open.length })}</h2>
        {open.length === 0 && <p class="empty">{say('home.erasures.none')}</p>}
        <ErasureLines erasures={open} />
      </section>
      {proposals.length > 0 && (
        <section>
          <h2>{say('home.proposals', { count: proposals.length })}</h2>
          <p class="hint">{say('home.proposals.lead')}</p>
          <ul class="rows">
            {proposals.map(({ person, country, class: name, due, rule }) => (
              <li key={`${person}/${name}`}>
                <a href={`/derechos/personas/${person}`}>
                  {say('person.title', { short: short(person) })}: {named(recordClasses, name)}
                </a>
                <p class="line">{say('proposal.since', { day: dayOf(country, due), rule })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Schedule lines={schedule} />
      <FindPerson sought={sought} />
      {holds.length > 0 && (
        <section>
          <h2>{say('home.holds', { count: holds.length })}</h2>
          <ul class="rows">
            {holds.map(({ id, person, norm, country, since }) => (
              <li key={id}>
                <a href={`/derechos/personas/${person}`}>{say('person.title', { short: short(person) })}</a>
                <p class="line">{say('holds.since', { norm: named(holdNorms, norm), day: dayOf(country, since) })}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {over.length > 0 && (
        <section>
          <h2>{say('home.over')}</h2>
          <ErasureLines erasures={over} />
        </section>
      )}
    </article>
  );
}

/** How long what is kept, and what says so. */
function Schedule({ lines }: { readonly lines: readonly RetentionLine[] }): VNode {
  return (
    <section>
      <h2>{say('home.schedule')}</h2>
      <p class="hint">{say('home.schedule.lead')}</p>
      <ul class="rows">
        {lines.map(({ class: name, rule, months, norm, legalRef, verified }) => (
          <li key={rule}>
            {named(recordClasses, name)}: {say('schedule.months', { months })}
            <p class="line">
              {say('schedule.norm', { rule, norm, legalRef })}
              {!verified && ` ${say('schedule.unverified')}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function FindPerson({ sought }: { readonly sought: string | undefined }): VNode {
  const errors = sought === undefined ? new Map<string, string>() : new Map([['caso', say('home.find.none')]]);
  return (
    <section>
      <h2>{say('home.find')}</h2>
      <form method="get" action="/derechos">
        <Text
          name="caso"
          label={say('home.find.code')}
          hint={say('home.find.hint')}
          max={20}
          errors={errors}
          {...(sought === undefined ? {} : { filled: { caso: sought } })}
        />
        <Button kind="quiet">{say('home.find.send')}</Button>
      </form>
    </section>
  );
}

export function RequestLines(props: { readonly requests: readonly RequestCard[]; readonly now: string }): VNode {
  const { requests, now } = props;
  return (
    <ul class="rows">
      {requests.map((request) => {
        const [tone, due] = dueOf(request, now);
        return (
          <li key={request.id}>
            <a href={`/derechos/pedidos/${request.id}`}>{named(dataRights, request.right)}</a>{' '}
            <Tag tone={tone}>{due}</Tag>
          </li>
        );
      })}
    </ul>
  );
}

/** Until when an answer is due, or when it was given. */
export function dueOf({ clock, country, answered }: RequestCard, now: string): readonly [Tone, string] {
  if (answered !== undefined) {
    return [answered.late ? 'late' : 'good', say('due.answered', { day: dayOf(country, answered.at) })];
  }
  if (clock === undefined) return ['plain', say('home.noClock')];
  const late = clock.due < now;
  return [late ? 'late' : 'plain', say(late ? 'due.late' : 'due.day', { day: dayOf(country, clock.due) })];
}

export function ErasureLines({ erasures }: { readonly erasures: readonly ErasureCard[] }): VNode {
  return (
    <ul class="rows">
      {erasures.map(({ id, person, categories, status, heldUp, holds }) => (
        <li key={id}>
          <a href={`/derechos/supresiones/${id}`}>
            {say('person.title', { short: short(person) })}: {kindsOf(categories)}
          </a>{' '}
          <Tag tone={heldUp ? 'late' : status === 'certified' ? 'good' : 'plain'}>
            {heldUp ? say('erasure.heldUp') : say(`status.${status}`)}
          </Tag>
          {holds && <p class="line">{say('erasure.held')}</p>}
        </li>
      ))}
    </ul>
  );
}
