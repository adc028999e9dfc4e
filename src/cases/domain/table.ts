import type { Duty, RuleBook } from '#terms';
import { jurisdiction, type Milestone, milestones, type StepRule } from '../../protocol/index.js';
import type { Case } from './state.js';

/** What the rule table means for a case: which of its milestones are steps of a case, in what order, and whose they are. */

/** Steps that are recorded with more than that they were taken, and the command that does it. */
const ownCommand: Readonly<Partial<Record<Milestone, string>>> = {
  'complaint-registered': 'record-step',
  'risk-assessed': 'assess-risk',
  'report-received-by-court': 'receive-report',
  'measures-issued': 'decide-measures',
  'harassment-reported': 'open',
};

/** The command a step is recorded with, where it is not this step with `record-step`. */
export const commandOf = (step: string): string | undefined => ownCommand[step as Milestone];

/** Milestones of hand-overs and alerts, which are other things with clocks of their own. */
const ofOthers = /^(referral|appointment|person|cancellation|alert)-/;

export const isStepOfCase = (milestone: string): boolean => !ofOthers.test(milestone);

/** What must have happened before a step where no row of the table says it. */
const follows: Readonly<Partial<Record<Milestone, Milestone>>> = {
  'resolution-notified': 'measures-issued',
  'breach-known': 'measures-issued',
};

/** A rule book read once, for questions asked with every command. */
interface Table {
  /** Rows with a term, and rows of norms that set none. */
  readonly rows: readonly Duty<StepRule>[];
  readonly recordable: readonly Milestone[];
  readonly before: ReadonlyMap<string, readonly string[]>;
}
const tables = new WeakMap<RuleBook<StepRule>, Table>();

function tableOf(country: string): Table {
  const { rules: book } = jurisdiction(country);
  let table = tables.get(book);
  if (table === undefined) tables.set(book, (table = read(book)));
  return table;
}

function read({ rules, duties }: RuleBook<StepRule>): Table {
  const rows = [...rules, ...duties];
  const named = new Set(rows.flatMap(({ trigger, stop }) => [trigger, stop]));
  const earlier = (step: Milestone): readonly string[] => {
    // Whoever comes may complain at once.
    if (step === 'complaint-received') return [];
    const triggers = rows.flatMap(({ stop, trigger }) => (stop === step && trigger !== step ? [trigger] : []));
    const fixed = follows[step];
    return [...new Set(fixed === undefined ? triggers : [...triggers, fixed])];
  };
  return {
    rows,
    recordable: milestones.filter((each) => named.has(each) && isStepOfCase(each) && commandOf(each) === undefined),
    before: new Map(milestones.map((each) => [each, earlier(each)])),
  };
}

/** The steps `record-step` takes: those a country's table asks for, or for something after them. */
export const recordableSteps = (country: string): readonly Milestone[] => tableOf(country).recordable;

/** The milestones of which one must have happened before a step is taken; none: it may come first. */
export const before = (country: string, step: string): readonly string[] => tableOf(country).before.get(step) ?? [];

/** The rows that ask for something after a milestone on a local day, whatever else they ask about. */
export const asked = (country: string, happened: Milestone, day: string) =>
  tableOf(country).rows.filter(
    ({ trigger, validFrom, validTo = day }) => trigger === happened && validFrom <= day && day <= validTo,
  );

const courts: ReadonlySet<string> = new Set(['FAMILY_COURT', 'JUSTICE_OF_PEACE_LEGAL', 'JUSTICE_OF_PEACE', 'COURT']);

/** Kinds of institutions of the police, of both countries: what is complained of there is a police complaint. */
export const policeKinds: ReadonlySet<string> = new Set(['POLICE', 'POLICE_FAMILY', 'POLICE_SPECIAL']);
const police: ReadonlySet<string> = new Set([...policeKinds, 'EXECUTOR']);

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
