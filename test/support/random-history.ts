import fc from 'fast-check';
import { type Decider, type EventMap, Refusal } from '#decider';

import { deriveId, type SimulatedClock } from '#event-log';
import { caseDecider } from '../../src/cases/domain/case.js';
import { nextSteps } from '../../src/cases/domain/life.js';
import { linkId, pairOf } from '../../src/cases/domain/person-link.js';
import type { Case } from '../../src/cases/domain/state.js';
import { anySaying } from '../../src/directory/testing/sayings.js';
import { type Platform, send } from '../../src/platform.js';
import { measureSteps, milestones } from '../../src/protocol/index.js';
import type { Step as ReferralStep, StepCommand } from '../../src/referrals/domain/commands.js';
import { life } from '../../src/referrals/domain/life.js';
import { referralDecider } from '../../src/referrals/domain/referral.js';
import type { Referral } from '../../src/referrals/domain/state.js';
import { settle } from '../../src/runners.js';
import { board, History, org } from './history.js';
import { atBoard, type Command } from './random-boards.js';
import { inCommunities } from './random-communities.js';
import { inProgrammes } from './random-reeducation.js';
import { atRegister } from './random-registers.js';
import { editionKinds, ofEditions } from './random-editions.js';
import { ofPeople } from './random-people.js';
import { ofRights } from './random-rights.js';
import { ofUnmasking } from './random-unmasking.js';
import { ofWebhooks } from './random-webhooks.js';

/** One arbitrary command; whether it is allowed is for the rules to say. */
export interface Step {
  /** Minutes since the step before, times twenty. */
  readonly at: number;
  readonly on: number;
  readonly do: number;
  readonly with: number;
}

/** What is common to the commands of one step. */
interface Choice extends Step {
  readonly now: string;
  readonly caseId: string;
  readonly referralId: string;
}

const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
};

const police = org('comisaria-familia');
const court = org('juzgado-familia');
const consent = { basis: 'consented', mode: 'VERBAL', language: 'ES' } as const;
const after = (now: string, hours: number): string => new Date(Date.parse(now) + hours * 3_600_000).toISOString();

const ofCases: readonly ((choice: Choice) => Command)[] = [
  ({ caseId, with: n }) => [
    'case',
    caseId,
    {
      ...{ do: 'open', country: 'PE', district: '150112', institution: police, entry: 'POLICE', sex: 'F' },
      condition: pick(['NEW', 'REPEAT_SAME', 'CONTINUED', 'HISTORIC'], n),
      ageBand: '26-29',
      types: ['PHYSICAL', 'PSYCHOLOGICAL'],
      principal: 'PHYSICAL',
      complaint: true,
      identity: { name: 'demo' },
      narrative: 'demo',
    },
  ],
  ({ caseId, with: n }) => [
    'case',
    caseId,
    {
      ...{ do: 'assess-risk', institution: police, level: pick(['MILD', 'MODERATE', 'SEVERE'], n) },
      answers: { demo: 'yes' },
    },
  ],
  ({ caseId }) => ['case', caseId, { do: 'send-report', institution: police, court }],
  ({ caseId }) => ['case', caseId, { do: 'receive-report', institution: police, court }],
  ({ caseId, now }) => [
    'case',
    caseId,
    {
      ...{ do: 'decide-measures', court, granted: true, measures: ['NO_ACERCAMIENTO'] },
      terms: { NO_ACERCAMIENTO: { executor: police, until: after(now, 9 * 24).slice(0, 10) } },
    },
  ],
  ({ caseId, with: n, at }) => [
    'case',
    caseId,
    { do: 'record-step', institution: police, step: milestones[(n * 61 + at) % milestones.length] },
  ],
  ({ caseId, with: n }) => [
    'case',
    caseId,
    { do: 'record-attention', institution: org('cem'), service: pick(['PSYCHOLOGY', 'LEGAL'], n) },
  ],
  ({ caseId, with: n }) => [
    'case',
    caseId,
    n < 4
      ? { do: 'close', institution: police, reason: 'PLAN_COMPLETED' }
      : { do: 'transfer', institution: police, to: pick([org('cem'), police], n), reason: 'COMPETENCE' },
  ],
  ({ caseId, with: n, at }) => [
    'case',
    caseId,
    pick(
      [
        { do: 'reopen', institution: police, reason: 'RISK_AGAIN' },
        { do: 'record-items', institution: police, items: { SUMMARY: pick(['PRESENT', 'NOT_SAFE'], n) } },
        { do: 'record-stay', from: '2025-10-01', nights: 1 + n },
        { do: 'describe-aggressor', institution: police, sex: pick(['M', 'F'], n), details: { notes: 'demo' } },
        { do: 'describe-children', institution: police, byAge: { '0-5': n }, details: { notes: 'demo' } },
        { do: 'describe-reporter', institution: police, details: { notes: 'demo' } },
        { do: 'record-whereabouts', institution: police, place: { reference: 'demo', aggressor: 'NOT_KNOWN' } },
        { do: 'record-shelter-place', institution: org('cem'), place: { name: 'demo', reach: 'demo' } },
        { do: 'take-reparation-step', institution: police, step: pick(['REGISTERED', 'ACCOMPANIED'], n) },
      ],
      at,
    ),
  ],
  ({ on, with: n }) => {
    const persons = pairOf(deriveId('random-person', on), deriveId('random-person', 2));
    const doing = pick(['flag', 'link', 'unlink', 'dismiss'], n);
    const brought = { country: 'PE', institution: police, reason: 'SHE_SAID', strength: 'name' };
    return ['link', linkId(persons), { do: doing, persons, ...brought }];
  },
];

/** A step of the law that is waited for, or any other where none is. */
function ofProcedure(choice: Choice, state: Case): Command {
  const { caseId, with: n, at } = choice;
  const [measure] = Object.keys(state.measures);
  if (measure !== undefined && n % 2 === 0) return ['case', caseId, onMeasure(measure, at, choice)];
  const next = state.status === 'none' ? [] : nextSteps(state);
  const step = next[n % next.length] ?? milestones[(n * 61 + choice.at) % milestones.length];
  return ['case', caseId, { do: 'record-step', institution: police, step }];
}

/** Of one measure: mostly its steps, now and then a longer term or its end. */
function onMeasure(measure: string, at: number, { now }: Choice): object {
  if (at < 12) return { do: 'end-measure', measure, court, how: 'ENDED' };
  if (at < 22) return { do: 'extend-measure', measure, court, until: after(now, 10 * 24).slice(0, 10) };
  const { code: step } = pick(measureSteps.entries, at);
  return { do: 'take-measure-step', measure, step, institution: police };
}

const ofOthers: readonly ((choice: Choice) => Command)[] = [
  ({ with: n }) => [
    'organization',
    org('cem'),
    { do: 'offer', service: `servicio-${n % 2}`, kind: 'PSYCHOLOGY', name: 'Psicología', schedules: [] },
  ],
  ({ on, with: n }) => [
    'organization',
    org('cem'),
    { do: 'change-status', service: `servicio-${n % 2}`, status: on === 0 ? 'inactive' : 'active' },
  ],
  // Half of them about where a service is given, which takes two.
  ({ at, with: n }) => [
    'organization',
    org('cem'),
    anySaying(`servicio-${n % 2}`, at % 2 === 0 ? (n < 3 ? 4 : 9) : at >> 1),
  ],
  ({ on, now }) => [
    'board',
    board,
    { do: 'unseat', organization: pick([org('cem'), org('salud')], on), until: now.slice(0, 10) },
  ],
];

const sending = ({ on, with: n, caseId, referralId }: Choice): Command => [
  'referral',
  referralId,
  {
    ...{ do: 'send', country: 'PE', case: caseId, caseCode: '25-0000-0000', person: deriveId('random-person', on) },
    ...{ district: '150112', from: police, to: { organization: pick([org('cem'), org('salud')], on), service: 's' } },
    ...{ purpose: 'PSYCHOLOGICAL_CARE', urgency: 'PRIORITY', risk: pick(['MILD', 'SEVERE'], n), consent },
    // Without a safe way to reach her the sender has to.
    message: n % 2 === 0 ? { note: 'demo', safeContact: 'demo' } : { note: 'demo' },
    ...(n > 3 ? { bundle: deriveId('random-bundle') } : {}),
  },
];

/** What each step of a referral brings along, none of it wrong in itself. */
const brings: { readonly [S in ReferralStep]: (n: number, now: string) => object } = {
  receive: () => ({}),
  accept: () => ({}),
  decline: () => ({ reason: 'NO_CAPACITY' }),
  reroute: (n) => ({
    to: { organization: pick([org('cem'), org('salud'), org('ong')], n), service: 's' },
    ...{ reason: 'DECLINED', consent, message: { note: 'demo', safeContact: 'demo' } },
  }),
  schedule: (n, now) => ({
    ...{ at: after(now, 1 + n), place: 'AT_SERVICE', companion: 'NONE' },
    change: { by: 'PERSON', reason: 'PERSON_ASKED' },
  }),
  'cancel-appointment': () => ({ by: 'PERSON', reason: 'NOT_SAFE' }),
  miss: () => ({}),
  contact: (n) => ({ result: pick(['NO_ANSWER', 'NO_ANSWER', 'UNSAFE', 'NO_ANSWER', 'REACHED'], n) }),
  hold: (n, now) => ({ reason: 'WAITING_LIST', until: after(now, 12 * (1 + n)) }),
  resume: () => ({}),
  attend: () => ({ service: 'PSYCHOLOGY' }),
  'report-back': (n) => ({ outcome: pick(['SERVICE_RECEIVED', 'NOT_RECEIVED_NO_SHOW'], n) }),
  close: () => ({ disposition: 'NEED_MET' }),
  cancel: () => ({ by: 'SENDER', reason: 'NEED_MET' }),
  withdraw: () => ({ mode: 'VERBAL' }),
  note: () => ({ note: 'demo' }),
  undo: () => ({}),
};

const words = Object.keys(brings) as readonly ReferralStep[];

/** Steps that end a leg early, or move nothing. */
const astray: ReadonlySet<ReferralStep> = new Set<ReferralStep>(['withdraw', 'note', 'cancel', 'reroute', 'hold']);

/** What the second referral waits for in vain, most of the time: the roads where nobody is reached are long. */
const help: ReadonlySet<ReferralStep> = new Set<ReferralStep>(['attend', 'report-back', 'decline']);

/** Any step by anybody, or one that is possible now by whose it is: the deep states are reached by the second kind. */
function ofReferral(choice: Choice, state: Referral): Command {
  const { at, on, do: chosen, with: n, now, referralId } = choice;
  if (state.status === 'none') return sending(choice);
  const possible = Object.keys(life[state.status]) as ReferralStep[];
  const onward = possible.filter((each) => !astray.has(each) && !(on === 1 && help.has(each)));
  const offered = [words, possible, possible, onward, onward][chosen % 5] ?? words;
  // What follows at once may be a slip taken back.
  const step = at > 55 ? 'undo' : (offered[(chosen * 7 + n) % offered.length] ?? 'receive');
  const side = life[state.status][step];
  const right = side === 'sender' || (side === 'either' && n % 2 === 0) ? state.from : state.to;
  // Now and then the wrong one tries; who undoes is who went before.
  const institution = step === 'undo' ? (state.last?.institution ?? right) : n === 5 ? org('ong') : right;
  const command = { do: step, institution, ...brings[step](n, now) } as StepCommand;
  return ['referral', referralId, command];
}

const kinds = ofCases.length + ofOthers.length;
/** Steps of a referral are as many kinds again, since its life is the longest. */
const referralKinds = 24;
/** Scenes of a board: each is several commands. */
const boardKinds = 2;
/** Scenes of the registers of a board. */
const registerKinds = 2;
/** Scenes of programmes for men, and of a support fund. */
const programmeKinds = 3;
/** Scenes of communities. */
const communityKinds = 2;
/** Scenes of persons who ask about their data. */
const rightsKinds = 1;
/** And the life of a report. */
const rightsAndBefore =
  kinds + referralKinds + boardKinds + registerKinds + programmeKinds + communityKinds + rightsKinds;

export const steps = (most: number): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.record({
      at: fc.integer({ min: 0, max: 60 }),
      on: fc.nat(1),
      do: fc.nat(rightsAndBefore + editionKinds),
      with: fc.nat(5),
    }),
    { minLength: Math.floor(most / 2), maxLength: most, size: 'max' },
  );

/**
 * Plays arbitrary commands on a few cases and referrals. Refused ones leave no trace, which is part of what is tested.
 * Time goes forward by minutes, so that due clocks come up between commands; a step without time follows within the
 * minute in which a slip can be undone.
 */
export async function play(
  platform: Platform & { readonly clock: SimulatedClock },
  plan: readonly Step[],
  between: (index: number) => Promise<void> = async () => undefined,
): Promise<number> {
  let now = Date.parse('2025-10-01T12:00:00.000Z');
  let refused = 0;
  await new History(platform, 'random').establish('2025-10-01T12:00:00.000Z');
  for (const [index, step] of plan.entries()) {
    now += step.at > 50 ? 0 : step.at * 60_000 * 20;
    const at = new Date(now).toISOString();
    platform.clock.advanceTo(at);
    if (step.do === kinds + referralKinds) {
      // What fell due since then is fired as the running server would.
      await settle(platform, async () => undefined);
      continue;
    }
    const caseId = deriveId('random-case', step.on);
    const referralId = deriveId('random-referral', step.on);
    const choice: Choice = { ...step, now: at, caseId, referralId };
    for (const [nth, [category, id, command]] of (await commandsOf(platform, choice, index)).entries()) {
      const commandId = nth === 0 ? deriveId('random', index) : deriveId('random', index, nth);
      try {
        // Within a scene two people take turns: some steps are for another than who took the one before.
        const actor = nth % 2 === 0 ? 'demo-test' : 'demo-other';
        await send(platform, category, { id, command, commandId, actor });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused += 1;
      }
    }
    await between(index);
  }
  return refused;
}

/** What is tried in one step: one command, or those of a scene at the board. */
async function commandsOf(platform: Platform, choice: Choice, index: number): Promise<readonly Command[]> {
  const { do: chosen, caseId, referralId } = choice;
  // Who works here comes and goes meanwhile.
  if (chosen > rightsAndBefore) {
    const moment = { ...choice, index };
    return [...ofPeople(moment), ...ofEditions(moment), ...ofWebhooks(moment), ...ofUnmasking(moment)];
  }
  if (chosen > kinds + referralKinds + boardKinds + registerKinds + programmeKinds + communityKinds) {
    return ofRights({ ...choice, index });
  }
  if (chosen > kinds + referralKinds + boardKinds + registerKinds + programmeKinds) {
    return inCommunities({ ...choice, index });
  }
  if (chosen > kinds + referralKinds + boardKinds + registerKinds) return inProgrammes({ ...choice, index });
  if (chosen > kinds + referralKinds + boardKinds) return atRegister({ ...choice, index });
  if (chosen > kinds + referralKinds) return atBoard({ ...choice, index });
  const command = [...ofCases, ...ofOthers][chosen];
  if (command !== undefined) return [command(choice)];
  return chosen % 5 === 0
    ? [ofProcedure(choice, await folded(platform, caseDecider, caseId))]
    : [ofReferral(choice, await folded(platform, referralDecider, referralId))];
}

/** Where a thing stands, read from the log. */
async function folded<M extends EventMap, State>(
  { log }: Platform,
  { category, events, initial, evolve }: Decider<never, M, State>,
  id: string,
): Promise<State> {
  let state = initial;
  for await (const { type, data, metadata } of log.readStream(`${category}-${id}`)) {
    const { schema, commandId = '', recordedAt = '', actor = '' } = metadata;
    state = evolve(state, events.decode(type, Number(schema), data), { commandId, recordedAt, actor });
  }
  return state;
}
