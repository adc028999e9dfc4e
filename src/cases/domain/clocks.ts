import { type Context, deriveId, type EventOf } from '#decider';
import { type Deadline, localDate } from '#terms';
import {
  type Clock as Started,
  jurisdiction,
  ladderOf,
  type Milestone,
  startClocks,
  type StepRule,
  zoneOf,
} from '../../protocol/index.js';
import type { ClockCommand } from './commands.js';
import type { CaseEvents } from './events.js';
import { type Case, type Clock, evolve, isOnTrack } from './state.js';
import { asked, boundBy, endsWithTheFile, isStepOfCase } from './table.js';

type Event = EventOf<CaseEvents>;
type Of<D extends ClockCommand['do']> = Extract<ClockCommand, { do: D }>;

/** A milestone is reached: what happened, the clocks it meets, and what is waited for from now on. */
export function reach(milestone: Milestone, event: Event, state: Case, context: Context): readonly Event[] {
  return [event, ...goOn(milestone, evolve(state, event), context)];
}

/** What follows from a milestone that the state has already. */
export function goOn(milestone: Milestone, state: Case, context: Context): readonly Event[] {
  const met = meet(milestone, state);
  const rest = met.reduce<Case>((before, each) => evolve(before, each), state);
  return [...met, ...nextPeriods(milestone, state, context), ...begin(milestone, rest, context)];
}

/** The clocks that wait for this step are stopped, also those already missed: late is still done. */
const meet = (done: Milestone, state: Case): readonly Event[] =>
  open(state)
    .filter(([, { stop }]) => stop === done)
    .map(([clock, was]) => ({ type: 'DeadlineMet', data: ending(clock, was, state) }));

/** A step that is owed again and again: its next period begins where the one that was met fell due. */
function nextPeriods(done: Milestone, state: Case, context: Context): readonly Event[] {
  return open(state).flatMap(([, clock]): readonly Event[] => {
    const rule = rowOf(clock, state);
    if (clock.stop !== done || rule === undefined) return [];
    const next = rulesOf(state).next({ rule, from: clock.trigger, due: clock.due }, facts(state));
    return next === undefined ? [] : [set(clockOf(next, state, context), state, context)];
  });
}

/**
 * What begins to be waited for. Where two regimes ask for the same step, the one that falls due first binds. What no rule
 * gives a term is waited for all the same, without a deadline.
 */
function begin(happened: Milestone, state: Case, context: Context): readonly Event[] {
  if (isOnTrack(state)) return [];
  const { country, district } = state;
  const { effectiveAt: trigger } = context;
  // A step that was taken is not asked for again, but by the period it ends itself.
  const isOwed = (step: string) => isStepOfCase(step) && (step === happened || !state.done.includes(step));
  const waiting = open(state).map(([, clock]) => clock);
  const clocks = started(happened, trigger, state, context).filter(({ waitsFor }) => isOwed(waitsFor));
  const binding = clocks.filter(
    ({ waitsFor, due }) => !waiting.some((each) => each.stop === waitsFor && each.due <= due),
  );
  const timed = new Set([...clocks.map(({ waitsFor }) => waitsFor), ...waiting.map(({ stop }) => stop)]);
  const undated = new Map(
    asked(country, happened, localDate(trigger, zoneOf(country)))
      .filter(({ stop }) => isOwed(stop) && !timed.has(stop) && state.awaited[stop] === undefined)
      .map(({ stop, actor }) => [stop, actor]),
  );
  return [
    ...binding.map((clock) => set(clock, state, context)),
    ...[...undated].map(([step, actor]): Event => {
      const data = { step, after: happened, institution: boundBy(actor, state), district, trigger };
      return { type: 'StepAwaited', data };
    }),
  ];
}

/**
 * A new level of risk: what still runs goes by the rule for that level, from when it began to run. A clock keeps the
 * version of its rule as long as that rule binds, and runs on where no rule fits the new level. What was missed by the
 * level known then stays missed: a lower level afterwards is no way out. What was waited for without a deadline may have
 * one now.
 */
export function recompute(state: Case, context: Context): readonly Event[] {
  const happened = happenings(state);
  const changed = open(state).flatMap(([id, was]): readonly Event[] => {
    const rule = rowOf(was, state);
    if (rule === undefined || was.status !== 'running' || was.due < context.effectiveAt) return [];
    // A period has one beginning, which is not the one of the first.
    const from = rule.repeats === true ? { [rule.trigger]: was.trigger } : happened;
    const now = rulesOf(state).binding(was.stop, from, facts(state), rule);
    if (now === undefined || (now.rule === rule && now.due === was.due)) return [];
    return [recomputed(id, was, clockOf(now, state, context), state)];
  });
  const dated = Object.values(state.awaited).flatMap(({ step, after, trigger }): readonly Event[] =>
    started(after as Milestone, trigger, state, context)
      .filter(({ waitsFor }) => waitsFor === step)
      .map((clock) => set(clock, state, context)),
  );
  return [...changed, ...dated];
}

/** The due time came and went: once, at the clock's own due time only. */
export function miss({ clock: id, due }: Of<'miss-deadline'>, state: Case): readonly Event[] {
  const clock = state.clocks[id];
  if (clock === undefined || clock.status !== 'running' || clock.due !== due) return [];
  return [{ type: 'DeadlineMissed', data: { ...ending(id, clock, state), ...imported(clock) } }];
}

/** A rung is reached once: the clock forgets the rungs it has had, and a clock that was met has none. */
export function escalate(
  { clock: id, rung: number }: Of<'escalate'>,
  { clocks, district }: Case,
  { effectiveAt }: Context,
): readonly Event[] {
  const clock = clocks[id];
  const rung = clock?.rungs.find((each) => each.rung === number);
  // Who asks may not know yet that the clock was given more time.
  if (clock === undefined || rung === undefined || rung.at > effectiveAt) return [];
  const { rule, stop, institution } = clock;
  const { role, at: due } = rung;
  return [
    { type: 'DeadlineEscalated', data: { clock: id, rule, stop, institution, district, rung: number, role, due } },
  ];
}

/** A closed file ends what the service itself still had to do; what the law asks of others runs on. */
export const dropOwn = (state: Case): readonly Event[] =>
  open(state)
    .filter(([, clock]) => endsWithTheFile(rowOf(clock, state)?.actor))
    .map(([clock, was]) => ({ type: 'DeadlineDropped', data: ending(clock, was, state) }));

/**
 * What a service still has time to do passes to the one that answers for the case from now on, with the same term; what
 * it is late with already stays its own.
 */
export const passOn = (to: string, state: Case, { commandId, effectiveAt }: Context): readonly Event[] =>
  open(state)
    .filter(
      ([, clock]) =>
        clock.status === 'running' &&
        clock.due >= effectiveAt &&
        clock.institution === state.institution &&
        endsWithTheFile(rowOf(clock, state)?.actor),
    )
    .flatMap(([id, was]): readonly Event[] => {
      const { rule, version, stop, trigger, due, rungs } = was;
      const { country, district } = state;
      const mark = was.imported ? { imported: true } : { rungs };
      const clock = deriveId(commandId, rule, id);
      return [
        { type: 'DeadlineDropped', data: ending(id, was, state) },
        {
          type: 'DeadlineSet',
          data: { country, clock, rule, version, stop, institution: to, district, trigger, due, ...mark },
        },
      ];
    });

/** Those that wait: a missed clock still does. */
const open = ({ clocks }: Case): readonly (readonly [string, Clock])[] =>
  Object.entries(clocks).filter(([, { status }]) => status === 'running' || status === 'missed');

/** The rules, with the free days of the district. */
const rulesOf = ({ country, district }: Case) => jurisdiction(country).rules.in(district);

const rowOf = ({ rule, version }: Pick<Clock, 'rule' | 'version'>, state: Case) => rulesOf(state).rule(rule, version);

/** What the rules ask about a case. An investigation is an ordinary one until somebody says otherwise. */
const facts = ({ risk, receivedBy }: Case) => ({ risk, receivedBy, investigation: 'ORDINARY' });

const started = (happened: Milestone, at: string, state: Case, { commandId, origin }: Context): readonly Started[] =>
  startClocks({
    ...{ country: state.country, district: state.district, happened, at, facts: facts(state), commandId },
    institution: state.institution,
    imported: origin === 'import',
  });

/** A deadline as `startClocks` would give it. */
function clockOf(deadline: Deadline<StepRule>, state: Case, { commandId, origin }: Context): Started {
  const { rule, from, due } = deadline;
  const rungs = origin === 'import' ? [] : ladderOf(state.country, deadline);
  const { id, version, stop: waitsFor } = rule;
  const { institution } = state;
  return { clock: deriveId(commandId, id), rule: id, version, waitsFor, institution, from, due, rungs };
}

/** When the milestones happened from which something is or was waited for. */
function happenings(state: Case): Readonly<Record<string, string>> {
  const { complaintAt, clocks, awaited } = state;
  return Object.fromEntries([
    ...(complaintAt === undefined ? [] : [['complaint-received', complaintAt]]),
    ...Object.values(clocks).map((clock) => [rowOf(clock, state)?.trigger ?? '', clock.trigger]),
    ...Object.values(awaited).map(({ after, trigger }) => [after, trigger]),
  ]) as Record<string, string>;
}

function set(clock: Started, state: Case, { origin }: Context): Event {
  const { country, district } = state;
  const { clock: id, rule, version, waitsFor: stop, from: trigger, due, rungs } = clock;
  const institution = boundBy(rowOf(clock, state)?.actor, state);
  return {
    type: 'DeadlineSet',
    data: {
      ...{ country, clock: id, rule, version, stop, institution, district, trigger, due },
      ...(origin === 'import' ? { imported: true } : { rungs }),
    },
  };
}

function recomputed(clock: string, was: Clock, now: Started, state: Case): Event {
  const { country, district } = state;
  const { rule, version, from: trigger, due } = now;
  return {
    type: 'DeadlineRecomputed',
    data: {
      ...{ country, clock, rule, version, stop: was.stop, district, trigger, due },
      institution: boundBy(rowOf(now, state)?.actor, state),
      was: { rule: was.rule, version: was.version, due: was.due },
      because: 'risk',
      rungs: was.imported ? [] : now.rungs.filter(({ rung }) => !was.reached.includes(rung)),
      ...imported(was),
    },
  };
}

const imported = (clock: Clock) => (clock.imported ? { imported: true } : {});

/** The end of a clock keeps what it was, and whom it bound. */
const ending = (clock: string, { rule, institution, due }: Clock, { district }: Case) => {
  return { clock, rule, institution, district, due };
};
