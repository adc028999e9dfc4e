import type { KeyObject } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { macFor, randomKey } from './envelope.js';
import { KeyCache } from './key-cache.js';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const nothing = (): void => undefined;
const ways: readonly (readonly [name: string, gone: boolean, way: (cache: KeyCache) => void])[] = [
  ['holds a key, and what was derived from it, while nothing is done to it', false, nothing],
  ['lets go of both when the person is erased', true, (cache) => cache.drop('s')],
  ['lets go of both when the category is erased', true, (cache) => cache.drop('s', 'n')],
  ['lets go of both when it is cleared', true, (cache) => cache.clear()],
];

describe('keys in memory', () => {
  it.each(ways)('%s', async (_name, gone, way) => {
    const cache = new KeyCache(10);
    const watched = ((): WeakRef<KeyObject> => {
      const key = randomKey();
      macFor(key, 'purpose', 'text');
      cache.add({ subject: 's', category: 'n' }, { dekId: 'd', version: 1, key }, true);
      return new WeakRef(key);
    })();
    way(cache);
    await nextTurn();
    collect();
    expect(watched.deref() === undefined).toBe(gone);
    expect(cache.current({ subject: 's', category: 'n' }) === undefined).toBe(gone);
  });
});
