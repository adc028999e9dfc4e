import type { VNode } from 'preact';
import { ButtonLink } from '../../pages/parts.js';
import { say } from './words.js';

/** The way in where an identity provider says who somebody is. */
export const SignIn = (): VNode => (
  <>
    <h1>{say('enter.title')}</h1>
    <p>{say('enter.lead')}</p>
    <p>
      <ButtonLink href="/entrar/ir">{say('enter.go')}</ButtonLink>
    </p>
    <p class="hint">{say('enter.shared')}</p>
  </>
);
