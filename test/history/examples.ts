import {
  complete as boards,
  completeAgreement,
  completePlan,
  completeSession,
} from '../../src/boards/testing/complete.js';
import { agreementId, planId, sessionId } from '../../src/boards/testing/session-fixtures.js';
import { linkId } from '../../src/cases/domain/person-link.js';
import { complete as cases, completeInquiry, completeLink } from '../../src/cases/testing/complete.js';
import { caseId } from '../../src/cases/testing/fixtures.js';
import { complete as directory } from '../../src/directory/testing/complete.js';
import { cem } from '../../src/directory/testing/fixtures.js';
import { complete as referrals } from '../../src/referrals/testing/complete.js';
import { referralId } from '../../src/referrals/testing/fixtures.js';
import { auditExamples } from './audit-examples.js';
import { communityExamples } from './community-examples.js';
import { reeducationExamples } from './reeducation-examples.js';
import { editionExamples } from './edition-examples.js';
import { peopleExamples } from './people-examples.js';
import { registerExamples } from './register-examples.js';
import { rightsExamples } from './rights-examples.js';
import { webhookExamples } from './webhook-examples.js';

export interface Example {
  readonly stream: string;
  /** Every event type of the category with every field it can have today, in an order in which it could happen. */
  readonly complete: Readonly<Record<string, object>>;
}

/** By category of the decider. What is recorded of it stays; these follow the software. */
export const examples: Readonly<Record<string, Example>> = {
  case: { stream: `case-${caseId}`, complete: cases },
  link: { stream: `link-${linkId(completeLink.PersonsLinked.persons)}`, complete: completeLink },
  inquiry: { stream: `inquiry-${caseId}`, complete: completeInquiry },
  referral: { stream: `referral-${referralId}`, complete: referrals },
  organization: { stream: `organization-${cem}`, complete: directory },
  board: { stream: 'board-mesa-150112', complete: boards },
  session: { stream: `session-${sessionId}`, complete: completeSession },
  agreement: { stream: `agreement-${agreementId}`, complete: completeAgreement },
  plan: { stream: `plan-${planId}`, complete: completePlan },
  ...registerExamples,
  ...communityExamples,
  ...reeducationExamples,
  ...rightsExamples,
  ...peopleExamples,
  ...auditExamples,
  ...editionExamples,
  ...webhookExamples,
};
