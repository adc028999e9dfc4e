import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from './actor.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Problem } from './problem.js';

/** So many at once, and as many again spread over so many seconds. */
export interface Rate {
  readonly times: number;
  readonly seconds: number;
}

/** How often who may ask. */
export interface Rates {
  /** Each person, over all routes. */
  readonly person: Rate;
  /** All people of one institution together. */
  readonly institution: Rate;
  /** Each address from which nobody in particular asks. */
  readonly address: Rate;
  /**
   * Routes that are asked less often, by method and pattern, `POST /boxes/:id`: each person or address. Routes given one and
   * the same rate are counted together.
   */
  readonly routes?: Readonly<Record<string, Rate>>;
}

/** Keys that are remembered at most. Whoever was quiet for longest is forgotten first, and begins anew. */
const mostKeys = 10_000;

/** Token buckets, one a key. Memory is bounded, whatever the keys are. */
export class Buckets {
  readonly #rate: Rate;
  readonly #now: () => number;
  readonly #most: number;
  readonly #left = new Map<string, { tokens: number; at: number }>();

  /** @param now milliseconds that only grow */
  constructor(rate: Rate, now: () => number = () => performance.now(), most = mostKeys) {
    this.#rate = rate;
    this.#now = now;
    this.#most = most;
  }

  get size(): number {
    return this.#left.size;
  }

  /** Takes one. Answers with 0, or with the whole seconds after which there is one again; then nothing was taken. */
  take(key: string): number {
    const { times, seconds } = this.#rate;
    const at = this.#now();
    const before = this.#left.get(key);
    const perMs = times / (seconds * 1_000);
    const tokens = before === undefined ? times : Math.min(times, before.tokens + (at - before.at) * perMs);
    const enough = tokens >= 1;
    // Set anew, so that the map stays in the order of use.
    this.#left.delete(key);
    this.#left.set(key, { tokens: enough ? tokens - 1 : tokens, at });
    if (this.#left.size > this.#most) this.#left.delete(this.#left.keys().next().value ?? '');
    return enough ? 0 : Math.max(1, Math.ceil((1 - tokens) / perMs / 1_000));
  }
}

/**
 * The global guard after that of actors: nobody asks more often than the ports say. Without rates there is no limit.
 *
 * Counters are of this process, and of this run.
 * @throws Problem 429 `too-many-requests`, with `Retry-After`
 */
@Injectable()
export class RateGuard implements CanActivate {
  readonly #buckets: Readonly<Record<'person' | 'institution' | 'address', Buckets>> | undefined;
  readonly #routes: ReadonlyMap<string, Buckets | undefined>;

  constructor(@Inject(SERVICE_PORTS) { rates }: Pick<ServicePorts, 'rates'>) {
    if (rates !== undefined) {
      const { person, institution, address } = rates;
      this.#buckets = {
        person: new Buckets(person),
        institution: new Buckets(institution),
        address: new Buckets(address),
      };
    }
    const routes = Object.entries(rates?.routes ?? {});
    const ofRate = new Map(routes.map(([, rate]) => [rate, new Buckets(rate)]));
    this.#routes = new Map(routes.map(([route, rate]) => [route, ofRate.get(rate)]));
  }

  canActivate(context: ExecutionContext): boolean {
    if (this.#buckets === undefined) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { person, institution, address } = this.#buckets;
    const actor = actorOf(request);
    const who = actor?.code ?? request.ip;
    const asked: readonly (readonly [Buckets | undefined, string])[] = [
      [this.#routes.get(`${request.method} ${request.routeOptions.url ?? ''}`), who],
      ...(actor === undefined
        ? ([[address, who]] as const)
        : ([
            [person, who],
            [institution, actor.institution],
          ] as const)),
    ];
    for (const [buckets, key] of asked) {
      const retryAfter = buckets?.take(key) ?? 0;
      if (retryAfter > 0) throw new Problem(429, 'too-many-requests', { retryAfter });
    }
    return true;
  }
}
