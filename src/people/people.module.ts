import { type DynamicModule, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { CountryOfActor } from './country.interceptor.js';
import { DemoActors } from './demo-actors.js';

/** Who acts, and in which country. Until access control exists: the demonstration's actors. */
@Module({})
export class PeopleModule {
  static with(actors: DemoActors): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      providers: [
        { provide: DemoActors, useValue: actors },
        { provide: APP_INTERCEPTOR, useClass: CountryOfActor },
      ],
      exports: [DemoActors],
    };
  }
}
