import { SimulatedClock } from '#event-log';
import { Pseudonyms } from './pseudonyms.js';

const names = new Pseudonyms({ clock: new SimulatedClock('2026-03-09T15:00:00.000Z') });

it('who recorded an event goes by a name, and nothing else of its header changes', async () => {
  const metadata = { actor: 'cem-07', commandId: 'c-1', recordedAt: '2026-03-09T15:00:00.000Z' };
  const { actor, ...rest } = await names.unnamed('auditor', metadata);
  expect(actor).toMatch(/^P(-[0-9A-F]{4}){3}$/u);
  expect(rest).toEqual({ commandId: 'c-1', recordedAt: '2026-03-09T15:00:00.000Z' });
  expect((await names.unnamed('another', metadata))['actor']).not.toBe(actor);
});

it('what a rule of the system recorded says so', async () => {
  const metadata = { actor: 'chaski', origin: 'policy' };
  expect(await names.unnamed('auditor', metadata)).toEqual(metadata);
});
