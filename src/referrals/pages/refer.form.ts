import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import { IsCode } from '../../requests.js';
import type { SendReferralDto } from '../http/referral.dto.js';
import { asConsent, asWords, ConsentForm } from './consent.form.js';
import type { Word } from './words.js';

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

  /** The bundle it is sent in; without one it begins a bundle of its own. */
  @IsOptional()
  @IsUUID()
  conjunto?: string;
}

/** The check card, as it is sent. */
export class ReferForm extends ConsentForm {
  @IsUUID()
  caso: string;

  @IsString()
  @MaxLength(80)
  institucion: string;

  @IsString()
  @MaxLength(80)
  servicio: string;

  @IsUUID()
  conjunto: string;

  @IsCode('referralPurposes')
  purpose: string;

  @IsCode('urgencies')
  urgency: string;
}

/** What the API takes, of what the page sent. */
export const asReferral = (form: ReferForm): SendReferralDto => ({
  case: form.caso,
  to: { organization: form.institucion, service: form.servicio },
  purpose: form.purpose,
  urgency: form.urgency,
  consent: asConsent(form),
  bundle: form.conjunto,
  ...asWords(form),
});

/** What to say of a question of the check card that was not answered. */
export const unanswered: Readonly<Record<string, Word>> = {
  purpose: 'check.purpose.missing',
  urgency: 'check.urgency.missing',
};

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
