import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zoned } from '#terms';
import type { Report } from '../../src/report/domain/model.js';
import { Caller } from './support/caller.js';
import { type Edition, fileOf, formats, reportCovering } from './support/files.js';
import { brokerAddress, newDatabase } from './support/places.js';
import { DistributedSet, serving, until } from './support/server.js';
import { actors, board, type Crew, founding, journey } from './support/story.js';

describe('a write process on a file, and a report process behind Kafka', () => {
  const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
  const store = {
    CHASKI_DATA: join(folder, 'log'),
    CHASKI_VAULT: join(folder, 'vault'),
    CHASKI_VAULT_COPY: join(folder, 'vault-copy'),
  };
  const month = zoned(new Date().toISOString(), 'America/Lima').month;
  let set: DistributedSet;
  let crew: Crew;
  let reader: Caller;
  let head = '';
  const caller = (service: string, actor: string): Caller => new Caller(() => set.of(service).url, actor);
  const covered = (): Promise<Report> => reportCovering(reader, board, month, head);
  const newCases = ({ figures }: Report): unknown => figures.indicators.find(({ id }) => id === 'new-cases')?.value;

  beforeAll(async () => {
    const args = ['--log', 'file', '--kafka', brokerAddress, '--postgres', await newDatabase('story')];
    set = await DistributedSet.start(args, { ...store, CHASKI_TOPIC: 'story' });
    crew = {
      counter: caller('write', actors.counter),
      centre: caller('write', actors.centre),
      health: caller('write', actors.health),
    };
    reader = caller('report', actors.coordinator);
  });
  afterAll(async () => {
    await set?.stop();
    rmSync(folder, { recursive: true });
  });

  const play = async (times: number): Promise<void> => {
    for (let time = 0; time < times; time += 1) {
      const { position } = await journey(crew);
      if (position > head) head = position;
    }
  };

  it('is two processes', () => {
    expect(Object.keys(set.places)).toEqual(['write+relay+audit', 'report']);
  });

  it('takes a case from the counter, over a decline and another service, to its end', async () => {
    await founding(caller('write', actors.coordinator));
    await play(1);
    const { id, position } = await journey(crew);
    head = position;
    const read = await crew.counter.get(`/api/referrals/${id}`, { 'consistent-with': head });
    expect(read.json<{ status: string }>().status).toBe('closed');
    const audited = await caller('audit', actors.auditor).get(`/api/audit/referrals/${id}`);
    const types = audited.json<{ events: { type: string }[] }>().events.map(({ type }) => type);
    const steps = ['ReferralSent', 'ReferralDeclined', 'ReferralRerouted', 'ReferralReportedBack', 'ReferralClosed'];
    expect(types.filter((type) => steps.includes(type))).toEqual(steps);
  });

  it('reports the month from what Kafka carried, complete up to a position', async () => {
    await play(6);
    expect(newCases(await covered())).toBe(8);
    const health = await reader.get('/health/ready');
    const { checks } = health.json<{ checks: { name: string; ok: boolean; position?: string }[] }>();
    const facts = checks.find(({ name }) => name === 'facts');
    expect(facts).toMatchObject({ ok: true });
    expect((facts?.position ?? '') >= head).toBe(true);
  });

  it('leads from each process to the pages of the others', async () => {
    const to = async (service: string, path: string) =>
      (await caller(service, actors.counter).get(path)).headers.get('location');
    expect(await to('write', '/mesa')).toBe(`${set.of('report').url}/mesa`);
    expect(await to('report', '/casos')).toBe(`${set.of('write').url}/casos`);
    const page = await reader.get('/mesa', { accept: 'text/html' });
    expect([page.status, page.body.toString()]).toEqual([200, expect.stringContaining('Mesa de prueba')]);
  });

  it('says how the facts are written, to whoever asks', async () => {
    const answer = await new Caller(() => set.of('relay').url, '').get('/api/asyncapi');
    expect(answer.json<object>()).toMatchObject({ asyncapi: '3.0.0', channels: { facts: { address: 'story.g1' } } });
  });

  it('has told the report process neither where the log is nor where a key is', () => {
    const { pid } = set.of('report');
    const environment = readFileSync(`/proc/${pid}/environ`, 'utf8');
    expect(environment).toContain('CHASKI_KAFKA=');
    for (const word of ['CHASKI_LOG', 'CHASKI_DATA', 'VAULT', folder]) expect(environment).not.toContain(word);
    const open = readdirSync(`/proc/${pid}/fd`).map((fd) => readlinkSync(`/proc/${pid}/fd/${fd}`));
    expect(open.filter((path) => path.startsWith(folder))).toEqual([]);
    // That this finds what is open: the process that has the log.
    const writer = set.of('write').pid;
    const held = readdirSync(`/proc/${writer}/fd`).map((fd) => readlinkSync(`/proc/${writer}/fd/${fd}`));
    expect(held).toContain(join(store.CHASKI_DATA, 'log.db'));
  });

  it('loses nothing and counts nothing twice when both are killed under load', async () => {
    const before = newCases(await covered());
    const under = Promise.all([play(6), play(6)]);
    for (const service of ['report', 'write', 'report', 'write']) {
      await new Promise((resolve) => setTimeout(resolve, 700));
      await set.kill(service);
    }
    await under;
    expect(newCases(await covered())).toBe(Number(before) + 12);
  });

  it('makes every file to the byte as the embedded mode does on the same store', async () => {
    const { seal, figures } = await covered();
    const edition: Edition = {
      board,
      month,
      position: seal.position,
      cutoff: figures.period.cutoff,
      issued: seal.issuedAt,
    };
    const files = new Map<string, Buffer>();
    for (const format of formats)
      files.set(format, (await fileOf(caller('report', actors.auditor), edition, format)).body);
    expect(await set.stop()).toBe(0);
    const embedded = await serving([], store);
    try {
      const there = new Caller(() => embedded.url, actors.auditor);
      await until(async () => ((await there.get('/health/ready')).status === 200 ? true : undefined));
      for (const [format, bytes] of files) {
        expect([format, (await fileOf(there, edition, format)).body.equals(bytes)]).toEqual([format, true]);
      }
    } finally {
      await embedded.program.stop();
    }
    expect(seal.ledger?.size).toBeGreaterThan(0);
    console.log(`${files.size} files of ${month} equal to the byte, embedded and through Kafka`);
  });
});
