import { join } from 'node:path';
import { rebuild } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { sqliteLog } from '#event-log/sqlite';
import { caseCards } from '../../../src/cases/views/case-card.js';
import { Watch } from '../support/figures.js';
import { answer } from '../support/process.js';
import { RawLog } from '../support/raw-log.js';

export interface ReplayArgs {
  readonly how: 'parse' | 'read' | 'fold' | 'rebuild';
  readonly path: string;
  /** For the views. */
  readonly folder: string;
  readonly events: number;
}

/** Goes once through a log: in the ways of `ReplayArgs['how']`. */
await answer(async ({ how, path, folder, events }: ReplayArgs) => {
  const figures = await (how === 'parse' ? parse(path) : withLog(how, path, folder, events));
  return { ...figures, peakMb: process.resourceUsage().maxRSS / 1_024 };
});

/** All texts are in memory already: what is left is what JSON costs. */
function parse(path: string) {
  const log = new RawLog(path);
  const texts = log.allTexts();
  log.close();
  const watch = new Watch();
  for (const [data, metadata] of texts) {
    JSON.parse(data);
    JSON.parse(metadata);
  }
  return watch.figures(texts.length);
}

async function withLog(how: 'read' | 'fold' | 'rebuild', path: string, folder: string, events: number) {
  const log = sqliteLog({ path });
  const views = sqliteViews({ path: join(folder, 'views.db') });
  // Folding without storing is a rebuild whose result is thrown away.
  const target = how === 'fold' ? { replace: async () => undefined, draft: views.draft.bind(views) } : views;
  const watch = new Watch();
  if (how === 'read') {
    for await (const page of log.readAll()) {
      // Data and metadata are parsed when they are asked for.
      for (const { data, metadata } of page.events) if (data === metadata) throw new Error('not an event');
    }
  } else {
    await rebuild(log, caseCards, target);
  }
  const figures = watch.figures(events);
  await views.close();
  await log.close();
  return figures;
}
