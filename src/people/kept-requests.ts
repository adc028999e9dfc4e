import { randomBytes } from 'node:crypto';
import type { Identity } from '#service';

/** What somebody was about to do on a page when they were asked to confirm who they are. */
export interface KeptRequest {
  readonly method: string;
  /** The path, with its query. */
  readonly url: string;
  /** The fields of the form, in order. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** What the form was sent with, so that it happens once. */
  readonly key?: string;
}

/** Milliseconds it is kept, and how many are kept at most: the oldest goes. */
const patience = 10 * 60_000;
const most = 200;

interface Entry {
  readonly request: KeptRequest;
  readonly by: string;
  readonly until: number;
}

/** Held in memory alone, for whoever typed it and nobody else: it may say more of a person than the disk should know. */
export class KeptRequests {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly now: () => number) {}

  /** @returns a ticket to find it by */
  keep(request: KeptRequest, by: Identity): string {
    this.#forget(({ until }) => until < this.now());
    const [oldest] = this.#entries.keys();
    if (this.#entries.size >= most && oldest !== undefined) this.#entries.delete(oldest);
    const ticket = randomBytes(32).toString('base64url');
    this.#entries.set(ticket, { request, by: nameOf(by), until: this.now() + patience });
    return ticket;
  }

  /** Undefined when there is none, it waited for too long, or it is somebody else's. */
  find(ticket: string, by: Identity): KeptRequest | undefined {
    const entry = this.#entries.get(ticket);
    return entry === undefined || entry.by !== nameOf(by) || entry.until < this.now() ? undefined : entry.request;
  }

  /** Forgets what somebody typed: they left. */
  forget(by: Identity): void {
    this.#forget((entry) => entry.by === nameOf(by));
  }

  #forget(which: (entry: Entry) => boolean): void {
    for (const [ticket, entry] of this.#entries) if (which(entry)) this.#entries.delete(ticket);
  }
}

const nameOf = ({ issuer, subject }: Identity): string => JSON.stringify([issuer, subject]);
