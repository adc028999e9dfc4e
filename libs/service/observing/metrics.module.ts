import { Controller, type DynamicModule, Get, Inject, Module, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../actor.js';
import { isLoopback } from '../loopback.js';
import { Problem } from '../problem.js';
import { header } from '../request.js';
import type { Meters } from './meters.js';

const METERS = Symbol('meters');

/** What a proxy in front adds to what it passes on. */
const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const;

@ApiExcludeController()
@Public()
@Controller('metrics')
class MetricsController {
  constructor(@Inject(METERS) private readonly meters: Meters) {}

  @Get()
  async scrape(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { remoteAddress = '' } = request.socket;
    const local = isLoopback(remoteAddress.replace(/^::ffff:/, ''));
    // A proxy on this machine comes from loopback, too, and whom it speaks for does not.
    if (!local || forwarded.some((name) => header(request, name) !== undefined)) throw new Problem(404, 'not-found');
    const text = await this.meters.scrape();
    void reply.type(this.meters.registry.contentType).send(text);
  }
}

/** Serves `/metrics` to this machine alone. */
@Module({})
export class MetricsModule {
  static of(meters: Meters): DynamicModule {
    return {
      module: MetricsModule,
      controllers: [MetricsController],
      providers: [{ provide: METERS, useValue: meters }],
    };
  }
}
