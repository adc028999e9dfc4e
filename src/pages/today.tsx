import type { VNode } from 'preact';
import type { KnownCase, ListedReferral, WaitingClock } from '../questions.js';
import { ageLabel, label } from './labels.js';
import { milestone } from './milestones.js';
import { Button, ButtonLink, Send, Tag } from './parts.js';
import { isDueToday, isOverdue, onDay, timeAgo, timeLeft } from './time.js';
import { say, type Word } from './words.js';

export interface TodayProps {
  /** Clocks of cases. */
  readonly clocks: readonly WaitingClock[];
  readonly queues: Queues;
  /** How many referrals nobody has a next action for. */
  readonly stuck: number;
  readonly cases: readonly (KnownCase & { readonly ageBand: string })[];
  /** Whose page it is. */
  readonly reader: string;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  readonly now: string;
}

/** The referrals in which it is this institution's turn, by what they ask for. */
export interface Queues {
  /** To be done today. */
  readonly soon: readonly ListedReferral[];
  /** What others answered. */
  readonly answers: readonly ListedReferral[];
  /** What has time. */
  readonly later: readonly ListedReferral[];
  /** What no clock runs for. */
  readonly rest: readonly ListedReferral[];
}

type Shared = Pick<TodayProps, 'reader' | 'name' | 'newKey' | 'now'>;

/** The reasons given most; the page of the referral has them all. */
const chips = ['NO_CAPACITY', 'OUTSIDE_COMPETENCE', 'WRONG_SERVICE', 'NOT_ELIGIBLE', 'MISSING_DOCUMENT'];

/** How many of each are shown; the rest is a tap away. */
const shown = 10;

/** It came back, and its sender has to read why. */
const answered = ['declined', 'unreachable', 'reported-back'];
/** Nobody said yes or no. */
const toAnswer = ['sent', 'received'];

/**
 * @param turn whose clock runs for this institution, what falls due first on top
 * @param undated in which it is its turn, and no clock runs, the oldest first
 */
export function queuesOf(
  { turn, undated }: { readonly turn: readonly ListedReferral[]; readonly undated: readonly ListedReferral[] },
  reader: string,
  now: string,
): Queues {
  const isAnswer = ({ status, from }: ListedReferral) => answered.includes(status) && from === reader;
  const dated = turn.filter((each) => !isAnswer(each));
  const soon = dated.filter((each) => isDueToday(dueOf(each, reader) ?? now, now)).sort(urgentFirst(reader, now));
  return {
    soon,
    answers: [...turn, ...undated].filter(isAnswer),
    later: dated.filter((each) => !soon.includes(each)),
    rest: undated.filter((each) => !isAnswer(each)),
  };
}

/** The referrals that the page shows: the first of each queue. */
export const firstOf = (queues: Queues): readonly ListedReferral[] =>
  Object.values(queues).flatMap((queue: readonly ListedReferral[]) => queue.slice(0, shown));

/** What waits for an institution: what falls due first, then what has time, what has no term, and the answers it got. */
export function Today({ clocks, queues, stuck, cases, ...shared }: TodayProps): VNode {
  const { now } = shared;
  const { soon, answers, later, rest } = queues;
  return (
    <>
      <h1>{say('today.title')}</h1>
      <p class="buttons">
        <ButtonLink href="/derivar">{say('today.newReferral')}</ButtonLink>
        <ButtonLink href="/casos/nuevo" kind="quiet">
          {say('today.newCase')}
        </ButtonLink>
      </p>
      {stuck > 0 && (
        <p class="stuck">
          <a href="/derivaciones/detenidas">{say('today.stuck', { count: stuck })}</a>
        </p>
      )}
      <section>
        <h2>{say('today.now', { count: soon.length })}</h2>
        {soon.length === 0 && <p class="empty">{say('today.now.none')}</p>}
        <Queue referrals={soon} more="/derivaciones" {...shared} />
      </section>
      {clocks.length > 0 && (
        <section>
          <h2>{say('today.due')}</h2>
          <ul class="rows">
            {clocks.map((clock) => (
              <li key={clock.case + clock.stop}>
                <a class="row" href={`/casos/${clock.case}`}>
                  <span class="code">{clock.caseCode}</span>
                  <span>{milestone(clock.stop)}</span>
                  <Left due={clock.due} now={now} />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Group word="today.answers" referrals={answers} more="/derivaciones?caja=enviadas" {...shared} />
      <Group word="today.later" referrals={later} more="/derivaciones" {...shared} />
      <Group word="today.undated" referrals={rest} more="/derivaciones" {...shared} />
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

/** When it is this institution's to act, at the latest. */
const dueOf = ({ clocks }: ListedReferral, reader: string): string | undefined =>
  clocks.find(({ institution }) => institution === reader)?.due;

/** Those whose time still runs come first, by when it ends; then those it ran out for, the latest first. */
const urgentFirst = (reader: string, now: string) => (a: ListedReferral, b: ListedReferral) => {
  const [one = now, other = now] = [dueOf(a, reader), dueOf(b, reader)];
  if (isOverdue(one, now) !== isOverdue(other, now)) return isOverdue(one, now) ? 1 : -1;
  return one < other === isOverdue(one, now) ? 1 : -1;
};

type QueueProps = Shared & {
  readonly referrals: readonly ListedReferral[];
  /** Where all of them are. */
  readonly more: string;
};

function Group({ word, ...queue }: QueueProps & { readonly word: Word }): VNode | null {
  if (queue.referrals.length === 0) return null;
  return (
    <section>
      <h2>{say(word, { count: queue.referrals.length })}</h2>
      <Queue {...queue} />
    </section>
  );
}

/** What can be answered with a tap is a card; everything else is a line that leads to its page. */
function Queue({ referrals, more, ...shared }: QueueProps): VNode {
  const first = referrals.slice(0, shown);
  const cards = first.filter(({ status, to }) => toAnswer.includes(status) && to === shared.reader);
  const lines = first.filter((each) => !cards.includes(each));
  return (
    <>
      {cards.map((referral) => (
        <ToReceive key={referral.id} referral={referral} {...shared} />
      ))}
      {lines.length > 0 && (
        <ul class="rows">
          {lines.map((referral) => (
            <Line key={referral.id} referral={referral} {...shared} />
          ))}
        </ul>
      )}
      {referrals.length > shown && <More href={more} />}
    </>
  );
}

/** What is to be done, for how long it has waited, and how long there is. */
function Line({ referral, reader, name, now }: { referral: ListedReferral } & Shared): VNode {
  const { id, code, from, to, sentAt, wakeAt } = referral;
  const clock = referral.clocks.find(({ institution }) => institution === reader);
  const other = name(from === reader ? to : from);
  const what = [
    ...(answered.includes(referral.status) ? [answerOf(referral)] : clock ? [milestone(clock.waitsFor)] : []),
    ...(wakeAt === undefined ? [] : [say('today.onHold', { day: onDay(wakeAt) })]),
    say('today.sent', { ago: timeAgo(sentAt, now) }),
  ];
  return (
    <li>
      <a class="row" href={`/derivaciones/${id}`}>
        <span class="code">{code}</span>
        <span>
          {other}: {what.join(' · ')}
        </span>
        {clock ? <Left due={clock.due} now={now} /> : <Tag>{say('today.noLimit')}</Tag>}
      </a>
    </li>
  );
}

function answerOf({ outcome, reason, status }: ListedReferral): string {
  if (outcome !== undefined) return label('outcomes', outcome);
  if (status === 'unreachable') return say('today.unreachable');
  return say('today.declined', { reason: label('declineReasons', reason ?? '') });
}

export const Risk = ({ risk }: { risk: string }): VNode => (
  <Tag tone={risk === 'SEVERE' ? 'grave' : 'plain'}>
    {say('risk', { level: label('riskLevels', risk).toLowerCase() })}
  </Tag>
);

export const Left = ({ due, now }: { due: string; now: string }): VNode => (
  <Tag tone={isOverdue(due, now) ? 'late' : 'plain'}>{timeLeft(due, now)}</Tag>
);

const More = ({ href }: { href: string }): VNode => (
  <p>
    <ButtonLink href={href} kind="quiet">
      {say('today.more')}
    </ButtonLink>
  </p>
);

function ToReceive({ referral, reader, name, newKey, now }: { referral: ListedReferral } & Shared): VNode {
  const { id, code, from, risk, urgency, status, sentAt } = referral;
  const due = dueOf(referral, reader);
  return (
    <article class="card">
      <h3>
        <a href={`/derivaciones/${id}`}>{say('today.from', { institution: name(from) })}</a>
      </h3>
      <p class="line">
        <span class="code">{code}</span> · {label('urgencies', urgency)} · {timeAgo(sentAt, now)}
      </p>
      <p class="line">
        <Risk risk={risk} /> {due === undefined ? <Tag>{say('today.noLimit')}</Tag> : <Left due={due} now={now} />}
        {status === 'received' && ` ${say('today.received')}`}
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
