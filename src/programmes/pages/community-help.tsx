import type { VNode } from 'preact';
import { countryNow } from '../../country.js';
import { optionsOf } from '../../pages/labels.js';
import {
  Button,
  ButtonLink,
  Choices,
  ErrorSummary,
  type Errors,
  type Filled,
  Notice,
  Select,
  Send,
  Text,
} from '../../pages/parts.js';
import { jurisdiction } from '../../protocol/index.js';
import type { Receiver } from '../http/community-hand-on.js';
import type { CouncilCard } from '../views/councils.js';
import { type FormLanguage, formLanguages, say, sayIn } from './community-words.js';

export interface HelpPageProps {
  readonly council: CouncilCard;
  readonly receivers: readonly Receiver[];
  /** Of a community, where the directory knows one. */
  readonly name: (code: string) => string;
  readonly lang: FormLanguage;
  readonly commandKey: string;
  readonly filled: Filled;
  readonly errors: Errors;
  /** What was recorded just now: with the case, where one was opened. */
  readonly done?: { readonly case?: string; readonly person: string };
}

/** One short form, for a phone: what happened, where, for whom, and what was done. */
export function HelpPage(props: HelpPageProps): VNode {
  const { council, receivers, name: nameOf, lang, commandKey, filled, errors, done } = props;
  const tell = sayIn(lang);
  const form = { filled, errors };
  const yesNo = [
    { value: 'true', label: tell('yes') },
    { value: 'false', label: tell('no') },
  ];
  const ages = jurisdiction(countryNow()).ageBands.map(({ code, label_es }) => ({ value: code, label: label_es }));
  return (
    <>
      {done !== undefined && (
        <Notice title={say(done.case === undefined ? 'help.done' : 'help.done.handed')}>
          {done.case !== undefined && <a href={`/casos/${done.case}`}>{say('help.see')}</a>}{' '}
          <a href={`/derechos/personas/${done.person}`}>{say('help.rights')}</a>
        </Notice>
      )}
      <ErrorSummary errors={errors} />
      <p class="step">{council.name}</p>
      <h1>{say('help.title')}</h1>
      <p>{say('help.lead')}</p>
      <nav class="around" aria-label={say('help.languages')}>
        <p>
          {formLanguages.map(([code, name]) => (
            <>
              <a
                href={`/comunidades/ayuda?idioma=${code}`}
                lang={code}
                aria-current={code === lang ? 'page' : undefined}
              >
                {name}
              </a>{' '}
            </>
          ))}
        </p>
        {lang !== 'es' && <p class="hint">{say('help.unchecked')}</p>}
      </nav>
      <Send action={`/comunidades/ayuda?idioma=${lang}`} commandKey={commandKey} draft>
        <Choices
          name="matter"
          label={tell('help.matter')}
          options={optionsOf('violenceTypes', 'communityMatters')}
          {...form}
        />
        <Select
          name="community"
          label={tell('help.community')}
          options={council.communities.map((code) => ({ value: code, label: nameOf(code) }))}
          {...form}
        />
        <Text name="day" type="date" label={tell('help.day')} {...form} />
        <Choices
          name="sex"
          label={tell('help.sex')}
          options={[
            { value: 'F', label: tell('help.sex.F') },
            { value: 'M', label: tell('help.sex.M') },
          ]}
          {...form}
        />
        <Select
          name="ageBand"
          label={tell('help.age')}
          options={[...ages, { value: 'UNKNOWN', label: tell('help.age.unknown') }]}
          {...form}
        />
        <Choices name="language" label={tell('help.language')} options={optionsOf('communityLanguages')} {...form} />
        <Choices
          name="acts"
          label={tell('help.acts')}
          hint={say('help.rule')}
          options={optionsOf('communityActs').filter(({ value }) => value !== 'HANDED_ON')}
          many
          {...form}
        />
        <Select
          name="to"
          label={tell('help.to')}
          hint={tell('help.to.hint')}
          options={[
            { value: '', label: tell('help.to.nobody') },
            ...receivers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          blank={false}
          {...form}
        />
        <Choices name="danger" label={tell('help.danger')} options={yesNo} {...form} />
        <Choices name="agrees" label={tell('help.agrees')} options={yesNo} {...form} />
        <Text name="contact" label={tell('help.contact')} hint={tell('help.contact.hint')} max={160} secret {...form} />
        <p>
          <Button>{tell('help.send')}</Button>
        </p>
      </Send>
      {done !== undefined && <ButtonLink href={`/comunidades/ayuda?idioma=${lang}`}>{say('help.again')}</ButtonLink>}
    </>
  );
}
