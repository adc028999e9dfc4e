import type { VNode } from 'preact';
import { ageLabel, label, optionsOf } from '../../pages/labels.js';
import { Button, ErrorSummary, type Errors, type Filled, Select, Send, Text } from '../../pages/parts.js';
import { onDay } from '../../pages/time.js';
import type { MaskedPair, MaskedRecord } from '../http/pairs-desk.js';
import { say } from './words.js';

export const pairsPath = '/casos/personas';

interface PairsProps {
  readonly flagged: readonly MaskedPair[];
  readonly linked: readonly MaskedPair[];
  /** The pair of two codes that were asked for. */
  readonly asked?: MaskedPair;
  readonly filled: Filled;
  readonly errors: Errors;
  /** Names of institutions. */
  readonly name: (code: string) => string;
  readonly newKey: () => string;
}

/** Records of two institutions that may be of one person, without who she is. */
export function Pairs(props: PairsProps): VNode {
  const { flagged, linked, asked, filled, errors } = props;
  return (
    <>
      <h1>{say('pairs.title')}</h1>
      <p class="hint">{say('pairs.lead')}</p>
      <ErrorSummary errors={errors} />
      <form method="get" action={pairsPath}>
        <div class="two">
          <Text name="uno" label={say('pairs.one')} max={20} filled={filled} errors={errors} />
          <Text name="otro" label={say('pairs.other')} max={20} filled={filled} errors={errors} />
        </div>
        <Button kind="quiet">{say('pairs.compare')}</Button>
      </form>
      {asked && <OnePair {...props} pair={asked} />}
      <h2>{say('pairs.flagged')}</h2>
      {flagged.length === 0 && <p class="empty">{say('pairs.none')}</p>}
      {flagged.map((pair) => (
        <OnePair key={keyOf(pair)} {...props} pair={pair} />
      ))}
      <h2>{say('pairs.linked')}</h2>
      {linked.length === 0 && <p class="empty">{say('pairs.none')}</p>}
      {linked.map((pair) => (
        <OnePair key={keyOf(pair)} {...props} pair={pair} />
      ))}
    </>
  );
}

const keyOf = ({ records }: MaskedPair): string => records.map((record) => record.case).join('-');

/** What may be said of a record: nothing of it is sealed. */
const line = ({ institution, sex, ageBand, openedAt, cases, code }: MaskedRecord, name: PairsProps['name']): string =>
  [
    name(institution),
    label('sexes', sex),
    ageLabel(ageBand),
    say('pairs.cases', { cases, since: onDay(openedAt) }),
    code,
  ].join(' · ');

function OnePair({ pair, name, newKey }: PairsProps & { readonly pair: MaskedPair }): VNode {
  const { records, status, strength, reason, since } = pair;
  const within = keyOf(pair);
  const [one, other] = records;
  const named = (
    <>
      <input type="hidden" name="one" value={one.case} />
      <input type="hidden" name="other" value={other.case} />
    </>
  );
  return (
    <section class="notice">
      <ul>
        {records.map((record) => (
          <li key={record.case}>{line(record, name)}</li>
        ))}
      </ul>
      {strength && <p>{say(`similar.${strength}`)}</p>}
      {status === 'linked' ? (
        <>
          <p>
            {say('pairs.since', { day: since === undefined ? '' : onDay(since) })}{' '}
            {reason !== undefined && label('linkReasons', reason)}
          </p>
          <Send action={`${pairsPath}/respuesta`} commandKey={newKey()}>
            {named}
            <Button kind="quiet" name="say" value="unlink">
              {say('person.unlink')}
            </Button>
          </Send>
        </>
      ) : (
        <>
          <Send action={`${pairsPath}/respuesta`} commandKey={newKey()}>
            {named}
            <Select name="reason" within={within} label={say('person.why')} options={optionsOf('linkReasons')} />
            <p class="buttons">
              <Button name="say" value="link">
                {say('person.link')}
              </Button>
              {status === 'flagged' && (
                <Button kind="quiet" name="say" value="dismiss">
                  {say('person.dismiss')}
                </Button>
              )}
            </p>
          </Send>
        </>
      )}
    </section>
  );
}
