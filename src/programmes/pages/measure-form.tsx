import type { VNode } from 'preact';
import { localDate } from '#terms';
import { Button, Choices, Send } from '../../pages/parts.js';
import { type ChangeInstrument, changeInstrument, changeInstrumentOn, zoneOf } from '../../protocol/index.js';
import type { MeasurePhase } from '../domain/participant-measure.js';
import { MeasureDto } from '../http/participant.dto.js';
import type { ShownMeasures } from '../views/measures.js';
import { checked } from '../../pages/forms.js';
import { filledIn } from '../../pages/pages.js';
import { say } from './reeducation-words.js';

/** What a participant is asked next, and with what; undefined once he was asked twice, or where nothing is in force. */
export interface NextMeasure {
  readonly phase: MeasurePhase;
  readonly instrument: ChangeInstrument;
}

/** The second measure is taken with the instrument of the first. */
export function nextMeasure({ PRE, POST }: ShownMeasures, country: string, now: string): NextMeasure | undefined {
  if (POST !== undefined) return undefined;
  const instrument =
    PRE === undefined
      ? changeInstrumentOn(localDate(now, zoneOf(country)))
      : changeInstrument(PRE.instrument, PRE.version);
  return instrument && { phase: PRE === undefined ? 'PRE' : 'POST', instrument };
}

const prefix = 'item-';

/** The points so far, in one line; none were taken: undefined. */
export function measuresText({ PRE, POST }: ShownMeasures): string | undefined {
  if (PRE === undefined) return undefined;
  if (POST === undefined) return say('measure.first', { score: PRE.score });
  return say('measure.both', { before: PRE.score, after: POST.score });
}

/** The form of the measure that comes next. */
export function MeasureForm(props: {
  readonly action: string;
  readonly next: NextMeasure;
  /** Tells forms of several participants apart. */
  readonly within: string;
  readonly commandKey: string;
}): VNode {
  const { action, next, within, commandKey } = props;
  const { phase, instrument } = next;
  const options = instrument.scale_es.map((label, place) => ({ value: String(place), label }));
  return (
    <details class="drop">
      <summary class="button quiet">{say(`measure.${phase}`)}</summary>
      <p class="hint">
        {say('measure.sealed')} {!instrument.verified && say('measure.unverified')}
      </p>
      <Send action={action} commandKey={commandKey}>
        <input type="hidden" name="phase" value={phase} />
        {instrument.items.map(({ key, text_es }) => (
          <Choices key={key} name={`${prefix}${key}`} within={within} label={text_es} options={options} />
        ))}
        <Button kind="quiet">{say('measure.send')}</Button>
      </Send>
    </details>
  );
}

/** What the form says, as the API takes it. @throws Problem 400 */
export function measureIn(body: unknown): MeasureDto {
  const { phase, ...filled } = filledIn(body);
  const answers = Object.entries(filled)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, answer]) => ({ item: name.slice(prefix.length), answer }));
  return checked(MeasureDto, { phase, answers });
}
