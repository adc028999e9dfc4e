import fc from 'fast-check';
import { type Context, Refusal } from '#decider';
import { helpReceived } from '../../protocol/index.js';
import * as the from '../testing/fixtures.js';
import { commands } from '../testing/lives.js';
import { without } from '../testing/rules.js';
import type { ReferralCommand, Step, StepCommand } from './commands.js';
import type { Clocked, ReferralEvents } from './events.js';
import { life as rules, type ReferralStatus } from './life.js';
import { referralDecider, steps } from './referral.js';
import { evolve, type Referral } from './state.js';
import { stuckAt, stuckFrom } from './stuck.js';

/** What somebody tries: a step and by whom, or a while that passes in which the clock does what is due. */
type Try =
  | {
      readonly try: 'step';
      readonly step: number;
      readonly by: number;
      readonly with: number;
      readonly possible: boolean;
    }
  | { readonly try: 'wait'; readonly hours: number };

const tries = fc.array(
  fc.oneof(
    {
      arbitrary: fc.record({
        try: fc.constant('step' as const),
        step: fc.nat(30),
        by: fc.nat(3),
        with: fc.nat(9),
        possible: fc.boolean(),
      }),
      weight: 4,
    },
    { arbitrary: fc.record({ try: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 400 }) }), weight: 1 },
  ),
  { maxLength: 40, size: 'max' },
);

const parties = [the.police, the.cem, the.health, the.stranger] as const;
const all = Object.keys(commands).filter((each) => !['send', 'lapse', 'escalate', 'wake'].includes(each)) as Step[];
const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];

/** One referral lived through: what happened with its headers, and how it stood after each event. */
class Life {
  readonly events: { readonly event: the.Event; readonly header: Context }[] = [];
  readonly states: Referral[] = [];
  /** How it stood after each command: its events are written together. */
  readonly stands: Referral[] = [];
  state: Referral = referralDecider.initial;
  now = the.now;
  #commands = 0;

  /** Answers with what happened; undefined when it was refused. */
  command(command: ReferralCommand, at = this.now): readonly the.Event[] | undefined {
    this.#commands += 1;
    const header: Context = { actor: 'demo', commandId: `c-${this.#commands}`, effectiveAt: at, recordedAt: this.now };
    const before = JSON.stringify(this.state);
    let events: readonly the.Event[];
    try {
      events = referralDecider.decide(command, this.state, header);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      expect(JSON.stringify(this.state)).toBe(before);
      return undefined;
    }
    for (const event of events) {
      this.events.push({ event, header });
      this.state = evolve(this.state, event, header);
      this.states.push(this.state);
    }
    this.stands.push(this.state);
    return events;
  }

  /** Time goes on; what fell due in between is done, as the clock would. */
  wait(hours: number): void {
    this.now = the.plus(this.now, hours * 3_600_000);
    const { due, wakeAt } = this.state;
    if (due !== undefined && due <= this.now) this.command({ do: 'lapse', due }, due);
    if (wakeAt !== undefined && wakeAt <= this.now) this.command({ do: 'wake', until: wakeAt }, wakeAt);
    for (const { clock, rungs } of Object.values(this.state.clocks)) {
      for (const { rung, at } of rungs) if (at <= this.now) this.command({ do: 'escalate', clock, rung });
    }
  }

  /** The step as this one would ask for it now: what lies ahead lies ahead of now. */
  asked({ step, by, with: variant, possible }: Extract<Try, { try: 'step' }>): StepCommand {
    const institution = pick(parties, by) ?? the.police;
    const offered = [...steps(this.state, institution), 'undo' as const];
    const name = pick(possible ? offered : all, step) ?? 'undo';
    const command = { ...commands[name], institution };
    return { ...command, ...this.#more(name, variant) };
  }

  /** What a step is asked with, one way or another. */
  #more(step: Step, variant: number): Partial<Record<string, unknown>> {
    const ahead = the.plus(this.now, (1 + variant) * 3_600_000);
    const ways: Partial<Record<Step, Partial<Record<string, unknown>>>> = {
      schedule: { at: ahead },
      hold: { until: ahead },
      contact: { result: pick(['REACHED', 'NO_ANSWER', 'UNSAFE'], variant) },
      'report-back': { outcome: pick(['SERVICE_RECEIVED', 'NOT_RECEIVED_NO_SHOW'], variant) },
      reroute: {
        to: { organization: pick([the.cem, the.health], variant), service: 'any' },
        ...(variant > 4 ? { message: { safeContact: 's' } } : {}),
      },
    };
    return ways[step] ?? {};
  }
}

function lived(
  plan: readonly Try[],
  each: (life: Life, command: StepCommand, events: readonly the.Event[]) => void,
): Life {
  const life = new Life();
  life.command(the.sending);
  for (const one of plan) {
    if (one.try === 'wait') {
      life.wait(one.hours);
      continue;
    }
    const command = life.asked(one);
    const events = life.command(command);
    if (events !== undefined) each(life, command, events);
  }
  return life;
}

const holds = (property: (plan: readonly Try[]) => void) => fc.assert(fc.property(tries, property), { numRuns: 200 });
const nothing = () => undefined;
/** The clocks an event begins. */
type Starting = Pick<ReferralEvents['ReferralSent'], 'deadline'> & Clocked;

/** Without what the clock did by itself, and without what only undo looks at. */
const bare = (state: Referral) => ({
  ...without(state, 'lapsed', 'last'),
  clocks: Object.keys(state.clocks).sort(),
});

describe('whatever is tried, by whomever, in whatever order, as time goes on', () => {
  it('leads to every state, through every event', () => {
    const lives = fc.sample(tries, { numRuns: 400, seed: 7 }).map((plan) => lived(plan, nothing));
    const reached = new Set(lives.flatMap(({ states }) => states.map(({ status }) => status)));
    expect(Object.keys(rules).filter((status) => status !== 'none' && !reached.has(status as ReferralStatus))).toEqual(
      [],
    );
    const happened = new Set(lives.flatMap(({ events }) => events.map(({ event }) => event.type)));
    expect(referralDecider.events.types.filter((type) => !happened.has(type))).toEqual([]);
  });

  it('every prefix replays, from what is stored', () => {
    holds((plan) => {
      const { events, states } = lived(plan, nothing);
      const stored = JSON.parse(JSON.stringify(events)) as typeof events;
      let state: Referral = referralDecider.initial;
      for (const [index, { event, header }] of stored.entries()) {
        state = evolve(state, event, header);
        expect(JSON.stringify(state)).toBe(JSON.stringify(states[index]));
      }
    });
  });

  it('a step that leads somewhere, asked for again, changes nothing', () => {
    const again = [
      'receive',
      'accept',
      'decline',
      'hold',
      'resume',
      'attend',
      'report-back',
      'close',
      'cancel',
      'withdraw',
    ];
    holds((plan) => {
      lived(plan, (life, command) => {
        if (again.includes(command.do)) expect(life.command(command) ?? []).toEqual([]);
      });
    });
  });

  it('undoing leads back to how it was before the step, but for what the clock did', () => {
    holds((plan) => {
      lived(plan, (life, command, events) => {
        if (command.do === 'undo' || events.length === 0) return;
        const before = life.states.at(-events.length - 1);
        expect(life.command({ do: 'undo', institution: command.institution })).toHaveLength(1);
        if (before === undefined) throw new Error('nothing was there before');
        expect(bare(life.state)).toEqual(bare(before));
        life.command(command);
      });
    });
  });

  it('no rung is reached twice, and each that was reached had been due', () => {
    holds((plan) => {
      const { events } = lived([...plan, { try: 'wait', hours: 5_000 }, { try: 'wait', hours: 1 }], nothing);
      const reached = events.flatMap(({ event, header }) =>
        event.type === 'ReferralEscalated' ? [{ ...event.data, at: header.recordedAt }] : [],
      );
      const names = reached.map(({ clock, rung }) => `${clock}/${rung}`);
      expect(new Set(names).size).toBe(names.length);
      for (const { due, at } of reached) expect(due <= at).toBe(true);
    });
  });

  it('no rung of a clock that still runs is lost', () => {
    holds((plan) => {
      const { events, state } = lived([...plan, { try: 'wait', hours: 5_000 }], nothing);
      const begun = new Map(
        events.flatMap(({ event }) => {
          const { starts = [], deadline } = event.data as Starting;
          const clocks =
            event.type === 'ReferralUndone' ? [] : [...starts, ...(deadline === undefined ? [] : [deadline])];
          return clocks.map(({ clock, rungs = [] }) => [clock, rungs.length] as const);
        }),
      );
      for (const clock of Object.keys(state.clocks)) {
        const reached = events.filter(({ event }) => event.type === 'ReferralEscalated' && event.data.clock === clock);
        expect(reached).toHaveLength(begun.get(clock) ?? -1);
      }
    });
  });

  it('whoever a clock waits for can act, and nothing is stuck before it is due', () => {
    holds((plan) => {
      const { stands } = lived(plan, nothing);
      for (const state of stands) {
        for (const { institution } of Object.values(state.clocks)) {
          const acts = steps(state, institution).filter((step) => step !== 'note' && step !== 'withdraw');
          expect({ status: state.status, institution, acts }).not.toMatchObject({ acts: [] });
        }
        const from = stuckFrom(state);
        if (from !== undefined) expect(stuckAt(state, from)).toBeUndefined();
      }
    });
  });

  it('closed is never served: help is only what was attended, and said to have arrived', () => {
    holds((plan) => {
      const { events } = lived(plan, nothing);
      const types = new Set<string>();
      for (const { event } of events) {
        types.add(event.type);
        if (event.type === 'ReferralUndone') for (const undone of event.data.undone) types.delete(undone);
        if (event.type === 'ReferralReportedBack' && helpReceived.includes(event.data.outcome)) {
          expect(types).toContain('ReferralAttended');
        }
        if (event.type === 'ReferralClosed') expect(event.data).not.toHaveProperty('outcome');
      }
      expect(events.filter(({ event }) => event.type === 'ReferralSent')).toHaveLength(1);
    });
  });

  it('the chain of legs has no gap, and is one referral', () => {
    holds((plan) => {
      const { state } = lived(plan, nothing);
      expect(state.legs.map(({ leg }) => leg)).toEqual(state.legs.map((_, index) => index + 1));
      expect(state.legs.at(-1)).toMatchObject({ leg: state.leg, to: state.to });
    });
  });
});
