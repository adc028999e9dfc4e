import type { VNode } from 'preact';
import { ButtonLink } from '../../pages/parts.js';
import type { Offer } from '../../questions.js';
import { answeredStatuses, type ReferralStatus } from '../domain/life.js';
import type { ReferralCard } from '../views/referral-card.js';
import { ActButton, ActForm, type Acting } from './act-forms.js';
import { type ActName, acts } from './acts.js';
import { Links } from './choose.js';
import { onwardTo } from './onward.js';
import { say, type Word } from './words.js';

/** What is mostly done next: it stands open, everything else is folded away. */
const usual: Readonly<Partial<Record<ReferralStatus, ActName>>> = {
  accepted: 'attend',
  scheduled: 'attend',
  'not-attended': 'contact',
  'cancel-asked': 'cancel',
  attended: 'report-back',
  'reported-back': 'close',
};

/** Steps that ask nothing: a tap each. */
const taps: readonly ActName[] = ['accept', 'receive', 'resume'];
/** Steps that stand elsewhere on the page. */
const elsewhere: readonly ActName[] = ['withdraw', 'undo'];

/** Everything the reader may do now, what is mostly done first. */
export function NextSteps(props: {
  readonly acting: Acting;
  readonly allowed: readonly string[];
  readonly alternatives: readonly Offer[] | undefined;
  readonly name: (code: string) => string;
}): VNode {
  const { acting, allowed, alternatives, name } = props;
  const { card, now } = acting;
  const ahead = card.appointment !== undefined && card.appointment.at > now;
  const possible = acts
    .map((act) => act.name)
    .filter((act) => allowed.includes(act) && !elsewhere.includes(act) && !(act === 'miss' && ahead));
  const first = ahead ? undefined : usual[card.status];
  const buttons = taps.filter((act) => possible.includes(act));
  const forms = possible.filter((act) => !taps.includes(act)).sort((a, b) => Number(b === first) - Number(a === first));
  const moves = possible.some((act) => act !== 'note') || alternatives !== undefined;
  return (
    <section>
      {moves ? <h2>{say('one.next')}</h2> : <p class="empty">{waitingWords(card, name)}</p>}
      {alternatives !== undefined && <Alternatives card={card} alternatives={alternatives} />}
      {buttons.length > 0 && (
        <div class="buttons">
          {buttons.map((act, index) => (
            <ActButton key={act} name={act} acting={acting} quiet={index > 0} />
          ))}
        </div>
      )}
      {forms.map((act) => (
        <ActForm key={act} name={act} acting={acting} open={act === first} />
      ))}
      {allowed.includes('reroute') && alternatives === undefined && (
        <p>
          <ButtonLink href={onwardTo(card.id)} kind="quiet">
            {say('do.reroute')}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

/** What there is to say to who has nothing to do. */
const restWords: Readonly<Partial<Record<ReferralStatus, Word>>> = {
  closed: 'one.closed',
  cancelled: 'one.cancelled',
  undone: 'one.undone',
};

function waitingWords({ status, to, from }: ReferralCard, name: (code: string) => string): string {
  const rest = restWords[status];
  if (rest !== undefined) return say(rest);
  return say('one.wait', { institution: name(answeredStatuses.has(status) ? from : to) });
}

/** The services that could take what was not taken, each a tap from the form. */
function Alternatives({ card, alternatives }: { card: ReferralCard; alternatives: readonly Offer[] }): VNode {
  return (
    <>
      {alternatives.length > 0 && <h3>{say('alternatives.title')}</h3>}
      <p class="hint">{say(alternatives.length === 0 ? 'alternatives.none' : 'alternatives.lead')}</p>
      <Links
        destinations={alternatives}
        linkTo={({ organization, service }) => onwardTo(card.id, { institucion: organization, servicio: service })}
      />
      <p>
        <ButtonLink href={onwardTo(card.id)} kind="quiet">
          {say('do.reroute')}
        </ButtonLink>
      </p>
    </>
  );
}
