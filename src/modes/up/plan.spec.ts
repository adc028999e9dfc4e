import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertNotGiven } from '../services.js';
import { planOf } from './plan.js';

const env = {
  PATH: '/bin',
  SOMETHING_ELSE: 'x',
  CHASKI_LOG: 'kurrentdb://u:secret@db:2113',
  CHASKI_DATA: '/srv/log',
  CHASKI_VAULT: '/srv/vault',
  CHASKI_VAULT_COPY: '/mnt/vault',
  CHASKI_KAFKA: 'k:9092',
  CHASKI_KAFKA_PASSWORD: 'secret',
  CHASKI_POSTGRES: 'postgres://u:secret@p/chaski',
  CHASKI_DEMO: 'no',
};
const ports = [3000, 3001, 3002, 3003];
const src = join(import.meta.dirname, '../..');

/** The settings that a process is written to read. What the tools read by themselves is theirs. */
const read = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !/\.spec\.|^(?:cli|demo)\/|^modes\/up\/|^exports\/main/.test(path))
  .flatMap((path) => {
    const found = readFileSync(join(src, path), 'utf8').matchAll(/\b(?:CHASKI|OTEL)_[A-Z_]*[A-Z]\b/g);
    return [...found].map(([setting]) => setting);
  });

describe('a distributed set', () => {
  it('has a process for each service, where the log is on a server', () => {
    const planned = planOf(env, ports);
    expect(planned.map(({ name, port }) => [name, port])).toEqual([
      ['write', 3000],
      ['relay', 3001],
      ['audit', 3002],
      ['report', 3003],
    ]);
  });

  it('has one process for all that needs the log, where that is a file', () => {
    expect(planOf({ ...env, CHASKI_LOG: 'file' }, ports).map(({ name }) => name)).toEqual([
      'write+relay+audit',
      'report',
    ]);
  });

  it('tells each process what it needs and the others’ addresses, and nothing else', () => {
    const urls = ['CHASKI_AUDIT_URL', 'CHASKI_RELAY_URL', 'CHASKI_REPORT_URL', 'CHASKI_WRITE_URL'];
    const always = ['HOST', 'PATH', 'PORT', ...urls];
    const given = Object.fromEntries(planOf(env, ports).map((each) => [each.name, Object.keys(each.env)]));
    const and = (...names: string[]) => [...names, ...always].sort();
    expect(given['write']?.sort()).toEqual(
      and('CHASKI_LOG', 'CHASKI_DATA', 'CHASKI_VAULT', 'CHASKI_VAULT_COPY', 'CHASKI_POSTGRES'),
    );
    expect(given['relay']?.sort()).toEqual(
      and('CHASKI_LOG', 'CHASKI_DATA', 'CHASKI_KAFKA', 'CHASKI_KAFKA_PASSWORD', 'CHASKI_POSTGRES', 'CHASKI_DEMO'),
    );
    expect(given['audit']?.sort()).toEqual(and('CHASKI_LOG', 'CHASKI_DATA', 'CHASKI_POSTGRES', 'CHASKI_DEMO'));
    expect(given['report']?.sort()).toEqual(
      and('CHASKI_KAFKA', 'CHASKI_KAFKA_PASSWORD', 'CHASKI_POSTGRES', 'CHASKI_DEMO'),
    );
  });

  it('tells all of them how people are known, and that it is in earnest', () => {
    const earnest = { NODE_ENV: 'production', CHASKI_AUTH: 'oidc' };
    for (const each of planOf({ ...env, ...earnest }, ports)) expect(each.env).toMatchObject(earnest);
  });

  it('loses no setting that one of its processes reads', () => {
    expect(read).toContain('CHASKI_KAFKA');
    const all = Object.fromEntries(read.map((name) => [name, 'x']));
    const given = new Set(planOf(all, ports).flatMap((each) => Object.keys(each.env)));
    expect(read.filter((name) => !given.has(name))).toEqual([]);
  });

  it('lets all be looked on, and know the days that are free', () => {
    const traces = ['OTEL_EXPORTER_OTLP_ENDPOINT', 'OTEL_TRACES_SAMPLER', 'OTEL_TRACES_SAMPLER_ARG'];
    const settings = ['CHASKI_METRICS', ...traces, 'CHASKI_HOLIDAYS_PE', 'CHASKI_HOLIDAYS_BO'];
    const asked = Object.fromEntries(settings.map((name) => [name, 'x']));
    for (const each of planOf({ ...env, ...asked }, ports)) expect(each.env).toMatchObject(asked);
  });

  it('is one that every process of it accepts', () => {
    for (const log of ['file', env.CHASKI_LOG]) {
      for (const planned of planOf({ ...env, CHASKI_LOG: log }, ports)) {
        expect(() => assertNotGiven(planned.env, planned.services)).not.toThrow();
      }
    }
  });

  it('gives reports a database of their own, where there is one', () => {
    const [write, , , report] = planOf(env, ports, 'postgres://r:other@p/report');
    expect(write?.env['CHASKI_POSTGRES']).toBe(env.CHASKI_POSTGRES);
    expect(report?.env['CHASKI_POSTGRES']).toBe('postgres://r:other@p/report');
  });
});
