import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { actorOf } from '#service';
import { inCountry } from '../country.js';
import { DemoActors } from './demo-actors.js';

/** Everything after the guards, from the check of what was sent to the page, is done in the country of who asks. */
@Injectable()
export class CountryOfActor implements NestInterceptor {
  constructor(@Inject(DemoActors) private readonly actors: DemoActors) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
    if (actor === undefined) return next.handle();
    const country = this.actors.countryOf(actor.code);
    return new Observable((subscriber) => inCountry(country, () => next.handle().subscribe(subscriber)));
  }
}
