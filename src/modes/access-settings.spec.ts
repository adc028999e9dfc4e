import { accessFrom, apartFrom } from './access-settings.js';

const oidc = { CHASKI_OIDC_ISSUER: 'https://idp.test', CHASKI_OIDC_AUDIENCE: 'chaski' };
type Env = Readonly<Record<string, string>>;
const starts = (env: Env, settings: (env: Env) => unknown = accessFrom): boolean => {
  try {
    settings(env);
    return true;
  } catch {
    return false;
  }
};

describe.each(['demo', 'dev', 'oidc'])('access by %s', (mode) => {
  const cases = ['127.0.0.1', 'localhost', '::1', '0.0.0.0', '10.0.0.7'].flatMap((host) =>
    [undefined, 'development', 'production'].flatMap((node) =>
      [undefined, 'https://casos.test', 'http://casos.test', 'http://127.0.0.1:3000'].map((url) => ({
        host,
        node,
        url,
      })),
    ),
  );
  it.each(cases)('on $host, NODE_ENV $node, known as $url', ({ host, node, url }) => {
    const loopback = ['127.0.0.1', 'localhost', '::1'].includes(host);
    const clear = url === 'http://casos.test';
    const expected =
      mode === 'oidc'
        ? !clear && (loopback || url === 'https://casos.test')
        : !clear && loopback && node !== 'production';
    const env = {
      ...{ CHASKI_AUTH: mode, HOST: host, ...oidc },
      ...(node === undefined ? {} : { NODE_ENV: node }),
      ...(url === undefined ? {} : { CHASKI_PUBLIC_URL: url }),
    };
    expect(starts(env)).toBe(expected);
  });
});

it('nothing is guessed: a provider is named in full, and over https', () => {
  expect(accessFrom({}).mode).toBe('demo');
  expect(starts({ CHASKI_AUTH: 'none' })).toBe(false);
  expect(starts({ CHASKI_AUTH: 'oidc' })).toBe(false);
  expect(starts({ CHASKI_AUTH: 'oidc', CHASKI_OIDC_ISSUER: 'https://idp.test' })).toBe(false);
  expect(starts({ CHASKI_AUTH: 'oidc', ...oidc, CHASKI_OIDC_ISSUER: 'http://idp.test' })).toBe(false);
  expect(starts({ CHASKI_AUTH: 'oidc', ...oidc })).toBe(true);
});

describe('a process that takes no commands', () => {
  const door = 'https://casos.test';

  it.each(['dev', 'oidc'])('is told by whoever takes them who asks, with %s', (mode) => {
    expect(apartFrom({ CHASKI_AUTH: mode, CHASKI_WRITE_URL: `${door}/` })).toMatchObject({ mode: 'introduced', door });
    expect(() => apartFrom({ CHASKI_AUTH: mode })).toThrow('Falta CHASKI_WRITE_URL');
  });

  it('does not start in earnest without somebody to tell it', () => {
    const earnest = { NODE_ENV: 'production' };
    expect(starts(earnest, apartFrom)).toBe(false);
    expect(starts({ ...earnest, CHASKI_AUTH: 'demo', CHASKI_WRITE_URL: door }, apartFrom)).toBe(false);
    expect(starts({ ...earnest, CHASKI_AUTH: 'dev', CHASKI_WRITE_URL: door }, apartFrom)).toBe(false);
    expect(starts({ ...earnest, CHASKI_AUTH: 'oidc' }, apartFrom)).toBe(false);
    expect(starts({ ...earnest, CHASKI_AUTH: 'oidc', CHASKI_WRITE_URL: door }, apartFrom)).toBe(true);
  });

  it('believes nobody over a connection that others could speak on', () => {
    const at = (url: string) => starts({ CHASKI_AUTH: 'oidc', CHASKI_WRITE_URL: url }, apartFrom);
    expect(['http://10.0.0.7:3000', 'http://write:3000', 'ftp://127.0.0.1', 'write'].filter(at)).toEqual([]);
    expect(['http://127.0.0.1:3000', 'http://[::1]:3000', 'https://write.test'].filter((url) => !at(url))).toEqual([]);
  });

  it('leaves this machine only where its own name is known, over https', () => {
    const env = { CHASKI_AUTH: 'oidc', CHASKI_WRITE_URL: door, HOST: '0.0.0.0' };
    expect(starts(env, apartFrom)).toBe(false);
    expect(starts({ ...env, CHASKI_PUBLIC_URL: 'https://informes.test' }, apartFrom)).toBe(true);
    expect(starts({ ...env, CHASKI_AUTH: 'dev', CHASKI_PUBLIC_URL: 'https://informes.test' }, apartFrom)).toBe(false);
  });
});
