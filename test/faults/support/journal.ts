import { appendFileSync, existsSync, mkdirSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

export type Kind = 'open' | 'send' | 'accept';

/** A command on its way, with all it takes to send it once more. */
export interface Asked {
  readonly key: string;
  readonly kind: Kind;
  readonly actor: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What the server said when it took a command. */
export interface Answered {
  readonly key: string;
  /** Of the case or the referral. */
  readonly id: string;
  readonly revision: number;
  readonly position: string;
  /** The server had done it before, and said so again. */
  readonly replayed: boolean;
}

export type Line =
  | ({ readonly what: 'asked' } & Asked)
  | ({ readonly what: 'answered' } & Answered)
  /** Read back from the server after it was killed. */
  | { readonly what: 'read'; readonly key: string }
  /** The outcome is not known: sent again, it is the same command. */
  | { readonly what: 'again'; readonly key: string }
  | { readonly what: 'killed' }
  | { readonly what: 'lost'; readonly key: string; readonly how: string };

/**
 * What the clients did and heard, on disk before they act on it: a run that is cut off goes on from here. Like the log
 * it watches over, it is only ever added to.
 */
export class Journal {
  readonly asked = new Map<string, Asked>();
  readonly answered = new Map<string, Answered>();
  readonly read = new Set<string>();
  readonly retried = new Set<string>();
  readonly lost = new Map<string, string>();
  kills = 0;
  readonly #path: string;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#path = join(folder, 'journal.jsonl');
    const text = existsSync(this.#path) ? readFileSync(this.#path, 'utf8') : '';
    // The last line may be torn: nothing was done on its account.
    const whole = text.slice(0, text.lastIndexOf('\n') + 1);
    if (whole !== text) truncateSync(this.#path, Buffer.byteLength(whole));
    for (const line of whole.split('\n')) if (line !== '') this.#apply(JSON.parse(line) as Line);
  }

  add(line: Line): void {
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
    this.#apply(line);
  }

  /** Commands whose outcome is not known. */
  get open(): readonly Asked[] {
    return [...this.asked.values()].filter(({ key }) => !this.answered.has(key) && !this.lost.has(key));
  }

  /** Commands that were acknowledged and not yet read back. */
  get unread(): readonly Answered[] {
    return [...this.answered.values()].filter(({ key }) => !this.read.has(key) && !this.lost.has(key));
  }

  #apply(line: Line): void {
    switch (line.what) {
      case 'asked':
        this.asked.set(line.key, line);
        break;
      case 'answered':
        this.answered.set(line.key, line);
        break;
      case 'read':
        this.read.add(line.key);
        break;
      case 'again':
        this.retried.add(line.key);
        break;
      case 'killed':
        this.kills += 1;
        break;
      case 'lost':
        this.lost.set(line.key, line.how);
        break;
    }
  }
}
