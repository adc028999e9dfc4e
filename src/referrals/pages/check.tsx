import type { VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
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
  Text,
} from '../../pages/parts.js';
import { say as sayCommon } from '../../pages/words.js';
import type { Destination, KnownCase } from '../../questions.js';
import { linkTo } from './choose.js';
import { say } from './words.js';

/** Everything on one card, before it is sent. Whether the person agreed is asked, and never answered beforehand. */
export function Check(props: {
  readonly commandKey: string;
  readonly known: KnownCase;
  readonly to: Destination;
  readonly from: string;
  readonly filled: Filled;
  readonly errors: Errors;
}): VNode {
  const { commandKey, known, to, from, filled, errors } = props;
  const form = { filled, errors };
  const change = (href: string) => <a href={href}>{sayCommon('form.change')}</a>;
  const duties = <Select name="duty" label={say('check.duty')} options={optionsOf('legalDuties')} {...form} />;
  return (
    <>
      <Back href={linkTo({ caso: known.id })} />
      <ErrorSummary errors={errors} />
      <p class="step">{say('step', { n: 3 })}</p>
      <h1>{say('check.title')}</h1>
      <Facts
        rows={[
          [
            say('check.case'),
            <>
              <span class="code">{known.code}</span> · {change('/derivar')}
            </>,
          ],
          [say('check.from'), say('check.you', { institution: from })],
          [
            say('check.to'),
            <>
              {to.organizationName}: {to.serviceName} · {change(linkTo({ caso: known.id }))}
            </>,
          ],
        ]}
      />
      <Send action="/derivar" commandKey={commandKey} draft>
        <input type="hidden" name="caso" value={known.id} />
        <input type="hidden" name="institucion" value={to.organization} />
        <input type="hidden" name="servicio" value={to.service} />
        <Select name="purpose" label={say('check.purpose')} options={optionsOf('referralPurposes')} {...form} />
        <Choices
          name="urgency"
          label={say('check.urgency')}
          hint={say('check.urgency.hint', { risk: label('riskLevels', known.risk).toLowerCase() })}
          options={optionsOf('urgencies')}
          {...form}
        />
        <Choices
          name="basis"
          label={say('check.consent')}
          hint={say('check.consent.hint')}
          options={[
            { value: 'consented', label: say('check.consent.consented') },
            { value: 'without-identity', label: say('check.consent.without-identity') },
            { value: 'legal-duty', label: say('check.consent.legal-duty'), more: duties },
          ]}
          {...form}
        />
        <Text name="note" label={say('check.note')} hint={say('check.note.hint')} max={280} rows={3} secret {...form} />
        <Text
          name="safeContact"
          label={say('check.contact')}
          hint={say('check.contact.hint')}
          max={160}
          secret
          {...form}
        />
        <Button>{say('check.send')}</Button>
      </Send>
    </>
  );
}
