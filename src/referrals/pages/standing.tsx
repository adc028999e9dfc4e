import type { VNode } from 'preact';
import { milestone } from '../../pages/milestones.js';
import { Tag } from '../../pages/parts.js';
import { Left } from '../../pages/today.js';
import { onDay, when } from '../../pages/time.js';
import type { ListedReferral } from '../../questions.js';
import { say, sayIf } from './words.js';

const over: readonly string[] = ['closed', 'cancelled', 'undone'];

/** Whether anybody still has something to do. */
export const isLive = ({ status }: Pick<ListedReferral, 'status'>): boolean => !over.includes(status);

type Standing = Pick<ListedReferral, 'status' | 'lapsed'>;

/** Where a referral stands, in words. */
export function Status({ status, lapsed }: Standing): VNode {
  if (lapsed && status === 'sent') return <Tag tone="late">{say('status.lapsed')}</Tag>;
  const grave = status === 'declined' || status === 'unreachable' || status === 'not-attended';
  const good = status === 'closed' || status === 'reported-back';
  return <Tag tone={grave ? 'grave' : good ? 'good' : 'plain'}>{sayIf(`status.${status}`, status)}</Tag>;
}

interface DueProps {
  readonly referral: Pick<ListedReferral, 'clocks' | 'wakeAt'>;
  /** Whose page it is. */
  readonly reader: string;
  readonly name: (code: string) => string;
  readonly now: string;
}

/** What is due, whose turn it is, and how long it has; nothing running is said too. */
export function Due({ referral: { clocks, wakeAt }, reader, name, now }: DueProps): VNode {
  if (clocks.length === 0) {
    return (
      <p class="line">
        <Tag>{say('due.none')}</Tag> {wakeAt !== undefined && say('due.wake', { day: onDay(wakeAt) })}
      </p>
    );
  }
  return (
    <ul class="due">
      {clocks.map(({ waitsFor, institution, due }) => (
        <li key={waitsFor}>
          {say('due.what', {
            who: institution === reader ? say('due.mine') : say('due.theirs', { institution: name(institution) }),
            what: milestone(waitsFor).toLowerCase(),
          })}{' '}
          <Left due={due} now={now} /> <time dateTime={due}>{when(due)}</time>
        </li>
      ))}
    </ul>
  );
}
