import type { ComponentChildren, VNode } from 'preact';
import { type Option, optionsOf } from '../../pages/labels.js';
import { ButtonLink, Choices, Select, Text } from '../../pages/parts.js';
import { missingItems } from '../domain/completeness.js';
import { nextSteps } from '../domain/life.js';
import { mayRecord } from '../domain/procedure.js';
import type { CaseCard } from '../views/case-card.js';
import { Act } from './act.js';
import { OtherActs } from './others.js';
import { ShelterPlaceAct, WhereaboutsAct } from './places.js';
import { stepName } from './steps.js';
import { type CaseWord, say } from './words.js';

/** What an institution may record in a case now, each in a form of its own. */
export function Acts(props: {
  readonly card: CaseCard;
  readonly institution: string;
  readonly courts: readonly Option[];
  /** Who else could answer for it. */
  readonly others: readonly Option[];
  readonly shelters: readonly Option[];
  readonly newKey: () => string;
}): VNode | null {
  const { card, institution, courts, others: institutions, shelters, newKey } = props;
  // What waits is recorded where it waits.
  const waited = new Set([...Object.values(card.clocks).map(({ stop }) => stop), ...Object.keys(card.awaited)]);
  const others = mayRecord(institution, card) ? nextSteps(card).filter((step) => !waited.has(step)) : [];
  const isCourt = card.reportTo === institution;
  const own = card.institution === institution;
  const act = (word: CaseWord, path: string, children: ComponentChildren, open = false) => (
    <Act key={path} {...{ card, word, path, newKey, open }}>
      {children}
    </Act>
  );
  if (card.status === 'closed') {
    const reasons = optionsOf('reopeningReasons');
    return own ? (
      <section>
        {act('act.reopen', 'reapertura', <Choices name="reason" label={say('act.reopen.reason')} options={reasons} />)}
      </section>
    ) : null;
  }
  const complaint = card.done.includes('complaint-received');
  const levels = optionsOf('riskLevels').filter(({ value }) => value !== 'UNDETERMINED');
  return (
    <section>
      <h2>{say('acts.title')}</h2>
      <p>
        <ButtonLink href={`/casos/${card.id}/valoracion`} kind="quiet">
          {say('act.risk.form')}
        </ButtonLink>
      </p>
      {act('act.risk', 'riesgo', <Choices name="level" label={say('act.risk.level')} options={levels} />)}
      {act(
        'act.attention',
        'atencion',
        <>
          <Choices name="service" label={say('act.attention.service')} options={optionsOf('services')} />
          <Select
            name="level"
            within="atencion"
            label={say('act.attention.level')}
            options={[1, 2, 3].map((n) => ({ value: String(n), label: say(`act.attention.level.${n as 1 | 2 | 3}`) }))}
          />
        </>,
      )}
      {own &&
        complaint &&
        card.reportTo === undefined &&
        missingItems(card).length === 0 &&
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
      {!isCourt &&
        act(
          'act.stay',
          'acogida',
          <>
            <p class="hint">{say('act.stay.hint')}</p>
            <Text name="from" within="acogida" label={say('act.stay.from')} type="date" />
            <Text
              name="nights"
              within="acogida"
              label={say('act.stay.nights')}
              inputMode="numeric"
              width="short"
              max={3}
            />
          </>,
        )}
      {!isCourt && <ShelterPlaceAct {...{ card, shelters, newKey }} />}
      {own && <WhereaboutsAct {...{ card, newKey }} />}
      {own && <OtherActs card={card} newKey={newKey} />}
      {own &&
        act(
          'act.transfer',
          'traspaso',
          <>
            <p class="hint">{say('act.transfer.hint')}</p>
            <Select name="to" within="traspaso" label={say('act.transfer.to')} options={institutions} />
            <Choices
              name="reason"
              within="traspaso"
              label={say('act.transfer.reason')}
              options={optionsOf('transferReasons')}
            />
          </>,
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
