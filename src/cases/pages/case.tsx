import type { ComponentChildren, VNode } from 'preact';
import { ageLabel, label } from '../../pages/labels.js';
import { ButtonLink, Facts, Tag } from '../../pages/parts.js';
import { Left, Risk } from '../../pages/today.js';
import { when } from '../../pages/time.js';
import type { Identity } from '../domain/events.js';
import { isOnTrack } from '../domain/state.js';
import type { Shown } from '../http/case-desk.js';
import type { CaseCard } from '../views/case-card.js';
import type { ReferralOfCase } from '../views/referrals-of-case.js';
import { placeRows, type ShownPlaces } from './places.js';
import { Sealed } from './sealed.js';
import { entryLabel, type Sentence } from './story.js';
import { say, sayIf } from './words.js';

export interface CasePageProps {
  readonly card: CaseCard;
  readonly referrals: readonly ReferralOfCase[];
  readonly sentences: readonly Sentence[];
  readonly identity: Shown<Identity>;
  readonly mayOpenIdentity: boolean;
  readonly places: ShownPlaces;
  /** The reader's institution answers for the case. */
  readonly own: boolean;
  readonly name: (code: string) => string;
  readonly now: string;
  readonly clocks: ComponentChildren;
  /** What stands before everything else: a child, the same person elsewhere. */
  readonly first: ComponentChildren;
  readonly measures: ComponentChildren;
  /** Who else it is about. */
  readonly others: ComponentChildren;
  /** What the reader may record. */
  readonly children: ComponentChildren;
}

/** A case: the way it has to go with its clocks, what may be recorded, and its story. */
export function CasePage(props: CasePageProps): VNode {
  const { card, referrals, sentences, identity, mayOpenIdentity, places, own, name, now } = props;
  const { clocks, first, measures, others, children } = props;
  return (
    <>
      <h1>{say('one.title', { code: card.code })}</h1>
      <p>
        <Risk risk={card.risk} /> {card.status === 'closed' && <Tag tone="good">{say('one.closed')}</Tag>}
      </p>
      {card.status === 'open' && (
        <p class="buttons">
          <ButtonLink href={`/derivar?caso=${card.id}`}>{say('one.refer')}</ButtonLink>
        </p>
      )}
      {isOnTrack(card) && <p class="hint">{say('one.track')}</p>}
      {first}
      <h2>{say('route.title')}</h2>
      <Route card={card} referrals={referrals} name={name} now={now} />
      {clocks}
      {measures}
      {children}
      <h2>{say('one.who')}</h2>
      <Facts
        rows={[
          [say('one.sexAndAge'), `${label('sexes', card.sex)}, ${ageLabel(card.ageBand).toLowerCase()}`],
          [
            say('one.identity'),
            <Sealed id={card.id} section={identity} mayOpen={mayOpenIdentity} mostrar="nombre">
              {({ name: called, documentId, phone }) =>
                [called, documentId, phone].filter((part) => part !== undefined).join(' · ')
              }
            </Sealed>,
          ],
          ...placeRows(card, places, name),
          [say('one.types'), card.types.map((type) => label('violenceTypes', type)).join(', ')],
          [say('one.condition'), label(['conditions', 'trackConditions'], card.condition)],
          [say('one.entry'), entryLabel(card.entry)],
          ...(!own || card.shelterNights === 0 ? [] : [[say('one.shelter'), String(card.shelterNights)] as const]),
          [say('one.opened'), when(card.openedAt)],
          [say('one.institution'), name(card.institution)],
        ]}
      />
      {own && (
        <p>
          <a href={`/casos/${card.id}/lecturas`}>{say('one.reads')}</a>
          {' · '}
          <a href={`/casos/${card.id}/conflictos`}>{say('one.conflicts')}</a>
          {' · '}
          <a href={`/derechos/personas/${card.person}`}>{say('one.rights')}</a>
        </p>
      )}
      {others}
      <h2>{say('story.title')}</h2>
      <ol class="story">
        {sentences.map(({ at, position, text }) => (
          <li key={position}>
            <time dateTime={at}>{when(at)}</time>
            {text}
          </li>
        ))}
      </ol>
    </>
  );
}

interface Task {
  readonly what: ComponentChildren;
  readonly state: VNode;
}

type RouteProps = Pick<CasePageProps, 'card' | 'referrals' | 'name' | 'now'>;

/** What this case has to go through, with how each part stands. */
function Route({ card, referrals, name, now }: RouteProps): VNode {
  const risk: Task = {
    what: say('route.risk'),
    state:
      card.risk === 'UNDETERMINED' ? (
        <Tag>{say('route.risk.todo')}</Tag>
      ) : (
        <Tag tone={card.risk === 'SEVERE' ? 'grave' : 'plain'}>{label('riskLevels', card.risk)}</Tag>
      ),
  };
  const handed = referrals.map((referral): Task => ({
    what: (
      <a href={`/derivaciones/${referral.referral}`}>{say('route.referral', { institution: name(referral.to) })}</a>
    ),
    state: <ReferralState referral={referral} now={now} />,
  }));
  return (
    <ul class="rows">
      {[risk, ...handed].map(({ what, state }, index) => (
        <li class="row" key={index}>
          <span>{what}</span>
          {state}
        </li>
      ))}
    </ul>
  );
}

function ReferralState({ referral, now }: { referral: ReferralOfCase; now: string }): VNode {
  const { status, due } = referral;
  if (status === 'sent' && due !== undefined) return <Left due={due} now={now} />;
  const tone =
    status === 'declined' ? 'grave' : ['closed', 'reported-back', 'attended'].includes(status) ? 'good' : 'plain';
  return <Tag tone={tone}>{sayIf(`ref.status.${status}`, status)}</Tag>;
}
