import type { FastifyRequest } from 'fastify';
import { type Authenticator, cookie, header, type Identity, type Provider, Sessions, type SignIn } from '#service';
import type { StaffDirectory } from './staff-directory.js';

/** Milliseconds a sign-in that was begun waits for the browser to come back, and how many wait at most. */
const patience = 10 * 60_000;
const mostWaiting = 1_000;

export interface SigningInOptions {
  readonly provider: Provider;
  readonly staff: StaffDirectory;
  /** Where browsers find this service: `https://…`, or on loopback `http://…`. */
  readonly publicUrl: string;
  /** Default: the usual times. */
  readonly sessions?: Sessions<Identity>;
}

interface Waiting {
  readonly signIn: SignIn;
  readonly until: number;
}

/** People as an identity provider proves them: with an access token on each request, or in a session on the pages. */
export class SigningIn implements Authenticator {
  readonly challenge = 'Bearer';
  readonly #sessions: Sessions<Identity>;
  readonly #waiting = new Map<string, Waiting>();
  readonly #secure: boolean;
  readonly #redirect: string;

  constructor(private readonly options: SigningInOptions) {
    this.#sessions = options.sessions ?? new Sessions();
    this.#secure = options.publicUrl.startsWith('https:');
    this.#redirect = new URL('/entrar/respuesta', options.publicUrl).href;
  }

  async authenticate(request: FastifyRequest): ReturnType<Authenticator['authenticate']> {
    const authorization = header(request, 'authorization');
    // Whoever brings a token is judged by it alone.
    const identity = authorization === undefined ? this.#inSession(request) : await this.#bearing(authorization);
    return identity === undefined ? undefined : this.options.staff.find(identity);
  }

  /**
   * Begins a sign-in, and ends the session of whoever was here before.
   * @returns where the browser goes, and the cookies it takes along
   * @throws ProviderUnavailable
   */
  async begin(request: FastifyRequest): Promise<{ readonly location: string; readonly cookies: readonly string[] }> {
    this.#end(request);
    // Always anew: at a shared desk the provider may still know the one before.
    const { url, signIn } = await this.options.provider.begin(this.#redirect, true);
    this.#wait(signIn);
    return { location: url, cookies: [this.#cookie('session', ''), this.#cookie('entry', signIn.state, patience)] };
  }

  /**
   * Ends a sign-in that this browser began.
   * @returns the cookies of the session; undefined where it was not begun here, or proved nobody who works here
   * @throws ProviderUnavailable
   */
  async finish(request: FastifyRequest, code: string, state: string): Promise<readonly string[] | undefined> {
    const waiting = this.#waiting.get(state);
    this.#waiting.delete(state);
    const begunHere = waiting !== undefined && cookie(request, this.#name('entry')) === state;
    if (!begunHere || waiting.until < Date.now()) return undefined;
    const identity = await this.options.provider.finish(code, this.#redirect, waiting.signIn);
    if (identity === undefined || (await this.options.staff.find(identity)) === undefined) return undefined;
    return [this.#cookie('entry', ''), this.#cookie('session', this.#sessions.begin(identity))];
  }

  /** Signs out. @returns the cookies that say so */
  leave(request: FastifyRequest): readonly string[] {
    this.#end(request);
    return [this.#cookie('session', '')];
  }

  async #bearing(authorization: string): Promise<Identity | undefined> {
    const token = /^Bearer ([\w-]+(?:\.[\w-]*){2})$/.exec(authorization)?.[1];
    return token === undefined ? undefined : this.options.provider.identify(token);
  }

  #inSession(request: FastifyRequest): Identity | undefined {
    const token = cookie(request, this.#name('session'));
    return token === undefined || token === '' ? undefined : this.#sessions.find(token);
  }

  #end(request: FastifyRequest): void {
    const token = cookie(request, this.#name('session'));
    if (token !== undefined) this.#sessions.end(token);
  }

  #wait(signIn: SignIn): void {
    const now = Date.now();
    for (const [state, { until }] of this.#waiting) {
      if (until < now || this.#waiting.size >= mostWaiting) this.#waiting.delete(state);
    }
    this.#waiting.set(signIn.state, { signIn, until: now + patience });
  }

  /** A prefix that browsers keep for cookies of one host, sent over https alone. */
  #name(kind: 'session' | 'entry'): string {
    return `${this.#secure ? '__Host-' : ''}chaski-${kind}`;
  }

  /** `Lax`: the provider sends the browser back here, and the session begins on the way. */
  #cookie(kind: 'session' | 'entry', value: string, lasts?: number): string {
    const age = value === '' ? '; Max-Age=0' : lasts === undefined ? '' : `; Max-Age=${lasts / 1_000}`;
    return `${this.#name(kind)}=${value}; Path=/; HttpOnly; SameSite=Lax${this.#secure ? '; Secure' : ''}${age}`;
  }
}
