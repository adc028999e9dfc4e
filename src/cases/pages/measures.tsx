import type { VNode } from 'preact';
import { endOfDay, startOfDay } from '#terms';
import { label, optionsOf } from '../../pages/labels.js';
import { Button, Choices, Select, Send, Tag, Text } from '../../pages/parts.js';
import { onDay } from '../../pages/time.js';
import { zoneOf } from '../../protocol/index.js';
import { isLive, type Measure } from '../domain/measure-state.js';
import { mayRecord } from '../domain/procedure.js';
import type { CaseCard } from '../views/case-card.js';
import { say } from './words.js';

interface MeasuresProps {
  readonly card: CaseCard;
  /** Whose page it is. */
  readonly institution: string;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  readonly now: string;
}

/** Each protection measure: how it stands, and what may be recorded of it. */
export function MeasureList(props: MeasuresProps): VNode | null {
  const measures = Object.entries(props.card.measures);
  if (measures.length === 0) return null;
  return (
    <section>
      <h2>{say('measures.title')}</h2>
      <ul class="rows">
        {measures.map(([id, measure]) => (
          <li key={id}>
            <One {...props} id={id} measure={measure} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function One({ card, institution, name, newKey, now, id, measure }: MeasuresProps & { id: string; measure: Measure }) {
  const { code, executor, until, steps, ended } = measure;
  const last = steps.at(-1);
  const mine = isLive(measure) && (mayRecord(institution, card) || executor === institution);
  const base = `/casos/${card.id}/medidas/${id}`;
  return (
    <>
      <div class="row">
        <span>{label('protectiveMeasures', code)}</span>
        {ended !== undefined ? (
          <Tag>{label('measureEndings', ended)}</Tag>
        ) : (
          <Tag tone={last?.startsWith('BREACH') === true ? 'grave' : last === undefined ? 'plain' : 'good'}>
            {last === undefined ? say('measures.issued') : label('measureSteps', last)}
          </Tag>
        )}
      </div>
      {executor !== undefined && <p class="line">{say('measures.executor', { name: name(executor) })}</p>}
      {isLive(measure) && until !== undefined && (
        <p class="line">
          {say(isOver(until, card, now) ? 'measures.over' : 'measures.until', { day: day(until, card) })}
        </p>
      )}
      {mine && (
        <details class="drop">
          <summary class="button quiet">{say('clocks.record')}</summary>
          <Send action={`${base}/paso`} commandKey={newKey()}>
            <Choices name="step" within={id} label={say('measures.step')} options={optionsOf('measureSteps')} />
            <p>
              <Button>{say('clocks.record')}</Button>
            </p>
          </Send>
        </details>
      )}
      {isLive(measure) && institution === card.reportTo && <Orders base={base} id={id} newKey={newKey} />}
    </>
  );
}

/** What only the court may order. */
const Orders = ({ base, id, newKey }: { base: string; id: string; newKey: () => string }): VNode => (
  <details class="drop">
    <summary class="button quiet">{say('measures.order')}</summary>
    <Send action={`${base}/plazo`} commandKey={newKey()}>
      <Text name="until" within={`${id}-plazo`} label={say('measures.extend.until')} type="date" />
      <p>
        <Button>{say('measures.extend')}</Button>
      </p>
    </Send>
    <Send action={`${base}/fin`} commandKey={newKey()}>
      <Select
        name="code"
        within={`${id}-fin`}
        label={say('measures.end.by')}
        hint={say('measures.end.hint')}
        options={optionsOf('protectiveMeasures')}
      />
      <p>
        <Button>{say('measures.end')}</Button>
      </p>
    </Send>
  </details>
);

const isOver = (until: string, { country }: CaseCard, now: string): boolean => endOfDay(until, zoneOf(country)) < now;

const day = (until: string, { country }: CaseCard): string => onDay(startOfDay(until, zoneOf(country)));
