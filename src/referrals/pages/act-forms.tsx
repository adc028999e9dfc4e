import type { ComponentChildren, VNode } from 'preact';
import { optionsOf } from '../../pages/labels.js';
import { Button, Choices, ErrorSummary, type Errors, type Filled, Select, Send, Text } from '../../pages/parts.js';
import type { ReferralCard } from '../views/referral-card.js';
import { type Act, type ActName, acts } from './acts.js';
import { say, type Word } from './words.js';

/** What the forms of the steps need to know. */
export interface Acting {
  readonly card: ReferralCard;
  /** What the institution of the leg mostly gives. */
  readonly serviceKind: string | undefined;
  readonly newKey: () => string;
  readonly now: string;
  /** The form that was sent, and what is wrong with it. */
  readonly failed: { readonly name: ActName; readonly filled: Filled; readonly errors: Errors } | undefined;
}

interface Shape {
  readonly title: (card: ReferralCard) => Word;
  /** What has to be known before it is done. */
  readonly lead?: Word;
  /** What the button says, where it does not repeat the title. */
  readonly button?: Word;
  readonly fields?: (form: Form, acting: Acting) => ComponentChildren;
}

/** Handed on to every field of a form. */
interface Form {
  readonly within: string;
  readonly filled: Filled;
  readonly errors: Errors;
}

const coded = (name: string, word: Word, list: string, form: Form): VNode => (
  <Choices name={name} label={say(word)} options={optionsOf(list)} {...form} />
);
const picked = (name: string, word: Word, list: string, form: Form): VNode => (
  <Select name={name} label={say(word)} options={optionsOf(list)} {...form} />
);

const cancelTitle = ({ status }: ReferralCard): Word => {
  if (status === 'cancel-asked') return 'do.cancel.confirm';
  return status === 'sent' || status === 'received' ? 'do.cancel' : 'do.cancel.ask';
};

const shapes: Readonly<Record<ActName, Shape>> = {
  accept: { title: () => 'do.accept' },
  receive: { title: () => 'do.receive' },
  resume: { title: () => 'do.resume' },
  undo: { title: () => 'undo.do' },
  miss: { title: () => 'do.miss', lead: 'do.miss.lead' },
  contact: {
    title: () => 'do.contact',
    lead: 'do.contact.lead',
    fields: (form) => coded('result', 'do.contact.result', 'contactResults', form),
  },
  attend: {
    title: () => 'do.attend',
    fields: (form, { serviceKind }) =>
      coded('service', 'do.attend.service', 'services', { ...form, filled: { service: serviceKind, ...form.filled } }),
  },
  schedule: {
    title: ({ appointment }) => (appointment === undefined ? 'do.schedule' : 'do.schedule.again'),
    fields: (form, { card }) => (
      <>
        <div class="two">
          <Text name="day" type="date" label={say('do.schedule.day')} {...form} />
          <Text name="hour" type="time" label={say('do.schedule.hour')} {...form} />
        </div>
        {coded('place', 'do.schedule.place', 'appointmentPlaces', form)}
        {picked('companion', 'do.schedule.companion', 'companions', form)}
        {card.appointment !== undefined && (
          <>
            {picked('by', 'do.schedule.by', 'parties', form)}
            {picked('reason', 'do.schedule.reason', 'appointmentChangeReasons', form)}
          </>
        )}
      </>
    ),
  },
  'cancel-appointment': {
    title: () => 'do.cancel-appointment',
    fields: (form) => (
      <>
        {picked('by', 'do.cancel-appointment.by', 'parties', form)}
        {picked('reason', 'do.cancel-appointment.reason', 'appointmentChangeReasons', form)}
      </>
    ),
  },
  'report-back': {
    title: () => 'do.report-back',
    fields: (form) => coded('outcome', 'do.report-back.outcome', 'outcomes', form),
  },
  close: {
    title: () => 'do.close',
    fields: (form) => coded('disposition', 'do.close.disposition', 'dispositions', form),
  },
  decline: {
    title: () => 'do.decline',
    fields: (form) => coded('reason', 'do.decline.reason', 'declineReasons', form),
  },
  hold: {
    title: () => 'do.hold',
    fields: (form) => (
      <>
        {picked('reason', 'do.hold.reason', 'holdReasons', form)}
        <Text name="until" type="date" width="short" label={say('do.hold.until')} {...form} />
      </>
    ),
  },
  note: {
    title: () => 'do.note',
    fields: (form) => (
      <Text name="note" label={say('do.note.note')} hint={say('do.note.hint')} max={280} rows={3} secret {...form} />
    ),
  },
  cancel: {
    title: cancelTitle,
    fields: (form) => (
      <>
        {picked('by', 'do.cancel.by', 'parties', form)}
        {picked('reason', 'do.cancel.reason', 'cancelReasons', form)}
      </>
    ),
  },
  withdraw: {
    title: () => 'do.withdraw',
    lead: 'do.withdraw.lead',
    button: 'do.withdraw.button',
    fields: (form) => picked('mode', 'do.withdraw.mode', 'consentModes', form),
  },
};

/** A step: folded away under its name, or open; one without questions is a button. */
export function ActForm({ name, acting, open = false }: { name: ActName; acting: Acting; open?: boolean }): VNode {
  const { card, failed, newKey } = acting;
  const { title, lead, button, fields } = shapes[name];
  const { path } = actNamed(name);
  const mine = failed?.name === name ? failed : undefined;
  const form: Form = { within: path, filled: mine?.filled ?? {}, errors: mine?.errors ?? new Map() };
  return (
    <details class="act" id={path} open={open || mine !== undefined}>
      <summary>{say(title(card))}</summary>
      {lead && <p class="hint">{say(lead)}</p>}
      <Send action={`/derivaciones/${card.id}/${path}`} commandKey={newKey()}>
        {mine && <ErrorSummary errors={mine.errors} within={path} />}
        {fields?.(form, acting)}
        <Button>{say(button ?? title(card))}</Button>
      </Send>
    </details>
  );
}

/** A step that is one tap. */
export function ActButton({ name, acting, quiet = false }: { name: ActName; acting: Acting; quiet?: boolean }): VNode {
  const { card, newKey } = acting;
  return (
    <Send action={`/derivaciones/${card.id}/${actNamed(name).path}`} commandKey={newKey()}>
      <Button kind={quiet ? 'quiet' : 'main'}>{say(shapes[name].title(card))}</Button>
    </Send>
  );
}

function actNamed(name: ActName): Act {
  const found = acts.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no form for ${name}`);
  return found;
}
