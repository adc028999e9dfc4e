import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#service';
import type { Source } from '../csv.js';

/** Bytes of the largest file taken. */
export const largestFile = 20 * 1024 * 1024;

/** A body that is still on its way. Nothing shows of it to those who walk through the bodies of requests. */
export class Upload {
  readonly #body: Readable;

  constructor(body: Readable) {
    this.#body = body;
  }

  get body(): Readable {
    return this.#body;
  }
}

/** Hands CSV bodies of these routes on as they come in, each as an `Upload`; other routes do not take any. */
export function acceptCsv(server: FastifyInstance, paths: readonly string[]): void {
  server.addContentTypeParser('text/csv', (request, body, done) => {
    if (paths.includes(request.routeOptions.url ?? '')) done(null, new Upload(body));
    else done(new Problem(415, 'unsupported-media-type'));
  });
}

/**
 * Keeps a body in a file without a name while `work` reads it: a file that cannot be read twice cannot be checked before
 * anything of it is written, and a slow import must not hold up the sender. It is gone when the process ends, however.
 * @throws Problem 413 more than `limit` bytes
 */
export async function withUpload<T>(
  { body }: Upload,
  work: (source: Source) => Promise<T>,
  limit = largestFile,
): Promise<T> {
  const path = join(tmpdir(), `chaski-upload-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    let size = 0;
    // A body that is destroyed takes the connection with it, and the answer.
    for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > limit) break;
      await file.appendFile(chunk);
    }
    if (size > limit) {
      // Many a sender reads the answer only when everything was taken off its hands.
      body.resume();
      throw new Problem(413, 'too-large');
    }
    return await work({ bytes: () => pieces(file) });
  } finally {
    await file.close();
  }
}

/** Bytes of one piece. */
const piece = 64 * 1024;

/** A file from its beginning. No stream: one that is left before its end closes the file for whoever reads it next. */
async function* pieces(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(piece), 0, piece, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}
