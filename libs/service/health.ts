import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Public } from './actor.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { Stopping } from './stopping.js';

/** The state of one part. `why` is a code or the kind of an error, `position` where it stands: never data. */
export interface Check {
  readonly ok: boolean;
  readonly why?: string;
  readonly position?: string;
}

/** Something readiness depends on: the log, a view, the disk. */
export interface Indicator {
  readonly name: string;
  check(): Promise<Check> | Check;
}

interface NamedCheck extends Check {
  readonly name: string;
}

/** `/health/live`: the process answers. `/health/ready`: everything it needs does; names what does not, and why. */
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
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<{ status: string; checks: NamedCheck[] }> {
    const runners = this.stopping.runners().map(({ name, state, why }): NamedCheck => {
      return state === 'failed' ? { name, ok: false, why: why ?? 'failed' } : { name, ok: true };
    });
    const checks = [...runners, ...(await Promise.all((this.ports.indicators ?? []).map(ask)))].map(shown);
    const ok = !this.stopping.signal.aborted && checks.every((check) => check.ok);
    if (!ok) void reply.status(503);
    return { status: ok ? 'ok' : 'not ready', checks };
  }
}

async function ask(indicator: Indicator): Promise<NamedCheck> {
  try {
    return { name: indicator.name, ...(await indicator.check()) };
  } catch (error) {
    return { name: indicator.name, ok: false, why: error instanceof Error ? error.name : 'failed' };
  }
}

/** A reason must look like a code: an error message that slipped in could quote data. */
function shown({ name, ok, why, position }: NamedCheck): NamedCheck {
  const code = why === undefined ? {} : { why: /^[\w./-]{1,80}$/.test(why) ? why : 'failed' };
  return { name, ok, ...code, ...(position === undefined ? {} : { position }) };
}
