import { readFileSync } from 'node:fs';
import { isLoopback, type ProviderOptions } from '#service';
import { type Env, Misconfigured, needed, originFrom, wayTo } from './settings.js';

/** Where a process listens, and is found. */
interface Listening {
  readonly host: string;
  /** Where browsers find it, or whoever sends them on; absent: at the address it listens on. */
  readonly publicUrl?: string;
}

/** How people prove who they are, where commands are taken. */
export type AccessSettings = Listening &
  (
    | { readonly mode: 'demo' }
    | { readonly mode: 'dev'; readonly first?: string }
    | { readonly mode: 'oidc'; readonly provider: ProviderOptions; readonly first?: string }
  );

/** How a process that takes no commands knows who asks: by a demonstration's codes, or by who introduces them. */
export type ApartSettings = Listening &
  (
    | { readonly mode: 'demo' }
    /** `door`: where commands are taken, and people known. */
    | { readonly mode: 'introduced'; readonly door: string }
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
  const mode = modeFrom(env);
  const first = env['CHASKI_FIRST_ADMINISTRATOR'];
  const common = { ...listeningFrom(env, mode), ...(first === undefined || first === '' ? {} : { first }) };
  return mode === 'oidc' ? { ...common, mode, provider: providerFrom(env) } : { ...common, mode };
}

/**
 * The same for a process that takes no commands: with `dev` or `oidc` it believes whoever answers at `CHASKI_WRITE_URL`,
 * where people prove who they are.
 * @throws Misconfigured
 */
export function apartFrom(env: Env): ApartSettings {
  const mode = modeFrom(env);
  const common = listeningFrom(env, mode);
  if (mode === 'demo') return { ...common, mode };
  const door = wayTo('write', env);
  if (door === undefined) {
    throw new Misconfigured(
      `Falta CHASKI_WRITE_URL: con CHASKI_AUTH=${mode}, dónde está el proceso que recibe órdenes y conoce al personal.`,
    );
  }
  return { ...common, mode: 'introduced', door };
}

const modes = ['demo', 'dev', 'oidc'] as const;
type Mode = (typeof modes)[number];

/** @throws Misconfigured */
function modeFrom(env: Env): Mode {
  const mode = modes.find((each) => each === (env['CHASKI_AUTH'] || 'demo'));
  if (mode === undefined) throw new Misconfigured('CHASKI_AUTH debe ser demo, dev u oidc.');
  return mode;
}

/** @throws Misconfigured others could come in, or somebody in between listen */
function listeningFrom(env: Env, mode: Mode): Listening {
  const host = env['HOST'] || '127.0.0.1';
  const publicUrl = originFrom(env, 'CHASKI_PUBLIC_URL');
  const listening = { host, ...(publicUrl === undefined ? {} : { publicUrl }) };
  if (mode === 'oidc') {
    if (!isLoopback(host) && publicUrl?.startsWith('https:') !== true) {
      throw new Misconfigured('Fuera de esta máquina hace falta CHASKI_PUBLIC_URL con https://.');
    }
    return listening;
  }
  if (!isLoopback(host)) {
    throw new Misconfigured(
      `HOST debe ser una dirección de esta misma máquina, como 127.0.0.1: con CHASKI_AUTH=${mode} no hay control de acceso.`,
    );
  }
  if (env['NODE_ENV'] === 'production') {
    throw new Misconfigured(`CHASKI_AUTH=${mode} no se admite con NODE_ENV=production. Use CHASKI_AUTH=oidc.`);
  }
  return listening;
}

/** @throws Misconfigured */
function providerFrom(env: Env): ProviderOptions {
  const issuer = needed(env, 'CHASKI_OIDC_ISSUER', 'la dirección del proveedor de identidad');
  originFrom(env, 'CHASKI_OIDC_ISSUER');
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
