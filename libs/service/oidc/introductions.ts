import { createHash, randomUUID } from 'node:crypto';
import {
  createRemoteJWKSet,
  type CryptoKey,
  customFetch,
  errors,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { askProvider, fetchBounded, ProviderUnavailable } from './fetching.js';

/** What an introduction travels in: a header, which no log has, and never an address. */
export const introductionHeader = 'introduction';

/** Where a process shows the keys it signs with, for whoever was given its address. */
export const keysPath = '/.well-known/jwks.json';

/** The one request an introduction is good for: its method, and its path with the query. */
export interface Introduced {
  readonly method: string;
  readonly url: string;
}

/** What is said of whoever asks: codes by name. A process that asks for itself says nothing. */
export type Codes = Readonly<Record<string, string>>;

const algorithm = 'EdDSA';
const typ = 'introduction+jwt';
/** Seconds an introduction is good for, and those that two machines' clocks may differ. */
const lasts = 5;
const clockTolerance = 5;
/** Milliseconds a key signs before the next one does. */
const keyLasts = 3_600_000;
/** Characters of the longest introduction looked at: one says who, not what. */
const longest = 2_048;

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

async function newKey(): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { crv: 'Ed25519' });
  const kid = randomUUID();
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, use: 'sig', alg: algorithm } };
}

const digestOf = ({ method, url }: Introduced): string =>
  createHash('sha256').update(`${method} ${url}`).digest('base64url');

/**
 * Says to other processes who asks, in the name of this one. Its keys are made here, are never written, and change every
 * hour: there is nothing to keep, to copy or to rotate by hand. The one to come is shown beforehand and the last one
 * afterwards, so that no introduction is refused because of it.
 */
export class Introducer {
  private constructor(
    private readonly name: string,
    private readonly now: () => number,
    /** The one to come, the one that signs, and the one that did. */
    private ring: readonly Key[],
    private since: number,
  ) {}

  /**
   * @param name what this process is called to the others
   * @param now milliseconds
   */
  static async open(name: string, now: () => number = Date.now): Promise<Introducer> {
    return new Introducer(name, now, [await newKey(), await newKey()], now());
  }

  /** The public keys (RFC 7517), for `keysPath`. */
  get keys(): { readonly keys: readonly JWK[] } {
    return { keys: this.ring.map(({ jwk }) => jwk) };
  }

  /**
   * An introduction to another process, for one request.
   * @param to what that process is called
   */
  async introduce(to: string, request: Introduced, said: Codes = {}): Promise<string> {
    const { kid, privateKey } = await this.#signing();
    const at = Math.floor(this.now() / 1_000);
    return new SignJWT({ said, request: digestOf(request) })
      .setProtectedHeader({ alg: algorithm, kid, typ })
      .setIssuer(this.name)
      .setAudience(to)
      .setIssuedAt(at)
      .setExpirationTime(at + lasts)
      .setJti(randomUUID())
      .sign(privateKey);
  }

  /**
   * Asks another process for itself, and reads its JSON.
   * @param to what that process is called
   * @throws ProviderUnavailable
   */
  async ask(to: string, url: URL): Promise<unknown> {
    const request = { method: 'GET', url: `${url.pathname}${url.search}` };
    return askProvider(url, [url.host], {
      headers: { [introductionHeader]: await this.introduce(to, request) },
    });
  }

  async #signing(): Promise<Key> {
    if (this.now() - this.since >= keyLasts) {
      this.since = this.now();
      this.ring = [await newKey(), ...this.ring.slice(0, 2)];
    }
    const [next, signing = next] = this.ring;
    if (signing === undefined) throw new Error('there is no key');
    return signing;
  }
}

export interface IntroductionsOptions {
  /** What the process is called that is believed. */
  readonly from: string;
  /** Where it is: `https://…`, or `http://` on loopback. Whoever answers there is believed. */
  readonly at: string;
  /** What this process is called. */
  readonly to: string;
  /** Milliseconds after which its keys are asked for again, and before an unknown one is looked for. Default 5 s and 1 s. */
  readonly keysLast?: number;
  readonly cooldown?: number;
}

/** What one other process says of whoever asks here. */
export class Introductions {
  readonly #keys: ReturnType<typeof createRemoteJWKSet>;
  /** Those that were taken, by id, until they would be refused for their age. */
  readonly #taken = new Map<string, number>();

  constructor(private readonly options: IntroductionsOptions) {
    const { at, keysLast = 5_000, cooldown = 1_000 } = options;
    const url = new URL(keysPath, at);
    this.#keys = createRemoteJWKSet(url, {
      cacheMaxAge: keysLast,
      cooldownDuration: cooldown,
      [customFetch]: (_, init: RequestInit) => fetchBounded(url, [url.host], init),
    });
  }

  /**
   * What is said of whoever asks, if this is an introduction to this process for this very request, and the first use of it.
   * @throws ProviderUnavailable the keys could not be had
   */
  async read(introduction: string | undefined, request: Introduced): Promise<Codes | undefined> {
    if (introduction === undefined || introduction.length > longest) return undefined;
    const payload = await this.#verified(introduction);
    if (payload === undefined || payload['request'] !== digestOf(request)) return undefined;
    const { said } = payload;
    return isSaid(said) && this.#isFirst(payload) ? said : undefined;
  }

  async #verified(introduction: string): Promise<JWTPayload | undefined> {
    const { from: issuer, to: audience } = this.options;
    try {
      const { payload } = await jwtVerify(introduction, this.#keys, {
        ...{ issuer, audience, typ, clockTolerance, algorithms: [algorithm] },
        ...{ maxTokenAge: lasts, requiredClaims: ['iat', 'exp', 'jti', 'request', 'said'] },
      });
      return payload;
    } catch (error) {
      if (error instanceof ProviderUnavailable) throw error;
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) {
        throw new ProviderUnavailable('its keys cannot be had', { cause: error });
      }
      // A key of another kind than the algorithm, or no token at all.
      if (error instanceof errors.JOSEError || error instanceof TypeError) return undefined;
      throw error;
    }
  }

  #isFirst({ jti = '', exp = 0 }: JWTPayload): boolean {
    const now = Date.now() / 1_000;
    for (const [id, until] of this.#taken) {
      // In the order they came, which is nearly that of their ends.
      if (until > now) break;
      this.#taken.delete(id);
    }
    if (this.#taken.has(jti)) return false;
    this.#taken.set(jti, exp + clockTolerance);
    return true;
  }
}

const isSaid = (value: unknown): value is Codes =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((each) => typeof each === 'string' && /^[\w.:-]{1,80}$/.test(each));
