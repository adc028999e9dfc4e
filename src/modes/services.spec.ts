import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { clockFrom, timeFrom } from './clock.js';
import { assertNotGiven, servicesFrom } from './services.js';
import { kafkaFrom, logServerFrom, Misconfigured, postgresFrom, topicFrom } from './settings.js';

describe('what a process does', () => {
  it('is everything, embedded, unless it is told', () => {
    expect(servicesFrom([])).toBeUndefined();
  });

  it('is any of the services that hold the log, in one process or in several', () => {
    expect(servicesFrom(['--services', 'write'])).toEqual(['write']);
    expect(servicesFrom(['--services', 'audit, relay,write,relay'])).toEqual(['write', 'relay', 'audit']);
  });

  it('is reports alone', () => {
    expect(servicesFrom(['--services', 'report'])).toEqual(['report']);
    for (const other of ['write', 'relay', 'audit']) {
      expect(() => servicesFrom(['--services', `report,${other}`])).toThrow('report va en un proceso propio');
    }
  });

  it.each(['', 'reports', 'write,', 'write;relay'])('is not "%s"', (text) => {
    expect(() => servicesFrom(['--services', text])).toThrow(Misconfigured);
  });
});

describe('what a process is not given', () => {
  const given = (name: string, value = 'x'): { readonly [name: string]: string } => ({ PATH: '/bin', [name]: value });

  it.each(['CHASKI_LOG', 'CHASKI_DATA', 'CHASKI_VAULT', 'CHASKI_VAULT_COPY'])(
    'is %s, where reports are made',
    (name) => {
      expect(() => assertNotGiven(given(name, 'secret-place'), ['report'])).toThrow(name);
      expect(() => assertNotGiven(given(name, 'secret-place'), ['report'])).not.toThrow('secret-place');
      expect(() => assertNotGiven(given(name, ''), ['report'])).not.toThrow();
    },
  );

  it('is the address of a log under another name', () => {
    for (const scheme of ['kurrentdb', 'esdb+discover']) {
      const env = given('SOMETHING', `${scheme}://admin:secret@db:2113`);
      expect(() => assertNotGiven(env, ['report'])).toThrow('SOMETHING');
      expect(() => assertNotGiven(env, ['write'])).not.toThrow();
    }
  });

  it('is a key, where no commands are taken', () => {
    for (const service of ['relay', 'audit'] as const) {
      expect(() => assertNotGiven(given('CHASKI_VAULT'), [service])).toThrow('CHASKI_VAULT');
      expect(() => assertNotGiven(given('CHASKI_VAULT'), ['write', service])).not.toThrow();
      expect(() => assertNotGiven(given('CHASKI_LOG'), [service])).not.toThrow();
    }
  });
});

describe('the settings of the distributed mode', () => {
  it('name what is missing', () => {
    expect(() => logServerFrom({})).toThrow('Falta CHASKI_LOG');
    expect(() => kafkaFrom({ CHASKI_KAFKA: '' }, 'c')).toThrow('Falta CHASKI_KAFKA');
    expect(() => postgresFrom({})).toThrow('Falta CHASKI_POSTGRES');
    expect(() => timeFrom({})).toThrow('Falta CHASKI_DEMO');
  });

  it('are taken as they are written', () => {
    expect(logServerFrom({ CHASKI_LOG: 'file' })).toBeUndefined();
    expect(logServerFrom({ CHASKI_LOG: 'kurrentdb://h:2113' })).toBe('kurrentdb://h:2113');
    const kafka = {
      CHASKI_KAFKA: 'k:9092',
      CHASKI_KAFKA_USER: 'u',
      CHASKI_KAFKA_PASSWORD: 'p',
      CHASKI_KAFKA_TLS: 'yes',
    };
    expect(kafkaFrom(kafka, 'c')).toEqual({
      brokers: 'k:9092',
      clientId: 'c',
      username: 'u',
      password: 'p',
      tls: true,
    });
    expect(kafkaFrom({ CHASKI_KAFKA: 'k:9092' }, 'c')).toEqual({ brokers: 'k:9092', clientId: 'c', tls: false });
    expect(topicFrom({})).toEqual({ name: 'chaski.facts', generation: 1, partitions: 3, replicas: 1 });
    expect(topicFrom({ CHASKI_TOPIC: 'f', CHASKI_TOPIC_GENERATION: '2' })).toMatchObject({ name: 'f', generation: 2 });
  });

  it('are refused where they make no sense, without repeating a password', () => {
    expect(() => topicFrom({ CHASKI_TOPIC_PARTITIONS: '0' })).toThrow('CHASKI_TOPIC_PARTITIONS');
    expect(() => topicFrom({ CHASKI_TOPIC: 'with blanks' })).toThrow('CHASKI_TOPIC');
    expect(() => postgresFrom({ CHASKI_POSTGRES: 'mysql://u:secret@h/d' })).toThrow('CHASKI_POSTGRES');
    expect(() => postgresFrom({ CHASKI_POSTGRES: 'mysql://u:secret@h/d' })).not.toThrow('secret');
    expect(() => timeFrom({ CHASKI_DEMO: 'perhaps' })).toThrow('CHASKI_DEMO');
  });

  it('say whether this is a demonstration, and which time its own has come to', () => {
    expect(timeFrom({ CHASKI_DEMO: 'no' }).demo).toBe(false);
    expect(timeFrom({ CHASKI_DEMO: 'yes' }).demo).toBe(true);
    const { demo, clock } = timeFrom({ CHASKI_DEMO: '2025-10-31T12:00:00Z' });
    expect([demo, clock.now().slice(0, 13)]).toEqual([true, '2025-10-31T12']);
    expect(clockFrom('2025-10-31T12:00:00.000Z').now() >= '2025-10-31T12:00:00.000Z').toBe(true);
  });
});

describe('the code of a process', () => {
  const root = join(import.meta.dirname, '../..');
  const reachedFrom = (path: string): readonly string[] => {
    const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, [command, path, ...options], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    return (JSON.parse(stdout) as { modules: { source: string }[] }).modules.map(({ source }) => source);
  };
  const ofLogOrKeys = /^libs\/(event-log|vault)\/adapters\/|@kurrent/;

  it('has no adapter of the log or of the keys where reports are made', () => {
    const reached = reachedFrom('src/modes/report.ts');
    expect(reached).toEqual(
      expect.arrayContaining(['src/report/report.ts', 'libs/publishing/adapters/kafka/index.ts']),
    );
    expect(reached.filter((path) => ofLogOrKeys.test(path))).toEqual([]);
  });

  it('has them where commands are taken', () => {
    const found = reachedFrom('src/modes/distributed.ts').filter((path) => ofLogOrKeys.test(path));
    for (const part of ['event-log/adapters/kurrent', 'event-log/adapters/sqlite', 'vault/adapters/sqlite']) {
      expect(found.some((path) => path.includes(part))).toBe(true);
    }
  });
});
