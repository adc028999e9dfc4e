import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepUp } from '#projection';
import { sqliteViews } from '#projection/sqlite';
import { ensureTopic, factTopic, kafkaFacts, openKafka, relay } from '#publishing/kafka';
import { eventProjections, publications } from '../../src/capabilities.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeAt } from '../../src/modes/store.js';
import type { Platform } from '../../src/platform.js';
import { folded } from '../../src/report/process/report-process.js';
import { reportCases } from '../../src/report/views/report-cases.js';
import { History } from '../support/history.js';
import { brokerAddress } from './support/places.js';

/**
 * How long after a command was acknowledged the report's views show it, at a steady rate of commands: with the facts made
 * in process, and with the facts through a relay and Kafka. Everything runs in this one process, on the same kind of
 * files; one command of ten is looked at.
 */
const perSecond = 500;
const seconds = 20;
const lookedAt = 10;
const tick = 20;

type Views = Platform['views'];

async function measured(
  name: string,
  through: (platform: Platform, views: Views, signal: AbortSignal) => Promise<void>,
) {
  const folder = mkdtempSync(join(tmpdir(), 'lag-'));
  const at = (part: string): string => join(folder, part);
  const platform = await openEmbedded({ paths: storeAt(at('log'), at('vault'), at('copy')) });
  const views = sqliteViews({ path: at('report.db') });
  const end = new AbortController();
  const { signal } = end;
  const running = [
    keepUp(platform.log, eventProjections, platform.views, { signal }),
    through(platform, views, signal),
  ];
  const lags: number[] = [];
  const waits: Promise<unknown>[] = [];
  const history = new History(platform, name);
  const from = performance.now();
  let sent = 0;
  const send = async (count: number): Promise<void> => {
    await history.openCase(new Date().toISOString());
    if (count % lookedAt > 0) return;
    const position = await platform.log.head();
    const acknowledged = performance.now();
    if (position === undefined) throw new Error('nothing was written');
    if (!(await views.reached(reportCases, position, 60_000))) throw new Error('the views do not keep up');
    lags.push(performance.now() - acknowledged);
  };
  while (sent < perSecond * seconds) {
    const due = Math.min(perSecond * seconds, Math.floor(((performance.now() - from) * perSecond) / 1_000));
    for (; sent < due; sent += 1) waits.push(send(sent));
    await sleep(tick);
  }
  await Promise.all(waits);
  const took = (performance.now() - from) / 1_000;
  end.abort();
  await Promise.all(running);
  await views.close();
  await platform.close();
  rmSync(folder, { recursive: true });
  lags.sort((a, b) => a - b);
  const share = (part: number): string => `${Math.round(lags[Math.floor((lags.length - 1) * part)] ?? 0)} ms`;
  console.log(
    `${name.padEnd(14)} ${Math.round(sent / took)} commands/s, ${lags.length} looked at: ` +
      `p50 ${share(0.5)}, p99 ${share(0.99)}, most ${share(1)}`,
  );
}

console.log(`from acknowledged to shown in the report's views, ${perSecond} commands/s for ${seconds} s`);
await measured('in process', (platform, views, signal) => keepUp(platform.facts, folded, views, { signal }));
await measured('through Kafka', async (platform, views, signal) => {
  const broker = await openKafka({ brokers: brokerAddress, clientId: 'lag' });
  const topic = factTopic({ name: 'lag' });
  await ensureTopic(broker, topic);
  const facts = kafkaFacts(broker, topic, { bookmarks: views });
  const { checkpoints } = platform;
  const relaying = relay(platform.log, publications, { broker, topic, source: '/lag', checkpoints, signal });
  await keepUp(facts, folded, views, { signal });
  await relaying;
  await facts.close();
  await broker.close();
});
