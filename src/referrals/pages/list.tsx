import type { VNode } from 'preact';
import { Tag } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import type { ListedReferral } from '../../questions.js';
import { say, sayIf } from './words.js';

/** Where a referral stands, in a word. */
export const Status = ({ status }: { status: string }): VNode => (
  <Tag tone={status === 'declined' ? 'grave' : status === 'closed' || status === 'reported-back' ? 'good' : 'plain'}>
    {sayIf(`status.${status}`, status)}
  </Tag>
);

/** The referrals an institution received, or sent, newest first. */
export function ReferralList(props: {
  readonly box: 'to' | 'from';
  readonly referrals: readonly ListedReferral[];
  readonly name: (code: string) => string;
}): VNode {
  const { box, referrals, name } = props;
  return (
    <>
      <h1>{say('list.title')}</h1>
      <p class="buttons">
        <Tab href="/derivaciones?caja=recibidas" here={box === 'to'} label={say('list.to')} />
        <Tab href="/derivaciones?caja=enviadas" here={box === 'from'} label={say('list.from')} />
      </p>
      {referrals.length === 0 && <p class="empty">{say('list.none')}</p>}
      <ul class="rows">
        {referrals.map(({ id, code, from, to, sentAt, status, lapsed }) => (
          <li key={id}>
            <a class="row" href={`/derivaciones/${id}`}>
              <span class="code">{code}</span>
              <span>
                {name(box === 'to' ? from : to)} · {when(sentAt)}
              </span>
              {lapsed && status === 'sent' ? <Tag tone="late">{say('status.lapsed')}</Tag> : <Status status={status} />}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

const Tab = ({ href, here, label }: { href: string; here: boolean; label: string }): VNode => (
  <a class={here ? 'button' : 'button quiet'} href={href} aria-current={here ? 'page' : undefined}>
    {label}
  </a>
);
