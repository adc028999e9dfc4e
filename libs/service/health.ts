import type { RunnerStatus } from '#projection';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from './actor.js';
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
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: Check[] }> {
    const asked = await Promise.all((this.ports.indicators ?? []).map(ask));
    const checks = [...this.#runners(), ...asked.flat()].map(shown);
    if (this.stopping.signal.aborted || checks.some(({ ok, dispensable = false }) => !ok && !dispensable)) {
      void reply.status(503);
      return { status: 'not ready', checks };
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
    return await indicator.check();
  } catch (error) {
    return [{ name: indicator.name, ok: false, why: error instanceof Error ? error.name : 'failed' }];
  }
}

/** A second look at reasons: what is not written like a code or a place in the code is kept back. */
function shown({ why, ...check }: Check): Check {
  if (why === undefined) return check;
  return { ...check, why: /^[\w .:@/-]{1,120}$/.test(why) ? why : 'failed' };
}
