import type { VNode } from 'preact';
import { optionsOf } from '../../pages/labels.js';
import { Back, Button, Choices, Select, Send } from '../../pages/parts.js';
import type { RiskInstrument } from '../../protocol/index.js';
import { say } from './words.js';

/** A questionnaire: what is left open counts as not known, and makes an interval. */
export const RiskForm = ({
  id,
  instrument,
  commandKey,
}: {
  readonly id: string;
  readonly instrument: RiskInstrument;
  readonly commandKey: string;
}): VNode => (
  <>
    <Back href={`/casos/${id}`} />
    <h1>{instrument.title_es}</h1>
    <p class="hint">{say('risk.hint')}</p>
    {!instrument.verified && <p class="hint">{say('risk.unverified')}</p>}
    <Send action={`/casos/${id}/valoracion`} commandKey={commandKey}>
      <input type="hidden" name="instrument" value={instrument.code} />
      {instrument.items.map(({ key, text_es, options }) => (
        <Choices
          key={key}
          name={key}
          label={text_es}
          options={options.map(({ value, label_es }) => ({ value, label: label_es }))}
        />
      ))}
      <details class="act">
        <summary>{say('risk.raise')}</summary>
        <p class="hint">{say('risk.raise.hint')}</p>
        <Select
          name="level"
          label={say('act.risk.level')}
          options={optionsOf('riskLevels').filter(({ value }) => value !== 'UNDETERMINED')}
        />
        <Select name="reason" label={say('risk.raise.why')} options={optionsOf('overrideReasons')} />
      </details>
      <p>
        <Button>{say('risk.send')}</Button>
      </p>
    </Send>
  </>
);
