import type { ComponentChildren, VNode } from 'preact';
import { label } from '../../pages/labels.js';
import { Back, ButtonLink, Facts } from '../../pages/parts.js';
import { timeAgo } from '../../pages/time.js';
import type { ListedReferral } from '../../questions.js';
import { viewOf } from '../http/referral.views.js';
import type { ReferralCard } from '../views/referral-card.js';
import { Another } from './referral.js';
import { answer } from './consent.js';
import { Due, isLive, Status } from './standing.js';
import { say, sayIf } from './words.js';

interface Shown {
  readonly name: (code: string) => string;
  /** Whose page it is. */
  readonly reader: string;
  readonly now: string;
}

/** The referrals an institution received, or sent, newest first: where each stands, and what came of it. */
export function ReferralList(
  props: Shown & {
    readonly box: 'to' | 'from';
    readonly referrals: readonly ListedReferral[];
    /** How many nobody has a next action for. */
    readonly stuck: number;
  },
): VNode {
  const { box, referrals, stuck, name, reader, now } = props;
  return (
    <>
      <h1>{say('list.title')}</h1>
      <p class="buttons">
        <Tab href="/derivaciones?caja=recibidas" here={box === 'to'} label={say('list.to')} />
        <Tab href="/derivaciones?caja=enviadas" here={box === 'from'} label={say('list.from')} />
        {stuck > 0 && <Tab href="/derivaciones/detenidas" here={false} label={say('list.stuck', { count: stuck })} />}
      </p>
      {referrals.length === 0 && <p class="empty">{say('list.none')}</p>}
      <ul class="rows">
        {referrals.map((referral) => (
          <Listed key={referral.id} referral={referral} of={name(box === 'to' ? referral.from : referral.to)} now={now}>
            <p>
              <Status {...referral} /> {resultOf(referral)}
            </p>
            {isLive(referral) && <Due {...{ referral, reader, name, now }} />}
          </Listed>
        ))}
      </ul>
    </>
  );
}

/** Where nobody has a next action, and why. */
export function StuckList(
  props: Shown & { readonly referrals: readonly (ListedReferral & { readonly why: string })[] },
): VNode {
  const { referrals, name, reader, now } = props;
  return (
    <>
      <Back href="/derivaciones" />
      <h1>{say('stuck.title')}</h1>
      <p class="hint">{say(referrals.length === 0 ? 'stuck.none' : 'stuck.lead')}</p>
      <ul class="rows">
        {referrals.map((referral) => {
          const { id, from, to, why } = referral;
          return (
            <Listed key={id} referral={referral} of={name(reader === from ? to : from)} now={now}>
              <p>
                <Status {...referral} /> {sayIf(`stuck.${why}`, why)}
              </p>
            </Listed>
          );
        })}
      </ul>
    </>
  );
}

/** The referrals of one crisis: each with where it stands, what is due, and what the person agreed to. */
export function Joint({ cards, name, reader, now }: Shown & { readonly cards: readonly ReferralCard[] }): VNode {
  const mine = cards.find(({ from }) => from === reader);
  return (
    <>
      <h1>{say('joint.title')}</h1>
      <p class="hint">{say('joint.lead')}</p>
      {cards.map((card) => {
        const referral = viewOf(card);
        return (
          <article class="card" key={card.id}>
            <h2>
              <a href={`/derivaciones/${card.id}`}>
                {name(card.to)} <span class="code">{card.code}</span>
              </a>
            </h2>
            <p>
              <Status {...referral} /> {resultOf(referral)}
            </p>
            {isLive(referral) && <Due {...{ referral, reader, name, now }} />}
            <Facts
              rows={[
                [say('one.purpose'), label('referralPurposes', card.purpose)],
                [
                  say('agreed.title'),
                  card.consent.withdrawn ? say('agreed.withdrawn') : answer(card.consents[card.leg]),
                ],
              ]}
            />
          </article>
        );
      })}
      {mine && <Another card={mine} />}
    </>
  );
}

/** What came of it, or why nothing did. */
function resultOf({ status, outcome, reason }: ListedReferral): string {
  if (outcome !== undefined) return label('outcomes', outcome);
  if (reason === undefined) return '';
  return label(status === 'cancelled' ? 'cancelReasons' : 'declineReasons', reason);
}

const Listed = (props: { referral: ListedReferral; of: string; now: string; children: ComponentChildren }): VNode => (
  <li class="listed">
    <a href={`/derivaciones/${props.referral.id}`}>
      <span class="code">{props.referral.code}</span> {props.of}
    </a>
    <p class="line">{say('list.sent', { ago: timeAgo(props.referral.sentAt, props.now) })}</p>
    {props.children}
  </li>
);

const Tab = ({ href, here, label }: { href: string; here: boolean; label: string }): VNode => (
  <ButtonLink href={href} kind={here ? 'main' : 'quiet'} here={here}>
    {label}
  </ButtonLink>
);
