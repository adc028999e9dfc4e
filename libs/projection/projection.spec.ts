import { catalogue } from '#decider';
import type { Entry, Position } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { asOf, projection } from '#projection';
import { happened, stock } from './testing/shop.js';

type Marked = { Marked: { at: string } };

describe('a projection', () => {
  const place = '00000000000000000007' as Position;
  let asked: number;
  const entry: Entry = {
    id: '00000000-0000-8000-8000-000000000001',
    type: 'Marked',
    stream: 's-1',
    revision: 3,
    data: { at: 'here' },
    metadata: { schema: '1', actor: 'somebody' },
    get position() {
      asked += 1;
      return place;
    },
  };
  const of = (fold: (event: Entry) => string) =>
    projection<Marked, string>({
      name: 'marks',
      version: 1,
      events: catalogue<Marked>({ Marked: 1 }),
      key: (event) => event.data.at,
      empty: () => '',
      on: { Marked: (_document, event) => fold(event) },
    });

  beforeEach(() => {
    asked = 0;
  });

  it('shows its folds all there is of an entry', () => {
    const seen = of((event) => {
      const { id, type, stream, revision, position, metadata, data } = event;
      return JSON.stringify({ id, type, stream, revision, position, metadata, data });
    }).fold('', entry, 'here');
    expect(JSON.parse(seen ?? '')).toEqual(entry);
  });

  it('asks for no position unless a fold does: writing it out costs more than most folds', () => {
    const [without, within] = [of(({ stream }) => stream), of(({ position }) => position)];
    expect([without.keys(entry), without.fold('', entry, 'here')]).toEqual([['here'], 's-1']);
    expect(asked).toBe(0);
    expect(within.fold('', entry, 'here')).toBe(place);
  });

  it('folds an entry once into a document that it names twice', async () => {
    const log = memoryLog();
    const position = await happened(log, { type: 'Moved', data: { from: 'a', to: 'a', pieces: 5 } });
    const views = await asOf(log, [stock], position);
    expect(await views.get(stock, 'a')).toEqual({ events: 1, pieces: 0 });
  });
});
