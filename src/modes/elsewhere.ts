import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { introductionHeader, prefersHtml } from '#service';
import type { Service } from './services.js';
import { type Env, wayTo } from './settings.js';

/** What everybody asks every process for: its own state, signs, and the way in and out. */
const own = ['health', 'metrics', 'problemas', 'entrar', 'salir', 'assets', 'api', 'fhir', '\\.well-known'];

/** The pages of each service, which the frame of every page links to: what reports and audits is theirs, the rest `write`'s. */
const places: readonly (readonly [Service, RegExp])[] = [
  ['report', /^\/(?:mesa(?:[?]|$|\/comparar|\/[^/?]+\/\d{4}-\d{2}(?:[/?]|$))|api\/boards\/[^/?]+\/reports(?:[/?]|$))/],
  // Months, readings and what-if need what commands are taken with.
  [
    'audit',
    /^\/(?:auditoria(?!\/(?:mes|informes|lecturas|desenmascarar|que-pasaria)(?:[/?]|$))|api\/audit(?!\/(?:months|reads|unmaskings|what-if)(?:[/?]|$)))(?:[/?]|$)/,
  ],
  // Where a report leads to once it was published.
  ['write', /^\/api\/boards\/[^/?]+\/editions(?:[/?]|$)/],
  ['write', new RegExp(`^/(?!(?:${own.join('|')})(?:[/?]|$))`)],
];

/** Which service has a page; undefined for what every process has of its own. */
export const placeOf = (url: string): Service | undefined => places.find(([, pages]) => pages.test(url))?.[0];

/** What a process shows first that does not have the page of today. */
const firstPage: Partial<Record<Service, string>> = { report: '/mesa', audit: '/auditoria' };

const WHERE = Symbol('where else a page is');

/** Where a page is that is not here; undefined: it is, or nobody said. */
type Where = (request: Pick<FastifyRequest, 'url' | 'headers'>) => string | undefined;

/** What machines ask a process for that people do not know: everything else is a page. */
const ofMachines = /^\/(?:health|metrics|problemas|assets|\.well-known|api\/asyncapi|api\/docs)(?:[/?.]|$)/;

/** Sends whoever asks here for a page that is elsewhere to where that is, so that one address leads to everything. */
@Module({})
export class Elsewhere implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(WHERE) private readonly where: Where,
  ) {}

  /**
   * For a demonstration, where everybody is believed in every process: each page is with its service, at
   * `CHASKI_WRITE_URL`, `CHASKI_REPORT_URL`, `CHASKI_AUDIT_URL`.
   * @param here what this process does itself
   * @throws Misconfigured one of the addresses is none
   */
  static than(here: readonly Service[], env: Env): DynamicModule {
    const ways = new Map(
      places.filter(([service]) => !here.includes(service)).map(([service]) => [service, wayTo(service, env)]),
    );
    const first = here.includes('write') ? undefined : here.map((service) => firstPage[service]).find(Boolean);
    return sending(({ url }) => {
      const place = placeOf(url);
      const way = place === undefined ? undefined : ways.get(place);
      if (way !== undefined) return `${way}${url}`;
      // Nobody said where the page of today is.
      return /^\/(?:\?|$)/.test(url) ? first : undefined;
    });
  }

  /**
   * For a process that knows people by who introduces them: whoever comes by themselves, with a browser, is sent to the
   * door, and from there everything is asked for.
   */
  static behind(door: string): DynamicModule {
    return sending(({ url, headers }) =>
      headers[introductionHeader] === undefined && prefersHtml(headers.accept) && !ofMachines.test(url)
        ? `${door}${url}`
        : undefined,
    );
  }

  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', async (request, reply) => {
      const place = request.method === 'GET' ? this.where(request) : undefined;
      return place === undefined ? undefined : reply.redirect(place, 302);
    });
  }
}

const sending = (where: Where): DynamicModule => ({
  module: Elsewhere,
  providers: [{ provide: WHERE, useValue: where }],
});
