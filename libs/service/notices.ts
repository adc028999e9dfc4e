/** Word to somebody that something waits for them. Says nothing about it: only where to look. */
export interface Notice {
  /** The same id is sent once, however often `send` is called. */
  readonly id: string;
  /** Code of the person or institution it is for. */
  readonly to: string;
  /** What kind of thing waits: a code. */
  readonly kind: string;
  /** Id of the thing. */
  readonly ref: string;
  /** When it was decided to send it: ISO 8601 UTC. */
  readonly at: string;
  /** Path of a page of this service, from `/` on. */
  readonly link?: string;
}

/** A way notices leave the system. */
export interface Notices {
  /** Resolves when it is safely on its way; rejects when it must be tried again, with the same id. */
  send(notice: Notice): Promise<void>;
  close(): Promise<void>;
}
