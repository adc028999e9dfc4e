import { IsBoolean, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { VNode } from 'preact';
import { countryNow } from '../../country.js';
import { label, optionsOf } from '../../pages/labels.js';
import { Back, Button, Choices, ErrorSummary, type Errors, type Filled, Select, Send } from '../../pages/parts.js';
import { jurisdiction } from '../../protocol/index.js';
import { IsCode } from '../../requests.js';
import type { AlertReferralDto } from '../http/alert.dto.js';
import { codePattern } from '../http/community.dto.js';
import type { Receiver } from '../http/community-hand-on.js';
import type { AlertCard } from '../views/alerts.js';
import { say } from './community-words.js';

/** Somebody who was found, as the page sends it: flat. */
export class AlertReferralForm {
  @IsCode('violenceTypes')
  type: string;

  @IsCode('sexes')
  sex: string;

  @IsString()
  @MaxLength(10)
  ageBand: string;

  @IsCode('communityLanguages')
  language: string;

  @IsString()
  @Matches(codePattern)
  to: string;

  @IsOptional()
  @IsBoolean()
  danger?: boolean;

  @IsOptional()
  @IsBoolean()
  agrees?: boolean;
}

/** What the API takes. */
export const asReferral = ({ to, ...whom }: AlertReferralForm): AlertReferralDto => ({
  ...whom,
  to: { organization: to },
});

/** The form that opens the case of somebody an alert led to, and hands it on. It asks for no name. */
export function AlertReferralPage(props: {
  readonly alert: AlertCard;
  readonly name: (code: string) => string;
  readonly receivers: readonly Receiver[];
  readonly commandKey: string;
  readonly filled: Filled;
  readonly errors: Errors;
}): VNode {
  const { alert, name, receivers, commandKey, filled, errors } = props;
  const form = { filled, errors };
  const yesNo = [
    { value: 'true', label: say('yes') },
    { value: 'false', label: say('no') },
  ];
  const ages = jurisdiction(countryNow()).ageBands.map(({ code, label_es }) => ({ value: code, label: label_es }));
  return (
    <>
      <Back href="/alertas" />
      <ErrorSummary errors={errors} />
      <p class="step">
        {label('alertTopics', alert.topic)} · {name(alert.place)}
      </p>
      <h1>{say('alert.refer')}</h1>
      <p>{say('alert.refer.lead')}</p>
      <Send action={`/alertas/${alert.id}/derivacion`} commandKey={commandKey}>
        <Select name="type" label={say('help.matter')} options={optionsOf('violenceTypes')} {...form} />
        <Choices
          name="sex"
          label={say('help.sex')}
          options={[
            { value: 'F', label: say('help.sex.F') },
            { value: 'M', label: say('help.sex.M') },
          ]}
          {...form}
        />
        <Select
          name="ageBand"
          label={say('help.age')}
          options={[...ages, { value: 'UNKNOWN', label: say('help.age.unknown') }]}
          {...form}
        />
        <Select name="language" label={say('help.language')} options={optionsOf('communityLanguages')} {...form} />
        <Select
          name="to"
          label={say('help.to')}
          options={receivers.map(({ id, name }) => ({ value: id, label: name }))}
          {...form}
        />
        <Choices name="danger" label={say('help.danger')} options={yesNo} {...form} />
        <Choices name="agrees" label={say('help.agrees')} options={yesNo} {...form} />
        <Button>{say('alert.refer.send')}</Button>
      </Send>
    </>
  );
}
