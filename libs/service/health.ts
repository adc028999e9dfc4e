import type { Feed, Position } from '#event-log';
import { type Projection, projectionId, type RunnerStatus, type Views } from '#projection';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from './actor.js';
import { TimedOut, within } from './observing/patience.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Stopping } from './stopping.js';

/** The state of one part of the system. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** The service does without it: `degraded`, and still ready. */
  readonly dispensable?: boolean;
  /** A code, or the kind and place of an error: never data, never an error's message. */
  readonly why?: string;
  /** Where in the log it stands. */
  readonly position?: string;
}

/** What `/health/ready` answers; not ready, it is a problem (RFC 9457) with the checks added. */
interface Readiness {
  readonly status: 'ok' | 'degraded' | 503;
  readonly type?: string;
  readonly title?: string;
  readonly code?: string;
  readonly checks: readonly Check[];
}

/** Milliseconds in which whatever readiness asks has to answer. */
const patience = 2_000;

/** Something readiness asks: the log, the views, the disk. */
export interface Indicator {
  readonly name: string;
  check(): Promise<readonly Check[]> | readonly Check[];
}

/** Names the projections that stopped, where and why. Its views are old then; everything else goes on. */
export function projectionsIndicator(status: Pick<RunnerStatus, 'projections'>): Indicator {
  return {
    name: 'projections',
    check: () =>
      [...status.projections].map(([name, state]): Check => {
        if (state.state !== 'stopped') return { name, ok: true };
        return { name, ok: false, dispensable: true, why: state.reason, position: state.position };
      }),
  };
}

/**
 * Not well until every projection has come to where the feed ended when it was first asked; from then on, well for ever:
 * who is late now and then is still of use. One that stands still is waited for no longer, and named by the others.
 */
export function caughtUpIndicator(
  feed: Pick<Feed, 'head'>,
  projections: readonly Projection[],
  views: Pick<Views, 'checkpoint'>,
  status: Pick<RunnerStatus, 'projections'>,
): Indicator {
  const behind = new Map(projections.map((projection) => [projectionId(projection), projection]));
  let goal: Position | undefined;
  const look = async ([name, projection]: readonly [string, Projection]): Promise<readonly Check[]> => {
    const position = await views.checkpoint(projection);
    const stopped = status.projections.get(name)?.state === 'stopped';
    if (!stopped && (position ?? '') < (goal ?? '')) {
      return [{ name, ok: false, why: 'catching up', ...(position === undefined ? {} : { position }) }];
    }
    behind.delete(name);
    return [];
  };
  return {
    name: 'caught up',
    check: async () => {
      if (behind.size > 0) goal ??= await feed.head();
      return (await Promise.all([...behind].map(look))).flat();
    },
  };
}

/** `/health/live`: the process answers. `/health/ready`: what it needs does, too; names what does not, and why. */
@Public()
@Controller('health')
export class HealthController {
  constructor(
    @Inject(SERVICE_PORTS) private readonly ports: ServicePorts,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  @Get('live')
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const asked = await Promise.all((this.ports.indicators ?? []).map(ask));
    const checks = [...this.#runners(), ...asked.flat()].map(shown);
    if (this.stopping.signal.aborted || checks.some(({ ok, dispensable = false }) => !ok && !dispensable)) {
      void reply.status(503).type('application/problem+json; charset=utf-8');
      return { type: '/problemas/unavailable', title: 'not ready', status: 503, code: 'unavailable', checks };
    }
    return { status: checks.every(({ ok }) => ok) ? 'ok' : 'degraded', checks };
  }

  #runners(): Check[] {
    return this.stopping.runners().map(({ name, state, why = 'failed' }) => {
      return state === 'failed' ? { name, ok: false, why } : { name, ok: true };
    });
  }
}

async function ask(indicator: Indicator): Promise<readonly Check[]> {
  try {
    return await within(patience, () => indicator.check());
  } catch (error) {
    const why = error instanceof TimedOut ? 'no answer' : error instanceof Error ? error.name : 'failed';
    return [{ name: indicator.name, ok: false, why }];
  }
}

/** A second look at reasons: what is not written like a code or a place in the code is kept back. */
function shown({ why, ...check }: Check): Check {
  if (why === undefined) return check;
  return { ...check, why: /^[\w .:@/-]{1,120}$/.test(why) ? why : 'failed' };
}
