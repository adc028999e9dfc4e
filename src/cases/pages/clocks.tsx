import type { ComponentChildren, VNode } from 'preact';
import { formatInstant } from '#service';
import { Button, Send, Tag } from '../../pages/parts.js';
import { isOverdue, timeAgo, timeLeft } from '../../pages/time.js';
import { localeNow, zoneNow } from '../../country.js';
import { nextSteps } from '../domain/life.js';
import { mayRecord } from '../domain/procedure.js';
import { commandOf } from '../domain/table.js';
import type { CaseCard } from '../views/case-card.js';
import type { ClockRecord } from '../views/clock-record.js';
import { duty, stepName } from './steps.js';
import { say } from './words.js';

/** `mié 1 oct, 10:00`, on the clocks of who asks. */
const day = (at: string): string =>
  formatInstant(at, localeNow(), zoneNow(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });

interface ClocksProps {
  readonly card: CaseCard;
  /** Whose page it is. */
  readonly institution: string;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  readonly now: string;
}

/** The clocks of a case as a list of tasks: what has to be done by when, what has no term, and what was done. */
export function Clocks({ card, institution, name, newKey, now }: ClocksProps): VNode {
  const clocks = Object.values(card.clocks).sort((a, b) => (a.due < b.due ? -1 : 1));
  const waiting = clocks.filter(({ status }) => status === 'running' || status === 'missed');
  const past = clocks.filter(({ status }) => status === 'met' || status === 'dropped');
  const own = mayRecord(institution, card) ? nextSteps(card) : [];
  const record = (step: string) => <Record {...{ step, card, own, newKey }} />;
  const undated = Object.values(card.awaited);
  return (
    <>
      <h2>{say('clocks.title')}</h2>
      {waiting.length === 0 && <p class="empty">{say('clocks.none')}</p>}
      <ul class="rows">
        {waiting.map((clock) => (
          <li key={clock.stop}>
            <Task mark={<Left clock={clock} now={now} />}>
              {say(clock.due < now ? 'clocks.todo.late' : 'clocks.todo', {
                who: name(clock.institution),
                what: duty(clock.stop),
                due: day(clock.due),
              })}
            </Task>
            <Former was={clock.was} />
            {record(clock.stop)}
          </li>
        ))}
      </ul>
      {undated.length > 0 && (
        <>
          <h2>{say('clocks.undated')}</h2>
          <p class="hint">{say('clocks.undated.hint')}</p>
          <ul class="rows">
            {undated.map(({ step, institution: who, trigger }) => (
              <li key={step}>
                <Task mark={<Tag>{say('clocks.since', { time: timeAgo(trigger, now) })}</Tag>}>
                  {say('clocks.todo.undated', { who: name(who), what: duty(step) })}
                </Task>
                {record(step)}
              </li>
            ))}
          </ul>
        </>
      )}
      {past.length > 0 && (
        <>
          <h2>{say('clocks.past')}</h2>
          <ul class="rows">
            {past.map((clock) => (
              <li key={clock.stop + clock.due}>
                <Task mark={<Done clock={clock} />}>
                  {say(ending(clock), {
                    who: name(clock.institution),
                    what: stepName(clock.stop),
                    at: day(clock.metAt ?? clock.due),
                    due: day(clock.due),
                  })}
                </Task>
                <Former was={clock.was} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const Task = ({ children, mark }: { readonly children: ComponentChildren; readonly mark: VNode }): VNode => (
  <div class="row">
    <span>{children}</span>
    {mark}
  </div>
);

/** How long is left; late is said in words, and its colour only repeats it. */
const Left = ({ clock: { due, status }, now }: { clock: ClockRecord; now: string }): VNode => (
  <Tag tone={status === 'missed' || isOverdue(due, now) ? 'late' : 'plain'}>{timeLeft(due, now)}</Tag>
);

const ending = ({ status, metAt, due }: ClockRecord): 'clocks.met' | 'clocks.met.late' | 'clocks.dropped' =>
  status === 'dropped' || metAt === undefined ? 'clocks.dropped' : metAt > due ? 'clocks.met.late' : 'clocks.met';

function Done({ clock: { status, metAt, due } }: { clock: ClockRecord }): VNode {
  if (status === 'dropped' || metAt === undefined) return <Tag>{say('clocks.dropped.mark')}</Tag>;
  return metAt > due ? <Tag tone="late">{say('clocks.late')}</Tag> : <Tag tone="good">{say('clocks.inTime')}</Tag>;
}

/** The due times it had before: struck through, said to be former as well, and why that changed. */
const Former = ({ was }: Pick<ClockRecord, 'was'>): VNode => (
  <>
    {was.map(({ due, until }) => (
      <p class="line" key={until}>
        {say('clocks.was')} <s>{day(due)}</s>. {say('clocks.was.risk', { time: day(until) })}
      </p>
    ))}
  </>
);

/** Records the step, where this institution may and no fuller form does it. */
function Record(props: {
  readonly step: string;
  readonly card: CaseCard;
  readonly own: readonly string[];
  readonly newKey: () => string;
}): VNode | null {
  const { step, card, own, newKey } = props;
  if (commandOf(step) !== undefined || !own.includes(step)) return null;
  return (
    <details class="drop">
      <summary class="button quiet">{say('clocks.record')}</summary>
      <Send action={`/casos/${card.id}/paso`} commandKey={newKey()}>
        <p class="hint">{say('clocks.record.hint', { what: stepName(step) })}</p>
        <p>
          <Button name="step" value={step}>
            {say('clocks.record.yes')}
          </Button>
        </p>
      </Send>
    </details>
  );
}
