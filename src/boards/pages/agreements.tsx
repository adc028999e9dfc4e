import type { VNode } from 'preact';
import { ofForm } from '../../pages/forms.js';
import { Button, Select, Send, Tag, Text, type Tone } from '../../pages/parts.js';
import { progressNotes } from '../domain/codes.js';
import type { AgreementCard } from '../views/agreements.js';
import { type Around, BoardPage, type Corner, dayIn } from './around.js';
import { say } from './words.js';

export interface AgreementsProps extends Around {
  readonly open: readonly AgreementCard[];
  /** The last that ended, newest first. */
  readonly closed: readonly AgreementCard[];
}

/** What a board agreed and is not done, by the day it is due; and what ended. */
export function AgreementsPage(props: AgreementsProps): VNode {
  const { open, closed } = props;
  return (
    <BoardPage {...props} here="acuerdos">
      <h1>{say('agreements.title')}</h1>
      {open.length === 0 && <p class="empty">{say('agreements.none')}</p>}
      <ul class="rows">
        {open.map((agreement) => (
          <AgreementLine key={agreement.id} {...props} agreement={agreement} back="acuerdos" />
        ))}
      </ul>
      {closed.length > 0 && (
        <section>
          <h2>{say('agreements.closed')}</h2>
          <ul class="rows">
            {closed.map((agreement) => (
              <AgreementLine key={agreement.id} {...props} leads={false} agreement={agreement} back="acuerdos" />
            ))}
          </ul>
        </section>
      )}
    </BoardPage>
  );
}

type Line = Around & {
  readonly agreement: AgreementCard;
  /** The page the forms lead back to. */
  readonly back: Corner;
};

/** One agreement, with who owes it and by when, to be read out. */
export function AgreementLine(props: Line): VNode {
  const { agreement, board, name, leads, today } = props;
  const { text, owner, due, rescheduled, carried, note } = agreement;
  const [tone, word] = standing(agreement, today);
  const more = [
    name(owner),
    say('agreement.due', { day: dayIn(board, due) }),
    ...(note === undefined ? [] : [say(`note.${note}`)]),
    ...(rescheduled === 0 ? [] : [say('agreement.rescheduled', { times: rescheduled })]),
    ...(carried === 0 ? [] : [say('agreement.carried', { times: carried })]),
  ];
  return (
    <li class="agreement">
      <p>
        <Tag tone={tone}>{word}</Tag> <b>{text}</b>
      </p>
      <p class="line">{more.join(' · ')}</p>
      {leads && <Record {...props} />}
    </li>
  );
}

function standing({ status, late, due }: AgreementCard, today: string): readonly [Tone, string] {
  if (status === 'done') return ['good', say(late ? 'agreement.doneLate' : 'agreement.done')];
  if (status === 'cancelled') return ['plain', say('agreement.cancelled')];
  return due < today ? ['late', say('agreement.late')] : ['plain', say('agreement.onTime')];
}

/** Three short forms: how it comes along, another day, done. */
function Record({ agreement, board, newKey, back, again }: Line): VNode {
  const { id, due } = agreement;
  const at = `/mesa/${board.id}/acuerdos/${id}`;
  const { filled, errors } = ofForm(again, id);
  const shared = { within: id, filled: { due, ...filled }, errors };
  return (
    <details class="drop" open={errors.size > 0}>
      <summary class="button quiet">{say('agreement.record')}</summary>
      <Send action={`${at}/avance?volver=${back}`} commandKey={newKey()}>
        <div class="inline">
          <Select
            name="note"
            {...shared}
            label={say('agreement.note')}
            options={progressNotes.map((note) => ({ value: note, label: say(`note.${note}`) }))}
          />
          <Button kind="quiet">{say('agreement.note.send')}</Button>
        </div>
      </Send>
      <Send action={`${at}/plazo?volver=${back}`} commandKey={newKey()}>
        <div class="inline">
          <Text name="due" {...shared} type="date" label={say('agreement.newDue')} />
          <Button kind="quiet">{say('agreement.newDue.send')}</Button>
        </div>
      </Send>
      <Send action={`${at}/cumplido?volver=${back}`} commandKey={newKey()}>
        <Text
          name="evidence"
          {...shared}
          label={say('agreement.evidence')}
          hint={say('minutes.digest.hint')}
          max={64}
        />
        <Button kind="quiet">{say('agreement.evidence.send')}</Button>
      </Send>
    </details>
  );
}
