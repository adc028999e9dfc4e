import fc from 'fast-check';
import { Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fund-fixtures.js';
import { type FundCommand, fundDecider } from './fund.js';
import { free, type Fund } from './fund-state.js';

const { given } = specification(fundDecider);
const { addingLine, approved, cancelled, fundOpened, lineAdded, ofRequest, openingFund, paid, reimbursed } = the;
const { rejected, requested, requestId: request, requesting } = the;
const other = { actor: 'demo-02' };
const again = '4e900000-0000-8000-8000-000000000002';
const second = { ...requested, data: { ...requested.data, request: again } };

describe('a fund', () => {
  it('is opened once, and its lines have codes of their own', () => {
    given().when(openingFund).then(fundOpened);
    given(fundOpened).when(openingFund).changesNothing();
    given(fundOpened)
      .when({ ...openingFund, name: 'Otro' })
      .refuses('fund/taken');
    given(fundOpened).when(addingLine).then(lineAdded);
    given(fundOpened, lineAdded).when(addingLine).refuses('fund/line-taken');
    given(fundOpened)
      .when({ ...addingLine, line: 'constructor' })
      .refuses('fund/bad-code');
    given().when(addingLine).refuses('fund/unknown');
  });

  it('takes whole cents of a currency it knows', () => {
    given(fundOpened)
      .when({ ...addingLine, cents: 0.5 })
      .refuses('fund/bad-number');
    given(fundOpened)
      .when({ ...addingLine, cents: 0 })
      .refuses('fund/bad-number');
    given(fundOpened)
      .when({ ...addingLine, currency: 'USD' as 'PEN' })
      .refuses('code/not-listed');
  });
});

describe('a request', () => {
  it('is of a referral and a line there is, in its currency', () => {
    given(fundOpened, lineAdded).when(requesting).then(requested);
    given(fundOpened, lineAdded, requested).when(requesting).refuses('fund/request-exists');
    given(fundOpened).when(requesting).refuses('fund/unknown-line');
    // What every object has under its name is no line.
    given(fundOpened, lineAdded)
      .when({ ...requesting, line: 'constructor' })
      .refuses('fund/bad-code');
    given(fundOpened, lineAdded)
      .when({ ...requesting, referral: 'R-1' })
      .refuses('fund/bad-id');
    given(fundOpened, lineAdded)
      .when({ ...requesting, purpose: 'PARTY' as 'FOOD' })
      .refuses('code/not-listed');
    given(fundOpened, lineAdded)
      .when({ ...requesting, units: 0 })
      .refuses('fund/bad-number');
  });

  it('is approved by another than who asked', () => {
    given(fundOpened, lineAdded, requested).when({ do: 'approve', request }).refuses('fund/own-request');
    given(fundOpened, lineAdded, requested).when({ do: 'approve', request }, other).then(approved);
    given(fundOpened, lineAdded, requested, approved).when({ do: 'approve', request }, other).refuses('fund/not-now');
  });

  it('is approved in part, and never for more than was asked', () => {
    given(fundOpened, lineAdded, requested)
      .when({ do: 'approve', request, cents: 100 }, other)
      .then({ ...approved, data: { ...ofRequest, country: 'PE', cents: 100 } });
    given(fundOpened, lineAdded, requested)
      .when({ do: 'approve', request, cents: 60_001 }, other)
      .refuses('fund/bad-number');
  });

  it('is rejected before, and given up until it is paid', () => {
    given(fundOpened, lineAdded, requested).when({ do: 'reject', request, reason: 'NOT_COVERED' }).then(rejected);
    given(fundOpened, lineAdded, requested, approved)
      .when({ do: 'cancel', request, reason: 'NO_LONGER_NEEDED' })
      .then(cancelled);
    given(fundOpened, lineAdded, requested, approved, paid)
      .when({ do: 'cancel', request, reason: 'MISTAKE' })
      .refuses('fund/not-now');
    given(fundOpened).when({ do: 'reject', request, reason: 'MISTAKE' }).refuses('fund/unknown-request');
  });
});

describe('a line', () => {
  it('promises no more than it has: what is approved counts before it is paid', () => {
    const held = [fundOpened, lineAdded, requested, second, approved] as const;
    given(...held)
      .when({ do: 'approve', request: again }, other)
      .refuses('fund/over-balance');
    given(...held)
      .when({ do: 'approve', request: again, cents: 40_000 }, other)
      .satisfies((_, { lines }) => expect(Object.values(lines).map(free)).toEqual([0]));
  });

  it('has again what was given up, and what came back', () => {
    given(fundOpened, lineAdded, requested, second, approved, cancelled)
      .when({ do: 'approve', request: again }, other)
      .satisfies(([event]) => expect(event?.type).toBe('SupportApproved'));
    given(fundOpened, lineAdded, requested, approved, paid)
      .when({ do: 'reimburse', request, voucher: 'R001-1', cents: 10_000 })
      .then(reimbursed);
    given(fundOpened, lineAdded, requested, approved, paid, reimbursed)
      .when({ do: 'reimburse', request, voucher: 'R001-2', cents: 50_001 })
      .refuses('fund/bad-number');
  });
});

describe('a payment', () => {
  const pay = { do: 'pay', request, voucher: 'B001-15' } as const;

  it('is of what was approved, with a voucher that paid nothing else', () => {
    given(fundOpened, lineAdded, requested, approved).when(pay).then(paid);
    given(fundOpened, lineAdded, requested).when(pay).refuses('fund/not-now');
    given(fundOpened, lineAdded, requested, approved, paid).when(pay).refuses('fund/not-now');
    given(fundOpened, lineAdded, requested, approved)
      .when({ ...pay, cents: 60_001 })
      .refuses('fund/bad-number');
    given(fundOpened, lineAdded, requested, second, approved, paid, {
      ...approved,
      data: { ...approved.data, request: again, cents: 1 },
    })
      .when({ ...pay, request: again })
      .refuses('fund/voucher-used');
  });

  it('frees what it did not need', () => {
    given(fundOpened, lineAdded, requested, approved)
      .when({ ...pay, cents: 10_000 })
      .satisfies((_, { lines }) => expect(Object.values(lines).map(free)).toEqual([90_000]));
  });
});

it('never goes below nothing on any line, whatever is tried in whatever order', () => {
  const ids = [0, 1, 2, 3].map((nth) => `4e900000-0000-8000-8000-00000000000${nth}`);
  const [any, cents, voucher] = [fc.constantFrom(...ids), fc.integer({ min: 1, max: 90_000 }), fc.nat(9).map(String)];
  const commands = fc.oneof<fc.Arbitrary<FundCommand>[]>(
    fc
      .record({ do: fc.constant('request'), request: any, cents })
      .map((asked) => ({ ...requesting, ...asked, do: 'request' })),
    fc.record({ do: fc.constant('approve'), request: any }) as fc.Arbitrary<FundCommand>,
    fc.record({ do: fc.constant('pay'), request: any, voucher }) as fc.Arbitrary<FundCommand>,
    fc.record({ do: fc.constant('pay'), request: any, voucher, cents }) as fc.Arbitrary<FundCommand>,
    fc.record({ do: fc.constant('cancel'), request: any, reason: fc.constant('MISTAKE') }) as fc.Arbitrary<FundCommand>,
    fc.record({ do: fc.constant('reimburse'), request: any, voucher, cents }) as fc.Arbitrary<FundCommand>,
  );
  let paidSomething = 0;
  fc.assert(
    fc.property(fc.array(commands, { minLength: 10, maxLength: 60 }), (tried) => {
      let state: Fund = [fundOpened, lineAdded].reduce<Fund>(
        (so, event) => fundDecider.evolve(so, event),
        fundDecider.initial,
      );
      for (const [nth, command] of tried.entries()) {
        const context = { effectiveAt: '', recordedAt: '', actor: `a-${nth}`, commandId: `c-${nth}` };
        try {
          for (const event of fundDecider.decide(command, state, context)) {
            state = fundDecider.evolve(state, event, context);
          }
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
        }
        for (const line of Object.values(state.lines)) {
          expect(Math.min(free(line), line.promised, line.paid)).toBeGreaterThanOrEqual(0);
          paidSomething += line.paid > 0 ? 1 : 0;
        }
      }
    }),
    { numRuns: 200 },
  );
  expect(paidSomething).toBeGreaterThan(0);
});
