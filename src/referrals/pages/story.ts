import { label, referralStepLists } from '../../pages/labels.js';
import type { ReferralCard, ReferralStep } from '../views/referral-card.js';
import { sayIf } from './words.js';

/** A step as a sentence: who did it, and to whom the leg went that it began. */
export function told(step: ReferralStep, { from, to, legs }: ReferralCard, name: (code: string) => string): string {
  const { type, code = '', institution, leg } = step;
  return sayIf(`did.${type}`, type, {
    who: name(institution ?? from),
    from: name(from),
    to: name(legs.find((each) => each.leg === leg)?.to ?? to),
    code: label(referralStepLists[type] ?? '', code).toLowerCase(),
  });
}
