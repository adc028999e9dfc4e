import type { Routes, Schemas } from './api.js';

/** What a call carries: what its path, query and body need, and what any command may have. */
export type Call<R extends keyof Routes> = Given<'path', Routes[R]['path']> &
  Given<'query', Routes[R]['query']> &
  Given<'body', Routes[R]['body']> & {
    /** 8 to 200 printable characters: sent again under the same key, nothing happens twice. */
    readonly key?: string;
    /** The revision that was seen: refused when it has changed since. */
    readonly revision?: number;
    readonly signal?: AbortSignal;
  };

/** Required where something in it is; left out where there is nothing to give. */
type Given<Name extends string, T> = [T] extends [undefined]
  ? { readonly [name in Name]?: undefined }
  : Partial<T> extends T
    ? { readonly [name in Name]?: T }
    : { readonly [name in Name]: T };

export interface Answered<T> {
  readonly body: T;
  /** Of the thing that was read or changed, where it has one. */
  readonly revision?: number;
  /** Where the log stood: `?consistent-with=` this to read what was just written. */
  readonly position?: string;
}

/** What the server refused, in its own words (RFC 9457). */
export class ChaskiProblem extends Error {
  constructor(readonly problem: Schemas['Problem']) {
    super(`${problem.status} ${problem.code}: ${problem.title}`);
    this.name = 'ChaskiProblem';
  }
}

export interface ClientOptions {
  /** `https://chaski.example.org` */
  readonly base: string;
  /** Sent with every call: `Authorization`, or in the demonstration `X-Actor`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: the one of the runtime. */
  readonly fetch?: typeof fetch;
}

/** A client whose calls are checked by the compiler against the routes of the server. */
export class Chaski {
  constructor(private readonly options: ClientOptions) {}

  /**
   * Calls a route: `call('GET /api/referrals/{id}', { path: { id } })`.
   * @throws ChaskiProblem the server refused it; TypeError it could not be reached
   */
  async call<R extends keyof Routes>(route: R, ...given: Arguments<R>): Promise<Answered<Routes[R]['answer']>> {
    const { path = {}, query = {}, body, key, revision, signal } = (given[0] ?? {}) as Loose;
    const [method = 'GET', template = ''] = route.split(' ');
    const url = new URL(
      template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? '')),
      this.options.base,
    );
    for (const [name, value] of Object.entries(query)) {
      for (const each of [value].flat()) if (each !== undefined) url.searchParams.append(name, String(each));
    }
    const answer = await (this.options.fetch ?? fetch)(url, {
      method,
      headers: {
        Accept: 'application/json',
        ...this.options.headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(key === undefined ? {} : { 'Idempotency-Key': key }),
        ...(revision === undefined ? {} : { 'If-Match': `"${revision}"` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    const text = await answer.text();
    const read: unknown = text === '' ? undefined : JSON.parse(text);
    if (!answer.ok) throw new ChaskiProblem(read as Schemas['Problem']);
    const at = /^"(\d+)"$/.exec(answer.headers.get('etag') ?? '')?.[1];
    const position = answer.headers.get('log-position');
    return {
      body: read as Routes[R]['answer'],
      ...(at === undefined ? {} : { revision: Number(at) }),
      ...(position === null ? {} : { position }),
    };
  }
}

/** Nothing need be given where nothing is required. */
type Arguments<R extends keyof Routes> = Record<never, never> extends Call<R> ? [call?: Call<R>] : [call: Call<R>];

type Scalar = string | number | boolean;

interface Loose {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>;
  readonly body?: unknown;
  readonly key?: string;
  readonly revision?: number;
  readonly signal?: AbortSignal;
}
