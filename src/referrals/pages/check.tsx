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
} from '../../pages/parts.js';
import { say as sayCommon } from '../../pages/words.js';
import type { Destination, KnownCase } from '../../questions.js';
import { linkTo } from './choose.js';
import { ConsentFields } from './consent.js';
import { say } from './words.js';

/** Everything on one card, before it is sent. Whether the person agreed is asked, and never answered beforehand. */
export function Check(props: {
  readonly commandKey: string;
  readonly known: KnownCase;
  readonly to: Destination;
  readonly from: string;
  /** The bundle it is sent in. */
  readonly bundle: string;
  readonly now: string;
  readonly filled: Filled;
  readonly errors: Errors;
}): VNode {
  const { commandKey, known, to, from, bundle, now, filled, errors } = props;
  const form = { filled, errors };
  const change = (href: string) => <a href={href}>{sayCommon('form.change')}</a>;
  const elsewhere = linkTo({ caso: known.id, ...(bundle === commandKey ? {} : { conjunto: bundle }) });
  return (
    <>
      <Back href={elsewhere} />
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
              {to.organizationName}: {to.serviceName} · {change(elsewhere)}
            </>,
          ],
        ]}
      />
      <Send action="/derivar" commandKey={commandKey} draft>
        <input type="hidden" name="caso" value={known.id} />
        <input type="hidden" name="institucion" value={to.organization} />
        <input type="hidden" name="servicio" value={to.service} />
        <input type="hidden" name="conjunto" value={bundle} />
        <Select name="purpose" label={say('check.purpose')} options={optionsOf('referralPurposes')} {...form} />
        <Choices
          name="urgency"
          label={say('check.urgency')}
          hint={say('check.urgency.hint', { risk: label('riskLevels', known.risk).toLowerCase() })}
          options={optionsOf('urgencies')}
          {...form}
        />
        <ConsentFields institution={to.organizationName} country={known.country} now={now} {...form} />
        <Button>{say('check.send')}</Button>
      </Send>
    </>
  );
}
