import type { VNode } from 'preact';
import type { KnownCase, ListedReferral, WaitingClock } from '../questions.js';
import { ageLabel, label } from './labels.js';
import { milestone } from './milestones.js';
import { Button, ButtonLink, Send, Tag } from './parts.js';
import { isOverdue, timeAgo, timeLeft } from './time.js';
import { say } from './words.js';

export interface TodayProps {
  readonly clocks: readonly WaitingClock[];
  /** Handed to this institution. */
  readonly inbox: readonly ListedReferral[];
  /** Sent by it, with an answer. */
  readonly answered: readonly ListedReferral[];
  readonly cases: readonly (KnownCase & { readonly ageBand: string })[];
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  readonly now: string;
}

/** The reasons given most; the page of the referral has them all. */
const chips = ['NO_CAPACITY', 'OUTSIDE_COMPETENCE', 'WRONG_SERVICE', 'NOT_ELIGIBLE', 'MISSING_DOCUMENT'];

/** How many of each are shown; the rest is a tap away. */
const shown = 10;

/** Those whose time still runs come first, by when it ends; then those it ran out for, the newest first. */
const urgentFirst = (now: string) => (a: ListedReferral, b: ListedReferral) => {
  const [left, right] = [a, b].map(({ due }) => (due !== undefined && due >= now ? due : undefined));
  if (left === undefined && right === undefined) return newestFirst(a, b);
  return (left ?? '~') < (right ?? '~') ? -1 : 1;
};

const newestFirst = (a: ListedReferral, b: ListedReferral): number => (a.sentAt < b.sentAt ? 1 : -1);

/** What waits for an institution: first what the law puts a clock on, then whom it has to answer, then the answers. */
export function Today({ clocks, inbox, answered, cases, ...props }: TodayProps): VNode {
  const toReceive = inbox
    .filter(({ status }) => status === 'sent' || status === 'received')
    .sort(urgentFirst(props.now));
  const going = inbox.filter(({ status }) => status === 'accepted' || status === 'attended').sort(newestFirst);
  return (
    <>
      <h1>{say('today.title')}</h1>
      <p class="buttons">
        <ButtonLink href="/derivar">{say('today.newReferral')}</ButtonLink>
        <ButtonLink href="/casos/nuevo" kind="quiet">
          {say('today.newCase')}
        </ButtonLink>
      </p>
      <section>
        <h2>{say('today.due')}</h2>
        {clocks.length === 0 && <p class="empty">{say('today.due.none')}</p>}
        <ul class="rows">
          {clocks.map((clock) => (
            <li key={clock.case + clock.stop}>
              <a class="row" href={`/casos/${clock.case}`}>
                <span class="code">{clock.caseCode}</span>
                <span>{milestone(clock.stop)}</span>
                <Left due={clock.due} now={props.now} />
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say('today.receive', { count: toReceive.length })}</h2>
        {toReceive.length === 0 && <p class="empty">{say('today.receive.none')}</p>}
        {toReceive.slice(0, shown).map((referral) => (
          <ToReceive key={referral.id} referral={referral} {...props} />
        ))}
        {toReceive.length > shown && <More href="/derivaciones" />}
      </section>
      {going.length > 0 && (
        <section>
          <h2>{say('today.going', { count: going.length })}</h2>
          <Rows
            referrals={going}
            of={({ from }) => props.name(from)}
            what={({ status }) => say(goingWord(status))}
            more="/derivaciones"
          />
        </section>
      )}
      {answered.length > 0 && (
        <section>
          <h2>{say('today.answers', { count: answered.length })}</h2>
          <Rows
            referrals={answered}
            of={({ to }) => props.name(to)}
            what={answerOf}
            more="/derivaciones?caja=enviadas"
          />
        </section>
      )}
      <section>
        <h2>{say('today.cases')}</h2>
        {cases.length === 0 && <p class="empty">{say('today.cases.none')}</p>}
        <ul class="rows">
          {cases.map(({ id, code, risk, ageBand }) => (
            <li key={id} class="pair">
              <a class="row" href={`/casos/${id}`}>
                <span class="code">{code}</span>
                <span>{ageLabel(ageBand)}</span>
                <Risk risk={risk} />
              </a>
              <a class="button quiet" href={`/derivar?caso=${id}`}>
                {say('today.refer')}
              </a>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

const goingWord = (status: string) => (status === 'attended' ? 'today.going.attended' : 'today.going.accepted');

const answerOf = ({ outcome, reason }: ListedReferral): string =>
  outcome === undefined
    ? say('today.declined', { reason: label('declineReasons', reason ?? '') })
    : label('outcomes', outcome);

export const Risk = ({ risk }: { risk: string }): VNode => (
  <Tag tone={risk === 'SEVERE' ? 'grave' : 'plain'}>
    {say('risk', { level: label('riskLevels', risk).toLowerCase() })}
  </Tag>
);

export const Left = ({ due, now }: { due: string; now: string }): VNode => (
  <Tag tone={isOverdue(due, now) ? 'late' : 'plain'}>{timeLeft(due, now)}</Tag>
);

function Rows(props: {
  referrals: readonly ListedReferral[];
  of: (referral: ListedReferral) => string;
  what: (referral: ListedReferral) => string;
  /** Where all of them are. */
  more: string;
}): VNode {
  return (
    <>
      <ul class="rows">
        {props.referrals.slice(0, shown).map((referral) => (
          <li key={referral.id}>
            <a class="row" href={`/derivaciones/${referral.id}`}>
              <span class="code">{referral.code}</span>
              <span>
                {props.of(referral)}: {props.what(referral)}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {props.referrals.length > shown && <More href={props.more} />}
    </>
  );
}

const More = ({ href }: { href: string }): VNode => (
  <p>
    <ButtonLink href={href} kind="quiet">
      {say('today.more')}
    </ButtonLink>
  </p>
);

function ToReceive({
  referral: { id, code, from, risk, urgency, due, sentAt },
  name,
  newKey,
  now,
}: { referral: ListedReferral } & Pick<TodayProps, 'name' | 'newKey' | 'now'>): VNode {
  return (
    <article class="card">
      <h3>
        <a href={`/derivaciones/${id}`}>{say('today.from', { institution: name(from) })}</a>
      </h3>
      <p class="line">
        <span class="code">{code}</span> · {label('urgencies', urgency)} · {timeAgo(sentAt, now)}
      </p>
      <p class="line">
        <Risk risk={risk} /> {due !== undefined && <Left due={due} now={now} />}
      </p>
      <div class="buttons">
        <Send action={`/derivaciones/${id}/aceptacion`} commandKey={newKey()}>
          <Button>{say('today.accept')}</Button>
        </Send>
        <details class="drop">
          <summary class="button quiet">{say('today.cannot')}</summary>
          <Send action={`/derivaciones/${id}/rechazo`} commandKey={newKey()}>
            <p class="hint">{say('today.why')}</p>
            <p class="chips">
              {chips.map((reason) => (
                <Button key={reason} kind="chip" name="reason" value={reason}>
                  {label('declineReasons', reason)}
                </Button>
              ))}
              <a class="button chip" href={`/derivaciones/${id}#rechazo`}>
                {say('today.otherReason')}
              </a>
            </p>
          </Send>
        </details>
      </div>
    </article>
  );
}
