import { createHash, randomBytes } from 'node:crypto';
import { createRemoteJWKSet, customFetch, errors, type JWTPayload, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { askProvider, fetchBounded, jsonOf, mayAsk, ProviderUnavailable } from './fetching.js';

export interface ProviderOptions {
  /** As the provider calls itself: `https://…`, or `http://` on loopback. */
  readonly issuer: string;
  /** Whom its access tokens are made for: this service. */
  readonly audience: string;
  /** What access tokens call themselves. Default `at+jwt` (RFC 9068). */
  readonly typ?: string;
  /** For signing in on pages: the client this service is there. */
  readonly client?: { readonly id: string; readonly secret?: string };
  /** Hosts beside the issuer's own that it may send us to for keys or tokens. */
  readonly hosts?: readonly string[];
  /** Milliseconds between two looks for a key nobody knew. Default 30 s. */
  readonly cooldown?: number;
}

/** Somebody as a provider knows them. Nothing else of what it says is believed: who may do what is known here. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  /** When they last proved who they are: Unix seconds; absent where the provider does not say. */
  readonly authTime?: number;
  /** How well they proved it, in the provider's words; absent where it does not say. */
  readonly acr?: string;
}

/** What is asked of a sign-in. */
export interface SignInWanted {
  /** Seconds since the proof that are few enough. Whoever names them is told the time of the proof. */
  readonly maxAge: number;
  /** How well it must be proved: any of these, the best first. Default: as the provider sees fit. */
  readonly acr?: readonly string[];
}

/** A sign-in that was begun: kept here until the browser comes back. */
export interface SignIn {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Signatures only, and only those whose key cannot be taken for another kind of key. */
const algorithms = ['EdDSA', 'ES256', 'PS256'];
const clockTolerance = 5;
const oldestToken = '15m';
/** The status with which a token endpoint says what is wrong with what it was sent (RFC 6749, 5.2). */
const refused = 400;
/** Characters of the longest token looked at; those of the providers we know have under two thousand. */
const longestToken = 8_192;

interface Described {
  readonly keys: JWTVerifyGetKey;
  readonly authorization: URL;
  readonly token: URL;
}

/** An OpenID provider: whose tokens are believed, and where people sign in. */
export class Provider {
  readonly #hosts: readonly string[];
  #described: Promise<Described> | undefined;

  constructor(private readonly options: ProviderOptions) {
    this.#hosts = [new URL(options.issuer).host, ...(options.hosts ?? [])];
  }

  /**
   * Who a bearer token was made for, if it is one of this provider's access tokens for this service, and holds now.
   * @throws ProviderUnavailable its keys could not be had
   */
  async identify(token: string): Promise<Identity | undefined> {
    if (token.length > longestToken) return undefined;
    const { issuer, audience, typ = 'at+jwt' } = this.options;
    const payload = await this.#verified(token, {
      audience,
      typ,
      maxTokenAge: oldestToken,
      requiredClaims: ['sub', 'exp', 'iat', 'jti'],
    });
    return payload && identityIn(issuer, payload);
  }

  /**
   * Begins a sign-in by the code flow with PKCE. The proof is asked for anew, though the provider may still know who it is.
   * @throws ProviderUnavailable
   */
  async begin(
    redirect: string,
    { maxAge, acr = [] }: SignInWanted,
  ): Promise<{ readonly url: string; readonly signIn: SignIn }> {
    const { authorization } = await this.#description();
    const signIn = { state: secret(), nonce: secret(), verifier: secret() };
    const url = new URL(authorization);
    for (const [name, value] of Object.entries({
      response_type: 'code',
      client_id: this.#client().id,
      redirect_uri: redirect,
      scope: 'openid',
      state: signIn.state,
      nonce: signIn.nonce,
      code_challenge: createHash('sha256').update(signIn.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...{ prompt: 'login', max_age: String(maxAge) },
      ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
    })) {
      url.searchParams.set(name, value);
    }
    return { url: url.href, signIn };
  }

  /**
   * Ends a sign-in: gives the code back for the ID token, and reads it.
   * @returns undefined where the code or the token does not hold
   * @throws ProviderUnavailable
   */
  async finish(code: string, redirect: string, { nonce, verifier }: SignIn): Promise<Identity | undefined> {
    const { token } = await this.#description();
    const { id, secret: clientSecret } = this.#client();
    const body = new URLSearchParams({
      ...{ grant_type: 'authorization_code', code, redirect_uri: redirect },
      ...{ client_id: id, code_verifier: verifier },
      ...(clientSecret === undefined ? {} : { client_secret: clientSecret }),
    });
    const response = await fetchBounded(token, this.#hosts, { method: 'POST', body }, [refused]);
    const answer = await jsonOf(response);
    if (response.status === refused) {
      const error = textIn(answer, 'error');
      if (error === 'invalid_grant') return undefined;
      throw new ProviderUnavailable(`it does not know how we ask: ${error ?? 'it does not say why'}`);
    }
    const idToken = textIn(answer, 'id_token');
    if (idToken === undefined || idToken.length > longestToken) return undefined;
    const payload = await this.#verified(idToken, { audience: id, requiredClaims: ['sub', 'exp', 'iat', 'nonce'] });
    return payload?.['nonce'] === nonce ? identityIn(this.options.issuer, payload) : undefined;
  }

  async #verified(
    token: string,
    expected: { audience: string; requiredClaims: string[]; typ?: string; maxTokenAge?: string },
  ): Promise<JWTPayload | undefined> {
    const { keys } = await this.#description();
    const { issuer } = this.options;
    try {
      return (await jwtVerify(token, keys, { ...expected, issuer, algorithms, clockTolerance })).payload;
    } catch (error) {
      if (error instanceof ProviderUnavailable) throw error;
      if (error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid) {
        throw new ProviderUnavailable('its keys cannot be had', { cause: error });
      }
      if (error instanceof errors.JOSEError) return undefined;
      // A key of another kind than the token's algorithm, or no token at all.
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }

  /** Asked once; asked again after it failed. */
  #description(): Promise<Described> {
    this.#described ??= this.#describe().catch((error: unknown) => {
      this.#described = undefined;
      throw error;
    });
    return this.#described;
  }

  async #describe(): Promise<Described> {
    const { issuer, cooldown = 30_000 } = this.options;
    const base = issuer.endsWith('/') ? issuer : `${issuer}/`;
    const said = await askProvider(new URL('.well-known/openid-configuration', base), this.#hosts);
    if (textIn(said, 'issuer') !== issuer) throw new ProviderUnavailable('it calls itself otherwise');
    const at = (name: string): URL => {
      const url = textIn(said, name);
      if (url === undefined || !URL.canParse(url) || !mayAsk(new URL(url), this.#hosts)) {
        throw new ProviderUnavailable(`its ${name} is not an address we ask`);
      }
      return new URL(url);
    };
    const ask = (url: string, init: RequestInit): Promise<Response> => fetchBounded(new URL(url), this.#hosts, init);
    return {
      keys: createRemoteJWKSet(at('jwks_uri'), { cooldownDuration: cooldown, [customFetch]: ask }),
      authorization: at('authorization_endpoint'),
      token: at('token_endpoint'),
    };
  }

  #client(): NonNullable<ProviderOptions['client']> {
    const { client } = this.options;
    if (client === undefined) throw new ProviderUnavailable('nobody signs in on pages here');
    return client;
  }
}

const secret = (): string => randomBytes(32).toString('base64url');

const identityIn = (issuer: string, { sub, auth_time: authTime, acr }: JWTPayload): Identity | undefined =>
  sub === undefined || sub === ''
    ? undefined
    : {
        ...{ issuer, subject: sub },
        ...(typeof authTime === 'number' ? { authTime } : {}),
        ...(typeof acr === 'string' ? { acr } : {}),
      };

function textIn(answer: unknown, name: string): string | undefined {
  if (typeof answer !== 'object' || answer === null) return undefined;
  const value = (answer as Readonly<Record<string, unknown>>)[name];
  return typeof value === 'string' ? value : undefined;
}
