import type { ComponentChildren, VNode } from 'preact';
import { Button, Send } from '../../pages/parts.js';
import type { CaseCard } from '../views/case-card.js';
import { type CaseWord, say } from './words.js';

/** Something that may be recorded in a case: a form that opens when it is wanted. */
export const Act = (props: {
  readonly card: CaseCard;
  readonly word: CaseWord;
  /** Where below the case it is sent to. */
  readonly path: string;
  readonly newKey: () => string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}): VNode => {
  const { card, word, path, newKey, open = false, children } = props;
  return (
    <details class="act" open={open}>
      <summary>{say(word)}</summary>
      <Send action={`/casos/${card.id}/${path}`} commandKey={newKey()}>
        {children}
        <Button>{say(word)}</Button>
      </Send>
    </details>
  );
};
