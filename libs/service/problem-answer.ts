import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldMessage } from './fields.js';
import { type Problem, problemOf } from './problem.js';
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
