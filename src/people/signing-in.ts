import type { FastifyRequest } from 'fastify';
import {
  type Authenticator,
  cookie,
  header,
  type Identity,
  prefersHtml,
  Problem,
  type Provider,
  Sessions,
  type SignIn,
} from '#service';
import { type KeptRequest, KeptRequests } from './kept-requests.js';
import type { StaffDirectory } from './staff-directory.js';
import { isEnough, type StepUp, stepUpChallenge, stepUpFrom } from './step-up.js';

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
  /** What is asked before what cannot be taken back. Default: as the environment says. */
  readonly stepUp?: StepUp;
  /** Milliseconds of a clock that people live by. */
  readonly now?: () => number;
}

interface Waiting {
  readonly signIn: SignIn;
  readonly until: number;
  /** Of what was kept until they had confirmed who they are. */
  readonly ticket?: string;
}

/** People as an identity provider proves them: with an access token on each request, or in a session on the pages. */
export class SigningIn implements Authenticator {
  readonly challenge = 'Bearer';
  readonly #sessions: Sessions<Identity>;
  readonly #waiting = new Map<string, Waiting>();
  /** What was proved by whoever sent a request. */
  readonly #proved = new WeakMap<FastifyRequest, Identity>();
  readonly #kept: KeptRequests;
  readonly #stepUp: StepUp;
  readonly #now: () => number;
  readonly #secure: boolean;
  readonly #redirect: string;

  /** @throws RangeError what the environment says of step-up makes no sense */
  constructor(private readonly options: SigningInOptions) {
    this.#now = options.now ?? Date.now;
    this.#sessions = options.sessions ?? new Sessions();
    this.#kept = new KeptRequests(this.#now);
    this.#stepUp = options.stepUp ?? stepUpFrom(process.env);
    this.#secure = options.publicUrl.startsWith('https:');
    this.#redirect = new URL('/entrar/respuesta', options.publicUrl).href;
  }

  async authenticate(request: FastifyRequest): ReturnType<Authenticator['authenticate']> {
    const authorization = header(request, 'authorization');
    // Whoever brings a token is judged by it alone.
    const identity = authorization === undefined ? this.#inSession(request) : await this.#bearing(authorization);
    if (identity === undefined) return undefined;
    this.#proved.set(request, identity);
    return this.options.staff.find(identity);
  }

  /**
   * Goes on if whoever sent the request signed in lately, and well enough, for what cannot be taken back. What somebody sent
   * from a page is kept for when they have.
   * @throws Problem 401 `confirm-identity`
   */
  assertConfirmed(request: FastifyRequest): void {
    const identity = this.#proved.get(request);
    if (identity !== undefined && isEnough(identity, this.#stepUp, this.#now())) return;
    const headers = { 'WWW-Authenticate': stepUpChallenge(this.#stepUp) };
    const onPage = header(request, 'authorization') === undefined && prefersHtml(request.headers.accept);
    if (identity === undefined || !onPage) throw new Problem(401, 'confirm-identity', { headers });
    const { method, url, body } = request;
    const key = header(request, 'idempotency-key');
    const ticket = this.#kept.keep({ method, url, fields: fieldsOf(body), ...(key && { key }) }, identity);
    throw new Problem(401, 'confirm-identity', { headers, next: `/entrar/ir?sigue=${ticket}` });
  }

  /** What was kept of the person who sends this request, by its ticket. */
  kept(request: FastifyRequest, ticket: string): KeptRequest | undefined {
    const identity = this.#proved.get(request);
    return identity && this.#kept.find(ticket, identity);
  }

  /**
   * Begins a sign-in. Whoever only confirms who they are stays signed in until they have; else the session of whoever was
   * here before ends.
   * @param ticket of what goes on then
   * @returns where the browser goes, and the cookies it takes along
   * @throws ProviderUnavailable
   */
  async begin(
    request: FastifyRequest,
    ticket?: string,
  ): Promise<{ readonly location: string; readonly cookies: readonly string[] }> {
    const { maxAge, acr } = this.#stepUp;
    const goesOn = ticket !== undefined && this.kept(request, ticket) !== undefined;
    // Always anew: at a shared desk the provider may still know the one before.
    const { url, signIn } = await this.options.provider.begin(this.#redirect, goesOn ? { maxAge, acr } : { maxAge });
    this.#wait(signIn, goesOn ? ticket : undefined);
    const entry = this.#cookie('entry', signIn.state, patience);
    if (goesOn) return { location: url, cookies: [entry] };
    this.#end(request);
    return { location: url, cookies: [this.#cookie('session', ''), entry] };
  }

  /**
   * Ends a sign-in that this browser began.
   * @returns the cookies of the session, and where to go on; undefined where it was not begun here, or proved nobody who
   * works here
   * @throws ProviderUnavailable
   */
  async finish(
    request: FastifyRequest,
    code: string,
    state: string,
  ): Promise<{ readonly location: string; readonly cookies: readonly string[] } | undefined> {
    const waiting = this.#waiting.get(state);
    this.#waiting.delete(state);
    const begunHere = waiting !== undefined && cookie(request, this.#name('entry')) === state;
    if (!begunHere || waiting.until < this.#now()) return undefined;
    const identity = await this.options.provider.finish(code, this.#redirect, waiting.signIn);
    if (identity === undefined || (await this.options.staff.find(identity)) === undefined) return undefined;
    this.#end(request);
    const cookies = [this.#cookie('entry', ''), this.#cookie('session', this.#sessions.begin(identity))];
    return { cookies, location: this.#goesOn(waiting.ticket, identity) };
  }

  /** Signs out. @returns the cookies that say so */
  leave(request: FastifyRequest): readonly string[] {
    const identity = this.#inSession(request);
    if (identity !== undefined) this.#kept.forget(identity);
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

  /** A form is sent again by the person's hand: what was about to be done does not happen by coming back. */
  #goesOn(ticket: string | undefined, identity: Identity): string {
    const kept = ticket === undefined ? undefined : this.#kept.find(ticket, identity);
    if (kept === undefined) return '/';
    return kept.method === 'GET' ? kept.url : `/entrar/seguir/${ticket}`;
  }

  #wait(signIn: SignIn, ticket: string | undefined): void {
    const now = this.#now();
    for (const [state, { until }] of this.#waiting) {
      if (until < now || this.#waiting.size >= mostWaiting) this.#waiting.delete(state);
    }
    this.#waiting.set(signIn.state, {
      ...{ signIn, until: now + patience },
      ...(ticket === undefined ? {} : { ticket }),
    });
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

const fieldsOf = (body: unknown): readonly (readonly [string, string])[] =>
  typeof body !== 'object' || body === null
    ? []
    : Object.entries(body).flatMap(([name, value]) =>
        [value as unknown].flat().flatMap((each) => (typeof each === 'string' ? [[name, each] as const] : [])),
      );
