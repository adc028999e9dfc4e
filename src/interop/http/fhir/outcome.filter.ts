import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  fieldMessage,
  type FieldError,
  languageOf,
  logOf,
  problemOf,
  ProblemTexts,
  SERVICE_PORTS,
  type ServicePorts,
} from '#service';
import type { Resource } from './elements.js';

export const fhirJson = 'application/fhir+json; charset=utf-8';

/** The issue types of FHIR, by the status they are answered with. */
const issueTypes: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  405: 'not-supported',
  409: 'conflict',
  410: 'deleted',
  412: 'conflict',
  413: 'too-long',
  415: 'not-supported',
  422: 'business-rule',
  429: 'throttled',
  503: 'transient',
};

/** Turns whatever is thrown into an OperationOutcome: the problem of every other route, in the words of FHIR. */
@Catch()
export class OutcomeFilter implements ExceptionFilter {
  readonly #texts: ProblemTexts;

  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {
    this.#texts = new ProblemTexts(ports.problems);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    logOf(request).failed(request, problem, error);
    if (reply.sent) return;
    const { status, code, extra } = problem;
    const lang = languageOf(request, this.ports.languages);
    const { title, detail } = this.#texts.wording(code, status, lang);
    const issue = {
      severity: status >= 500 ? 'fatal' : 'error',
      code: issueTypes[status] ?? 'exception',
      details: { coding: [{ system: 'urn:chaski:problem', code }], text: `${title}. ${detail}` },
    };
    const issues = [issue, ...(extra.errors ?? []).map((each) => fieldIssue(each, lang))];
    void reply
      .status(status)
      .headers({ ...extra.headers, ...(extra.retryAfter === undefined ? {} : { 'Retry-After': extra.retryAfter }) })
      .type(fhirJson)
      .send({ resourceType: 'OperationOutcome', issue: issues } satisfies Resource);
  }
}

const fieldIssue = (error: FieldError, lang: string) => ({
  severity: 'error',
  code: 'structure',
  details: { text: fieldMessage(error, { lang }) },
  expression: [pathOf(error.pointer)],
});

/** `/performer/0/reference` → `performer[0].reference` */
const pathOf = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : `${index === 0 ? '' : '.'}${part}`))
    .join('');
