import type { VNode } from 'preact';
import { Back, Button, Choices, Send, Text } from '../../pages/parts.js';
import { conflictKinds } from '../domain/conflict.js';
import type { Declared } from '../http/conflict-desk.js';
import { kindWord, say } from './conflict-words.js';

const at = (id: string): string => `/casos/${id}/conflictos`;

/** Who must not see a case; the form to say it of somebody else, for whoever answers for it. */
export const Conflicts = (props: {
  readonly id: string;
  readonly declared: readonly Declared[];
  readonly back: string;
  readonly mayDeclare: boolean;
  readonly newKey: () => string;
}): VNode => {
  const { id, declared, back, mayDeclare, newKey } = props;
  return (
    <article>
      <Back href={back} />
      <h1>{say('title')}</h1>
      <p class="lead">{say('lead')}</p>
      {declared.length === 0 && <p class="empty">{say('none')}</p>}
      <ul class="rows">
        {declared.map((each) => (
          <li key={`${each.case} ${each.staff}`}>
            <p>
              <span class="code">{each.staff}</span> · {kindWord(each.kind)}
            </p>
            {each.case !== id && <p class="line">{say('elsewhere')}</p>}
            {each.mayLift ? (
              <Send action={`${at(each.case)}/${each.staff}`} commandKey={newKey()}>
                <Button kind="quiet">{say('lift')}</Button>
              </Send>
            ) : (
              <p class="hint">{say('reviewed')}</p>
            )}
          </li>
        ))}
      </ul>
      {mayDeclare && (
        <section>
          <h2>{say('declare.title')}</h2>
          <Send action={at(id)} commandKey={newKey()}>
            <Text name="staff" label={say('who')} max={64} />
            <Choices
              name="kind"
              label={say('kind')}
              options={conflictKinds.map((value) => ({ value, label: kindWord(value) }))}
            />
            <p>
              <Button>{say('declare')}</Button>
            </p>
          </Send>
        </section>
      )}
    </article>
  );
};

/** Where whoever looks after personal data finds a case by its code. */
export function FindConflicts({ sought }: { readonly sought: string | undefined }): VNode {
  const errors = sought === undefined ? new Map<string, string>() : new Map([['caso', say('find.none')]]);
  return (
    <article>
      <Back href="/derechos" />
      <h1>{say('find.title')}</h1>
      <p class="lead">{say('find.lead')}</p>
      <form method="get" action="/derechos/conflictos">
        <Text name="caso" label={say('find.code')} max={20} errors={errors} filled={{ caso: sought }} />
        <Button kind="quiet">{say('find.send')}</Button>
      </form>
    </article>
  );
}
