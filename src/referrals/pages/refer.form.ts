import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FieldError } from '#service';
import type { Errors } from '../../pages/parts.js';
import { inWords } from '../../pages/pages.js';
import { IsCode } from '../../requests.js';
import type { SendReferralDto } from '../http/referral.dto.js';
import { say } from './words.js';

/** The choices made so far travel in the address: a reload loses nothing, and going back changes one of them. */
export class ReferQuery {
  @IsOptional()
  @IsUUID()
  caso?: string;

  /** A code read aloud. */
  @IsOptional()
  @IsString()
  @MaxLength(20)
  codigo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  institucion?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  servicio?: string;

  /** Words to find a service by. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  buscar?: string;

  /** The key of the command: the same address sends the same referral. */
  @IsOptional()
  @IsUUID()
  clave?: string;
}

/** The check card, as it is sent. */
export class ReferForm {
  @IsUUID()
  caso: string;

  @IsString()
  @MaxLength(80)
  institucion: string;

  @IsString()
  @MaxLength(80)
  servicio: string;

  @IsCode('referralPurposes')
  purpose: string;

  @IsCode('urgencies')
  urgency: string;

  @IsIn(['consented', 'without-identity', 'legal-duty'])
  basis: 'consented' | 'without-identity' | 'legal-duty';

  @IsOptional()
  @IsCode('legalDuties')
  duty?: string;

  @IsOptional()
  @IsString()
  @MaxLength(280)
  note?: string;

  @IsOptional()
  @IsString()
  @MaxLength(160)
  safeContact?: string;
}

/** What the API takes, of what the page sent. */
export const asReferral = (form: ReferForm): SendReferralDto => ({
  case: form.caso,
  to: { organization: form.institucion, service: form.servicio },
  purpose: form.purpose,
  urgency: form.urgency,
  consent: {
    basis: form.basis,
    ...(form.basis === 'legal-duty' && form.duty !== undefined ? { duty: form.duty } : {}),
  },
  ...(form.note === undefined ? {} : { note: form.note }),
  ...(form.safeContact === undefined ? {} : { safeContact: form.safeContact }),
});

const missing: Readonly<Record<string, string>> = {
  purpose: say('check.purpose.missing'),
  urgency: say('check.urgency.missing'),
  basis: say('check.consent.missing'),
};

/** What is wrong with the check card, in the words of its questions. */
export function formErrors(errors: readonly FieldError[]): Errors {
  const required = new Set(errors.filter(({ code }) => code === 'required').map(({ pointer }) => pointer.slice(1)));
  return new Map([...inWords(errors)].map(([name, words]) => [name, (required.has(name) && missing[name]) || words]));
}

/** Refusals that are about a field of the card, by their code. */
const fields: Readonly<Record<string, readonly [field: string, words: string]>> = {
  'referral/duty-missing': ['duty', say('check.duty.missing')],
  'referral/words-without-consent': ['note', say('check.note.barred')],
};

/** The field a refusal is about, if it is about one. */
export function refusedField(code: string): Errors | undefined {
  const found = fields[code];
  return found && new Map([found]);
}

const purposes: Readonly<Record<string, string>> = {
  PSYCHOLOGY: 'PSYCHOLOGICAL_CARE',
  LEGAL: 'LEGAL_AID',
  SOCIAL: 'SOCIAL_CARE',
  HEALTH: 'MEDICAL_CARE',
  SHELTER: 'SHELTER',
  POLICE_PROTECTION: 'EXECUTE_MEASURES',
  FORENSIC: 'FORENSIC_EXAM',
  CHILD_PROTECTION: 'CHILD_PROTECTION',
  ACCOMPANIMENT: 'COMMUNITY_ACCOMPANIMENT',
  REEDUCATION: 'AGGRESSOR_REEDUCATION',
  SUPPORT_FUND: 'SUPPORT_FUND',
};

/** What a service of this kind is mostly asked for. */
export const usualPurpose = (serviceKind: string): string | undefined => purposes[serviceKind];

/** How soon an answer is needed, by the risk last assessed. */
export const usualUrgency = (risk: string): string =>
  risk === 'SEVERE' ? 'IMMEDIATE' : risk === 'MODERATE' ? 'PRIORITY' : 'ROUTINE';
