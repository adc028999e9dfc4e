import { readFileSync } from 'node:fs';
import { type Context, Refusal } from '#decider';
import { specification } from '#decider/specification';
import * as the from '../testing/fixtures.js';
import { commands, until } from '../testing/lives.js';
import type { ReferralCommand, Step } from './commands.js';
import { life, type ReferralStatus } from './life.js';
import { referralDecider, steps } from './referral.js';

type Name = ReferralCommand['do'];
type Verdict = 'R' | 'R=' | 'S' | 'E' | 'N' | 'L' | 'C' | '=' | '·' | '?';
interface Cell {
  readonly command: Name;
  readonly status: ReferralStatus;
  readonly verdict: Verdict;
  /** Who is heard where the cell has no letter. */
  readonly whose: string;
}

const { given } = specification(referralDecider);

/** The table of the README, cell by cell: written by hand, as the people who hand over would. */
const table = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| --'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const [[, , ...statuses] = [], ...rows] = table;
const cells = rows.flatMap(([command, whose = '', ...verdicts]) =>
  verdicts.map((verdict, index) => ({ command, whose, verdict, status: statuses[index] }) as Cell),
);
const where = (...verdicts: readonly Verdict[]) =>
  cells.filter(({ verdict }) => verdicts.includes(verdict)).map((cell) => [cell.status, cell.command, cell] as const);

/** What happens; a line that names a state says what is different there. */
const happens = `
  send                          ReferralSent
  receive                       ReferralReceived
  accept                        ReferralAccepted
  accept when sent              ReferralReceived ReferralAccepted
  decline                       ReferralDeclined
  decline when sent             ReferralReceived ReferralDeclined
  reroute                       ReferralRerouted
  schedule                      ReferralScheduled
  cancel-appointment            AppointmentCancelled
  miss                          ReferralNotAttended
  contact                       ContactAttempted
  hold                          ReferralHeld
  resume                        ReferralResumed
  attend                        ReferralAttended
  report-back                   ReferralReportedBack
  close                         ReferralClosed
  cancel                        CancellationAsked
  cancel when sent              ReferralCancelled
  cancel when received          ReferralCancelled
  cancel when cancel-asked      ReferralCancelled
  withdraw                      ConsentWithdrawn ReferralCancelled
  withdraw when declined        ConsentWithdrawn
  withdraw when unreachable     ConsentWithdrawn
  withdraw when attended        ConsentWithdrawn
  withdraw when reported-back   ConsentWithdrawn
  withdraw when closed          ConsentWithdrawn
  withdraw when cancelled       ConsentWithdrawn
  note                          ReferralNoted
  undo                          ReferralUndone
  lapse                         ReferralLapsed
  escalate                      ReferralEscalated
  wake                          ReferralResumed
`;
const answers = new Map(
  happens
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/ {2,}/))
    .map(([asked = '', types = '']) => [asked, types.split(' ')] as const),
);

/** The state a step leads to; a line that names a state says what is different there, and what is missing stays as it is. */
const leads: Readonly<Record<string, ReferralStatus>> = {
  send: 'sent',
  receive: 'received',
  accept: 'accepted',
  decline: 'declined',
  reroute: 'sent',
  schedule: 'scheduled',
  'cancel-appointment': 'accepted',
  miss: 'not-attended',
  contact: 'accepted',
  hold: 'on-hold',
  resume: 'accepted',
  wake: 'accepted',
  attend: 'attended',
  'report-back': 'reported-back',
  close: 'closed',
  cancel: 'cancel-asked',
  'cancel when sent': 'cancelled',
  'cancel when received': 'cancelled',
  'cancel when cancel-asked': 'cancelled',
};
const endedByWithdrawal = answers.get('withdraw') ?? [];

/** Who took the last step of the history that ends in a state. */
function lastIn(status: ReferralStatus): string {
  const last = until[status].at(-1);
  if (last === undefined) return the.stranger;
  return last.type === 'ReferralSent' ? last.data.from : (last.data as { institution: string }).institution;
}

/** Who may take a step in a state, as the table says. */
function mayTake({ verdict, whose, status }: Cell): readonly string[] {
  const letter = 'RSENL'.includes(verdict.charAt(0)) ? verdict.charAt(0) : whose;
  if (letter === 'L') return [lastIn(status)];
  // Nobody was told how to reach her (`N`): the sender is asked.
  return { R: [the.cem], S: [the.police], N: [the.police] }[letter] ?? [the.police, the.cem];
}

/** Who is told that a step is not theirs. */
const others = (cell: Cell): readonly string[] =>
  [the.police, the.cem, the.stranger].filter(
    (each) => !mayTake(cell).includes(each) && !(cell.verdict === 'R=' && each === the.police),
  );

/** What an institution may do in a state, as the table says. */
const allowedTo = (institution: string, status: ReferralStatus): readonly string[] =>
  cells
    .filter((cell) => cell.status === status && 'RSENL'.includes(cell.verdict.charAt(0)))
    .filter((cell) => mayTake(cell).includes(institution))
    .map(({ command }) => command);

/** The command as this institution would give it in this state; the clock names what it looks at. */
function asked({ command, status }: Cell, institution?: string): ReferralCommand {
  if (command === 'escalate') {
    const [running] = Object.values(the.fold(until[status]).clocks);
    return { ...commands.escalate, ...(running === undefined ? {} : { clock: running.clock }) };
  }
  return (institution === undefined ? commands[command] : { ...commands[command], institution }) as ReferralCommand;
}

/** Nobody misses an appointment that lies ahead. */
const when = (command: Name): Partial<Context> => (command === 'miss' ? { effectiveAt: the.afterwards } : {});

function refusalOf(cell: Cell, institution?: string): Refusal {
  const context: Context = { actor: 'demo', commandId: the.commandId, effectiveAt: the.now, recordedAt: the.now };
  try {
    const circumstances = { ...context, ...when(cell.command) };
    referralDecider.decide(asked(cell, institution), the.fold(until[cell.status]), circumstances);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the rule did not refuse');
}

const isStep = ({ command }: Cell): boolean => !['send', 'lapse', 'escalate', 'wake'].includes(command);

describe('the life of a referral', () => {
  it('is a table of every state and every command', () => {
    expect(statuses).toEqual(Object.keys(life));
    expect(rows.map(([command]) => command)).toEqual(Object.keys(commands));
    expect(cells).toHaveLength(15 * 21);
    expect(Object.keys(until).filter((status) => the.fold(until[status as ReferralStatus]).status !== status)).toEqual(
      [],
    );
  });

  it.each(where('R', 'R=', 'S', 'E', 'N', 'L', 'C'))('when %s, %s happens', (status, command, cell) => {
    const types = answers.get(`${command} when ${status}`) ?? answers.get(command);
    const ends = command === 'withdraw' && types === endedByWithdrawal ? 'cancelled' : undefined;
    for (const institution of isStep(cell) ? mayTake(cell) : [undefined]) {
      given(...until[status])
        .when(asked(cell, institution), when(command))
        .satisfies((events, state) => {
          expect(events.map(({ type }) => type)).toEqual(types);
          if (command === 'undo') return;
          expect(state.status).toBe(ends ?? leads[`${command} when ${status}`] ?? leads[command] ?? status);
        });
    }
  });

  it.each(where('='))('when %s, %s changes nothing', (status, command, cell) => {
    for (const institution of isStep(cell) ? mayTake(cell) : [undefined]) {
      given(...until[status])
        .when(asked(cell, institution), when(command))
        .changesNothing();
    }
  });

  it.each(where('R='))('when %s, to ask for %s again asks for nothing', (status, _command, cell) => {
    given(...until[status])
      .when(asked(cell, the.police))
      .changesNothing();
  });

  it.each(where('·'))('when %s, %s is refused, and the refusal names what is possible', (status, command, cell) => {
    if (command === 'send') {
      expect(refusalOf(cell)).toMatchObject({ code: 'referral/exists', kind: 'illegal', allowed: [] });
      return;
    }
    const code = command === 'undo' ? 'referral/nothing-to-undo' : 'referral/step-not-allowed';
    for (const institution of mayTake(cell)) {
      const refusal = refusalOf(cell, institution);
      expect(refusal).toMatchObject({ code, kind: 'illegal' });
      expect([...(refusal.allowed ?? [])].sort()).toEqual([...allowedTo(institution, status)].sort());
    }
  });

  it.each(where('?'))('when %s, %s is asked of nothing', (_status, _command, cell) => {
    expect(refusalOf(cell)).toMatchObject({ code: 'referral/unknown', kind: 'unknown' });
  });
});

describe('whose step it is', () => {
  const owned = cells
    .filter((cell) => isStep(cell) && cell.verdict !== '?' && cell.command !== 'undo')
    .map((cell) => [cell.status, cell.command, cell] as const);

  it.each(owned)('when %s, nobody else may %s, and the refusal names no step', (_status, _command, cell) => {
    for (const wrong of others(cell)) {
      expect(refusalOf(cell, wrong)).toMatchObject({ code: 'referral/not-yours', kind: 'illegal', allowed: [] });
    }
  });

  it.each(where('L'))('when %s, nobody else may %s what was done last', (_status, _command, cell) => {
    for (const wrong of [the.police, the.cem].filter((each) => each !== lastIn(cell.status))) {
      expect(refusalOf(cell, wrong).code).toBe('referral/nothing-to-undo');
    }
    expect(refusalOf(cell, the.stranger).code).toBe('referral/not-yours');
  });

  it.each(statuses as ReferralStatus[])('is what both ends are offered when %s', (status) => {
    for (const institution of [the.police, the.cem, the.stranger]) {
      const offered: readonly Step[] = status === 'none' ? [] : steps(the.fold(until[status]), institution);
      const expected = allowedTo(institution, status).filter((each) => each !== 'undo' && each !== 'send');
      expect([...offered].sort()).toEqual([...expected].sort());
    }
  });

  it('passes to the receiver when they know how to reach the person safely', () => {
    const again = { ...the.missed, data: { ...the.missed.data, next: 'contact-again' } } as const;
    const history = [...until.scheduled, again];
    expect(steps(the.fold(history), the.cem)).toContain('contact');
    expect(steps(the.fold(history), the.police)).not.toContain('contact');
  });

  it('passes to the next service with the leg: the one before has no say any more', () => {
    const history = [...until.declined, the.rerouted];
    given(...history)
      .when({ do: 'receive', institution: the.cem })
      .refuses('referral/not-yours');
    expect(steps(the.fold(history), the.health)).toContain('accept');
    expect(steps(the.fold(history), the.cem)).toEqual([]);
  });
});
