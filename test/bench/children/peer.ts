import { join } from 'node:path';
import { handle, systemClock } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { rebuild } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { caseDecider } from '../../../src/cases/domain/case.js';
import { caseCards } from '../../../src/cases/views/case-card.js';
import { Watch } from '../support/figures.js';
import { type Appending, type PeerArgs, streamOf } from '../support/peer-work.js';
import { answer } from '../support/process.js';
import { caseId, openedBy } from '../support/sample.js';

/** Our own log on the work that peers do. */
await answer(async (args: PeerArgs) => {
  const log = sqliteLog({ path: join(args.folder, 'log.db') });
  const append = ({ stream, revision, events }: Appending) => log.append(stream, revision, events);
  const fill = async (): Promise<void> => {
    for (let index = 0; index < args.streams; index += 1) await append(streamOf.whole(index, args.length));
  };
  const work = {
    append: async () => {
      const lanes = streamOf.lanes(args.count, args.concurrent);
      await append(streamOf.warmUp());
      const watch = new Watch();
      await Promise.all(
        lanes.map(async (lane) => {
          for (const one of lane) await append(one);
        }),
      );
      return watch.figures(args.count);
    },
    load: async () => {
      await fill();
      // A command seen before is answered as soon as its stream is loaded and folded.
      const load = async (index: number): Promise<void> => {
        const command = { do: 'close', institution: '', reason: '' } as const;
        const fingerprint = 'A'.repeat(43);
        const request = { id: caseId(index), command, commandId: openedBy(index), actor: 'bench', fingerprint };
        await handle({ log, clock: systemClock }, caseDecider, request);
      };
      for (let index = 0; index < args.count / 5; index += 1) await load(index % args.streams);
      const watch = new Watch();
      for (let index = 0; index < args.count; index += 1) await load(index % args.streams);
      return watch.figures(args.count);
    },
    rebuild: async () => {
      await fill();
      const views = sqliteViews({ path: join(args.folder, 'views.db') });
      const watch = new Watch();
      await rebuild(log, caseCards, views);
      const figures = watch.figures(args.streams * args.length);
      await views.close();
      return figures;
    },
  };
  const figures = await work[args.what]();
  await log.close();
  return figures;
});
