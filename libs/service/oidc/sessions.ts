import { createHash, randomBytes } from 'node:crypto';

export interface SessionTimes {
  /** Milliseconds without a request after which the person is asked again. */
  readonly idle: number;
  /** Milliseconds after which a session ends, whatever happens. */
  readonly absolute: number;
}

/** A quarter of an hour at a shared desk, and a working day. */
export const usualTimes: SessionTimes = { idle: 15 * 60_000, absolute: 8 * 3_600_000 };

interface Session<T> {
  readonly value: T;
  readonly began: number;
  seen: number;
}

/** More than this are not kept: the one that was quiet longest goes. */
const most = 10_000;

/**
 * Who is signed in on which browser. The browser has a random token, here lies its digest: what is kept opens no session.
 * Held in memory, so a restart signs everybody out.
 */
export class Sessions<T> {
  readonly #sessions = new Map<string, Session<T>>();

  /** @param now milliseconds of a clock that people live by */
  constructor(
    private readonly times: SessionTimes = usualTimes,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns the token for the browser: 32 random bytes, base64url */
  begin(value: T): string {
    const token = randomBytes(32).toString('base64url');
    const now = this.now();
    this.#sessions.set(digest(token), { value, began: now, seen: now });
    const [quietest] = this.#sessions.keys();
    if (this.#sessions.size > most && quietest !== undefined) this.#sessions.delete(quietest);
    return token;
  }

  /** Whose session it is; undefined when there is none, or it was left alone for too long. Counts as a sign of life. */
  find(token: string): T | undefined {
    const key = digest(token);
    const session = this.#sessions.get(key);
    if (session === undefined) return undefined;
    const now = this.now();
    this.#sessions.delete(key);
    if (now - session.began >= this.times.absolute || now - session.seen >= this.times.idle) return undefined;
    session.seen = now;
    // Put last: the first is the one that was quiet longest.
    this.#sessions.set(key, session);
    return session.value;
  }

  end(token: string): void {
    this.#sessions.delete(digest(token));
  }
}

const digest = (token: string): string => createHash('sha256').update(token).digest('base64url');
