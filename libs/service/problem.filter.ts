import {
  type ArgumentsHost,
  Catch,
  Controller,
  type ExceptionFilter,
  Get,
  Inject,
  NotFoundException,
  Param,
  Req,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from './actor.js';
import { html, prefersHtml } from './html.js';
import { logOf } from './logging.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem, problemOf } from './problem.js';
import { problemJson, show } from './problem-answer.js';
import { plainErrorPage, problemIndex, type ShownProblem } from './problem-page.js';
import { ProblemTexts } from './problem-texts.js';
import { languageOf, pathOf } from './request.js';
import { allowedMethods } from './routes.js';

/** Turns everything that is thrown into problem+json (RFC 9457), or into a page for a browser. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #texts: ProblemTexts;

  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {
    this.#texts = new ProblemTexts(ports.problems);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = methodKnown(error, request) ?? problemOf(error);
    logOf(request).failed(request, problem, error);
    if (reply.sent) return;
    const { retryAfter, headers = {} } = problem.extra;
    void reply.headers(headers);
    if (retryAfter !== undefined) void reply.header('Retry-After', retryAfter);
    const lang = languageOf(request, this.ports.languages);
    const shown = show(problem, this.#texts, request.id, lang);
    if (prefersHtml(request.headers.accept)) {
      this.#page(reply, shown);
      return;
    }
    void reply
      .status(problem.status)
      .header('Content-Language', lang)
      .type('application/problem+json; charset=utf-8')
      .send(problemJson(shown));
  }

  #page(reply: FastifyReply, shown: ShownProblem): void {
    const { status, lang } = shown;
    try {
      html(reply, (this.ports.errorPage ?? plainErrorPage)(shown), { status, lang });
    } catch {
      // The product's own page may be what is broken.
      html(reply, plainErrorPage(shown), { status, lang });
    }
  }
}

/** The router answers a wrong method like an unknown path; callers deserve to know which it was. */
function methodKnown(error: unknown, request: FastifyRequest): Problem | undefined {
  if (!(error instanceof NotFoundException) || request.is404 !== true) return undefined;
  const methods = allowedMethods(request.server, pathOf(request));
  if (methods.length === 0) return new Problem(404, 'not-found');
  return new Problem(405, 'method-not-allowed', { headers: { Allow: methods.join(', ') } });
}

/** The pages the `type` of every problem points to. */
@Public()
@Controller('problemas')
export class ProblemPages {
  readonly #texts: ProblemTexts;

  constructor(@Inject(SERVICE_PORTS) private readonly ports: ServicePorts) {
    this.#texts = new ProblemTexts(ports.problems);
  }

  @Get()
  all(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    this.#send(
      request,
      reply,
      this.#texts.all().map(({ code }) => code),
    );
  }

  @Get('*')
  one(@Param('*') code: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    if (this.#texts.find(code) === undefined) throw new Problem(404, 'not-found');
    this.#send(request, reply, [code]);
  }

  #send(request: FastifyRequest, reply: FastifyReply, codes: readonly string[]): void {
    const lang = languageOf(request, this.ports.languages);
    const shown = codes.map((code) => {
      const status = this.#texts.find(code)?.status ?? 400;
      return { code, status, ...this.#texts.wording(code, status, lang) };
    });
    if (prefersHtml(request.headers.accept)) html(reply, problemIndex(shown, lang), { lang });
    else void reply.send(shown);
  }
}
