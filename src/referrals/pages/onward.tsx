import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { VNode } from 'preact';
import { optionsOf } from '../../pages/labels.js';
import {
  Back,
  Button,
  Choices,
  ErrorSummary,
  type Errors,
  Facts,
  type Filled,
  Select,
  Send,
} from '../../pages/parts.js';
import { say as sayCommon } from '../../pages/words.js';
import type { Destination, Offer } from '../../questions.js';
import { IsCode } from '../../requests.js';
import type { RerouteDto } from '../http/referral.dto.js';
import type { ReferralCard } from '../views/referral-card.js';
import { Offered } from './choose.js';
import { asConsent, asWords, ConsentForm } from './consent.form.js';
import { ConsentFields } from './consent.js';
import { say, type Word } from './words.js';

/** Which service a referral is handed on to. */
export class OnwardQuery {
  @IsOptional()
  @IsString()
  @MaxLength(80)
  institucion?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  servicio?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  buscar?: string;
}

export class OnwardForm extends ConsentForm {
  @IsString()
  @MaxLength(80)
  institucion: string;

  @IsString()
  @MaxLength(80)
  servicio: string;

  @IsCode('rerouteReasons')
  reason: string;

  /** Sends the words of the leg before along. */
  @IsOptional()
  @IsIn(['true'])
  sameWords?: 'true';
}

export const asReroute = (form: OnwardForm): RerouteDto => ({
  to: { organization: form.institucion, service: form.servicio },
  reason: form.reason,
  consent: asConsent(form),
  ...(form.sameWords === undefined ? {} : { sameWords: true }),
  ...asWords(form),
});

/** What to say of a question that was not answered. */
export const unanswered: Readonly<Record<string, Word>> = { reason: 'onward.reason.missing' };

/** Where a referral is handed on; with a service, straight to its form. */
export function onwardTo(id: string, chosen: OnwardQuery = {}): string {
  const query = new URLSearchParams(Object.entries(chosen) as [string, string][]).toString();
  return `/derivaciones/${id}/otro-servicio${query === '' ? '' : `?${query}`}`;
}

/** Which service gets it next: those that could take it now first, then a search. */
export function ChooseNext(props: {
  readonly card: ReferralCard;
  readonly wanted: string | undefined;
  readonly alternatives: readonly Offer[];
  readonly open: readonly Offer[];
}): VNode {
  const { card, wanted, alternatives, open } = props;
  return (
    <>
      <Back href={`/derivaciones/${card.id}`} />
      <h1>{say('onward.title', { code: card.code })}</h1>
      {alternatives.length === 0 && <p class="hint">{say('onward.alternatives.none')}</p>}
      <Offered
        action={onwardTo(card.id)}
        wanted={wanted}
        open={open}
        linkTo={({ organization, service }) => onwardTo(card.id, { institucion: organization, servicio: service })}
        first={alternatives.length > 0 && { title: say('onward.alternatives'), destinations: alternatives }}
      />
    </>
  );
}

/** Why a referral came back says mostly why it is handed on. */
const reasonAfter: Readonly<Record<string, string>> = { declined: 'DECLINED', unreachable: 'COULD_NOT_CONTACT' };

/** What has to be said before it goes on: why, and whether the person agreed to this recipient too. */
export function Onward(props: {
  readonly commandKey: string;
  readonly card: ReferralCard;
  readonly to: Destination;
  /** Who has it now. */
  readonly from: string;
  /** Whether there are words the reader could send along. */
  readonly hasWords: boolean;
  readonly now: string;
  readonly filled: Filled;
  readonly errors: Errors;
}): VNode {
  const { commandKey, card, to, from, hasWords, now, filled, errors } = props;
  return (
    <>
      <Back href={onwardTo(card.id)} />
      <ErrorSummary errors={errors} />
      <h1>{say('onward.check')}</h1>
      <Facts
        rows={[
          [
            say('onward.referral'),
            <span class="code" key="code">
              {card.code}
            </span>,
          ],
          [say('onward.now'), from],
          [
            say('check.to'),
            <>
              {to.organizationName}: {to.serviceName} · <a href={onwardTo(card.id)}>{sayCommon('form.change')}</a>
            </>,
          ],
        ]}
      />
      <Send action={onwardTo(card.id)} commandKey={commandKey}>
        <input type="hidden" name="institucion" value={to.organization} />
        <input type="hidden" name="servicio" value={to.service} />
        <Select
          name="reason"
          label={say('onward.reason')}
          options={optionsOf('rerouteReasons')}
          filled={{ reason: reasonAfter[card.status], ...filled }}
          errors={errors}
        />
        <ConsentFields institution={to.organizationName} country={card.country} {...{ now, filled, errors }}>
          {hasWords && (
            <Choices
              name="sameWords"
              label={say('onward.words.title')}
              hint={say('onward.words.hint')}
              options={[{ value: 'true', label: say('onward.words') }]}
              many
              {...{ filled, errors }}
            />
          )}
        </ConsentFields>
        <Button>{say('onward.send')}</Button>
      </Send>
    </>
  );
}
