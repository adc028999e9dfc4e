import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Position, SimulatedClock } from '#event-log';
import { kurrentLog } from '#event-log/kurrent';
import { sqliteLog } from '#event-log/sqlite';
import { type CutOff, load, startOf } from '../../src/demo/load.js';
import type { Plan } from '../../src/demo/openings.js';
import { openEmbedded } from '../../src/modes/embedded.js';
import { storeFrom } from '../../src/modes/store.js';
import type { Report } from '../../src/report/domain/model.js';
import { formats, render } from '../../src/report/files.js';
import { reportOf } from '../../src/report/report.js';
import { smallPlan } from '../demo/playing.js';
import { Double } from '../kurrent-double/double.js';
import { Caller } from './support/caller.js';
import { fileOf } from './support/files.js';
import { brokerAddress, newDatabase } from './support/places.js';
import { DistributedSet, until } from './support/server.js';
import { actors } from './support/story.js';

const board = 'mesa-150112';
const plan: Plan = smallPlan(3, { '2025-09': 40, '2025-10': 60 });

describe('four processes, with the log on a server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  const store = {
    CHASKI_DATA: join(folder, 'log'),
    CHASKI_VAULT: join(folder, 'vault'),
    CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
  };
  const paths = storeFrom(store);
  const months: (CutOff & { readonly report: Report })[] = [];
  const ends = new Map<string, string>();
  let events = 0;
  let double: Double | undefined;
  let set: DistributedSet;
  let reader: Caller;

  /** Plays the plan embedded, and keeps each month's report. */
  const played = async (): Promise<void> => {
    const clock = new SimulatedClock(startOf(plan));
    const platform = await openEmbedded({ paths, clock, durability: 'deferred', demoFrom: clock.now() });
    const onCutOff = async (cutOff: CutOff) => {
      const { month, cutoff, position } = cutOff;
      const { software, demo, views } = platform;
      const edition = { position, cutoff, clock: { now: () => cutoff }, software, demo };
      const { figures, seal } = await reportOf(views, board, month, edition);
      const ledger = await platform.ledger?.covering(position);
      if (ledger === undefined) throw new Error('nothing is signed');
      months.push({ ...cutOff, report: { figures, seal: { ...seal, ledger } } });
    };
    try {
      await load(platform, clock, plan, { onCutOff });
    } finally {
      await platform.close();
    }
  };

  /** Brings the same record to the server, event by event; notes where each month ends there. */
  const moved = async (connectionString: string): Promise<number> => {
    const from = sqliteLog({ path: paths.log });
    const to = kurrentLog({ connectionString, name: 'chaski' });
    let events = 0;
    try {
      for await (const page of from.readAll()) {
        for (const { stream, revision, id, type, data, metadata, position } of page.events) {
          const receipt = await to.append(stream, revision - 1, [{ id, type, data: data as object, metadata }]);
          for (const month of months) if (position <= month.position) ends.set(month.month, receipt.position);
          events += 1;
        }
      }
    } finally {
      await to.close();
      await from.close();
    }
    return events;
  };

  beforeAll(async () => {
    await played();
    double = await Double.start();
    const log = double.connectionString;
    events = await moved(log);
    // Positions of the file are none of the server's: policies go on from its end, as after every move.
    for (const end of ['', '-wal', '-shm']) rmSync(`${paths.checkpoints}${end}`, { force: true });
    const database = await newDatabase('figures');
    const args = ['--log', log, '--kafka', brokerAddress, '--postgres', database];
    const reports = await newDatabase('reports');
    set = await DistributedSet.start([...args, '--report-postgres', reports], {
      ...store,
      CHASKI_TOPIC: 'figures',
    });
    // Whoever may see the months as they were.
    reader = new Caller(() => set.of('report').url, actors.auditor);
  });
  afterAll(async () => {
    await set?.stop();
    await double?.stop();
    rmSync(folder, { recursive: true });
  });

  const relayed = async (): Promise<string> => {
    const health = await reader.get('/health/ready');
    const { checks } = health.json<{ checks: { name: string; position?: string }[] }>();
    return checks.find(({ name }) => name === 'facts')?.position ?? '';
  };

  it('are all there', () => {
    expect(Object.keys(set.places)).toEqual(['write', 'relay', 'audit', 'report']);
  });

  it('make the figures of every month as the embedded mode does from the same demo, also after kill -9', async () => {
    const last = [...ends.values()].sort().at(-1) ?? '';
    for (const service of ['relay', 'report', 'relay', 'report']) await set.kill(service);
    await until(async () => ((await relayed()) >= last ? true : undefined));
    let files = 0;
    for (const { month, cutoff, report } of months) {
      const edition = { board, month, position: ends.get(month) ?? '', cutoff, issued: cutoff };
      const json = (await fileOf(reader, edition, 'json')).json<Report>();
      // The seal names the position, which a server counts otherwise: all else is the embedded report's.
      const seal = { ...report.seal, position: ends.get(month) as Position };
      expect(json).toEqual({ ...report, seal });
      for (const format of formats) {
        const same = await render({ ...report, seal }, format);
        expect([format, (await fileOf(reader, edition, format)).body.equals(same)]).toEqual([format, true]);
        files += 1;
      }
    }
    expect(months.map(({ month }) => month)).toEqual(['2025-09', '2025-10']);
    console.log(`${events} events, ${files} files of ${months.length} months: figures equal, embedded and distributed`);
  });

  it('take commands through the server, each with what it alone may hold', async () => {
    const counter = new Caller(() => set.of('write').url, 'demo-comisaria-familia-01');
    const cases = await counter.get('/api/cases');
    expect(cases.status).toBe(200);
    const auditor = new Caller(() => set.of('audit').url, actors.auditor);
    const [first] = cases.json<readonly { id: string }[]>();
    const history = await auditor.get(`/api/audit/cases/${first?.id}`);
    expect(history.json<{ events: { type: string }[] }>().events[0]?.type).toBe('CaseOpened');
  });
});
