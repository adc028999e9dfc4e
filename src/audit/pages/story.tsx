import type { VNode } from 'preact';
import type { RecordedEvent } from '#event-log';
import { formatDate } from '#service';
import { localeNow } from '../../country.js';
import { Button, Facts, Text } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import type { Difference } from '../domain/replay.js';
import type { Part } from '../parts.js';
import type { Replay } from '../../questions.js';
import type { Standing } from '../ledger/standing.js';
import { eventName } from './event-words.js';
import { Listing, PastLinks, Value, withoutSealed } from './past-parts.js';
import { Proved } from './proved.js';
import { say } from './words.js';

export const Only = (): VNode => (
  <>
    <h1>{say('title')}</h1>
    <p>{say('only')}</p>
  </>
);

/** Asks for the code people read to each other, and shows how far the record is proved. */
export const Finder = ({ unknown, standing }: { readonly unknown?: string; readonly standing?: Standing }): VNode => (
  <>
    <h1>{say('title')}</h1>
    <p>{say('lead')}</p>
    <form method="get" action="/auditoria">
      <Text
        name="code"
        label={say('code')}
        hint={say('hint')}
        filled={{ code: unknown }}
        errors={new Map(unknown === undefined ? [] : [['code', say('unknown')]])}
      />
      <Button>{say('look')}</Button>
    </form>
    <PastLinks />
    {standing && <Proved standing={standing} />}
  </>
);

interface StoryProps {
  readonly kind: Exclude<Replay['kind'], 'organization'>;
  readonly path: string;
  readonly events: readonly RecordedEvent[];
  /** How many of the events are shown: the moment looked at is the last of them. */
  readonly shown: number;
  /** Who recorded the last of them, as this auditor may know them. */
  readonly by: string;
  readonly state: object;
  readonly changes: readonly Difference[];
  /** What a board has: each with a history of its own. */
  readonly parts: readonly Part[];
}

/** One moment of a history: the timeline, what this event changed, how things stood, and the event as stored. */
export function Story({ kind, path, events, shown, by, state, changes, parts }: StoryProps): VNode {
  const event = events[shown - 1];
  const code = nameOf(state);
  return (
    <>
      <h1>{say(kind, { code })}</h1>
      <Steps path={path} shown={shown} all={events.length} />
      {event && (
        <>
          <h2>{say('changed')}</h2>
          <Listing
            heads={['field', 'before', 'after']}
            rows={changes.map(({ field, before, after }) => [
              <code>{field}</code>,
              <Value of={before} />,
              <Value of={after} />,
            ])}
          />
          <h2>{say('event')}</h2>
          <Facts
            rows={[
              [
                say('type'),
                <>
                  {eventName(event.type)} (<code>{event.type}</code>)
                </>,
              ],
              [say('happened'), when(event.metadata['effectiveAt'] ?? '')],
              [say('recorded'), when(event.metadata['recordedAt'] ?? '')],
              [say('by'), by],
              [say('position'), String(Number(event.position))],
              [say('id'), <code>{event.id}</code>],
              [say('data'), <pre class="data">{JSON.stringify(event.data, withoutSealed, 2)}</pre>],
            ]}
          />
        </>
      )}
      <h2>{say('timeline')}</h2>
      <ol class="timeline">
        {events.map((each, index) => (
          <li key={each.id}>
            <a href={`${path}?hasta=${index + 1}`} aria-current={index + 1 === shown ? 'step' : undefined}>
              {when(each.metadata['effectiveAt'] ?? '')} — {eventName(each.type)}
            </a>
          </li>
        ))}
      </ol>
      {parts.length > 0 && <h2>{say('parts')}</h2>}
      <ul>
        {parts.map(({ kind, is, id, day }) => (
          <li key={id}>
            <a href={`/auditoria/${partPaths[kind]}/${id}`}>
              {say(`part.${is}`, { day: formatDate(day, localeNow(), spelled) })}
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{say('state')}</summary>
        <pre class="data">{JSON.stringify(state, withoutSealed, 2)}</pre>
      </details>
      <p>
        <a href="/auditoria">{say('again')}</a>
      </p>
    </>
  );
}

const spelled = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const partPaths = { session: 'sesiones', agreement: 'acuerdos', plan: 'planes' } as const;

/** What people know it by: its code, or else the board it belongs to, or its own name. */
function nameOf(state: object): string {
  const named = { code: undefined, board: undefined, name: undefined, ...state };
  const found: unknown = named.code ?? named.board ?? named.name;
  return typeof found === 'string' ? found : '';
}

/** First, previous, next and last event, as links. */
function Steps({ path, shown, all }: { readonly path: string; readonly shown: number; readonly all: number }): VNode {
  const to = (at: number, label: string, possible: boolean): VNode =>
    possible ? <a href={`${path}?hasta=${at}`}>{label}</a> : <span>{label}</span>;
  return (
    <nav class="around" aria-label={say('timeline')}>
      <p>
        <strong>{say('place', { shown, all })}</strong>
      </p>
      <p>
        {to(1, say('first'), shown > 1)} · {to(shown - 1, say('previous'), shown > 1)} ·{' '}
        {to(shown + 1, say('next'), shown < all)} · {to(all, say('last'), shown < all)}
      </p>
    </nav>
  );
}
