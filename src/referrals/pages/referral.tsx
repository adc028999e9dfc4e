import type { ComponentChildren, VNode } from 'preact';
import { label } from '../../pages/labels.js';
import { ButtonLink, type Errors, Facts, type Filled, Notice } from '../../pages/parts.js';
import { Risk } from '../../pages/today.js';
import { onDay, timeLeft, toTheSecond, when } from '../../pages/time.js';
import type { Destination, Offer } from '../../questions.js';
import { undoWithin } from '../domain/life.js';
import type { ShownMessage, ShownNote } from '../http/messages.js';
import { viewOf } from '../http/referral.views.js';
import type { ReferralCard } from '../views/referral-card.js';
import { ActButton, ActForm, type Acting } from './act-forms.js';
import type { ActName } from './acts.js';
import { Agreed } from './consent.js';
import { NextSteps } from './next-steps.js';
import { Due, isLive, Status } from './standing.js';
import { told } from './story.js';
import { say, type Word } from './words.js';

export interface ReferralPageProps {
  readonly card: ReferralCard;
  /** Whose page it is. */
  readonly reader: string;
  readonly name: (code: string) => string;
  readonly serviceOf: (organization: string, service: string) => Destination | undefined;
  readonly message: ShownMessage;
  readonly notes: readonly ShownNote[];
  /** Steps the reader may take now. */
  readonly allowed: readonly string[];
  /** The services that could take it now: looked for where it was not taken. */
  readonly alternatives: readonly Offer[] | undefined;
  /** How many referrals of its bundle the reader sees, this one included. */
  readonly together: number;
  readonly notice: 'enviada' | 'repetida' | undefined;
  /** Why the step that was asked for was not taken. */
  readonly refused: { readonly title: string; readonly detail: string } | undefined;
  readonly failed: { readonly name: ActName; readonly filled: Filled; readonly errors: Errors } | undefined;
  readonly newKey: () => string;
  readonly now: string;
}

/** A referral as either end sees it: how to speak to her, where it stands, and what the reader may do next. */
export function ReferralPage(props: ReferralPageProps): VNode {
  const { card, reader, name, serviceOf, message, notes, allowed, notice, refused, failed, now } = props;
  const serviceName = (organization: string, service: string) =>
    serviceOf(organization, service)?.serviceName ?? service;
  const acting: Acting = {
    ...{ card, newKey: props.newKey, now, failed },
    serviceKind: serviceOf(card.to, card.service)?.serviceKind,
  };
  return (
    <>
      {notice === 'enviada' && <Sent card={card} to={name(card.to)} now={now} />}
      {notice === 'repetida' && <Notice title={say('sent.again')} />}
      {refused && (
        <div class="summary" role="alert" tabIndex={-1} data-focus>
          <h2>{refused.title}</h2>
          <p>{refused.detail}</p>
        </div>
      )}
      <h1>{say('one.title', { code: card.code })}</h1>
      <SafeContact {...{ card, reader, message }} from={name(card.from)} />
      <p>
        <Status {...card} /> {card.appointment && appointmentIn(card.appointment)}
      </p>
      {isLive(card) && <Due referral={viewOf(card)} {...{ reader, name, now }} />}
      {allowed.includes('undo') && card.last !== undefined && (
        <div class="undo">
          <p>{say('undo.lead', { time: toTheSecond(undoUntil(card.last.recordedAt)) })}</p>
          <ActButton name="undo" acting={acting} quiet />
        </div>
      )}
      <NextSteps {...{ acting, allowed, name }} alternatives={props.alternatives} />
      <Facts
        rows={[
          ...(card.reason === undefined ? [] : [reasonOf(card)]),
          ...(card.outcome === undefined ? [] : [row('one.outcome', label('outcomes', card.outcome))]),
          ...(card.wakeAt === undefined ? [] : [row('one.wake', onDay(card.wakeAt))]),
          ...(message.state === 'shown' && message.value.note !== undefined
            ? [row('one.note', message.value.note)]
            : []),
          ...notes.map(
            ({ at, institution, note }) =>
              [say('one.noted', { institution: name(institution) }), <Noted at={at} note={note} key={at} />] as const,
          ),
          row('one.from', name(card.from)),
          row('one.to', name(card.to)),
          row('one.service', serviceName(card.to, card.service)),
          row('one.purpose', label('referralPurposes', card.purpose)),
          row('one.urgency', label('urgencies', card.urgency)),
          row('one.risk', <Risk risk={card.risk} />),
          row('one.case', <a href={`/casos/${card.case}`}>{card.caseCode}</a>),
        ]}
      />
      {props.together > 1 && (
        <p>
          <a href={`/derivaciones/conjunto/${card.bundle}`}>{say('joint.link', { count: props.together })}</a>
        </p>
      )}
      {reader === card.from && notice !== 'enviada' && <Another card={card} />}
      <h2>{say('agreed.title')}</h2>
      <Agreed card={card} name={name} />
      {allowed.includes('withdraw') && <ActForm name="withdraw" acting={acting} />}
      {card.legs.length > 1 && (
        <>
          <h2>{say('one.legs')}</h2>
          <ol class="legs">
            {card.legs.map(({ leg, to, service, left }) => (
              <li key={leg}>
                {name(to)}: {serviceName(to, service)} (
                {left === undefined ? say('one.leg.now') : say('one.leg.left', { reason: reasonToLeave(left) })})
              </li>
            ))}
          </ol>
        </>
      )}
      <h2>{say('one.story')}</h2>
      <ol class="story">
        {card.steps.map((step) => (
          <li key={step.position}>
            <time dateTime={step.effectiveAt}>{when(step.effectiveAt)}</time>
            {told(step, card, name)}
          </li>
        ))}
      </ol>
    </>
  );
}

const undoUntil = (recordedAt: string): string => new Date(Date.parse(recordedAt) + undoWithin).toISOString();

const row = (word: Word, value: ComponentChildren): readonly [string, ComponentChildren] => [say(word), value];

const reasonOf = ({ status, reason = '' }: ReferralCard): readonly [string, string] =>
  status === 'cancelled'
    ? [say('one.reason.cancelled'), label('cancelReasons', reason)]
    : [say('one.reason.declined'), label('declineReasons', reason)];

const reasonToLeave = (code: string): string => label('rerouteReasons', code).toLowerCase();

const appointmentIn = ({ at, place, companion = 'NONE' }: NonNullable<ReferralCard['appointment']>): string =>
  [
    say('one.appointment.words', { time: when(at), place: label('appointmentPlaces', place).toLowerCase() }),
    ...(companion === 'NONE'
      ? []
      : [say('one.appointment.companion', { who: label('companions', companion).toLowerCase() })]),
  ].join(' ');

const Noted = ({ at, note }: { at: string; note: string | undefined }): VNode => (
  <>
    {note ?? say('one.erased')} <time dateTime={at}>({when(at)})</time>
  </>
);

/** How she can be reached without harm: before anything else, and that it is not known is said as plainly. */
function SafeContact(props: { card: ReferralCard; reader: string; message: ShownMessage; from: string }): VNode | null {
  const { card, reader, message, from } = props;
  const said = message.state === 'shown' ? message.value.safeContact : undefined;
  if (message.state === 'none' && !isLive(card)) return null;
  return (
    <div class="safe">
      <h2>{say(message.state === 'ended' || message.state === 'erased' ? 'one.words' : 'one.contact')}</h2>
      <p>
        {message.state === 'ended' && say('one.ended')}
        {message.state === 'erased' && say('one.erased')}
        {said !== undefined && <strong>{said}</strong>}
        {(message.state === 'none' || (message.state === 'shown' && said === undefined)) &&
          (reader === card.from ? say('one.contact.ask') : say('one.contact.none', { institution: from }))}
      </p>
    </div>
  );
}

function Sent({ card, to, now }: { card: ReferralCard; to: string; now: string }): VNode {
  const { code, due } = card;
  return (
    <Notice title={say('sent.title', { code })}>
      <p>
        {due === undefined
          ? say('sent.noLimit')
          : say('sent.until', { institution: to, time: when(due), left: timeLeft(due, now) })}
      </p>
      <Another card={card} />
    </Notice>
  );
}

/** The way to another referral of the same crisis. */
export const Another = ({ card }: { card: ReferralCard }): VNode => (
  <p>
    <ButtonLink href={`/derivar?caso=${card.case}${card.bundle ? `&conjunto=${card.bundle}` : ''}`} kind="quiet">
      {say('sent.another')}
    </ButtonLink>
  </p>
);
