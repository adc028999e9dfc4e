import { type DynamicModule, Module } from '@nestjs/common';
import { DemoActors } from './demo-actors.js';

/** Who acts. Until access control exists: the demonstration's actors. */
@Module({})
export class PeopleModule {
  static with(actors: DemoActors): DynamicModule {
    return {
      module: PeopleModule,
      global: true,
      providers: [{ provide: DemoActors, useValue: actors }],
      exports: [DemoActors],
    };
  }
}
