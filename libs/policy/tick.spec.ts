import { Refusal } from '#decider';
import type { EventLog } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { startTicker, tick, type Dispatch, type DuePolicy, type Tick } from '#policy';
import { catchUp, type Views } from '#projection';
import { memoryViews } from '#projection/memory';
import { openLoans, plusDays, remind, world } from './testing.js';

describe('what falls due', () => {
  let log: EventLog;
  let views: Views;
  let here: ReturnType<typeof world>;
  let due: string;

  beforeEach(() => {
    log = memoryLog();
    views = memoryViews();
    here = world(log);
    due = plusDays(here.clock.now(), 7);
  });
  const pass = (dispatch: Dispatch = here.dispatch, store: Views = views): Promise<Tick> =>
    tick([remind], store, here.clock, dispatch);
  const seen = (store: Views = views) => catchUp(log, [openLoans], store);
  const lend = async (loan: string, origin?: 'import') => {
    await here.send({ do: 'lend', loan, due }, origin);
    await seen();
  };

  it('fires when its instant has come, not before', async () => {
    await lend('l1');
    expect(await pass()).toEqual({ due: 0, dispatched: 0, refused: 0, failed: 0, reasons: [] });
    here.clock.advanceTo(due);
    expect(await pass()).toMatchObject({ due: 1, dispatched: 1 });
    expect(await here.types('loan-l1')).toEqual(['Lent', 'Reminded']);
  });

  it('fires once, however often and from wherever it is ticked before the view has seen it', async () => {
    await lend('l1');
    await lend('l2');
    const behind = memoryViews();
    await seen(behind);
    here.clock.advanceTo(plusDays(due, 1));
    await Promise.all([pass(), pass(here.dispatch, behind), pass()]);
    await seen();
    // The other process restarts with views that are still behind.
    await pass();
    await pass(here.dispatch, behind);
    for (const loan of ['l1', 'l2']) expect(await here.types(`loan-${loan}`)).toEqual(['Lent', 'Reminded']);
  });

  it('fires each rung once after an outage, with the time it was due and the time it fired', async () => {
    await lend('l1');
    here.clock.advanceTo(plusDays(due, 100));
    for (let ticks = 0; ticks < 5; ticks += 1) {
      await pass();
      await seen();
    }
    expect(await here.types('loan-l1')).toEqual(['Lent', 'Reminded']);
    expect(await views.get(openLoans, 'l1')).toMatchObject({ rung: 1, due: plusDays(here.clock.now(), 7) });
    here.clock.advanceTo(plusDays(here.clock.now(), 7));
    await pass();
    await seen();
    expect(await views.get(openLoans, 'l1')).toMatchObject({ rung: 2 });
  });

  it('does not fire for imported history', async () => {
    await lend('old', 'import');
    here.clock.advanceTo(plusDays(due, 1));
    expect(await pass()).toMatchObject({ due: 0 });
    expect(await here.types('loan-old')).toEqual(['Lent']);
  });

  it('is refused, and counted, when the world moved on', async () => {
    await lend('l1');
    await here.send({ do: 'return', loan: 'l1' });
    here.clock.advanceTo(due);
    expect(await pass()).toEqual({ due: 1, dispatched: 0, refused: 1, failed: 0, reasons: [] });
  });

  it('goes on behind one that fails, which is tried again at the next tick', async () => {
    for (const loan of ['l1', 'l2', 'l3']) await lend(loan);
    here.clock.advanceTo(due);
    let failing = true;
    const dispatch: Dispatch = async (consequence, cause) => {
      if (failing && consequence.id === 'l1') throw new TypeError('a name nobody may read');
      if (consequence.id === 'l3') throw new Refusal('no', 'not now');
      return here.dispatch(consequence, cause);
    };
    const outcome = await pass(dispatch);
    expect(outcome).toMatchObject({ due: 3, dispatched: 1, refused: 1, failed: 1 });
    expect(outcome.reasons).toEqual([expect.stringMatching(/^TypeError at tick\.spec\.ts:\d+$/)]);
    failing = false;
    await pass(dispatch);
    expect(await here.types('loan-l1')).toEqual(['Lent', 'Reminded']);
    expect(await here.types('loan-l2')).toEqual(['Lent', 'Reminded']);
  });

  it('counts a policy that throws for one document, and asks it about the others', async () => {
    for (const loan of ['l1', 'l2']) await lend(loan);
    here.clock.advanceTo(due);
    const picky: typeof remind = {
      ...remind,
      fire: (document, key, now) => {
        if (key === 'l1') throw new Error('cannot');
        return remind.fire(document, key, now);
      },
    };
    expect(await tick([picky], views, here.clock, here.dispatch)).toMatchObject({ due: 2, dispatched: 1, failed: 1 });
  });

  describe('in company: several commands for one document at one instant', () => {
    /** Asks for the two reminders that were not made yet; with a name each, or known by their place in the list. */
    const both = (named: boolean): DuePolicy<{ readonly loan: string }> => ({
      ...(remind as DuePolicy<{ readonly loan: string }>),
      fire: ({ loan }) =>
        [1, 2]
          .filter((rung) => !made.includes(`${loan}/${rung}`))
          .map((rung) => ({
            category: 'loan',
            id: loan,
            command: { do: 'remind', loan, rung },
            ...(named ? { once: `rung-${rung}` } : {}),
          })),
    });
    let made: string[];
    let ids: string[];
    let failing: boolean;

    beforeEach(async () => {
      [made, ids, failing] = [[], [], true];
      await lend('l1');
      here.clock.advanceTo(due);
    });
    /** The second of them cannot be sent at first; a command that comes again under its id is not done again. */
    const dispatch: Dispatch = async ({ command }, { commandId }) => {
      const { loan, rung } = command as { readonly loan: string; readonly rung: number };
      if (rung === 2 && failing) throw new Error('not now');
      if (!ids.includes(commandId)) made.push(`${loan}/${rung}`);
      ids.push(commandId);
    };
    const twice = async (named: boolean) => {
      expect(await tick([both(named)], views, here.clock, dispatch)).toMatchObject({ dispatched: 1, failed: 1 });
      failing = false;
      await tick([both(named)], views, here.clock, dispatch);
      return made;
    };

    it('sends the one that failed, under the name it was given', async () => {
      expect(await twice(true)).toEqual(['l1/1', 'l1/2']);
    });

    it('without names takes the one that failed for the one that was sent in its place', async () => {
      expect(await twice(false)).toEqual(['l1/1']);
    });

    it('sends it under the same id for ever, whenever the document falls due', async () => {
      const other = { ...both(true), projection: openLoans };
      await tick([other], views, here.clock, dispatch);
      made = [];
      await here.send({ do: 'remind', loan: 'l1', rung: 9 });
      await seen();
      here.clock.advanceTo(plusDays(due, 30));
      failing = false;
      await tick([other], views, here.clock, dispatch);
      expect(ids).toHaveLength(3);
      expect(new Set(ids).size).toBe(2);
    });
  });

  it('is all fired in one pass, longest due first, however much it is', async () => {
    const loans = Array.from({ length: 1_203 }, (_, n) => ({ loan: `l${n}`, due: plusDays(due, -(n % 9)), rung: 0 }));
    await views.replace(
      openLoans,
      loans.map((loan) => [loan.loan, loan] as const),
      undefined,
    );
    here.clock.advanceTo(due);
    const fired: string[] = [];
    const dispatch: Dispatch = async ({ id }) => void fired.push(id);
    expect(await pass(dispatch)).toMatchObject({ due: 1_203, dispatched: 1_203 });
    expect(new Set(fired).size).toBe(1_203);
    const dues = fired.map((id) => loans.find(({ loan }) => loan === id)?.due ?? '');
    expect(dues).toEqual([...dues].sort());
  });
});

describe('a ticker', () => {
  it('ticks until it is told to end, also behind a pass that failed', async () => {
    const stop = new AbortController();
    const outcomes: (Tick | Error)[] = [];
    const views = memoryViews();
    let lists = 0;
    const flaky: Pick<Views, 'list'> = {
      list: (projection, list, range) => {
        lists += 1;
        if (lists === 1) throw new Error('no list');
        return views.list(projection, list, range);
      },
    };
    const here = world(memoryLog());
    await startTicker([remind], flaky, here.clock, here.dispatch, {
      everyMs: 1,
      signal: stop.signal,
      onTick: (outcome) => {
        outcomes.push(outcome);
        if (outcomes.length === 3) stop.abort();
      },
    });
    expect(outcomes[0]).toBeInstanceOf(Error);
    expect(outcomes.slice(1)).toMatchObject([{ due: 0 }, { due: 0 }]);
  });
});
