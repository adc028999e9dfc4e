import { life } from './life.js';
import { standardStatus } from './standard.js';

/** `Task.status` of FHIR R4: the whole value set. */
const taskStatuses = [
  ...['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold'],
  ...['failed', 'completed', 'entered-in-error'],
];

it('every state is told to other systems, in a word they have', () => {
  expect(Object.keys(standardStatus).sort()).toEqual(
    Object.keys(life)
      .filter((status) => status !== 'none')
      .sort(),
  );
  for (const { task } of Object.values(standardStatus)) expect(taskStatuses).toContain(task);
});

it('receipt and acceptance are two words there as well', () => {
  expect(standardStatus.received.task).not.toBe(standardStatus.accepted.task);
});

it('a yes, a no, an absence and an answer differ there', () => {
  const told = (['accepted', 'declined', 'scheduled', 'not-attended', 'attended', 'reported-back'] as const).map(
    (status) => standardStatus[status].business,
  );
  expect(new Set(told).size).toBe(told.length);
});
