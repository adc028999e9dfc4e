import { accessFrom } from './access-settings.js';

const oidc = { CHASKI_OIDC_ISSUER: 'https://idp.test', CHASKI_OIDC_AUDIENCE: 'chaski' };
const starts = (env: Readonly<Record<string, string>>): boolean => {
  try {
    accessFrom(env);
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
