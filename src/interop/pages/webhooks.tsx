import type { VNode } from 'preact';
import { Facts, Tag, type Tone } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import type { Delivery } from '../delivery/backlog.js';
import type { Subscription } from '../http/webhook-desk.js';
import type { WebhookCard } from '../views/webhooks.js';
import { say, why } from './words.js';

/** A subscription, with the first of what was given up. */
export interface Shown extends Subscription {
  readonly letters: readonly Delivery[];
}

/** How every system of an institution takes what it is sent. */
export const WebhooksPage = ({ subscriptions }: { readonly subscriptions: readonly Shown[] }): VNode => (
  <>
    <h1>{say('webhooks.title')}</h1>
    <p>{say('webhooks.lead')}</p>
    {subscriptions.length === 0 && <p class="empty">{say('webhooks.none')}</p>}
    {subscriptions.map((each) => (
      <One key={each.card.id} {...each} />
    ))}
  </>
);

function One({ card, standing, letters }: Shown): VNode {
  const { taken, lastTaken, lastTry, lastWhy } = standing.tally;
  const [tone, state] = stateOf(card);
  const failed =
    lastTry === undefined || lastWhy === undefined
      ? []
      : [[say('webhooks.lastTry'), say('webhooks.why', { at: when(lastTry), why: why(lastWhy) })] as const];
  return (
    <section class="card">
      <h2>{card.url}</h2>
      <Facts
        rows={[
          [say('webhooks.state'), <Tag tone={tone}>{state}</Tag>],
          [say('webhooks.since'), when(card.subscribedAt)],
          [say('webhooks.lastTaken'), lastTaken === undefined ? say('webhooks.never') : when(lastTaken)],
          [say('webhooks.taken'), String(taken)],
          [say('webhooks.waiting'), String(standing.waiting)],
          [say('webhooks.dead'), String(standing.dead)],
          ...failed,
        ]}
      />
      {letters.length > 0 && <Letters letters={letters} more={standing.dead > letters.length} />}
    </section>
  );
}

const Letters = ({ letters, more }: { readonly letters: readonly Delivery[]; readonly more: boolean }): VNode => (
  <>
    <h3>{say('webhooks.deadTitle')}</h3>
    <table>
      <thead>
        <tr>
          {(['webhooks.letter', 'webhooks.subject', 'webhooks.reason'] as const).map((head) => (
            <th key={head} scope="col">
              {say(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {letters.map(({ id, type, stream, why: code }) => (
          <tr key={id}>
            <td>
              {type} <code>{id}</code>
            </td>
            <td>{stream}</td>
            <td>{code === undefined ? '' : why(code)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    {more && <p class="hint">{say('webhooks.more')}</p>}
  </>
);

function stateOf({ status, pausedFor = 'ASKED' }: WebhookCard): readonly [Tone, string] {
  switch (status) {
    case 'active':
      return ['good', say('status.active')];
    case 'paused':
      return ['late', say(`status.paused.${pausedFor}`)];
    case 'ended':
      return ['plain', say('status.ended')];
  }
}
