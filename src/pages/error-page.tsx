import type { VNode } from 'preact';
import type { ShownProblem } from '#service';
import { fieldName } from './field-words.js';
import { Frame } from './frame.js';
import { ButtonLink } from './parts.js';
import { say } from './words.js';

/** What a browser is shown instead of an error in JSON. */
export const errorPage = ({ status, title, detail, errors, instance, next, lang }: ShownProblem): VNode => (
  <Frame lang={lang}>
    <h1>{title}</h1>
    <p>{detail}</p>
    {errors.length > 0 && (
      <ul>
        {errors.map(({ pointer, message }) => (
          <li key={pointer}>
            {fieldName(pointer)}: {message}
          </li>
        ))}
      </ul>
    )}
    <p>
      {status === 401 ? (
        <ButtonLink href={next ?? '/entrar'}>{say('problem.enter')}</ButtonLink>
      ) : (
        <ButtonLink href="/">{say('problem.home')}</ButtonLink>
      )}
    </p>
    <p class="hint">{say('problem.number', { instance: `${status} · ${instance}` })}</p>
  </Frame>
);
