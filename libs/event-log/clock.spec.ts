import { SimulatedClock, systemClock } from './index.js';

it('reads the time as an instant that sorts as text', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});

it('simulates a time that moves only when told to, and never back', () => {
  const clock = new SimulatedClock('2025-03-01T10:00:00.000Z');
  expect(clock.now()).toBe('2025-03-01T10:00:00.000Z');
  clock.advanceTo('2025-03-01T10:00:00.001Z');
  clock.advanceTo('2024-12-31T23:59:59.999Z');
  expect(clock.now()).toBe('2025-03-01T10:00:00.001Z');
});
