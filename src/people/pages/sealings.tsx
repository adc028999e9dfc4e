import type { VNode } from 'preact';
import { type Again, ofForm, summaryOf } from '../../pages/forms.js';
import { Back, Button, ButtonLink, Choices, ErrorSummary, Facts, Notice, Send, Text } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import { type CourtOrder, sealingAims, sealingGrounds } from '../domain/sealing.js';
import type { WhereKeysAre } from '../http/sealing-desk.js';
import type { Sealing } from '../views/sealings.js';
import { coded, say } from './words.js';

const at = '/derechos/reservas';

const factsOf = ({ aim, ground, askedAt, askedBy, status }: Sealing): readonly (readonly [string, string])[] => [
  [say('sealing.aim'), coded('aim', aim)],
  [say('sealing.ground'), coded('ground', ground)],
  [say('sealing.asked'), `${when(askedAt)}, ${askedBy}`],
  [say('sealing.state'), coded('sealing-status', status)],
];

/** What was asked about the seals of cases, and the form it is asked with. */
export const Sealings = (props: {
  open: readonly Sealing[];
  over: readonly Sealing[];
  commandKey: string;
  again?: Again;
}): VNode => (
  <article>
    <Back href="/derechos" />
    <ErrorSummary errors={summaryOf(ofForm(props.again).errors)} />
    <h1>{say('sealing.title')}</h1>
    <p class="lead">{say('sealing.lead')}</p>
    {props.open.length === 0 && <p class="empty">{say('sealing.none')}</p>}
    {[...props.open, ...props.over].map((sealing) => (
      <section class="card" key={sealing.id}>
        <Facts rows={factsOf(sealing)} />
        <ButtonLink href={`${at}/${sealing.id}`} kind="quiet">
          {say('sealing.read')}
        </ButtonLink>
      </section>
    ))}
    <h2>{say('sealing.ask')}</h2>
    <Send action={at} commandKey={props.commandKey}>
      <Text name="case" label={say('sealing.case')} {...ofForm(props.again)} max={20} />
      <Choices
        name="aim"
        label={say('sealing.aim')}
        {...ofForm(props.again)}
        options={sealingAims.map((value) => ({ value, label: coded('aim', value) }))}
      />
      <Choices
        name="ground"
        label={say('sealing.ground')}
        {...ofForm(props.again)}
        options={sealingGrounds.map((value) => ({ value, label: coded('ground', value) }))}
      />
      <Text
        name="norm"
        label={say('sealing.norm')}
        {...ofForm(props.again)}
        hint={say('sealing.order.hint')}
        max={200}
        secret
      />
      <Text name="number" label={say('sealing.number')} {...ofForm(props.again)} max={80} secret />
      <p>
        <Button>{say('sealing.send')}</Button>
      </p>
    </Send>
  </article>
);

/** One of them; the decision on it, for whoever did not ask. */
export const SealingPage = (props: {
  sealing: Sealing;
  order: CourtOrder | undefined;
  keys: WhereKeysAre | undefined;
  viewer: string;
  commandKey: string;
}): VNode => {
  const { sealing, order, keys, viewer, commandKey } = props;
  const { id, askedBy, decidedAt, decidedBy, status } = sealing;
  return (
    <article>
      <Back href={at} />
      <h1>{say('sealing.title')}</h1>
      <Facts
        rows={[
          ...factsOf(sealing),
          ...(order === undefined
            ? []
            : ([
                [say('sealing.norm'), order.norm],
                [say('sealing.number'), order.number],
              ] as const)),
          ...(decidedAt === undefined ? [] : [[say('sealing.decided'), `${when(decidedAt)}, ${decidedBy}`] as const]),
        ]}
      />
      {keys !== undefined && (
        <Notice title={say('sealing.keys')}>
          <p>{say(`keys.${keys.are}`, { since: keys.since === undefined ? '' : when(keys.since) })}</p>
        </Notice>
      )}
      {status === 'asked' && askedBy === viewer && <p>{say('sealing.own')}</p>}
      {status === 'asked' && askedBy !== viewer && (
        <Send action={`${at}/${id}`} commandKey={commandKey}>
          <p class="buttons">
            <Button name="decision" value="approve">
              {say('sealing.approve')}
            </Button>
            <Button name="decision" value="refuse" kind="quiet">
              {say('sealing.refuse')}
            </Button>
          </p>
        </Send>
      )}
    </article>
  );
};
