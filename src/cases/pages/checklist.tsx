import type { VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
import { Button, Select, Send, Tag } from '../../pages/parts.js';
import { reportNeeds } from '../../protocol/index.js';
import { missingItems } from '../domain/completeness.js';
import type { CaseCard } from '../views/case-card.js';
import { say } from './words.js';

/** What the police report holds, and a form for what it lacks; nothing where no checklist is kept. */
export function Checklist(props: {
  readonly card: CaseCard;
  readonly own: boolean;
  readonly newKey: () => string;
}): VNode | null {
  const { card, own, newKey } = props;
  const { items, country } = card;
  if (items === undefined || card.reportReceived) return null;
  const missing = missingItems({ country, items });
  const known = reportNeeds(country).filter((item) => items[item] !== undefined);
  return (
    <section>
      <h2>{say('items.title')}</h2>
      <p>
        {missing.length === 0 ? (
          <Tag tone="good">{say('items.complete')}</Tag>
        ) : (
          <Tag tone="late">{say('items.missing', { count: missing.length })}</Tag>
        )}
      </p>
      {own && missing.length > 0 && (
        <Send action={`/casos/${card.id}/datos`} commandKey={newKey()}>
          <p class="hint">{say('items.hint')}</p>
          {missing.map((item) => (
            <Select
              key={item}
              name={item}
              within="dato"
              label={label('reportItems', item)}
              options={optionsOf('reportItemStates')}
            />
          ))}
          <p>
            <Button>{say('items.send')}</Button>
          </p>
        </Send>
      )}
      {known.length > 0 && (
        <details class="drop">
          <summary>{say('items.known', { count: known.length })}</summary>
          <ul class="rows">
            {known.map((item) => (
              <li class="row" key={item}>
                <span>{label('reportItems', item)}</span>
                <Tag tone={items[item] === 'PRESENT' ? 'good' : 'plain'}>
                  {label('reportItemStates', items[item] ?? '')}
                </Tag>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
