import { handle, SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import type { Projection } from '#projection';
import { recordedSkips, type Skip, skipDecider, skipEvents, skipsIn } from './skips.js';

const clock = new SimulatedClock('2026-01-01T00:00:00.000Z');
const entry = { id: 'e-1', stream: 'thing-1' } as Parameters<Awaited<ReturnType<typeof recordedSkips>>>[1];
const view = (name: string, version = 1) => ({ name, version }) as Projection;

function deciding() {
  const log = memoryLog();
  let commands = 0;
  const skip = (change: Partial<Skip> = {}) =>
    handle({ log, clock }, skipDecider, {
      id: 'cards',
      command: { do: 'skip', projection: 'cards@1', stream: 'thing-1', eventId: 'e-1', reason: 'defect', ...change },
      commandId: `c-${(commands += 1)}`,
      actor: 'operator',
    });
  return { log, skip };
}

describe('a skip', () => {
  it('is an event that says which event, for which view, and why', async () => {
    const { log, skip } = deciding();
    expect(await skip()).toMatchObject({ stream: 'skip-cards', revision: 1, changed: true });
    expect(await skipsIn(log)).toEqual([
      { projection: 'cards@1', stream: 'thing-1', eventId: 'e-1', reason: 'defect' },
    ]);
  });

  it('is recorded once, and only for a reason that is known', async () => {
    const { skip } = deciding();
    await skip();
    expect(await skip({ reason: 'exercise' })).toMatchObject({ changed: false });
    await expect(skip({ eventId: 'e-2', reason: 'Rosa called' })).rejects.toMatchObject({
      code: 'skip/unknown-reason',
    });
    expect(await skip({ eventId: 'e-2' })).toMatchObject({ revision: 2 });
  });

  it('counts for that event of that stream and that version of that view, and for nothing else', async () => {
    const { log, skip } = deciding();
    expect((await recordedSkips(log))(view('cards'), entry)).toBe(false);
    await skip();
    const skips = await recordedSkips(log);
    expect(skips(view('cards'), entry)).toBe(true);
    expect(skips(view('cards', 2), entry)).toBe(false);
    expect(skips(view('lists'), entry)).toBe(false);
    expect(skips(view('cards'), { ...entry, id: 'e-2' })).toBe(false);
    expect(skips(view('cards'), { ...entry, stream: 'thing-2' })).toBe(false);
  });

  it('is read as it was written first', () => {
    const data = { projection: 'case-cards@1', stream: 'case-1', eventId: 'e-1', reason: 'unreadable' };
    expect(skipEvents.decode('EventSkipped', 1, data)).toEqual({ type: 'EventSkipped', data });
  });
});
