import { type DynamicModule, Inject, Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import type { Service } from './services.js';
import { type Env, Misconfigured } from './settings.js';

/** The pages of each service, which the frame of every page links to. */
const places: readonly (readonly [Service, RegExp])[] = [
  ['write', /^\/(?:$|\?|(?:derivar|derivaciones|casos)(?:[/?]|$))/],
  ['report', /^\/(?:mesa|api\/boards\/[^/?]+\/reports)(?:[/?]|$)/],
  ['audit', /^\/(?:auditoria|api\/audit)(?:[/?]|$)/],
];

/** What a process shows first that does not have the page of today. */
const firstPage: Partial<Record<Service, string>> = { report: '/mesa', audit: '/auditoria' };

const WAYS = Symbol('ways to other processes');
type Ways = readonly (readonly [pages: RegExp, base: string])[];

/**
 * Sends whoever asks here for a page of a service that runs elsewhere to where that is: `CHASKI_WRITE_URL`,
 * `CHASKI_REPORT_URL`, `CHASKI_AUDIT_URL`. So one address leads to everything, whatever the processes.
 */
@Module({})
export class Elsewhere implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(WAYS) private readonly ways: Ways,
  ) {}

  /**
   * @param here what this process does itself
   * @throws Misconfigured one of the addresses is none
   */
  static than(here: readonly Service[], env: Env): DynamicModule {
    const ways = places.flatMap(([service, pages]): Ways => {
      if (here.includes(service)) return [];
      const name = `CHASKI_${service.toUpperCase()}_URL`;
      const url = env[name];
      if (url === undefined || url === '') return [];
      if (!URL.canParse(url)) throw new Misconfigured(`${name} no es una dirección.`);
      return [[pages, new URL(url).origin]];
    });
    const first = here.includes('write') ? undefined : here.map((service) => firstPage[service]).find(Boolean);
    const home: Ways = first === undefined ? [] : [[/^\/(?:\?|$)/, first]];
    return { module: Elsewhere, providers: [{ provide: WAYS, useValue: [...ways, ...home] }] };
  }

  onModuleInit(): void {
    this.host.httpAdapter.getInstance<FastifyInstance>().addHook('onRequest', async (request, reply) => {
      if (request.method !== 'GET') return undefined;
      const way = this.ways.find(([pages]) => pages.test(request.url));
      if (way === undefined) return undefined;
      const [, to] = way;
      return reply.redirect(to.startsWith('/') ? to : `${to}${request.url}`, 302);
    });
  }
}
