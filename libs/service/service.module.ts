import { type DynamicModule, type InjectionToken, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { ActorGuard, KnownGuard } from './actor.js';
import { ConsistencyInterceptor } from './consistency.js';
import { DtoCheck } from './dto-check.js';
import { HealthController } from './health.js';
import { SERVICE_PORTS, type ServicePorts } from './ports.js';
import { ProblemFilter, ProblemPages } from './problem.filter.js';
import { RateGuard } from './rates.js';
import { Stopping } from './stopping.js';
import { ValidationPipe } from './validation.js';

/** How the ports are made, when they come out of other providers. */
export interface ServicePortsFactory {
  readonly imports?: ModuleMetadata['imports'];
  readonly inject?: readonly InjectionToken[];
  /** Called with what `inject` names. */
  readonly useFactory: (...injected: never[]) => ServicePorts | Promise<ServicePorts>;
}

/** Problem answers, validation, actors, read-your-writes, health and an orderly stop, for every route of the app. */
@Module({})
export class ServiceModule {
  /** Import it once, in the root module; it is global. */
  static register(ports: ServicePorts | ServicePortsFactory): DynamicModule {
    const provider =
      'useFactory' in ports
        ? { provide: SERVICE_PORTS, useFactory: ports.useFactory, inject: [...(ports.inject ?? [])] }
        : { provide: SERVICE_PORTS, useValue: ports };
    return {
      module: ServiceModule,
      global: true,
      imports: [DiscoveryModule, ...('useFactory' in ports ? (ports.imports ?? []) : [])],
      controllers: [HealthController, ProblemPages],
      providers: [
        provider,
        Stopping,
        DtoCheck,
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_GUARD, useClass: RateGuard },
        { provide: APP_GUARD, useClass: KnownGuard },
        { provide: APP_INTERCEPTOR, useClass: ConsistencyInterceptor },
        { provide: APP_PIPE, useClass: ValidationPipe },
      ],
      exports: [SERVICE_PORTS, Stopping],
    };
  }
}
