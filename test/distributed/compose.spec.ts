import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { accessFrom, apartFrom } from '../../src/modes/access-settings.js';
import { servicesFrom } from '../../src/modes/services.js';

interface Service {
  readonly image?: string;
  readonly build?: { readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly network_mode?: string;
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly cpus?: string; readonly memory?: string } } };
  readonly healthcheck?: object;
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

const deploy = join(import.meta.dirname, '../../deploy');
const text = readFileSync(join(deploy, 'compose.yaml'), 'utf8');
const { services, volumes } = parse(text, { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const each = Object.entries(services);
const ours = each.filter(([, { build }]) => build !== undefined);
const settings = readFileSync(join(deploy, 'compose.env'), 'utf8');
const dockerfile = readFileSync(join(deploy, 'Dockerfile'), 'utf8');

describe('the set as containers', () => {
  it('is the four services and the engines they need', () => {
    expect(Object.keys(services)).toEqual([
      'write',
      'relay',
      'audit',
      'report',
      'kurrentdb',
      'kafka',
      'postgres',
      'oidc',
    ]);
  });

  it.each(each)('%s runs small: nothing writable, no rights, bounded, watched', (_name, service) => {
    expect(service.read_only).toBe(true);
    expect(service.cap_drop).toEqual(['ALL']);
    expect(service.security_opt).toContain('no-new-privileges:true');
    expect(service.deploy?.resources?.limits).toMatchObject({
      cpus: expect.any(String) as string,
      memory: expect.any(String) as string,
    });
    // Ours are watched by what stands in their Dockerfile.
    if (service.build === undefined) expect(service.healthcheck).toBeDefined();
    else expect(dockerfile).toMatch(/^HEALTHCHECK /m);
    if (service.build === undefined) expect(service.image).toMatch(/:v?\d/);
    expect(service.network_mode).toBe('host');
  });

  it.each(ours)('%s is started as something the build knows', (name, { command = [] }) => {
    expect(servicesFrom(command)).toEqual([name]);
  });

  it.each(each)('%s waits for what there is, and until it is well', (_name, { depends_on: needs = {} }) => {
    for (const [other, { condition }] of Object.entries(needs)) {
      expect(Object.keys(services)).toContain(other);
      expect(condition).toBe('service_healthy');
    }
  });

  it.each(each)('%s keeps what must stay in volumes that are declared', (_name, { volumes: mounted = [] }) => {
    const named = mounted.map((mount) => mount.split(':')[0] ?? '').filter((source) => !source.startsWith('.'));
    for (const source of named) expect(Object.keys(volumes)).toContain(source);
  });

  it('gives the way to the keys to the write side alone, and to the log to nobody who makes reports', () => {
    const holding = (name: RegExp) =>
      each.filter(([, { environment = {} }]) => Object.keys(environment).some((variable) => name.test(variable)));
    expect(holding(/^CHASKI_VAULT/).map(([name]) => name)).toEqual(['write']);
    expect(holding(/^CHASKI_LOG$/).map(([name]) => name)).toEqual(['write', 'relay', 'audit']);
  });

  it('asks for no setting that the example does not have', () => {
    const asked = new Set([...text.matchAll(/\$\{([A-Z_]+)/g)].map(([, name = '']) => name));
    expect(asked.size).toBeGreaterThan(4);
    for (const name of asked) expect(settings).toMatch(new RegExp(`^${name}=`, 'm'));
  });

  const example = Object.fromEntries(
    [...settings.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value]) => [name, value]),
  );
  const earnest = {
    ...{ NODE_ENV: 'production', CHASKI_AUTH: 'oidc', CHASKI_PUBLIC_URL: 'https://casos.test' },
    ...{ CHASKI_OIDC_ISSUER: 'https://idp.test', CHASKI_OIDC_AUDIENCE: 'chaski' },
  };
  it.each([
    ['as a demonstration', {}, 'demo', 'demo'],
    ['in earnest', earnest, 'oidc', 'introduced'],
  ])('knows people %s', (_what, change, atTheDoor, apart) => {
    const given: Readonly<Record<string, string | undefined>> = { ...example, ...change };
    for (const [name, { environment = {} }] of ours) {
      const env = Object.fromEntries(
        Object.entries(environment).map(([variable, value]) => [
          variable,
          value.replace(/\$\{([A-Z_]+)[^}]*\}/g, (_, asked: string) => given[asked] ?? ''),
        ]),
      );
      expect([name, (name === 'write' ? accessFrom(env) : apartFrom(env)).mode]).toEqual([
        ...[name, name === 'write' ? atTheDoor : apart],
      ]);
    }
  });

  it('is built from a file that ends without the rights of root', () => {
    const users = [...dockerfile.matchAll(/^USER (.+)$/gm)].map(([, user]) => user);
    expect(users.at(-1)).not.toBe('root');
    expect(users.length).toBeGreaterThan(0);
  });
});
