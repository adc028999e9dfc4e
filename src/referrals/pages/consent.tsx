import type { ComponentChildren, VNode } from 'preact';
import { label, optionsOf } from '../../pages/labels.js';
import { Choices, type Errors, Facts, type Filled, Select, Text } from '../../pages/parts.js';
import { onDay } from '../../pages/time.js';
import { consentUntil } from '../../protocol/index.js';
import type { ReferralCard } from '../views/referral-card.js';
import { say } from './words.js';

/** What is spoken most, where nothing is known of the person. */
export const usualLanguage = 'ES';

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/**
 * Whether the person agreed, and how, in one question that nobody answers beforehand; in which language it was put to
 * her; until when; and the words that go along.
 */
export function ConsentFields(props: {
  /** Who will read it. */
  readonly institution: string;
  readonly country: string;
  readonly now: string;
  readonly filled: Filled;
  readonly errors: Errors;
  /** What may be asked before the words that go along. */
  readonly children?: ComponentChildren;
}): VNode {
  const { institution, country, now, filled, errors, children } = props;
  const form = { filled, errors };
  const modes = optionsOf('consentModes').map(({ value, label: mode }) => ({
    value,
    label: say('consent.yes', { mode: lower(mode) }),
  }));
  const duties = <Select name="duty" label={say('duty.question')} options={optionsOf('legalDuties')} {...form} />;
  return (
    <>
      <Choices
        name="consent"
        label={say('consent.question')}
        hint={say('consent.hint', { institution })}
        options={[
          ...modes,
          { value: 'without-identity', label: say('consent.without-identity') },
          { value: 'legal-duty', label: say('consent.legal-duty'), more: duties },
        ]}
        {...form}
      />
      <Select
        name="language"
        label={say('consent.language')}
        options={optionsOf('motherTongues').filter(({ value }) => value !== 'UNKNOWN')}
        blank={false}
        filled={{ language: usualLanguage, ...filled }}
        errors={errors}
      />
      <details class="act" open={errors.has('until')}>
        <summary>{say('consent.until')}</summary>
        <Text
          name="until"
          type="date"
          width="short"
          label={say('consent.until.label')}
          hint={say('consent.until.hint', { day: onDay(consentUntil(country, now)) })}
          {...form}
        />
      </details>
      {children}
      <Text name="note" label={say('check.note')} hint={say('check.note.hint')} max={280} rows={3} secret {...form} />
      <Text
        name="safeContact"
        label={say('check.contact')}
        hint={say('check.contact.hint')}
        max={160}
        secret
        {...form}
      />
    </>
  );
}

/** What was agreed for the leg under way: what, with whom, for what, until when, in which language, how. */
export function Agreed({ card, name }: { card: ReferralCard; name: (code: string) => string }): VNode {
  const given = card.consents[card.leg];
  const rows: (readonly [string, string])[] = [];
  if (given?.basis !== 'none' && !card.consent.withdrawn) {
    rows.push([say('agreed.with'), name(card.to)], [say('one.purpose'), label('referralPurposes', card.purpose)]);
    const shares = (given?.shares ?? []).map((each) => lower(label('dataCategories', each)));
    if (shares.length > 0) rows.push([say('agreed.shares'), shares.join(', ')]);
    if (given?.until !== undefined) rows.push([say('agreed.until'), onDay(given.until)]);
  }
  if (given?.language !== undefined) {
    rows.push([say('agreed.language'), lower(label('motherTongues', given.language))]);
  }
  return (
    <>
      <p>{card.consent.withdrawn ? say('agreed.withdrawn') : answer(given)}</p>
      {rows.length > 0 && <Facts rows={rows} />}
    </>
  );
}

/** How the person answered, in a sentence. */
export function answer(given: ReferralCard['consents'][number] | undefined): string {
  if (given?.basis === 'legal-duty') {
    return say('agreed.legal-duty', { duty: lower(label('legalDuties', given.duty ?? '')) });
  }
  if (given?.basis !== 'consented') return say('agreed.none');
  return given.mode === undefined
    ? say('agreed.consented.unsaid')
    : say('agreed.consented', { mode: lower(label('consentModes', given.mode)) });
}
