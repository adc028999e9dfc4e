import type { HelpCard } from '../views/community-helps.js';
import type { EnrolmentCard } from '../views/enrolments.js';
import type { FundRequestCard } from '../views/funds.js';
import type { MenGroupCard } from '../views/masculinities.js';

/** What a line of a programme's list is about, as the record of reads names it. */

export const aboutRequest = ({ of }: Pick<FundRequestCard, 'of'>): string => `referral-${of.referral}`;

export const aboutEnrolment = ({ id }: Pick<EnrolmentCard, 'id'>): string => `enrolment-${id}`;

/** The help, and the case that came of it. */
export const aboutHelp = (help: Pick<HelpCard, 'id' | 'case'>): readonly string[] => [
  `help-${help.id}`,
  ...(help.case === undefined ? [] : [`case-${help.case}`]),
];

/** Everybody who is in a group, or was. */
export const aboutGroup = ({ participants }: Pick<MenGroupCard, 'participants'>): readonly string[] =>
  Object.keys(participants).map((person) => `person-${person}`);
