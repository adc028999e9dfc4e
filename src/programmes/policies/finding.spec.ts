import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import { without } from '../domain/community-without.js';
import type { FindingEvents } from '../domain/finding.js';
import * as the from '../testing/register-fixtures.js';
import { findingView } from '../views/register-views.js';
import { lateReplies, notifyObserved } from './finding.js';

const id = '00000000-0000-8000-8000-000000000001';
const { finding } = the.completeRegisters;
const event = <T extends keyof FindingEvents>(type: T): EventOf<FindingEvents> =>
  ({ type, data: finding[type] }) as EventOf<FindingEvents>;
const history = (...types: readonly (keyof FindingEvents)[]) => recorded(`finding-${id}`, types.map(event));

const asked = (...types: readonly (keyof FindingEvents)[]) => {
  const { documents, lists } = folded(findingView, history('FindingRaised', ...types));
  const card = documents.get(id);
  const commands = card === undefined ? [] : lateReplies.fire(card, id, '2026-01-01T00:00:00.000Z');
  return { listed: lists['due'] ?? [], commands };
};

it('a reply is asked for at the end of its last day where the board is, and a week after that again', () => {
  const step = { do: 'step', type: 'FindingReplyLate', institution: the.cem };
  for (const [late, times, effectiveAt] of [
    [[], 1, '2025-10-16T04:59:59.999Z'],
    [['FindingReplyLate'], 2, '2025-10-23T04:59:59.999Z'],
  ] as const) {
    expect(asked(...late)).toEqual({
      listed: [id],
      commands: [{ category: 'finding', id, command: { ...step, entry: { times, due: '2025-10-15' } }, effectiveAt }],
    });
  }
});

it.each(['FindingAnswered', 'FindingReplyPassedOn', 'FindingSettled', 'FindingWithdrawn'] as const)(
  'nobody is asked any more after %s',
  (end) => {
    expect(asked(end).listed).toEqual([]);
  },
);

it('the institution and the coordination of the board hear of a finding and of a late reply, and of no more', () => {
  const data = without(finding.FindingReplyLate, 'imported');
  const late: EventOf<FindingEvents> = { type: 'FindingReplyLate', data };
  const told = (events: ReturnType<typeof history>) =>
    events.flatMap((each) => notifyObserved.follows(each)).map(({ command }) => command);
  const kinds = ['finding-raised', 'finding-reply-late'];
  expect(told([...history('FindingRaised'), ...recorded(`finding-${id}`, [late])])).toEqual(
    kinds.flatMap((kind) => [the.cem, `coordinator/${the.board}`].map((to) => ({ to, kind, ref: id }))),
  );
  expect(told(history('FindingReplyLate', 'FindingReplyPassedOn', 'FindingAnswered', 'FindingSettled'))).toEqual([]);
});
