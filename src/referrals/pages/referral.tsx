import type { ComponentChildren, VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
import { Button, ButtonLink, Choices, Facts, Notice, Send } from '../../pages/parts.js';
import { Left, Risk } from '../../pages/today.js';
import { timeLeft, when } from '../../pages/time.js';
import type { ShownMessage } from '../http/messages.js';
import { viewOf } from '../http/referral.views.js';
import type { ReferralCard, ReferralStep } from '../views/referral-card.js';
import { Status } from './list.js';
import { say, sayIf } from './words.js';

export interface ReferralPageProps {
  readonly card: ReferralCard;
  readonly name: (code: string) => string;
  readonly message: ShownMessage;
  /** Steps the reader may take now. */
  readonly allowed: readonly string[];
  /** Name and kind of the service. */
  readonly service: string;
  readonly serviceKind: string | undefined;
  readonly notice: 'enviada' | 'repetida' | undefined;
  readonly newKey: () => string;
  readonly now: string;
}

/** A referral as either end sees it: where it stands, what came of it, and what the reader may do next. */
export function ReferralPage({
  card,
  name,
  message,
  allowed,
  service,
  serviceKind,
  notice,
  newKey,
  now,
}: ReferralPageProps): VNode {
  const open = card.status === 'sent' && card.due !== undefined;
  return (
    <>
      {notice === 'enviada' && <Sent card={card} to={name(card.to)} now={now} />}
      {notice === 'repetida' && <Notice title={say('sent.again')} />}
      <h1>{say('one.title', { code: card.code })}</h1>
      <p>
        <Status status={card.status} /> {open && <Left due={card.due ?? ''} now={now} />}
      </p>
      <Steps {...{ card, allowed, serviceKind, newKey }} to={name(card.to)} />
      <Facts
        rows={[
          ...words(message),
          ...(card.reason === undefined ? [] : [row('one.declined', label('declineReasons', card.reason))]),
          ...(card.outcome === undefined ? [] : [row('one.outcome', label('outcomes', card.outcome))]),
          row('one.from', name(card.from)),
          row('one.to', name(card.to)),
          row('one.service', service),
          row('one.purpose', label('referralPurposes', card.purpose)),
          row('one.urgency', label('urgencies', card.urgency)),
          row('one.risk', <Risk risk={card.risk} />),
          row('one.consent', sayIf(`basis.${viewOf(card).basis}`, '')),
          ...(card.due === undefined ? [] : [row('one.due', when(card.due))]),
          row('one.case', <a href={`/casos/${card.case}`}>{card.caseCode}</a>),
        ]}
      />
      <h2>{say('one.story')}</h2>
      <ol class="story">
        {card.steps.map((step) => (
          <li key={step.position}>
            <time dateTime={step.effectiveAt}>{when(step.effectiveAt)}</time>
            {told(step, name(card.from), name(card.to))}
          </li>
        ))}
      </ol>
    </>
  );
}

const row = (word: Parameters<typeof say>[0], value: ComponentChildren): readonly [string, ComponentChildren] => [
  say(word),
  value,
];

/** How she can be reached without harm comes first. */
function words(message: ShownMessage): readonly (readonly [string, ComponentChildren])[] {
  if (message.state !== 'shown') return message.state === 'erased' ? [row('one.note', say('one.erased'))] : [];
  const { note, safeContact } = message.value;
  return [
    ...(safeContact === undefined ? [] : [row('one.contact', <strong>{safeContact}</strong>)]),
    ...(note === undefined ? [] : [row('one.note', note)]),
  ];
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
      <p>
        <a href={`/derivar?caso=${card.case}`}>{say('sent.another')}</a>
      </p>
    </Notice>
  );
}

/** The list the code of a step is from. */
const lists: Readonly<Record<string, string>> = {
  ReferralDeclined: 'declineReasons',
  ReferralAttended: 'services',
  ReferralReportedBack: 'outcomes',
  ReferralClosed: 'dispositions',
};

/** A step as a sentence. */
export function told({ type, code = '' }: Pick<ReferralStep, 'type' | 'code'>, from: string, to: string): string {
  return sayIf(`did.${type}`, type, { from, to, code: label(lists[type] ?? '', code).toLowerCase() });
}

function Steps(props: {
  readonly card: ReferralCard;
  readonly to: string;
  readonly allowed: readonly string[];
  readonly serviceKind: string | undefined;
  readonly newKey: () => string;
}): VNode {
  const { card, to, allowed, serviceKind, newKey } = props;
  const at = (step: string) => ({ action: `/derivaciones/${card.id}/${step}`, commandKey: newKey() });
  if (allowed.length === 0) {
    return (
      <p class="empty">
        {card.status === 'closed' ? say('one.wait.closed') : say('one.wait.receiver', { institution: to })}
      </p>
    );
  }
  const may = (step: string) => allowed.includes(step);
  return (
    <section>
      <h2>{say('one.next')}</h2>
      <div class="buttons">
        {may('accept') && (
          <Send {...at('aceptacion')}>
            <Button>{say('do.accept')}</Button>
          </Send>
        )}
        {may('receive') && (
          <Send {...at('recepcion')}>
            <Button kind="quiet">{say('do.receive')}</Button>
          </Send>
        )}
      </div>
      {may('decline') && (
        <Coded
          word="do.decline"
          question="do.decline.why"
          id="rechazo"
          name="reason"
          list="declineReasons"
          send={at('rechazo')}
        />
      )}
      {may('attend') && (
        <Coded
          word="do.attend"
          question="do.attend.what"
          id="atencion"
          name="service"
          list="services"
          send={at('atencion')}
          usual={serviceKind}
          open
        />
      )}
      {may('report-back') && (
        <Coded
          word="do.report-back"
          question="do.report-back.what"
          id="respuesta"
          name="outcome"
          list="outcomes"
          send={at('respuesta')}
          open={!may('attend')}
        />
      )}
      {may('close') && (
        <>
          <Coded
            word="do.close"
            question="do.close.what"
            id="cierre"
            name="disposition"
            list="dispositions"
            send={at('cierre')}
            open
          />
          <p>
            <ButtonLink href={`/derivar?caso=${card.case}`} kind="quiet">
              {say('sent.another')}
            </ButtonLink>
          </p>
        </>
      )}
    </section>
  );
}

type WordKey = Parameters<typeof say>[0];

/** A step that needs one code: the question, its answers, and the button that sends it. */
function Coded(props: {
  readonly word: WordKey;
  readonly question: WordKey;
  readonly id: string;
  readonly name: string;
  readonly list: string;
  readonly send: { readonly action: string; readonly commandKey: string };
  readonly usual?: string | undefined;
  readonly open?: boolean;
}): VNode {
  const { word, question, id, name, list, send, usual, open = false } = props;
  return (
    <details class="act" id={id} open={open}>
      <summary>{say(word)}</summary>
      <Send {...send}>
        <Choices name={name} label={say(question)} options={optionsOf(list)} filled={{ [name]: usual }} />
        <Button>{say(word)}</Button>
      </Send>
    </details>
  );
}
