import { type Context, deriveId, type EventOf, Refusal } from '#decider';
import { addDays, localDate, startOfDay } from '#terms';
import { measureMilestones, measureWarning, refuseUnlisted, zoneOf } from '../../protocol/index.js';
import { reach } from './clocks.js';
import type { MeasureCommand, MeasureTerms } from './commands.js';
import type { CaseEvents } from './events.js';
import { isInOrder, isToBeTaken, steps } from './life.js';
import { isLive, type Measure } from './measure-state.js';
import { mayRecord } from './procedure.js';
import { type Case, evolve } from './state.js';
import { recordableSteps } from './table.js';

type Event = EventOf<CaseEvents>;
type Of<D extends MeasureCommand['do']> = Extract<MeasureCommand, { do: D }>;

/** What has to have happened to a measure before a step of it. */
const follows: Readonly<Record<string, string>> = {
  EXECUTED: 'TOLD_EXECUTOR',
  REPORTED: 'TOLD_EXECUTOR',
  BREACH_REPORTED: 'BREACHED',
};

/** Each measure of a decision, as a thing of its own. */
export const issued = (
  codes: readonly string[],
  terms: Readonly<Record<string, MeasureTerms>>,
  state: Case,
  context: Context,
): readonly Event[] =>
  codes.map((code) => {
    const measure = deriveId(context.commandId, 'measure', code);
    const { executor, until } = terms[code] ?? {};
    return {
      type: 'MeasureIssued',
      data: {
        ...{ measure, code, court: state.reportTo ?? '', district: state.district },
        ...(executor === undefined ? {} : { executor }),
        ...(until === undefined ? {} : term(until, state, context)),
        ...(context.origin === 'import' ? { imported: true } : {}),
      },
    };
  });

export function onMeasure(command: MeasureCommand, state: Case, context: Context): readonly Event[] {
  if (command.do === 'warn-expiry') return warn(command, state, context);
  const measure = state.measures[command.measure];
  if (measure === undefined) throw new Refusal('case/unknown-measure', 'there is no such measure', 'unknown');
  if (command.do === 'end-measure' && measure.ended === command.how) return [];
  if (!isLive(measure)) throw new Refusal('case/measure-ended', 'an order ended it', 'illegal', steps(state));
  if (command.do === 'take-measure-step') return takeStep(command, measure, state, context);
  if (command.court !== state.reportTo) {
    throw new Refusal('case/not-the-court', 'only the court that issued it changes a measure', 'illegal', []);
  }
  return command.do === 'extend-measure' ? extend(command, measure, state, context) : end(command, state, context);
}

/** A step of one measure; the last of its kind is that step of the law. */
function takeStep(
  { measure: id, step, institution }: Of<'take-measure-step'>,
  measure: Measure,
  state: Case,
  context: Context,
): readonly Event[] {
  refuseUnlisted(state.country, 'measureSteps', step);
  if (!mayRecord(institution, state) && institution !== measure.executor) {
    throw new Refusal('case/not-your-step', 'it belongs to the court, or to who executes it', 'illegal', []);
  }
  const earlier = follows[step];
  if (earlier !== undefined && !measure.steps.includes(earlier)) {
    throw new Refusal('case/step-too-early', `it follows ${earlier}`, 'illegal', steps(state));
  }
  // A measure can be breached again, and each breach is reported.
  const again = step === 'BREACHED' || (step === 'BREACH_REPORTED' && measure.steps.at(-1) === 'BREACHED');
  if (measure.steps.includes(step) && !again) return [];
  const { district } = state;
  const taken: Event = { type: 'MeasureStepTaken', data: { measure: id, step, institution, district } };
  const after = evolve(state, taken);
  const milestone = measureMilestones[step];
  const whole = again || earlier === 'BREACHED' || step === 'BREACHED' || allHave(step, after);
  if (milestone === undefined || !whole || !isDue(milestone, state)) return [taken];
  const data = { step: milestone, institution, district };
  return [taken, ...reach(milestone, { type: 'StepRecorded', data }, after, context)];
}

const allHave = (step: string, { measures }: Case): boolean =>
  Object.values(measures)
    .filter(isLive)
    .every((each) => each.steps.includes(step));

const isDue = (milestone: string, state: Case): boolean =>
  recordableSteps(state.country).some((each) => each === milestone) &&
  isInOrder(milestone, state) &&
  isToBeTaken(milestone, state);

function extend(
  { measure, until }: Of<'extend-measure'>,
  was: Measure,
  state: Case,
  context: Context,
): readonly Event[] {
  if (was.until === until) return [];
  const { reportTo: court = '', district } = state;
  return [{ type: 'MeasureExtended', data: { measure, court, district, ...term(until, state, context) } }];
}

/** Ended, or with another in its place that is issued with the same order. */
function end({ measure, how, replacement }: Of<'end-measure'>, state: Case, context: Context): readonly Event[] {
  refuseUnlisted(state.country, 'measureEndings', how);
  if ((how === 'SUBSTITUTED') !== (replacement !== undefined)) {
    throw new Refusal('case/replacement', 'a measure is substituted by another, and only then', 'invalid');
  }
  if (replacement !== undefined) refuseUnlisted(state.country, 'protectiveMeasures', replacement.code);
  const fresh =
    replacement === undefined ? [] : issued([replacement.code], { [replacement.code]: replacement }, state, context);
  const [next] = fresh;
  const by = next?.type === 'MeasureIssued' ? { by: next.data.measure } : {};
  const { reportTo: court = '', district } = state;
  return [...fresh, { type: 'MeasureEnded', data: { measure, court, district, how, ...by } }];
}

/** Once for each term. */
function warn({ measure: id, until }: Of<'warn-expiry'>, state: Case, { effectiveAt }: Context): readonly Event[] {
  const measure = state.measures[id];
  const { warnAt = '' } = measure ?? {};
  if (measure === undefined || !isLive(measure) || measure.until !== until || warnAt > effectiveAt) return [];
  if (measure.warned) return [];
  const { reportTo: court = '', district } = state;
  return [{ type: 'MeasureExpiring', data: { measure: id, court, district, until } }];
}

/** @throws Refusal it would be over already, or is no day */
function term(until: string, { country }: Case, { effectiveAt }: Context): { until: string; warnAt: string } {
  const zone = zoneOf(country);
  const bad = () => new Refusal('case/bad-term', 'a term ends on a day after today', 'invalid');
  if (until <= localDate(effectiveAt, zone)) throw bad();
  try {
    return { until, warnAt: startOfDay(addDays(until, -measureWarning), zone) };
  } catch (error) {
    if (error instanceof RangeError) throw bad();
    throw error;
  }
}
