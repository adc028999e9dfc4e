import type { VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  type Errors,
  type Filled,
  Select,
  Send,
  Tag,
  Text,
  type Tone,
} from '../../pages/parts.js';
import { dayName } from '../../pages/time.js';
import type { AlertCard } from '../views/alerts.js';
import type { Receiver } from '../http/community-hand-on.js';
import { say } from './community-words.js';

export interface AlertsProps {
  readonly open: readonly AlertCard[];
  /** The last that ended, newest first. */
  readonly over: readonly AlertCard[];
  readonly receivers: readonly Receiver[];
  readonly mayAnswer: (alert: AlertCard) => boolean;
  /** Whether they may open a case of their own for it. */
  readonly mayRefer: (alert: AlertCard) => boolean;
  readonly name: (code: string) => string;
  /** The local day of an instant. */
  readonly dayOf: (at: string, country: string) => string;
  readonly newKey: () => string;
  readonly filled: Filled;
  readonly errors: Errors;
}

const tones: Readonly<Record<AlertCard['status'], Tone>> = {
  ...{ open: 'plain', 'looked-at': 'plain', referred: 'good', answered: 'good', closed: 'plain' },
};

/** What is to be answered, what was, and the form that gives an alert. */
export function AlertsPage(props: AlertsProps): VNode {
  const { open, over, receivers, newKey, filled, errors } = props;
  const form = { filled, errors };
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1>{say('alerts.title')}</h1>
      <h2>{say('alerts.open', { count: open.length })}</h2>
      {open.length === 0 && <p class="empty">{say('alerts.none')}</p>}
      <ul class="rows">
        {open.map((alert) => (
          <AlertLine key={alert.id} {...props} alert={alert} />
        ))}
      </ul>
      <h2>{say('alert.new')}</h2>
      <p>{say('alert.new.lead')}</p>
      <Send action="/alertas" commandKey={newKey()} draft>
        <Select name="topic" label={say('alert.topic')} options={optionsOf('alertTopics')} {...form} />
        <Select name="source" label={say('alert.source')} options={optionsOf('alertSources')} {...form} />
        <Text name="place" label={say('alert.place')} hint={say('alert.place.hint')} max={80} {...form} />
        <Select
          name="to"
          label={say('alert.to')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          {...form}
        />
        <Button>{say('alert.send')}</Button>
      </Send>
      {over.length > 0 && (
        <section>
          <h2>{say('alerts.over')}</h2>
          <ul class="rows">
            {over.map((alert) => (
              <AlertLine key={alert.id} {...props} alert={alert} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function AlertLine(props: AlertsProps & { readonly alert: AlertCard }): VNode {
  const { alert, name, dayOf, mayAnswer } = props;
  const { topic, source, place, institution, to, status, due, times, raisedAt, country } = alert;
  const isOpen = status === 'open' || status === 'looked-at';
  const about = {
    ...{ source: label('alertSources', source), place: name(place), institution: name(institution), to: name(to) },
    day: dayName(dayOf(raisedAt, country)),
  };
  const more = [
    say('alert.about', about),
    ...(due === undefined ? [] : [say('alert.due', { day: dayName(dayOf(due, country)) })]),
    ...(times === 0 ? [] : [say('alert.times', { times })]),
    ...ending(alert, name),
  ];
  return (
    <li>
      <p>
        <Tag tone={isOpen && times > 0 ? 'late' : tones[status]}>{say(`alert.${status}`)}</Tag>{' '}
        <b>{label('alertTopics', topic)}</b>
      </p>
      <p class="line">{more.join(' · ')}</p>
      {isOpen && mayAnswer(alert) && <Answer {...props} />}
    </li>
  );
}

/** What came of it, where something did. */
function ending({ status, code, referredTo }: AlertCard, name: (code: string) => string): readonly string[] {
  if (referredTo !== undefined) return [name(referredTo)];
  if (code === undefined) return [];
  return [label(status === 'answered' ? 'alertAnswers' : 'alertClosings', code)];
}

/** Somebody looks at it, hands somebody on, answers it, or closes it. */
function Answer({ alert, mayRefer, newKey }: AlertsProps & { readonly alert: AlertCard }): VNode {
  const { id, status } = alert;
  const at = `/alertas/${id}`;
  return (
    <details class="drop">
      <summary class="button quiet">{say('alert.record')}</summary>
      {status === 'open' && (
        <Send action={`${at}/revision`} commandKey={newKey()}>
          <Button kind="quiet">{say('alert.look')}</Button>
        </Send>
      )}
      {mayRefer(alert) && (
        <ButtonLink href={`${at}/derivacion`} kind="quiet">
          {say('alert.refer')}
        </ButtonLink>
      )}
      <Send action={`${at}/respuesta`} commandKey={newKey()}>
        <Select name="answer" within={id} label={say('alert.answer')} options={optionsOf('alertAnswers')} />
        <Button kind="quiet">{say('alert.answer.send')}</Button>
      </Send>
      <Send action={`${at}/cierre`} commandKey={newKey()}>
        <Select name="reason" within={id} label={say('alert.reason')} options={optionsOf('alertClosings')} />
        <Button kind="quiet">{say('alert.close.send')}</Button>
      </Send>
    </details>
  );
}
