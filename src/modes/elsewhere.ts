import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Service } from './services.js';
import { type Env, Misconfigured } from './settings.js';

/** What everybody asks every process for: its own state, signs, and the way in and out. */
const own = ['health', 'metrics', 'problemas', 'entrar', 'salir', 'assets', 'api', 'fhir'];

/** The pages of each service, which the frame of every page links to: what reports and audits is theirs, the rest `write`'s. */
const places: readonly (readonly [Service, RegExp])[] = [
  ['report', /^\/(?:mesa(?:[?]|$|\/comparar|\/[^/?]+\/\d{4}-\d{2}(?:[/?]|$))|api\/boards\/[^/?]+\/reports(?:[/?]|$))/],
  // Months, readings and what-if need what commands are taken with.
  [
    'audit',
    /^\/(?:auditoria(?!\/(?:mes|informes|lecturas|desenmascarar|que-pasaria)(?:[/?]|$))|api\/audit(?!\/(?:months|reads|unmaskings|what-if)(?:[/?]|$)))(?:[/?]|$)/,
  ],
  ['write', new RegExp(`^/(?!(?:${own.join('|')})(?:[/?]|$))`)],
];

/** Which service has a page; undefined for what every process has of its own. */
export const placeOf = (url: string): Service | undefined => places.find(([, pages]) => pages.test(url))?.[0];

/** What a process shows first that does not have the page of today. */
const firstPage: Partial<Record<Service, string>> = { report: '/mesa', audit: '/auditoria' };

const WAYS = Symbol('ways to other processes');
const FIRST = Symbol('what is shown in place of the page of today');
type Ways = readonly (readonly [service: Service, base: string])[];

/**
 * Sends whoever asks here for a page of a service that runs elsewhere to where that is: `CHASKI_WRITE_URL`,
 * `CHASKI_REPORT_URL`, `CHASKI_AUDIT_URL`. So one address leads to everything, whatever the processes.
 */
@Module({})
export class Elsewhere implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(WAYS) private readonly ways: Ways,
    @Inject(FIRST) private readonly first: string | undefined,
  ) {}

  /**
   * @param here what this process does itself
   * @throws Misconfigured one of the addresses is none
   */
  static than(here: readonly Service[], env: Env): DynamicModule {
    const ways = places.flatMap(([service]): Ways => {
      if (here.includes(service)) return [];
      const name = `CHASKI_${service.toUpperCase()}_URL`;
      const url = env[name];
      if (url === undefined || url === '') return [];
      if (!URL.canParse(url)) throw new Misconfigured(`${name} no es una dirección.`);
      return [[service, new URL(url).origin]];
    });
    const first = here.includes('write') ? undefined : here.map((service) => firstPage[service]).find(Boolean);
    return {
      module: Elsewhere,
      providers: [
        { provide: WAYS, useValue: ways },
        { provide: FIRST, useValue: first },
      ],
    };
  }

  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', async (request, reply) => {
      if (request.method !== 'GET') return undefined;
      const place = placeOf(request.url);
      const way = this.ways.find(([service]) => service === place);
      if (way !== undefined) return reply.redirect(`${way[1]}${request.url}`, 302);
      // Nobody said where the page of today is.
      const isHome = this.first !== undefined && /^\/(?:\?|$)/.test(request.url);
      return isHome ? reply.redirect(this.first, 302) : undefined;
    });
  }
}
