import type { VNode } from 'preact';
import { type Again, ofForm, summaryOf } from '../../pages/forms.js';
import { Button, ErrorSummary, Select, Send, Tag, Text } from '../../pages/parts.js';
import { monthName, onDay } from '../../pages/time.js';
import { fundPurposes, fundReasons } from '../domain/fund-events.js';
import { free } from '../domain/fund-state.js';
import type { CountedFund, ExecutionOfYear } from '../http/fund-desk.js';
import type { FundCard, FundRequestCard } from '../views/funds.js';
import { moneyText, ProgrammePage, Sums, Through } from './reeducation-parts.js';
import { type ProgrammeWord, say } from './reeducation-words.js';

const at = '/programas/fondos';

/** The funds there are. */
export const FundsPage = ({ funds }: { readonly funds: readonly FundCard[] }): VNode => (
  <ProgrammePage here="fondos">
    <h1>{say('funds.title')}</h1>
    {funds.length === 0 && <p class="empty">{say('funds.none')}</p>}
    <ul class="rows">
      {funds.map(({ id, name }) => (
        <li key={id}>
          <a class="row" href={`${at}/${id}`}>
            <b>{name}</b>
          </a>
        </li>
      ))}
    </ul>
  </ProgrammePage>
);

export interface FundProps {
  readonly fund: CountedFund;
  readonly execution: ExecutionOfYear;
  /** Those the reader may see; none for who may see no case. */
  readonly requests?: readonly FundRequestCard[];
  /** The referrals the reader's institution may ask for. */
  readonly referrals: readonly { readonly id: string; readonly code: string }[];
  readonly administers: boolean;
  readonly name: (code: string) => string;
  readonly newKey: () => string;
  readonly again?: Again;
}

/** What the ids of the form begin with that takes a request back. */
export const cancelled = (request: string): string => `${request}-cancel`;

/** A fund: where its money is, how it went, and the requests the reader may see. */
export function FundPage(props: FundProps): VNode {
  const { fund, execution, requests, referrals, name, again } = props;
  const { year, lines, costs } = execution;
  const lineName = (code: string): string => fund.lines.find(({ line }) => line === code)?.name ?? code;
  return (
    <ProgrammePage here="fondos">
      <ErrorSummary errors={summaryOf(again?.errors ?? new Map())} within={again?.within} />
      <h1>{fund.name}</h1>
      <p>
        {say('fund.administrator')}: {name(fund.administrator)}
      </p>
      <Through day={fund.through} />
      <Sums
        label={fund.name}
        heads={[say('fund.line'), say('fund.cents'), say('fund.paid'), say('fund.promised'), say('fund.free')]}
        rows={fund.lines.map((line) => [
          line.name,
          ...[line.cents, line.paid, line.promised, free(line)].map((cents) => moneyText(cents, line.currency)),
        ])}
      />
      <h2>{say('fund.year', { year })}</h2>
      {lines.length === 0 && <p class="empty">{say('fund.noMonths')}</p>}
      {lines.length > 0 && (
        <Sums
          label={say('fund.year', { year })}
          heads={[
            `${say('fund.month')} · ${say('fund.line')}`,
            say('fund.approved'),
            say('fund.paid'),
            say('fund.reimbursed'),
          ]}
          rows={lines.map(({ month, line, currency, approved, paid, reimbursed }) => [
            `${monthName(month)} · ${lineName(line)}`,
            ...[approved, paid, reimbursed].map((cents) => moneyText(cents, currency)),
          ])}
        />
      )}
      {costs.map(({ currency, perCase, cases }) => (
        <p key={currency}>
          {say('fund.cost')}:{' '}
          {perCase === null ? say(cases === 0 ? 'fund.cost.none' : 'fund.cost.withheld') : moneyText(perCase, currency)}
        </p>
      ))}
      {requests && (
        <section>
          <h2>{say('fund.requests')}</h2>
          {requests.length === 0 && <p class="empty">{say('fund.noRequests')}</p>}
          <ul class="rows">
            {requests.map((request) => (
              <RequestLine key={request.of.request} {...props} request={request} />
            ))}
          </ul>
          {referrals.length > 0 && <Ask {...props} />}
        </section>
      )}
    </ProgrammePage>
  );
}

function RequestLine(props: FundProps & { readonly request: FundRequestCard }): VNode {
  const { request, administers, newKey, fund, name, again } = props;
  const { of, status, asked, paid, reimbursed, requestedAt } = request;
  const to = `${at}/${fund.id}/pedidos/${of.request}`;
  const within = of.request;
  const sent = { within, ...ofForm(again, within) };
  const cancelling = { within: cancelled(within), ...ofForm(again, cancelled(within)) };
  return (
    <li>
      <p>
        <Tag tone={status === 'paid' ? 'good' : 'plain'}>{say(`status.${status}`)}</Tag> {say(`purpose.${of.purpose}`)}{' '}
        · {moneyText(asked, of.currency)}
      </p>
      <p class="line">
        {onDay(requestedAt)} · {name(of.institution)}
      </p>
      {administers && status === 'asked' && (
        <>
          <Send action={`${to}/aprobacion`} commandKey={newKey()}>
            <Button kind="quiet">{say('fund.approve')}</Button>
          </Send>
          <GiveUp action={`${to}/rechazo`} word="fund.reject" sent={sent} commandKey={newKey()} />
        </>
      )}
      {administers && status === 'approved' && (
        <Send action={`${to}/pago`} commandKey={newKey()}>
          <Text name="voucher" {...sent} label={say('fund.voucher')} max={80} />
          <Button kind="quiet">{say('fund.pay')}</Button>
        </Send>
      )}
      {(status === 'asked' || status === 'approved') && (
        <GiveUp action={`${to}/anulacion`} word="fund.cancel" sent={cancelling} commandKey={newKey()} />
      )}
      {administers && status === 'paid' && reimbursed < paid && (
        <details class="drop" open={sent.errors.size > 0}>
          <summary class="button quiet">{say('fund.reimburse')}</summary>
          <Send action={`${to}/devolucion`} commandKey={newKey()}>
            <Text name="voucher" {...sent} label={say('fund.voucher')} max={80} />
            <Text
              name="amount"
              {...sent}
              label={say('fund.returned')}
              hint={say('fund.amount.hint')}
              width="short"
              max={11}
            />
            <Button kind="quiet">{say('fund.reimburse')}</Button>
          </Send>
        </details>
      )}
    </li>
  );
}

/** A form about a request, as it came back if it did. */
type Sent = ReturnType<typeof ofForm> & { readonly within: string };

/** A request that comes to nothing, and why. */
const GiveUp = (props: {
  readonly action: string;
  readonly word: 'fund.reject' | 'fund.cancel';
  readonly sent: Sent;
  readonly commandKey: string;
}): VNode => (
  <details class="drop" open={props.sent.errors.size > 0}>
    <summary class="button quiet">{say(props.word)}</summary>
    <Send action={props.action} commandKey={props.commandKey}>
      <Select
        name="reason"
        {...props.sent}
        label={say('fund.reason')}
        options={fundReasons.map((value) => ({ value, label: say(`reason.${value}`) }))}
      />
      <Button kind="quiet">{say(props.word)}</Button>
    </Send>
  </details>
);

const Ask = (props: Pick<FundProps, 'fund' | 'referrals' | 'newKey' | 'again'>): VNode => (
  <details class="drop" open={ofForm(props.again).errors.size > 0}>
    <summary class="button quiet">{say('fund.ask')}</summary>
    <Send action={`${at}/${props.fund.id}/pedidos`} commandKey={props.newKey()}>
      <Select
        name="referral"
        label={say('fund.referral')}
        {...ofForm(props.again)}
        options={props.referrals.map(({ id, code }) => ({ value: id, label: code }))}
      />
      <Select
        name="line"
        label={say('fund.line')}
        {...ofForm(props.again)}
        options={props.fund.lines.map(({ line, name }) => ({ value: line, label: name }))}
      />
      <Select
        name="purpose"
        label={say('fund.purpose')}
        {...ofForm(props.again)}
        options={fundPurposes.map((value) => ({ value, label: say(`purpose.${value}` as ProgrammeWord) }))}
      />
      <Text name="units" label={say('fund.units')} {...ofForm(props.again)} inputMode="numeric" width="short" max={3} />
      <Text
        name="amount"
        label={say('fund.amount')}
        {...ofForm(props.again)}
        hint={say('fund.amount.hint')}
        width="short"
        max={11}
      />
      <Button>{say('fund.ask')}</Button>
    </Send>
  </details>
);
