import { memoryLog } from '#event-log/memory';
import type { Platform } from '../../../platform.js';
import { frozen, released } from '../testing/fixtures.js';
import { EditionReader } from './edition-reader.js';

const metadata = { actor: 'counter', schema: '1', recordedAt: '2025-11-05T13:00:00.000Z' };

describe('What readers were ever told', () => {
  it('is read from the record itself, the oldest first, whatever the views hold', async () => {
    const log = memoryLog();
    const boards = ['mesa-150112', 'mesa-150101', 'mesa-150112'];
    for (const [nth, board] of boards.entries()) {
      const figures = { ...released.data, board, version: nth + 1 };
      await log.append(`edition-${board}.2025-1${nth}`, 0, [
        { id: `00000000-0000-8000-8000-00000000000${nth}`, type: frozen.type, data: frozen.data, metadata },
        { id: `00000000-0000-8000-8000-00000000001${nth}`, type: released.type, data: figures, metadata },
      ]);
    }
    const told = await new EditionReader({ log } as unknown as Platform).releases();
    expect(told.map(({ board, version }) => [board, version])).toEqual(boards.map((board, nth) => [board, nth + 1]));
    const ofOne = await new EditionReader({ log } as unknown as Platform).releases('mesa-150101');
    expect(ofOne.map(({ board, version }) => [board, version])).toEqual([['mesa-150101', 2]]);
    expect(told[0]).toEqual({ ...released.data, board: 'mesa-150112', version: 1 });
  });
});
