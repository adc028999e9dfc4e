import { type FileHandle, open, readFile } from 'node:fs/promises';
import type { Notice, Notices } from '../notices.js';

/**
 * Notices as lines of JSON in a file: for demos, and for handing over to another program. Each line is on the disk
 * before `send` resolves; those sent at the same time share a flush. What the file holds already is not written again, also after a restart.
 */
export async function fileNotices(path: string): Promise<Notices> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  // A crash may have left half a line behind: it was never confirmed, so it is written again when it is sent again.
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const file = await open(path, 'a');
  await file.truncate(Buffer.byteLength(whole));
  const lines = whole.split('\n').filter((line) => line !== '');
  return new FileNotices(
    file,
    lines.map((line) => (JSON.parse(line) as Notice).id),
  );
}

class FileNotices implements Notices {
  readonly #sent: Map<string, Promise<void>>;
  #lines: string[] = [];
  /** Writes what gathers in `#lines` while the writing before it is under way. */
  #next: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(
    private readonly file: FileHandle,
    ids: readonly string[],
  ) {
    this.#sent = new Map(ids.map((id) => [id, Promise.resolve()]));
  }

  send(notice: Notice): Promise<void> {
    const before = this.#sent.get(notice.id);
    if (before !== undefined) return before;
    const written = this.#append(notice);
    this.#sent.set(notice.id, written);
    // One that failed may be sent again.
    written.catch(() => this.#sent.delete(notice.id));
    return written;
  }

  async close(): Promise<void> {
    await this.#last;
    await this.file.close();
  }

  #append({ id, to, kind, ref, at, link }: Notice): Promise<void> {
    this.#lines.push(`${JSON.stringify({ id, to, kind, ref, at, link })}\n`);
    if (this.#next === undefined) {
      this.#next = this.#last.then(() => this.#flush());
      this.#last = this.#next.catch(() => undefined);
    }
    return this.#next;
  }

  async #flush(): Promise<void> {
    const lines = this.#lines;
    this.#lines = [];
    this.#next = undefined;
    await this.file.appendFile(lines.join(''));
    await this.file.sync();
  }
}
