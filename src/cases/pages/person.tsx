import type { VNode } from 'preact';
import { ageLabel, label, optionsOf } from '../../pages/labels.js';
import { Button, Choices, Select, Send } from '../../pages/parts.js';
import type { ChildAdvice } from '../http/file-desk.js';
import type { Masked, ShownPerson, Similar } from '../http/persons-desk.js';
import type { CaseCard } from '../views/case-card.js';
import { say } from './words.js';

/** Other cases of the same person, and records that may be hers; nothing where there are none. */
export function SamePerson({
  card,
  person,
  newKey,
}: {
  readonly card: CaseCard;
  readonly person: ShownPerson;
  readonly newKey: () => string;
}): VNode | null {
  const others = person.cases.filter(({ id }) => id !== card.id);
  if (others.length + person.linked.length + person.flagged.length === 0) return null;
  const action = `/casos/${card.id}/persona`;
  return (
    <section>
      <h2>{say('person.title')}</h2>
      <ul class="rows">
        {others.map((each) => (
          <li key={each.id}>
            <CaseLink card={each} />
          </li>
        ))}
        {person.linked.map(({ person: other, cases }) => (
          <li key={other}>
            {cases.length === 0 ? (
              <p>{say('person.elsewhere')}</p>
            ) : (
              cases.map((each) => <CaseLink key={each.id} card={each} />)
            )}
            {cases.length > 0 && (
              <Send action={action} commandKey={newKey()}>
                <input type="hidden" name="other" value={other} />
                <Button kind="quiet" name="say" value="unlink">
                  {say('person.unlink')}
                </Button>
              </Send>
            )}
          </li>
        ))}
        {person.flagged.map(({ person: other, cases }) => (
          <li key={other}>
            <p>{say('person.maybe')}</p>
            {cases.length === 0 ? (
              <p class="hint">{say('person.elsewhere')}</p>
            ) : (
              cases.map((each) => <CaseLink key={each.id} card={each} />)
            )}
            {cases.length > 0 && (
              <Send action={action} commandKey={newKey()}>
                <input type="hidden" name="other" value={other} />
                <Select name="reason" within={other} label={say('person.why')} options={optionsOf('linkReasons')} />
                <p class="buttons">
                  <Button name="say" value="link">
                    {say('person.link')}
                  </Button>
                  <Button kind="quiet" name="say" value="dismiss">
                    {say('person.dismiss')}
                  </Button>
                </p>
              </Send>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

const CaseLink = ({ card: { id, code, condition } }: { card: CaseCard }): VNode => (
  <a class="row" href={`/casos/${id}`}>
    <span class="code">{code}</span>
    <span>{label(['conditions', 'trackConditions'], condition)}</span>
  </a>
);

/** Whom a child's case goes to. */
export const Child = ({ advice, id }: { readonly advice: ChildAdvice; readonly id: string }): VNode => (
  <section class="notice">
    <p>
      <strong>{say(advice.adultsService ? 'child.adults' : 'child.is')}</strong>
    </p>
    {advice.to.length === 0 ? (
      <p>{say('child.nobody')}</p>
    ) : (
      <ul>
        {advice.to.map(({ id: to, name }) => (
          <li key={to}>
            <a href={`/derivar?caso=${id}`}>{say('child.refer', { name })}</a>
          </li>
        ))}
      </ul>
    )}
  </section>
);

/** Before a new person is made: those who may be the one, without saying who they are. */
export function SimilarPersons({ own, elsewhere }: Similar): VNode {
  const words = ({ strength, initials, bornIn, ageBand }: Masked) =>
    [
      initials,
      bornIn === undefined ? ageLabel(ageBand) : say('similar.born', { years: bornIn }),
      say(`similar.${strength}`),
    ].join(' · ');
  return (
    <section class="notice">
      <h2>{say('similar.title')}</h2>
      {elsewhere && <p>{say('similar.elsewhere')}</p>}
      {own.length > 0 && <p class="hint">{say('similar.hint')}</p>}
      <Choices
        name="person"
        label={say('similar.which')}
        options={[
          ...own.map((each) => ({ value: each.person, label: words(each) })),
          { value: 'NEW', label: say('similar.new') },
        ]}
      />
    </section>
  );
}
