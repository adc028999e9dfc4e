import type { EventOf } from '#decider';
import { folded, recorded } from '../../../test/history/recorded.js';
import type { BoardEvents } from '../domain/events.js';
import { established, left, seated } from '../testing/fixtures.js';
import { boards } from './boards.js';

const id = 'mesa-150112';
const shown = (...events: readonly EventOf<BoardEvents>[]) => folded(boards, recorded(`board-${id}`, events));

it('a board is listed by name, with the members it has', () => {
  const { documents, lists } = shown(established, seated);
  expect(lists).toEqual({ all: [id] });
  expect(documents.get(id)).toEqual({
    id,
    name: 'Mesa de Independencia',
    kind: 'voluntary',
    level: 'district',
    country: 'PE',
    place: 'Independencia, Lima',
    territory: ['150112', '150110'],
    members: [{ organization: 'pe-150112-cem', seat: 'CEM', from: '2025-01-01' }],
  });
});

it('it keeps who left, and until when; one who comes back sits a second time', () => {
  const back = { ...seated, data: { ...seated.data, from: '2025-09-01' } };
  expect(shown(established, seated, left, back).documents.get(id)?.members).toEqual([
    { organization: 'pe-150112-cem', seat: 'CEM', from: '2025-01-01', until: '2025-06-30' },
    { organization: 'pe-150112-cem', seat: 'CEM', from: '2025-09-01' },
  ]);
});
