import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 as uuidv7 } from 'uuid';
import { fieldMessage } from './fields.js';
import { securityHeaders } from './headers.js';
import { Problem, problemOf } from './problem.js';
import type { ShownProblem } from './problem-page.js';
import { ProblemTexts } from './problem-texts.js';

/** A problem with its words in one language, and the number its caller can name to support. */
export function show({ status, code, extra }: Problem, texts: ProblemTexts, id: string, lang: string): ShownProblem {
  return {
    status,
    code,
    ...texts.wording(code, status, lang),
    instance: `urn:uuid:${id}`,
    errors: (extra.errors ?? []).map((error) => ({
      pointer: error.pointer,
      code: error.code,
      message: fieldMessage(error, { lang }),
    })),
    allowed: extra.allowed ?? [],
    ...(extra.next === undefined ? {} : { next: extra.next }),
    lang,
  };
}

/** The body of RFC 9457, as text. */
export function problemJson({ status, code, title, detail, instance, errors, allowed }: ShownProblem): string {
  return JSON.stringify({
    type: `/problemas/${code}`,
    title,
    status,
    detail,
    instance,
    code,
    ...(errors.length > 0 ? { errors } : {}),
    ...(allowed.length > 0 ? { allowed } : {}),
  });
}

const texts = new ProblemTexts();

/** For addresses the router cannot even read: no hook, guard or filter has run, and none will. */
export function unreadable(error: Error, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error);
  void reply
    .status(problem.status)
    .type('application/problem+json; charset=utf-8')
    .send(problemJson(show(problem, texts, request.id, 'es')));
}

/** What is no HTTP, too long, or too slow, by the codes of Node's parser: else it is a bad request. */
const unparsed: Readonly<Record<string, readonly [status: number, code: string, reason: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'timeout', 'Request Timeout'],
  HPE_HEADER_OVERFLOW: [431, 'too-large', 'Request Header Fields Too Large'],
};

/** Answers what never became a request, and hangs up. */
export function unparseable(error: Error & { readonly code?: string }, socket: Socket): void {
  const known = unparsed[error.code ?? ''];
  // After an earlier answer, one to what is no request would be taken for that to the next.
  const asked = known !== undefined || socket.bytesWritten === 0;
  if (error.code !== 'ECONNRESET' && socket.writable && asked) {
    const [status, code, reason] = known ?? [400, 'bad-request', 'Bad Request'];
    const body = problemJson(show(new Problem(status, code), texts, uuidv7(), 'es'));
    const head = [
      `HTTP/1.1 ${status} ${reason}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      ...Object.entries(securityHeaders).map(([name, value]) => `${name}: ${value}`),
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  }
  socket.destroy();
}
