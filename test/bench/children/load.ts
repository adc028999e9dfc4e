import { handle, systemClock } from '#event-log';
import { sqliteLog } from '#event-log/sqlite';
import { caseDecider } from '../../../src/cases/domain/case.js';
import { Watch } from '../support/figures.js';
import { answer } from '../support/process.js';
import { RawLog } from '../support/raw-log.js';
import { caseId, openedBy } from '../support/sample.js';

export interface LoadArgs {
  readonly with: 'log' | 'raw';
  readonly path: string;
  readonly streams: number;
  readonly loads: number;
}

interface Loader {
  load(index: number): Promise<void> | void;
  close(): Promise<void> | void;
}

/**
 * Loads and folds streams. With the log: by a command that was seen before, which the way of a command answers as soon
 * as it has loaded the stream. Raw: selects the rows and parses their texts, and folds nothing.
 */
await answer(async (args: LoadArgs) => {
  const { load, close } = args.with === 'log' ? withLog(args.path) : withRaw(args.path);
  const run = async (loads: number): Promise<void> => {
    for (let index = 0; index < loads; index += 1) await load((index * 7) % args.streams);
  };
  await run(Math.ceil(args.loads / 5));
  const watch = new Watch();
  await run(args.loads);
  const figures = watch.figures(args.loads);
  await close();
  return figures;
});

function withLog(path: string): Loader {
  const log = sqliteLog({ path });
  return {
    load: async (index) => {
      const command = { do: 'close', institution: '', reason: '' } as const;
      const fingerprint = 'A'.repeat(43);
      const request = { id: caseId(index), command, commandId: openedBy(index), actor: 'bench', fingerprint };
      const { repeated } = await handle({ log, clock: systemClock }, caseDecider, request);
      if (!repeated) throw new Error('the stream did not hold the command that opened it');
    },
    close: () => log.close(),
  };
}

function withRaw(path: string): Loader {
  const log = new RawLog(path);
  return {
    load: (index) => {
      const rows = log.texts(`case-${caseId(index)}`);
      if (rows.length === 0) throw new Error('the stream is empty');
      for (const [data, metadata] of rows) {
        JSON.parse(data);
        JSON.parse(metadata);
      }
    },
    close: () => log.close(),
  };
}
