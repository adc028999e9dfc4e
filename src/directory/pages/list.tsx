import type { VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
import { Button, Choices, Select, Tag, Text } from '../../pages/parts.js';
import type { Judged } from '../domain/offering.js';
import { nameOn } from '../domain/entry.js';
import { opensWhen } from './offer-words.js';
import { say } from './words.js';

/** What a reader looks for. */
export interface Wanted {
  readonly buscar?: string;
  readonly servicio?: string;
  readonly distrito?: string;
  readonly abierto?: string;
}

/** Services by what a reader looks for. */
export function DirectoryList(props: {
  readonly wanted: Wanted;
  readonly shown: readonly Judged[];
  readonly count: number;
  readonly now: string;
  readonly today: string;
}): VNode {
  const { wanted, shown, count, now, today } = props;
  const filled = { ...wanted };
  return (
    <>
      <h1>{say('title')}</h1>
      <form action="/directorio">
        <Text name="buscar" label={say('search')} max={60} filled={filled} />
        <Select
          name="servicio"
          label={say('kind')}
          options={[{ value: '', label: say('anyKind') }, ...optionsOf('services')]}
          blank={false}
          filled={filled}
        />
        <Text name="distrito" label={say('district')} hint={say('district.hint')} max={60} filled={filled} />
        <Choices
          name="abierto"
          label={say('openNow')}
          many
          options={[{ value: 'si', label: say('open') }]}
          filled={filled}
        />
        <Button>{say('find')}</Button>
      </form>
      <h2>{say('found', { count })}</h2>
      <ul class="rows">
        {shown.map((judged) => (
          <li key={`${judged.organization.id} ${judged.service.id}`}>
            <Line judged={judged} now={now} today={today} />
          </li>
        ))}
      </ul>
      {shown.length < count && <p class="hint">{say('more', { shown: shown.length })}</p>}
    </>
  );
}

function Line({ judged, now, today }: { judged: Judged; now: string; today: string }): VNode {
  const { organization, service, bars, remarks } = judged;
  return (
    <>
      <a class="row" href={`/directorio/${encodeURIComponent(organization.id)}`}>
        <b>{nameOn(organization, today)}</b>
      </a>
      <p class="line">
        {service.name} · {label('services', service.kind)}
      </p>
      {bars.includes('CONCILIATION') && <p>{say('conciliation')}</p>}
      <p>
        <Opening judged={judged} now={now} />{' '}
        {bars.includes('NO_CAPACITY') && <Tag tone="late">{say('capacity.none')}</Tag>}{' '}
        {remarks.includes('STALE') && <Tag>{say('stale')}</Tag>}
      </p>
    </>
  );
}

/** Whether it is open, and if not, when it is. */
export function Opening({ judged, now }: { judged: Judged; now: string }): VNode | null {
  const { organization, opening } = judged;
  if (opening.now === 'unknown') return null;
  if (opening.now === 'open') return <Tag tone="good">{say('open')}</Tag>;
  return (
    <>
      <Tag>{say('closed')}</Tag>{' '}
      {opening.opensAt !== undefined && say('opens', { when: opensWhen(opening.opensAt, now, organization.country) })}
    </>
  );
}
