import { until } from './server.js';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
  json<T>(): T;
}

/** A caller of the API over HTTP, who asks again with the same key while nobody answers, as a browser's outbox does. */
export class Caller {
  readonly #proof: Readonly<Record<string, string>>;

  /** @param who a demonstration's code, or the headers that prove who it is */
  constructor(
    private readonly url: () => string,
    who: string | Readonly<Record<string, string>>,
  ) {
    this.#proof = typeof who === 'string' ? { 'x-actor': who } : who;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Told> {
    return this.#ask(path, { headers: { ...this.#proof, ...headers } });
  }

  /** What is answered, be it a refusal; 5xx is nobody's answer. `seen`: the position its caller has seen. */
  post(path: string, body: object, seen?: string): Promise<Told> {
    const headers = {
      ...this.#proof,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
      ...(seen === undefined ? {} : { 'consistent-with': seen }),
    };
    return until(async () => {
      const answer = await this.#ask(path, { method: 'POST', headers, body: JSON.stringify(body) });
      return answer.status < 500 ? answer : undefined;
    });
  }

  /** The same, for what has to be taken. @throws Error it was not */
  async done(path: string, body: object, seen?: string): Promise<Told> {
    const answer = await this.post(path, body, seen);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`);
    return answer;
  }

  async #ask(path: string, init: RequestInit): Promise<Told> {
    const answer = await fetch(`${this.url()}${path}`, { ...init, redirect: 'manual' });
    const body = Buffer.from(await answer.arrayBuffer());
    return {
      status: answer.status,
      headers: answer.headers,
      body,
      json: <T>() => JSON.parse(body.toString()) as T,
    };
  }
}
