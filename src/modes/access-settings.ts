import { readFileSync } from 'node:fs';
import { isLoopback, type ProviderOptions } from '#service';
import { type Env, Misconfigured, needed } from './settings.js';

/** How people prove who they are. */
export type AccessSettings = {
  /** Where the server listens. */
  readonly host: string;
  /** Where browsers find it; absent: at the address it listens on. */
  readonly publicUrl?: string;
} & (
  | { readonly mode: 'demo' }
  | { readonly mode: 'dev'; readonly first?: string }
  | { readonly mode: 'oidc'; readonly provider: ProviderOptions; readonly first?: string }
);

/**
 * `CHASKI_AUTH`: `demo` (the default: everybody is believed; loopback, no production, a demonstration's store), `dev` (an
 * issuer of its own; loopback, no production), or `oidc`: `CHASKI_OIDC_ISSUER`, `CHASKI_OIDC_AUDIENCE`, and for pages
 * `CHASKI_OIDC_CLIENT` with `CHASKI_OIDC_SECRET_FILE` and `CHASKI_PUBLIC_URL`. Besides, `CHASKI_OIDC_TYP` (default
 * `at+jwt`), `CHASKI_OIDC_HOSTS` (further hosts it may send us to), and `CHASKI_FIRST_ADMINISTRATOR`: whom the provider
 * calls so is enrolled when nobody is. Only with `oidc` does `HOST` leave this machine.
 * @throws Misconfigured
 */
export function accessFrom(env: Env): AccessSettings {
  const mode = env['CHASKI_AUTH'] || 'demo';
  const host = env['HOST'] || '127.0.0.1';
  const publicUrl = publicUrlFrom(env);
  const first = env['CHASKI_FIRST_ADMINISTRATOR'];
  const common = {
    host,
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(first === undefined || first === '' ? {} : { first }),
  };
  if (mode === 'oidc') {
    if (!isLoopback(host) && publicUrl?.startsWith('https:') !== true) {
      throw new Misconfigured('Fuera de esta máquina hace falta CHASKI_PUBLIC_URL con https://.');
    }
    return { ...common, mode, provider: providerFrom(env) };
  }
  if (mode !== 'demo' && mode !== 'dev') throw new Misconfigured('CHASKI_AUTH debe ser demo, dev u oidc.');
  if (!isLoopback(host)) {
    throw new Misconfigured(
      `HOST debe ser una dirección de esta misma máquina, como 127.0.0.1: con CHASKI_AUTH=${mode} no hay control de acceso.`,
    );
  }
  if (env['NODE_ENV'] === 'production') {
    throw new Misconfigured(`CHASKI_AUTH=${mode} no se admite con NODE_ENV=production. Use CHASKI_AUTH=oidc.`);
  }
  return { ...common, mode };
}

/** @throws Misconfigured */
function publicUrlFrom(env: Env): string | undefined {
  const text = env['CHASKI_PUBLIC_URL'];
  if (text === undefined || text === '') return undefined;
  const url = URL.parse(text);
  const inTheClear = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !inTheClear)) {
    throw new Misconfigured('CHASKI_PUBLIC_URL debe empezar con https://.');
  }
  return url.origin;
}

/** @throws Misconfigured */
function providerFrom(env: Env): ProviderOptions {
  const issuer = needed(env, 'CHASKI_OIDC_ISSUER', 'la dirección del proveedor de identidad');
  const url = URL.parse(issuer);
  const inTheClear = url?.protocol === 'http:' && isLoopback(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !inTheClear)) {
    throw new Misconfigured('CHASKI_OIDC_ISSUER debe empezar con https://.');
  }
  const id = env['CHASKI_OIDC_CLIENT'];
  const secret = env['CHASKI_OIDC_SECRET_FILE'];
  const typ = env['CHASKI_OIDC_TYP'];
  const hosts = (env['CHASKI_OIDC_HOSTS'] ?? '').split(',').filter((each) => each !== '');
  return {
    issuer,
    audience: needed(env, 'CHASKI_OIDC_AUDIENCE', 'para quién hace el proveedor sus tokens de acceso'),
    ...(typ ? { typ } : {}),
    ...(id ? { client: { id, ...(secret ? { secret: readFileSync(secret, 'utf8').trim() } : {}) } } : {}),
    hosts,
  };
}
