import fc from 'fast-check';
import { type Decider, type EventMap, type EventOf, Refusal } from '#decider';
import type { Publication } from '#publishing';
import { factOf } from '../../../test/history/canaries.js';
import { badCodes, badNames } from '../../protocol/testing/bad.js';
import { agreementDecider } from '../domain/agreement.js';
import { planDecider } from '../domain/plan.js';
import { sessionDecider } from '../domain/session.js';
import * as agreed from '../testing/agreement-fixtures.js';
import * as planned from '../testing/plan-fixtures.js';
import * as the from '../testing/session-fixtures.js';
import { agreementPublication } from './agreement-facts.js';
import { planPublication } from './plan-facts.js';
import { sessionPublication } from './session-facts.js';

const context = {
  ...{ actor: 'demo', commandId: 'c' },
  ...{ effectiveAt: '2025-10-01T15:00:00.000Z', recordedAt: '2025-10-01T15:00:00.000Z' },
};

/** Texts somebody may send in any field: near what can be told, and far from it. */
const texts = fc.oneof(
  fc.constantFrom('PE', '150112', '2025-10-31', 'A1', 'M1', 'done', the.digest, the.planId, the.at),
  fc.constantFrom(...badNames, ...badCodes, '2025-02-30', '9999-99-99', 'PEN'),
  fc.string({ unit: 'binary', maxLength: 170 }),
);

/** The same with a few of its texts changed, however deep they stand. */
const changed = <T>(value: T): fc.Arbitrary<T> =>
  fc.infiniteStream(fc.tuple(fc.nat(11), texts)).map((stream) => {
    const change = (part: unknown): unknown => {
      if (typeof part === 'string') {
        const [chance, text] = stream.next().value ?? [1, ''];
        return chance === 0 ? text : part;
      }
      if (Array.isArray(part)) return part.map(change);
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(
        Object.entries(part).map(([name, each]) => [name, name === 'do' ? each : change(each)]),
      );
    };
    return change(value) as T;
  });

/** What the rules take of changed commands is told, all of it; what cannot be told they refuse. */
function tellsWhatItTakes<C, M extends EventMap, S>(
  decider: Decider<C, M, S>,
  publication: Publication,
  stream: string,
  cases: readonly (readonly [history: readonly EventOf<M>[], command: C])[],
): void {
  let taken = 0;
  const commands = fc
    .constantFrom(...cases)
    .chain(([history, command]) => fc.tuple(fc.constant(history), changed(command)));
  fc.assert(
    fc.property(commands, ([history, command]) => {
      const state = history.reduce((folded, event) => decider.evolve(folded, event), decider.initial);
      try {
        for (const { type, data } of decider.decide(command, state, context)) {
          if (publication.types.includes(type)) expect(factOf(publication, stream, type, data)).toBeDefined();
          taken += 1;
        }
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(taken).toBeGreaterThan(100);
}

describe('whatever is sent, what the rules take can be told', () => {
  it('of sessions', () => {
    tellsWhatItTakes(sessionDecider, sessionPublication, `session-${the.sessionId}`, [
      [[], the.convening],
      [[the.convened], { do: 'postpone', at: the.postponed.data.at, reason: 'HOLIDAY' }],
      [[the.convened], { do: 'cancel', reason: 'OTHER' }],
      [the.attended, the.deciding],
      [the.attended, { do: 'record-minutes', number: '010-2025', digest: the.digest }],
      [the.attended, { do: 'close' }],
    ]);
  });

  it('of agreements', () => {
    tellsWhatItTakes(agreementDecider, agreementPublication, `agreement-${the.agreementId}`, [
      [[], agreed.adopting],
      [[agreed.adopted], { do: 'carry-over', session: agreed.nextSession }],
      [[agreed.adopted], { do: 'reschedule', due: '2025-11-30' }],
      [[agreed.adopted], { do: 'progress', note: 'STARTED' }],
      [[agreed.adopted], { do: 'finish', evidence: the.digest }],
      [[agreed.adopted], { do: 'cancel', reason: 'OTHER' }],
    ]);
  });

  it('of plans', () => {
    tellsWhatItTakes(planDecider, planPublication, `plan-${the.planId}`, [
      [[planned.drafted], planned.approving],
      [[planned.drafted, planned.approved], planned.progressing],
      [[planned.drafted, planned.approved], { do: 'measure', goal: 'M1', value: 1, on: '2025-09-30' }],
      [[planned.drafted, planned.approved], { do: 'recognise', by: the.muni, norm: 'RA-1', on: '2025-03-01' }],
    ]);
  });

  it('of plans as they were drafted', () => {
    fc.assert(
      fc.property(changed(planned.drafting), (command) => {
        try {
          const [drafted] = planDecider.decide(command, planDecider.initial, context);
          if (drafted === undefined) throw new Error('nothing was drafted');
          const approval = { norm: 'ORD-1', on: '2025-02-10' };
          const told = factOf(planPublication, `plan-${the.planId}`, 'PlanApproved', { ...drafted.data, ...approval });
          expect(told).toBeDefined();
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
      }),
      { numRuns: 500 },
    );
  });
});
