import type { ComponentChildren, VNode } from 'preact';
import { type Option, optionsOf } from '../../pages/labels.js';
import { Button, Choices, Select, Send } from '../../pages/parts.js';
import { nextSteps } from '../domain/life.js';
import { mayRecord } from '../domain/procedure.js';
import type { CaseCard } from '../views/case-card.js';
import { stepName } from './steps.js';
import { type CaseWord, say } from './words.js';

/** What an institution may record in a case now, each in a form of its own. */
export function Acts(props: {
  readonly card: CaseCard;
  readonly institution: string;
  readonly courts: readonly Option[];
  readonly newKey: () => string;
}): VNode | null {
  const { card, institution, courts, newKey } = props;
  // What waits is recorded where it waits.
  const waited = new Set([...Object.values(card.clocks).map(({ stop }) => stop), ...Object.keys(card.awaited)]);
  const others = mayRecord(institution, card) ? nextSteps(card).filter((step) => !waited.has(step)) : [];
  const isCourt = card.reportTo === institution;
  if (card.status !== 'open') return null;
  const own = card.institution === institution;
  const act = (word: CaseWord, path: string, children: ComponentChildren, open = false) => (
    <details class="act" key={path} open={open}>
      <summary>{say(word)}</summary>
      <Send action={`/casos/${card.id}/${path}`} commandKey={newKey()}>
        {children}
        <Button>{say(word)}</Button>
      </Send>
    </details>
  );
  const complaint = card.done.includes('complaint-received');
  const levels = optionsOf('riskLevels').filter(({ value }) => value !== 'UNDETERMINED');
  return (
    <section>
      <h2>{say('acts.title')}</h2>
      {act('act.risk', 'riesgo', <Choices name="level" label={say('act.risk.level')} options={levels} />)}
      {act(
        'act.attention',
        'atencion',
        <Choices name="service" label={say('act.attention.service')} options={optionsOf('services')} />,
      )}
      {own &&
        complaint &&
        card.reportTo === undefined &&
        act('act.report', 'informe', <Select name="court" label={say('act.report.court')} options={courts} />)}
      {isCourt &&
        !card.reportReceived &&
        act('act.receipt', 'recepcion', <p class="hint">{say('act.receipt.hint')}</p>, true)}
      {isCourt && card.reportReceived && !card.decided && act('act.measures', 'medidas', <Measures />, true)}
      {others.length > 0 &&
        act(
          'act.step',
          'paso',
          <Select
            name="step"
            label={say('act.step.which')}
            options={others.map((step) => ({ value: step, label: stepName(step) }))}
          />,
        )}
      {own &&
        act(
          'act.close',
          'cierre',
          <Choices name="reason" label={say('act.close.reason')} options={optionsOf('closingReasons')} />,
        )}
    </section>
  );
}

const Measures = (): VNode => (
  <>
    <Choices
      name="granted"
      label={say('act.measures.granted')}
      options={[
        { value: 'true', label: say('new.yes') },
        { value: 'false', label: say('new.no') },
      ]}
    />
    <Choices name="measures" label={say('act.measures.which')} options={optionsOf('protectiveMeasures')} many />
  </>
);
