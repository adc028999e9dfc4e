import type { ComponentChildren, VNode } from 'preact';
import type { Shown } from '../http/case-desk.js';
import { say } from './words.js';

/** A sealed section of a case: hidden until whoever may have it opened asks for it. */
export function Sealed<T>(props: {
  /** Of the case. */
  readonly id: string;
  readonly section: Shown<T>;
  readonly mayOpen: boolean;
  /** What the page is asked to show. */
  readonly mostrar: string;
  readonly children: (value: T) => ComponentChildren;
}): VNode {
  const { id, section, mayOpen, mostrar, children } = props;
  if (section.state === 'shown') {
    return (
      <>
        {children(section.value)}
        {' · '}
        <a href={`/casos/${id}`}>{say('one.identity.hide')}</a>
      </>
    );
  }
  return (
    <>
      {say(`one.identity.${section.state}`)}
      {section.state === 'sealed' && mayOpen && (
        <>
          {' · '}
          <a href={`/casos/${id}?mostrar=${mostrar}`}>{say('one.identity.show')}</a>
        </>
      )}
    </>
  );
}
