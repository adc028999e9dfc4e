import type { FastifyInstance } from 'fastify';
import { Problem } from '#service';

/** Bytes of a report that is sent to be checked; the largest issued file is far below. */
const most = 5_000_000;
const type = 'multipart/form-data';

/** Takes uploads at one address, and nowhere else: there is nothing else to send a file to. */
export function acceptUploads(server: FastifyInstance, path: string): void {
  server.addContentTypeParser<Buffer>(type, { parseAs: 'buffer', bodyLimit: most }, (request, body, done) => {
    if (request.url.split('?')[0] !== path) return done(new Problem(415, 'unsupported-media-type'));
    done(null, { file: fileIn(body, request.headers['content-type'] ?? '') });
  });
}

/** The bytes of the first file of a form; undefined where there is none (RFC 7578). */
export function fileIn(body: Buffer, contentType: string): Buffer | undefined {
  const boundary = /boundary="?([^";]{1,70})"?/u.exec(contentType)?.[1];
  if (boundary === undefined) return undefined;
  const mark = Buffer.from(`--${boundary}`);
  for (let at = body.indexOf(mark); at >= 0;) {
    const next = body.indexOf(mark, at + mark.length);
    if (next < 0) return undefined;
    const head = body.indexOf('\r\n\r\n', at);
    // The line break before a boundary belongs to the boundary.
    if (head > 0 && head < next && body.subarray(at, head).includes('filename='))
      return body.subarray(head + 4, next - 2);
    at = next;
  }
  return undefined;
}
