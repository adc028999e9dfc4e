import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Observable } from 'rxjs';
import { actorOf } from '#service';
import { inCountry } from '../country.js';
import { countryOf } from './people.js';

/** Everything after the guards, from the check of what was sent to the page, is done in the country of who asks. */
@Injectable()
export class CountryOfActor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const actor = actorOf(context.switchToHttp().getRequest<FastifyRequest>());
    const country = actor && countryOf(actor);
    if (country === undefined) return next.handle();
    return new Observable((subscriber) => inCountry(country, () => next.handle().subscribe(subscriber)));
  }
}
