import type { VNode } from 'preact';
import { ageLabel } from '../../pages/labels.js';
import { ButtonLink } from '../../pages/parts.js';
import { Risk } from '../../pages/today.js';
import { say as sayCommon } from '../../pages/words.js';
import type { CaseCard } from '../views/case-card.js';
import { pairsPath } from './pairs.js';
import { say } from './words.js';

/** The cases an institution answers for. */
export function CaseList(props: {
  readonly cases: readonly CaseCard[];
  readonly status: 'open' | 'closed';
  /** Address of the next page, if there is one. */
  readonly more?: string;
  /** Whether the reader may link what two institutions have of one person. */
  readonly coordinates?: boolean;
}): VNode {
  const { cases, status, more, coordinates = false } = props;
  const kind = (of: 'open' | 'closed') => (of === status ? 'main' : 'quiet');
  return (
    <>
      <h1>{say('list.title')}</h1>
      <p class="buttons">
        <ButtonLink href="/casos/nuevo">{say('list.new')}</ButtonLink>
        <ButtonLink href="/derivaciones" kind="quiet">
          {say('list.referrals')}
        </ButtonLink>
        {!coordinates && (
          <ButtonLink href="/emergencia" kind="quiet">
            {say('list.emergency')}
          </ButtonLink>
        )}
        {coordinates && (
          <ButtonLink href={pairsPath} kind="quiet">
            {say('pairs.title')}
          </ButtonLink>
        )}
      </p>
      <p class="buttons">
        <ButtonLink href="/casos" kind={kind('open')}>
          {say('list.open')}
        </ButtonLink>
        <ButtonLink href="/casos?estado=cerrados" kind={kind('closed')}>
          {say('list.closed')}
        </ButtonLink>
      </p>
      {cases.length === 0 && <p class="empty">{say('list.none')}</p>}
      <ul class="rows">
        {cases.map(({ id, code, ageBand, risk }) => (
          <li key={id}>
            <a class="row" href={`/casos/${id}`}>
              <span class="code">{code}</span>
              <span>{ageLabel(ageBand)}</span>
              <Risk risk={risk} />
            </a>
          </li>
        ))}
      </ul>
      {more !== undefined && (
        <p>
          <ButtonLink href={more} kind="quiet">
            {sayCommon('page.more')}
          </ButtonLink>
        </p>
      )}
    </>
  );
}
