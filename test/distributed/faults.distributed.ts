import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureTopic, factTopic, openKafka } from '#publishing/kafka';
import { Broker } from '../kafka/support/broker.js';
import { PostgresServer } from '../postgres/server.js';
import { Caller } from './support/caller.js';
import { reportCovering } from './support/files.js';
import { brokerAddress, brokerPort, guardedAddress, newDatabase, urlOf } from './support/places.js';
import { DistributedSet, Program, serving, until } from './support/server.js';
import { actors, board, founding, journey } from './support/story.js';
import { zoned } from '#terms';

const folder = mkdtempSync(join(tmpdir(), 'distributed-'));
afterAll(() => rmSync(folder, { recursive: true }));
const storeAt = (name: string) => ({
  CHASKI_DATA: join(folder, name, 'log'),
  CHASKI_VAULT: join(folder, name, 'vault'),
  CHASKI_VAULT_COPY: join(folder, name, 'vault-copy'),
});

describe('what is set wrongly is said at the start', () => {
  let good: Readonly<Record<string, string>>;
  beforeAll(async () => {
    good = { CHASKI_LOG: 'file', CHASKI_KAFKA: brokerAddress, CHASKI_POSTGRES: await newDatabase('faults') };
    const broker = await openKafka({ brokers: brokerAddress, clientId: 'faults' });
    await broker.create('short.g1', { partitions: 3, replicas: 1, config: { 'retention.ms': '60000' } });
    await ensureTopic(broker, factTopic({ name: 'two', partitions: 2 }));
    await broker.close();
  });

  const write = () => ({ ...good, ...storeAt('wrong') });
  const relay = () => ({ ...good, CHASKI_DATA: join(folder, 'wrong', 'log') });
  const report = (): Record<string, string> => ({
    CHASKI_KAFKA: brokerAddress,
    CHASKI_VIEWS: join(folder, 'views.db'),
    CHASKI_DEMO: 'no',
  });
  const nobody = '127.0.0.1:9';

  it.each<[string, string, () => Record<string, string>, string]>([
    ['no broker there', 'relay', () => ({ ...relay(), CHASKI_KAFKA: nobody }), 'no broker answers'],
    ['no address of a broker', 'relay', () => ({ ...relay(), CHASKI_KAFKA: 'http://k:1' }), 'host:port'],
    [
      'a wrong password of the broker',
      'relay',
      () => ({ ...relay(), CHASKI_KAFKA: guardedAddress, CHASKI_KAFKA_USER: 'relay', CHASKI_KAFKA_PASSWORD: 'wrong' }),
      'does not take these credentials',
    ],
    ['a topic that forgets', 'relay', () => ({ ...relay(), CHASKI_TOPIC: 'short' }), 'retention.ms is 60000'],
    [
      'another number of partitions',
      'relay',
      () => ({ ...relay(), CHASKI_TOPIC: 'two' }),
      'has 2 partitions, 3 declared',
    ],
    ['no topic', 'report', () => ({ ...report(), CHASKI_TOPIC: 'nowhere' }), 'topic nowhere.g1 does not exist'],
    ['nowhere for the views', 'report', () => ({ ...report(), CHASKI_VIEWS: '' }), 'Falta CHASKI_VIEWS'],
    [
      'the log, where reports are made',
      'report',
      () => ({ ...report(), CHASKI_LOG: 'file' }),
      'CHASKI_LOG no debe llegar',
    ],
    [
      'the keys, where reports are made',
      'report',
      () => ({ ...report(), CHASKI_VAULT: join(folder, 'vault') }),
      'CHASKI_VAULT no debe llegar',
    ],
    [
      'no database there',
      'write',
      () => ({ ...write(), CHASKI_POSTGRES: `postgres://u:hidden@${nobody}/d` }),
      "the views' database is unreachable",
    ],
    [
      'a wrong password of the database',
      'write',
      () => ({ ...write(), CHASKI_POSTGRES: (good['CHASKI_POSTGRES'] ?? '').replace('only-for-tests', 'hidden') }),
      "the views' database is closed to us",
    ],
    [
      'no server of the log there',
      'write',
      () => ({ ...write(), CHASKI_LOG: `kurrentdb://${nobody}?tls=false&maxDiscoverAttempts=1` }),
      'KurrentDB',
    ],
    [
      'no address of a server of the log',
      'write',
      () => ({ ...write(), CHASKI_LOG: 'postgres://admin:hidden@h/d' }),
      'KurrentDB connection string',
    ],
    ['nothing about the log', 'write', () => ({ ...write(), CHASKI_LOG: '' }), 'Falta CHASKI_LOG'],
  ])('%s', async (_what, services, env, expected) => {
    const program = new Program('main.js', ['--services', services], { PORT: '0', ...env() });
    expect([await program.ended(), program.said]).toEqual([1, expect.stringContaining(expected)]);
    expect(program.said).not.toContain('hidden');
    // In one line, and no stack.
    expect(program.said.trim().split('\n')).toHaveLength(1);
  });

  it('a second process that would write', async () => {
    const env = { ...good, ...storeAt('twice') };
    const first = await serving(['--services', 'write'], env);
    try {
      const second = new Program('main.js', ['--services', 'write'], { PORT: '0', ...env });
      expect([await second.ended(), second.said]).toEqual([1, expect.stringContaining('está en uso por otro proceso')]);
    } finally {
      await first.program.stop();
    }
  });

  it('all of a set, with the reason of the one that could not start', async () => {
    const args = ['--log', 'file', '--kafka', nobody, '--postgres', good['CHASKI_POSTGRES'] ?? '', '--port', '0'];
    const up = new Program('modes/up/main.js', args, storeAt('none'));
    expect([await up.ended(), up.said]).toEqual([1, expect.stringContaining('no broker answers')]);
    expect(existsSync(join(folder, 'none', 'log', 'log.db'))).toBe(true);
  });
});

describe('while an engine is away', () => {
  const month = zoned(new Date().toISOString(), 'America/Lima').month;
  const broker = new Broker(brokerPort);
  let database: PostgresServer;
  let set: DistributedSet;
  const caller = (service: string, actor: string): Caller => new Caller(() => set.of(service).url, actor);
  const crew = () => ({
    counter: caller('write', actors.counter),
    centre: caller('write', actors.centre),
    health: caller('write', actors.health),
  });
  beforeAll(async () => {
    database = await PostgresServer.open();
    const args = ['--log', 'file', '--kafka', brokerAddress, '--postgres', urlOf(database.connection)];
    set = await DistributedSet.start(args, { ...storeAt('away'), CHASKI_TOPIC: 'away' });
    await founding(caller('write', actors.coordinator));
  });
  afterAll(async () => {
    await set?.stop();
    await database?.close();
  });

  interface Health {
    readonly status: string;
    readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly why?: string }[];
  }
  const healthOf = async (service: string): Promise<Health> =>
    (await caller(service, actors.counter).get('/health/ready')).json<Health>();
  const troubled = (service: string, name: string): Promise<string> =>
    until(async () => (await healthOf(service)).checks.find((check) => check.name === name && !check.ok)?.why);

  it('the broker: work goes on, health names it, and afterwards the report lacks nothing', async () => {
    await broker.stop('SIGKILL');
    for (let time = 0; time < 6; time += 1) await journey(crew());
    expect(await troubled('relay', 'relay')).toMatch(/^held: BrokerFailed/);
    expect((await healthOf('write')).status).toBe('degraded');
    await troubled('report', 'facts');
    await broker.start();
    const { position } = await journey(crew());
    const { figures } = await reportCovering(caller('report', actors.coordinator), board, month, position);
    expect(figures.indicators.find(({ id }) => id === 'new-cases')?.value).toBe(7);
  });

  it('the database: nobody is told that something was done, health names it, and afterwards all is there', async () => {
    await database.stop('crash');
    expect(await troubled('write', 'views')).toMatch(/unreachable/);
    const answer = await caller('write', actors.counter).get('/api/cases');
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([503, 'unavailable']);
    await database.start();
    const { position } = await journey(crew());
    const { figures } = await reportCovering(caller('report', actors.coordinator), board, month, position);
    expect(figures.indicators.find(({ id }) => id === 'new-cases')?.value).toBe(8);
  });
});
