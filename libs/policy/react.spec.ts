import { Refusal } from '#decider';
import type { EventLog, Metadata } from '#event-log';
import { memoryLog } from '#event-log/memory';
import {
  policy,
  policyCheckpoint,
  react,
  type Cause,
  type Dispatch,
  type ReactOptions,
  type ReactStatus,
} from '#policy';
import type { Projection, Views, ViewWrite } from '#projection';
import { memoryViews } from '#projection/memory';
import { eventually, loanEvents, notify, plusDays, world, type Loans } from './testing.js';

describe('a policy that follows events', () => {
  let log: EventLog;
  let checkpoints: Views;
  let here: ReturnType<typeof world>;
  let due: string;

  beforeEach(() => {
    log = memoryLog();
    checkpoints = memoryViews();
    here = world(log);
    due = plusDays(here.clock.now(), 7);
  });

  const remindOnce = async (loan = 'l1') => {
    await here.send({ do: 'lend', loan, due });
    await here.send({ do: 'remind', loan, rung: 1 });
  };
  const begin = (options: Partial<ReactOptions> = {}, policies = [notify]) => {
    const stop = new AbortController();
    const status: ReactStatus = new Map();
    const running = react(log, policies, {
      dispatch: here.dispatch,
      checkpoints,
      signal: stop.signal,
      status,
      pause: async () => undefined,
      saveEveryMs: 1,
      ...options,
    });
    return {
      status,
      end: async () => {
        stop.abort();
        await running;
      },
    };
  };
  const caughtUp = (name = 'notify') =>
    eventually(async () => (await checkpoints.checkpoint(policyCheckpoint(name))) === (await log.head()));

  it('sends what follows, from history and from what comes', async () => {
    await remindOnce('l1');
    const reactor = begin();
    await caughtUp();
    await remindOnce('l2');
    await caughtUp();
    await reactor.end();
    for (const loan of ['l1', 'l2']) expect(await here.types(`notice-${loan}`)).toEqual(['Noticed', 'Noticed']);
    expect(reactor.status.get('notify')).toEqual({ dispatched: 4, refused: 0 });
  });

  it('names the event as the cause, under ids that are the same every time', async () => {
    await remindOnce();
    const causes: Cause[][] = [];
    for (let round = 0; round < 2; round += 1) {
      const sent: Cause[] = [];
      causes.push(sent);
      checkpoints = memoryViews();
      const reactor = begin({ dispatch: async (_consequence, cause) => void sent.push(cause) });
      await caughtUp();
      await reactor.end();
    }
    expect(causes[0]).toEqual(causes[1]);
    const reminder: { id: string; metadata: Metadata }[] = [];
    for await (const event of log.readStream('loan-l1', { after: 1 })) reminder.push(event);
    expect(causes[0]).toMatchObject([
      { causationId: reminder[0]?.id, correlationId: reminder[0]?.metadata['correlationId'] },
      { causationId: reminder[0]?.id },
    ]);
    expect(new Set(causes[0]?.map(({ commandId }) => commandId)).size).toBe(2);
  });

  it('does nothing twice: after a restart, with its checkpoint lost, and run by two at once', async () => {
    await remindOnce();
    await begin({ signal: AbortSignal.abort() }).end();
    for (const store of [checkpoints, checkpoints, memoryViews()]) {
      checkpoints = store;
      const [one, other] = [begin(), begin()];
      await caughtUp();
      await Promise.all([one.end(), other.end()]);
    }
    expect(await here.types('notice-l1')).toEqual(['Noticed', 'Noticed']);
  });

  it('sends the rest after it was ended between two commands of one event', async () => {
    await remindOnce();
    const stop = new AbortController();
    await begin({
      signal: stop.signal,
      dispatch: async (consequence, cause) => {
        await here.dispatch(consequence, cause);
        stop.abort();
      },
    }).end();
    expect(await here.types('notice-l1')).toEqual(['Noticed']);
    expect(await checkpoints.checkpoint(policyCheckpoint('notify'))).toBeUndefined();
    const reactor = begin();
    await caughtUp();
    await reactor.end();
    expect(await here.types('notice-l1')).toEqual(['Noticed', 'Noticed']);
  });

  it('passes over imported history', async () => {
    await here.send({ do: 'lend', loan: 'old', due }, 'import');
    await here.send({ do: 'remind', loan: 'old', rung: 1 }, 'import');
    const reactor = begin();
    await caughtUp();
    await reactor.end();
    expect(await here.types('notice-old')).toEqual([]);
    expect(reactor.status.get('notify')).toEqual({ dispatched: 0, refused: 0 });
  });

  it('counts a refusal and goes on: the world moved on', async () => {
    await remindOnce();
    const dispatch: Dispatch = async (consequence, cause) => {
      if ((consequence.command as { about: string }).about === 'reader') throw new Refusal('no', 'not now');
      await here.dispatch(consequence, cause);
    };
    const reactor = begin({ dispatch });
    await caughtUp();
    await reactor.end();
    expect(await here.types('notice-l1')).toEqual(['Noticed']);
    expect(reactor.status.get('notify')).toEqual({ dispatched: 1, refused: 1 });
  });

  it('holds at a command that fails, says so, and lets the other policies go on', async () => {
    await remindOnce('l1');
    await remindOnce('l2');
    let failing = true;
    const sent: string[] = [];
    const dispatch: Dispatch = async ({ id, command }) => {
      const { about } = command as { about: string };
      if (failing && about === 'reader' && id === 'l1') throw new Error('a name nobody may read');
      sent.push(`${about} ${id}`);
    };
    const other = policy<Loans>({
      name: 'other',
      events: loanEvents,
      on: { Reminded: ({ data }) => [{ category: 'notice', id: data.loan, command: { about: 'other' } }] },
    });
    const attempts: number[] = [];
    const pause = async (attempt: number) => {
      attempts.push(attempt);
      await new Promise(setImmediate);
    };
    const reactor = begin({ dispatch, pause }, [notify, other]);
    await caughtUp('other');
    await eventually(() => attempts.length >= 3);
    expect(sent).toEqual(['other l1', 'other l2']);
    const held = reactor.status.get('notify')?.held;
    expect(held).toMatchObject({ reason: expect.stringMatching(/^Error at react\.spec\.ts:\d+$/) });
    expect(held?.position).toBeDefined();
    failing = false;
    await caughtUp();
    await reactor.end();
    expect(attempts.slice(0, 3)).toEqual([1, 2, 3]);
    expect(sent.slice(2)).toEqual(['reader l1', 'lender l1', 'reader l2', 'lender l2']);
    expect(reactor.status.get('notify')).toEqual({ dispatched: 4, refused: 0 });
  });

  it('waits for a checkpoint store and a log that fail', async () => {
    await remindOnce();
    let failures = 4;
    const flaky = <T>(work: () => T): T => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('not now');
      }
      return work();
    };
    const stop = new AbortController();
    const broken: EventLog = { ...bound(log), follow: (...args) => flaky(() => log.follow(...args)) };
    const running = react(broken, [notify], {
      dispatch: here.dispatch,
      checkpoints: {
        checkpoint: async (projection) => flaky(() => checkpoints.checkpoint(projection)),
        writeAll: async (writes) => flaky(() => checkpoints.writeAll(writes)),
      },
      signal: stop.signal,
      saveEveryMs: 1,
      pause: async () => undefined,
    });
    await caughtUp();
    stop.abort();
    await running;
    expect(await here.types('notice-l1')).toEqual(['Noticed', 'Noticed']);
  });

  it('writes down how far all policies came together, when it ends at the latest', async () => {
    await remindOnce();
    const writes: string[][] = [];
    const counting = {
      checkpoint: (projection: Projection) => checkpoints.checkpoint(projection),
      writeAll: (all: readonly ViewWrite[]) => {
        writes.push(all.map(({ projection }) => projection.name));
        return checkpoints.writeAll(all);
      },
    };
    const other = policy<Loans>({
      name: 'other',
      events: loanEvents,
      on: { Reminded: ({ data }) => [{ category: 'notice', id: data.loan, command: { about: 'other' } }] },
    });
    const reactor = begin({ checkpoints: counting, saveEveryMs: 60_000 }, [notify, other]);
    await remindOnce('l2');
    const sent = (name: string) => reactor.status.get(name)?.dispatched;
    await eventually(() => sent('notify') === 4 && sent('other') === 2);
    expect(writes).toEqual([]);
    await reactor.end();
    expect(writes).toEqual([['policy/notify', 'policy/other']]);
    const again = begin({ checkpoints: counting, dispatch: () => Promise.reject(new Error('sent again')) });
    await caughtUp();
    await again.end();
    expect(again.status.get('notify')).toEqual({ dispatched: 0, refused: 0 });
  });

  it('goes on while it cannot write down how far it came, and says so', async () => {
    let full = true;
    const reactor = begin({
      checkpoints: {
        checkpoint: (projection) => checkpoints.checkpoint(projection),
        writeAll: async (writes) => {
          if (full) throw new Error('a disk nobody may read of');
          return checkpoints.writeAll(writes);
        },
      },
    });
    for (const loan of ['l1', 'l2']) {
      await remindOnce(loan);
      await eventually(async () => (await here.types(`notice-${loan}`)).length === 2);
    }
    await eventually(() => (reactor.status.get('notify')?.held?.attempt ?? 0) > 1);
    expect(reactor.status.get('notify')?.held?.reason).toMatch(/^Error at react\.spec\.ts:\d+$/);
    full = false;
    await caughtUp();
    await eventually(() => reactor.status.get('notify')?.held === undefined);
    await reactor.end();
    expect(reactor.status.get('notify')).toEqual({ dispatched: 4, refused: 0 });
  });

  it('holds at an event it cannot read, rather than passing over it', async () => {
    await log.append('loan-x', 'any', [
      { id: '00000000-0000-8000-8000-000000000001', type: 'Reminded', data: {}, metadata: { schema: '9' } },
    ]);
    const reactor = begin({ pause: () => new Promise(setImmediate) });
    await eventually(() => reactor.status.get('notify')?.held !== undefined);
    expect(reactor.status.get('notify')?.held?.reason).toBe('UnknownEvent: unknown event Reminded with schema 9');
    await reactor.end();
  });

  it('is given once', async () => {
    const options = { dispatch: here.dispatch, checkpoints, signal: AbortSignal.abort() };
    await expect(react(log, [notify, notify], options)).rejects.toThrow('given twice');
  });
});

const bound = (log: EventLog): EventLog => ({
  append: log.append.bind(log),
  readStream: log.readStream.bind(log),
  readAll: log.readAll.bind(log),
  follow: log.follow.bind(log),
  head: log.head.bind(log),
  close: log.close.bind(log),
});
