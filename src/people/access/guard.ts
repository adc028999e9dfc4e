import { type CanActivate, type ExecutionContext, Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Actor, actorOf, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordRead } from '../../reads.js';
import { PEOPLE, type People } from '../people.js';
import { routes } from '../routes.js';
import { Access, type Decided, readerOf, type Wish } from './access.js';
import { allRoutes, routesOf } from './router.js';
import type { RouteRow } from './row.js';

/** Routes that nobody said who may call. */
export class RoutesUndecided extends Error {
  constructor(readonly undecided: readonly string[]) {
    super(`nobody said who may call ${undecided.join(', ')}: add a row to src/people/routes/`);
    this.name = 'RoutesUndecided';
  }
}

const rows: ReadonlyMap<string, RouteRow> = new Map(routes.map((row) => [row.route, row]));

/** The row of a route: its own, or that of the nearest path above it that has one for all below. */
export function rowOf(route: string): RouteRow | undefined {
  const own = rows.get(route) ?? rows.get(`${route}/**`);
  if (own !== undefined) return own;
  for (let path = route; path.includes('/'); path = path.slice(0, path.lastIndexOf('/'))) {
    const above = rows.get(`${path}/**`);
    if (above !== undefined) return above;
  }
  return undefined;
}

/** Of the routes given, those without a row. */
export const undecided = (given: readonly string[]): readonly string[] =>
  given.filter((route) => rowOf(route) === undefined);

/**
 * The global guard: what the table says of a route is asked of the policies before anything else happens. Who is shown a
 * case or a referral is on record before that, whether or not something sealed in it is opened as well.
 * @throws Problem 401, 403, 404, 423; LogUnavailable when what is shown cannot be recorded
 */
@Injectable()
export class AccessGuard implements CanActivate, OnModuleInit {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(PEOPLE) private readonly people: People,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** @throws RoutesUndecided then the server does not start */
  onModuleInit(): void {
    const missing = undecided(allRoutes(this.discovery));
    if (missing.length > 0) throw new RoutesUndecided(missing);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest<{ Params: Record<string, string> }>>();
    const [route = ''] = routesOf(context.getClass(), context.getHandler());
    const row = rowOf(route);
    if (row === undefined) throw new RoutesUndecided([route]);
    if (row.on === 'public') return true;
    const actor = actorOf(request);
    if (actor === undefined) throw new Problem(401, 'unauthenticated');
    const decided = await this.#assert(actor, row, request.params);
    // Who may not do it anyway is sent nowhere. Where everybody is believed there is nothing to confirm.
    if (row.confirmed === true) this.people.signingIn?.assertConfirmed(request);
    if (route.startsWith('GET ')) await this.#looked(actor, row, request.params, decided);
    return true;
  }

  async #assert(
    actor: Actor,
    row: Exclude<RouteRow, { on: 'public' }>,
    parameters: Readonly<Record<string, string>>,
  ): Promise<Decided> {
    const unknown = unknownOf(row, parameters);
    // What names nothing is nobody's: there is nothing to decide on, and no record to keep.
    if (row.on !== 'office' && row.on !== 'institution' && unknown === 'not-found') throw new Problem(404, unknown);
    try {
      return await this.access.assert(actor, wishOf(row, parameters), unknown);
    } catch (error) {
      const hide = row.on === 'office' && row.hidden && error instanceof Problem && error.status === 403;
      throw hide ? new Problem(404, unknown) : error;
    }
  }

  async #looked(actor: Actor, row: RouteRow, parameters: Readonly<Record<string, string>>, decided: Decided) {
    if (row.on !== 'case' && row.on !== 'referral') return;
    const stream = `${row.on}-${parameters[row.parameter] ?? ''}`;
    await recordRead(this.platform, actor.code, 'Looked', { stream, action: row.action, ...readerOf(actor, decided) });
  }
}

/** What does not look like an id names nothing. */
function unknownOf(row: RouteRow, parameters: Readonly<Record<string, string>>): string {
  const named = (row.on === 'case' || row.on === 'referral') && isUUID(parameters[row.parameter]);
  return named ? `${row.on}/unknown` : 'not-found';
}

function wishOf(row: Exclude<RouteRow, { on: 'public' }>, parameters: Readonly<Record<string, string>>): Wish {
  const { purpose } = row;
  const why = purpose === undefined ? {} : { purpose };
  switch (row.on) {
    case 'office': {
      const { where, action } = row;
      return { action: where && parameters[where.parameter] === where.is ? where.action : action, ...why };
    }
    case 'institution':
      return { action: row.action, of: parameters[row.parameter] ?? '', ...why };
    case 'case':
      return { action: row.action, case: parameters[row.parameter] ?? '', ...why };
    case 'referral':
      return { action: row.action, referral: parameters[row.parameter] ?? '', ...why };
  }
}
