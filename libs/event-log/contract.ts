import { afterEach, beforeEach, describe } from '@jest/globals';
import { appending } from './contract/appending.js';
import { closing } from './contract/closing.js';
import { following } from './contract/following.js';
import { racing } from './contract/racing.js';
import { reading } from './contract/reading.js';
import { refusing } from './contract/refusing.js';
import type { Limits, Opened, World } from './contract/world.js';

export type { Limits, Opened } from './contract/world.js';

/**
 * What every event log must do, as a jest suite.
 *
 * @param open called before every test. The log may hold events of earlier tests: nothing here assumes an empty one, so
 *   an adapter of a server can run all of it on one server.
 * @param limits what cannot be tried, and is skipped aloud
 */
export function eventLogContract(name: string, open: () => Promise<Opened>, limits: Limits = {}): void {
  describe(`event log: ${name}`, () => {
    let opened: Opened;
    const world = {} as World;

    beforeEach(async () => {
      opened = await open();
      world.log = opened.log;
      world.start = await opened.log.head();
      world.reopen = opened.reopen;
    });
    afterEach(async () => {
      await world.log.close();
      await opened.dispose?.();
    });

    appending(world);
    refusing(world);
    racing(world);
    reading(world);
    following(world);
    closing(world, limits);
  });
}
