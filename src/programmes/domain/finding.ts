import { Refusal } from '#decider';
import { registerDecider, type Entry, type RegisterEvents, type RegisterSpec, type Step, step } from './register.js';
import { findingAnswers, findingEndings, findingTopics } from './register-codes.js';
import { field, oneOf, optional, type Values } from './register-fields.js';

/** How a board keeps after a reply that does not come. No norm was found that says it. */
export const replyTerm = {
  /** Days after which the institution is asked again, until it replies. */
  again: 7,
  source: 'Our own; a board may agree on another.',
  verified: false,
} as const;

const has = ({ steps }: Pick<Entry, 'steps'>, type: string): boolean => steps.some((each) => each.type === type);

/** What was replied, by the institution itself or through the board's coordination. */
export const replyIn = ({ steps }: Pick<Entry, 'steps'>): Step | undefined =>
  steps.find(({ type }) => type === 'FindingAnswered' || type === 'FindingReplyPassedOn');

/** Nobody waits for a reply any more. */
export const isAnswered = (entry: Pick<Entry, 'steps'>): boolean =>
  replyIn(entry) !== undefined || has(entry, 'FindingSettled');

/** How often it was asked for a reply that did not come. */
export const timesLate = ({ steps }: Pick<Entry, 'steps'>): number =>
  steps.filter(({ type }) => type === 'FindingReplyLate').length;

const refuseOver = (entry: Entry): void => {
  if (has(entry, 'FindingSettled')) throw new Refusal('finding/over', 'the finding is settled');
};

const refuseAnswered = (entry: Entry): void => {
  refuseOver(entry);
  if (replyIn(entry) !== undefined) throw new Refusal('finding/answered', 'it is answered');
};

const reply = { answer: oneOf(findingAnswers), on: field('happened'), text: field('line') } as const;

/**
 * What a network of citizens finds where it watches, about an institution and never about a person; the reply of that
 * institution, by its day; what the board agreed on it; how it ended.
 */
export const findings = {
  category: 'finding',
  path: 'findings',
  by: 'on',
  enterer: 'network',
  recorded: 'FindingRaised',
  corrected: 'FindingCorrected',
  withdrawn: 'FindingWithdrawn',
  takenBack: 'FindingStepTakenBack',
  fields: {
    network: field('organization'),
    observed: field('organization'),
    topic: oneOf(findingTopics),
    on: field('happened'),
    /** What was found: of services and rules, without persons. */
    text: field('line'),
    /** The last day for a reply. */
    due: field('day'),
  },
  rule: ({ on, due, network, observed }: Values) => {
    if (String(due) < String(on)) {
      throw new Refusal('register/period-reversed', 'the reply is due after the finding', 'invalid');
    }
    if (network === observed) throw new Refusal('finding/own-house', 'one watches over others', 'invalid');
  },
  steps: {
    FindingAnswered: step('answers', reply, (_, entry) => refuseAnswered(entry), { field: 'observed', alone: true }),
    /** An institution without a seat writes to the coordination, which passes on what it replied. */
    FindingReplyPassedOn: step(
      'replies-passed-on',
      {
        ...reply,
        /** The number of the letter it came by, as a code. */
        letter: optional(field('code')),
      },
      (_, entry) => refuseAnswered(entry),
      'coordination',
    ),
    /** Its day went by without a reply: it comes back until there is one. */
    FindingReplyLate: step(
      'late-replies',
      { times: field('count'), due: field('day') },
      ({ times, due }, entry) => {
        return !isAnswered(entry) && times === timesLate(entry) + 1 && due === entry.values['due']
          ? undefined
          : 'already';
      },
      'clock',
    ),
    FindingTakenUp: step(
      'agreements',
      { agreement: field('agreement') },
      ({ agreement }, entry) => {
        refuseOver(entry);
        const taken = entry.steps.find(({ type }) => type === 'FindingTakenUp');
        if (taken === undefined) return;
        if (taken.values['agreement'] === agreement) return 'already';
        throw new Refusal('finding/taken-up', 'the board has agreed on it already');
      },
      'coordination',
    ),
    FindingSettled: step(
      'settlements',
      { how: oneOf(findingEndings), on: field('happened') },
      (_, entry) => refuseOver(entry),
      { field: 'network' },
    ),
  },
} as const satisfies RegisterSpec;

export type FindingEvents = RegisterEvents<typeof findings>;
export const findingDecider = registerDecider(findings);
