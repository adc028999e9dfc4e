import { jurisdiction, type Milestone, milestones } from '../../protocol/index.js';
import type { Case } from './state.js';

/** What the rule table means for a case: which of its milestones are steps of a case, in what order, and whose they are. */

/** Steps that are recorded with more than that they were taken, and the command that does it. */
const ownCommand: Readonly<Partial<Record<Milestone, string>>> = {
  'complaint-registered': 'record-step',
  'risk-assessed': 'assess-risk',
  'report-received-by-court': 'receive-report',
  'measures-issued': 'decide-measures',
};

/** The command a step is recorded with, where it is not this step with `record-step`. */
export const commandOf = (step: string): string | undefined => ownCommand[step as Milestone];

/** Milestones of a hand-over, which is another thing with clocks of its own. */
const ofReferrals = /^(referral|appointment|person|cancellation)-/;

export const isStepOfCase = (milestone: string): boolean => !ofReferrals.test(milestone);

/** Rows with a term, and rows of norms that set none. */
const rows = (country: string) => {
  const { rules, duties } = jurisdiction(country).rules;
  return [...rules, ...duties];
};

/** The steps `record-step` takes where a country's table asks for them, or for something after them. */
export function recordableSteps(country: string): readonly Milestone[] {
  const named = new Set(rows(country).flatMap(({ trigger, stop }) => [trigger, stop]));
  return milestones.filter((each) => named.has(each) && isStepOfCase(each) && commandOf(each) === undefined);
}

/** What must have happened before a step where no row of the table says it. */
const follows: Readonly<Partial<Record<Milestone, Milestone>>> = {
  'resolution-notified': 'measures-issued',
  'breach-known': 'measures-issued',
};

/** The milestones of which one must have happened before a step is taken; none: it may come first. */
export function before(country: string, step: string): readonly string[] {
  // Whoever comes may complain at once.
  if (step === 'complaint-received') return [];
  const triggers = rows(country).flatMap(({ stop, trigger }) => (stop === step && trigger !== step ? [trigger] : []));
  const fixed = follows[step as Milestone];
  return [...new Set(fixed === undefined ? triggers : [...triggers, fixed])];
}

/** The rows that ask for something after a milestone on a local day, whatever else they ask about. */
export const asked = (country: string, happened: Milestone, day: string) =>
  rows(country).filter(
    ({ trigger, validFrom, validTo = day }) => trigger === happened && validFrom <= day && day <= validTo,
  );

const courts: ReadonlySet<string> = new Set(['FAMILY_COURT', 'JUSTICE_OF_PEACE_LEGAL', 'JUSTICE_OF_PEACE', 'COURT']);
const police: ReadonlySet<string> = new Set(['POLICE', 'POLICE_FAMILY', 'POLICE_SPECIAL', 'EXECUTOR']);

/**
 * Whose turn it is, as far as the case knows the institution of that kind; else who answers for the case, and follows up
 * what others owe.
 */
export function boundBy(actor: string | undefined, { institution, reportFrom, reportTo }: Case): string {
  if (actor !== undefined && courts.has(actor)) return reportTo ?? institution;
  if (actor !== undefined && police.has(actor)) return reportFrom ?? institution;
  return institution;
}

/** Kinds of services. What courts, police and prosecutors owe by law, they owe whether or not a service closes its file. */
const services: ReadonlySet<string> = new Set(['CEM', 'SAR', 'SAM', 'HRT', 'CAI', 'HEALTH', 'DEMUNA', 'SLIM', 'DNA']);

export const endsWithTheFile = (actor: string | undefined): boolean => actor !== undefined && services.has(actor);
