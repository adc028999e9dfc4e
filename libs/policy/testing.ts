import { catalogue, Refusal, type Decider } from '#decider';
import { deriveId, handle, type EventLog, type Instant, SimulatedClock } from '#event-log';
import { projection, type Projection } from '#projection';
import { policy, type Consequence, type Dispatch, type DuePolicy } from './policy.js';

/** Library loans, for the specs of this lib: a loan falls due, is reminded of step by step, and a lender hears of it. */
export type Loans = {
  Lent: { loan: string; due: Instant };
  Reminded: { loan: string; rung: number; firedAt: Instant; nextDue: Instant };
  Returned: { loan: string };
};
export type Notices = { Noticed: { about: string } };

type LoanCommand =
  | { readonly do: 'lend'; readonly loan: string; readonly due: Instant }
  | { readonly do: 'remind'; readonly loan: string; readonly rung: number }
  | { readonly do: 'return'; readonly loan: string };
interface Loan {
  readonly open: boolean;
  readonly rung: number;
}

export const loanEvents = catalogue<Loans>({ Lent: 1, Reminded: 1, Returned: 1 });
const noticeEvents = catalogue<Notices>({ Noticed: 1 });

const day = 24 * 60 * 60 * 1000;
export const plusDays = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * day).toISOString();

const loans: Decider<LoanCommand, Loans, Loan> = {
  category: 'loan',
  events: loanEvents,
  initial: { open: false, rung: 0 },
  decide: (command, state, { effectiveAt }) => {
    if (command.do === 'lend') return [{ type: 'Lent', data: { loan: command.loan, due: command.due } }];
    if (!state.open) throw new Refusal('loan/not-open', 'the loan is not open');
    if (command.do === 'return') return [{ type: 'Returned', data: { loan: command.loan } }];
    // Says yes to every reminder: that none comes twice is not the rule's doing but the command id's.
    const { loan, rung } = command;
    return [{ type: 'Reminded', data: { loan, rung, firedAt: effectiveAt, nextDue: plusDays(effectiveAt, 7) } }];
  },
  evolve: (state, event) => {
    if (event.type === 'Lent') return { open: true, rung: 0 };
    return event.type === 'Returned' ? { ...state, open: false } : { ...state, rung: event.data.rung };
  },
};

const notices: Decider<{ readonly about: string }, Notices, number> = {
  category: 'notice',
  events: noticeEvents,
  initial: 0,
  decide: ({ about }) => [{ type: 'Noticed', data: { about } }],
  evolve: (count) => count + 1,
};

interface Open {
  readonly loan: string;
  readonly due: Instant;
  readonly rung: number;
}

/** Open loans by the instant they fall due; imported ones are never due. */
export const openLoans: Projection<Open> = projection<Loans, Open>({
  name: 'open-loans',
  version: 1,
  events: loanEvents,
  key: (event) => event.data.loan,
  empty: () => ({ loan: '', due: '', rung: 0 }),
  on: {
    Lent: (document, { data, metadata }) =>
      metadata['origin'] === 'import' ? undefined : { ...document, loan: data.loan, due: data.due },
    Reminded: (document, { data }) => ({ ...document, due: data.nextDue, rung: data.rung }),
    Returned: () => undefined,
  },
  index: ({ due }) => [['due', due]],
});

export const remind: DuePolicy<Open> = {
  name: 'remind',
  projection: openLoans,
  list: 'due',
  fire: ({ loan, rung }): readonly Consequence<LoanCommand>[] => [
    { category: 'loan', id: loan, command: { do: 'remind', loan, rung: rung + 1 } },
  ],
};

/** Two notices for each reminder, none for what is lent. */
export const notify = policy<Loans>({
  name: 'notify',
  events: loanEvents,
  on: {
    Reminded: ({ data }) => [
      { category: 'notice', id: data.loan, command: { about: 'reader' } },
      { category: 'notice', id: data.loan, command: { about: 'lender' } },
    ],
    Lent: () => [],
  },
});

/** A small world: one log, one clock, and commands handled for real. */
export function world(log: EventLog) {
  const clock = new SimulatedClock('2025-10-01T15:00:00.000Z');
  const deps = { log, clock };
  let commands = 0;
  const send = (command: LoanCommand, origin?: 'import') => {
    const commandId = deriveId('user', (commands += 1));
    const request = { id: command.loan, command, commandId, actor: 'demo', ...(origin && { origin }) };
    return handle(deps, loans, request);
  };
  const dispatch: Dispatch = ({ category, id, command, effectiveAt }, cause) => {
    const request = { id, actor: 'policy', origin: 'policy' as const, ...cause, ...(effectiveAt && { effectiveAt }) };
    return category === 'loan'
      ? handle(deps, loans, { ...request, command: command as LoanCommand })
      : handle(deps, notices, { ...request, command: command as { about: string } });
  };
  const types = async (stream: string): Promise<string[]> => {
    const found: string[] = [];
    for await (const { type } of log.readStream(stream)) found.push(type);
    return found;
  };
  return { clock, send, dispatch, types };
}

/** Waits, turn by turn, until it is so. */
export async function eventually(so: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await so())) await new Promise(setImmediate);
}
