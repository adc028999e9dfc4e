import type { VNode } from 'preact';
import { type Again, ofForm, summaryOf } from '../../pages/forms.js';
import { Back, Button, ButtonLink, Choices, ErrorSummary, Facts, Send, Text } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import { glassReasons, reviewOutcomes } from '../domain/break-glass.js';
import type { Glass } from '../views/glasses.js';
import { coded, say } from './words.js';

/** The form emergency access is asked with: what it does is said before it is done. */
export const EmergencyForm = ({ commandKey, again }: { commandKey: string; again?: Again }): VNode => (
  <>
    <Back href="/" />
    <ErrorSummary errors={summaryOf(ofForm(again).errors)} />
    <h1>{say('emergency.title')}</h1>
    <p>{say('emergency.lead')}</p>
    <p class="hint">{say('emergency.told')}</p>
    <Send action="/emergencia" commandKey={commandKey}>
      <Text name="case" label={say('emergency.case')} {...ofForm(again)} max={20} />
      <Choices
        name="reason"
        label={say('emergency.reason')}
        {...ofForm(again)}
        options={glassReasons.map((value) => ({ value, label: coded('reason', value) }))}
      />
      <Text name="explanation" label={say('emergency.explanation')} {...ofForm(again)} rows={4} max={2_000} secret />
      <p>
        <Button>{say('emergency.send')}</Button>
      </p>
    </Send>
    <p>
      <ButtonLink href="/emergencia/revisiones" kind="quiet">
        {say('emergency.reviews')}
      </ButtonLink>
    </p>
  </>
);

const factsOf = (glass: Glass, name: (code: string) => string): readonly (readonly [string, string])[] => [
  [say('emergency.at'), when(glass.at)],
  [say('emergency.who'), glass.staff],
  [say('emergency.from'), name(glass.institution)],
  [say('emergency.reason'), coded('reason', glass.reason)],
  [say('emergency.state'), coded('status', glass.status)],
  [say('emergency.by'), when(glass.reviewBy)],
];

/** The accesses somebody took or reviews; `back`: the page they came from. */
export const Reviews = (props: {
  glasses: readonly Glass[];
  own: string;
  name: (code: string) => string;
  back: string;
}): VNode => (
  <>
    <Back href={props.back} />
    <h1>{say('emergency.reviews')}</h1>
    {props.glasses.length === 0 && <p>{say('emergency.none')}</p>}
    {props.glasses.map((glass) => (
      <section class="card" key={glass.id}>
        <Facts rows={factsOf(glass, props.name)} />
        {glass.staff !== props.own && glass.status !== 'reviewed' && (
          <ButtonLink href={`/emergencia/revisiones/${glass.id}`} kind="quiet">
            {say('emergency.read')}
          </ButtonLink>
        )}
      </section>
    ))}
  </>
);

/** One of them with its words, and what whoever reviews it says of it. */
export const Review = (props: {
  glass: Glass;
  words: string | undefined;
  name: (code: string) => string;
  commandKey: string;
}): VNode => (
  <>
    <Back href="/emergencia/revisiones" />
    <h1>{say('emergency.title')}</h1>
    <Facts
      rows={[...factsOf(props.glass, props.name), [say('emergency.explained'), props.words ?? say('emergency.erased')]]}
    />
    <Send action={`/emergencia/revisiones/${props.glass.id}`} commandKey={props.commandKey}>
      <p class="buttons">
        {reviewOutcomes.map((outcome) => (
          <Button key={outcome} name="outcome" value={outcome} kind={outcome === 'JUSTIFIED' ? 'main' : 'quiet'}>
            {coded('outcome', outcome)}
          </Button>
        ))}
      </p>
    </Send>
  </>
);
