import type { RecordedEvent } from '#event-log';
import { seenRead } from './reads.js';

const read = (stream: string): RecordedEvent =>
  ({
    type: 'SectionOpened',
    data: { stream, section: 'identity', category: 'identity', institution: 'cai', role: 'worker', purpose: 'care' },
    metadata: { recordedAt: '2026-03-09T15:00:00.000Z' },
  }) as unknown as RecordedEvent;

it('a read of a case says of which, a read of a participant’s file does not', () => {
  expect(seenRead(read('case-1'), {})).toMatchObject({ stream: 'case-1', outcome: 'opened', what: 'identity' });
  expect(seenRead(read('enrolment-1'), {})).toMatchObject({ stream: 'enrolment', outcome: 'opened' });
});

it('a list is told by which it was and how long, also to who asks about one of its lines, and by none of them', () => {
  const lines = ['case-1', 'referral-2', 'case-3'];
  const list = { stream: 'list-2026-03', what: 'listCases', lines, purpose: 'care' };
  const event = { ...read(list.stream), type: 'Listed', data: list } as unknown as RecordedEvent;
  const told = { stream: 'list', outcome: 'listed', what: 'listCases', lines: 3 };
  expect(seenRead(event, {})).toMatchObject(told);
  const seen = seenRead(event, { streams: new Set(['case-3', 'case-4']) });
  expect(seen).toMatchObject(told);
  expect(JSON.stringify(seen)).not.toMatch(/case-|referral-/);
  expect(seenRead(event, { streams: new Set(['case-4']) })).toBeUndefined();
});

it.each(['staff', 'glass'])('a read recorded under somebody’s own code, %s, does not say whose', (kind) => {
  const seen = seenRead(read(`${kind}-cem-07`), {});
  expect(seen).toMatchObject({ stream: kind });
  expect(JSON.stringify(seen)).not.toContain('cem-07');
});
