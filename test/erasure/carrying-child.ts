import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import type { Platform } from '../../src/platform.js';
import { carrying } from './support.js';

/**
 * Carries an erasure out on a store, and kills itself before the nth thing it would do to the log or to the keys; with
 * n past the last, it ends by itself. Arguments: the folder of the store, the person, n.
 */
const [folder = '', person = '', nth = ''] = process.argv.slice(2);
let left = Number(nth);

/** The same, counting calls of these methods. */
function counting<T extends object>(target: T, ...methods: readonly string[]): T {
  return new Proxy(target, {
    get: (_, name) => {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      if (!methods.includes(String(name))) return value.bind(target) as unknown;
      return (...given: unknown[]) => {
        left -= 1;
        if (left === 0) process.kill(process.pid, 'SIGKILL');
        return Reflect.apply(value, target, given) as unknown;
      };
    },
  });
}

const opened = await openEmbedded({ paths: storeAt(`${folder}/data`, `${folder}/vault`, `${folder}/vault-copy`) });
const platform = Object.create(opened, {
  log: { value: counting(opened.log, 'append') },
  vault: { value: counting(opened.vault, 'fence', 'erase') },
  views: { value: counting(opened.views, 'write', 'list') },
}) as Platform;
const done = await carrying(platform).carryOut(person);
await opened.close();
process.exitCode = done ? 0 : 1;
