import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type FieldError, IsDay } from '#service';
import type { Errors } from '../../pages/parts.js';
import { inWords } from '../../pages/pages.js';
import { untilEndOf } from '../../pages/time.js';
import { codesOf, IsCode } from '../../requests.js';
import type { ConsentDto } from '../http/referral.dto.js';
import { say, type Word } from './words.js';

/** What the person answered, and the words that go along: asked whenever a referral gets a new recipient. */
export class ConsentForm {
  /** How she agreed; or that she did not, and what follows. */
  @IsIn([...codesOf('consentModes'), 'without-identity', 'legal-duty'])
  consent: string;

  @IsOptional()
  @IsCode('legalDuties')
  duty?: string;

  @IsOptional()
  @IsCode('motherTongues')
  language?: string;

  /** The last day, if she named one. */
  @IsOptional()
  @IsDay()
  until?: string;

  @IsOptional()
  @IsString()
  @MaxLength(280)
  note?: string;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  safeContact?: string;
}

/** What the API takes, of what the page asked in one question. */
export function asConsent({ consent, duty, language, until }: ConsentForm): ConsentDto {
  const spoken = language === undefined ? {} : { language };
  switch (consent) {
    case 'legal-duty':
      return { basis: consent, ...(duty === undefined ? {} : { duty }) };
    case 'without-identity':
      return { basis: consent, ...spoken };
    default:
      return {
        ...{ basis: 'consented', mode: consent, ...spoken },
        ...(until === undefined ? {} : { until: untilEndOf(until) }),
      };
  }
}

/** The words written beside it, as far as there are any. */
export const asWords = ({ note, safeContact }: ConsentForm): Pick<ConsentForm, 'note' | 'safeContact'> => ({
  ...(note === undefined ? {} : { note }),
  ...(safeContact === undefined ? {} : { safeContact }),
});

/**
 * What is wrong with a form, in the words of its questions.
 * @param missing what to say of a question that was not answered
 */
export function formErrors(errors: readonly FieldError[], missing: Readonly<Record<string, Word>>): Errors {
  const asked: Readonly<Record<string, Word>> = { consent: 'consent.missing', ...missing };
  const required = new Set(errors.filter(({ code }) => code === 'required').map(({ pointer }) => pointer.slice(1)));
  return new Map(
    [...inWords(errors)].map(([name, words]) => {
      const word = required.has(name) ? asked[name] : undefined;
      return [name, word === undefined ? words : say(word)];
    }),
  );
}

/** Refusals that are about a field of the form, by their code. */
const fields: Readonly<Record<string, readonly [field: string, word: Word]>> = {
  'referral/duty-missing': ['duty', 'duty.missing'],
  'referral/words-without-consent': ['note', 'check.note.barred'],
  // How she agreed is in the answer itself: what can be missing is the language.
  'referral/consent-incomplete': ['language', 'consent.language.missing'],
  'referral/consent-over': ['until', 'consent.until.over'],
};

/** The field a refusal is about, if it is about one. */
export function refusedField(code: string): Errors | undefined {
  const [field, word] = fields[code] ?? [];
  return field === undefined || word === undefined ? undefined : new Map([[field, say(word)]]);
}
