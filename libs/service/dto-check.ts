import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { Dto } from './schema.js';
import { compileDto } from './validation.js';

/** A body or query that a controller method declares. */
export interface RouteInput {
  readonly controller: string;
  readonly method: string;
  readonly kind: 'body' | 'query' | 'param';
  readonly dto: Dto;
}

const kinds: Readonly<Record<number, RouteInput['kind']>> = {
  [RouteParamtypes.BODY]: 'body',
  [RouteParamtypes.QUERY]: 'query',
  [RouteParamtypes.PARAM]: 'param',
};

/**
 * The DTOs of all controllers.
 * @throws Error a body is not declared as a DTO class. A class imported with `import type` counts as none: it is not
 * there when the program runs
 */
export function routeInputs(discovery: DiscoveryService): readonly RouteInput[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as object;
    return scanner
      .getAllMethodNames(prototype)
      .flatMap((method) => inputsOf(metatype as new () => object, prototype, method));
  });
}

function inputsOf(controller: Dto, prototype: object, method: string): RouteInput[] {
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<
    string,
    { index: number; data?: unknown }
  >;
  const types = (Reflect.getMetadata('design:paramtypes', prototype, method) ?? []) as unknown[];
  return Object.entries(declared).flatMap(([key, { index, data }]) => {
    const kind = kinds[Number(key.split(':', 1)[0])];
    if (kind === undefined || (data !== undefined && kind !== 'body')) return [];
    const dto = types[index];
    if (data !== undefined || typeof dto !== 'function' || dto === Object) {
      throw new Error(`${controller.name}.${method}: its ${kind} is not declared as a DTO class`);
    }
    return [{ controller: controller.name, method, kind, dto: dto as Dto }];
  });
}

/** Compiles every DTO when the service starts: one that cannot be checked stops it there, not on the first request. */
@Injectable()
export class DtoCheck implements OnModuleInit {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const named = new Map<string, Dto>();
    for (const { dto } of routeInputs(this.discovery)) {
      if ((named.get(dto.name) ?? dto) !== dto) throw new Error(`two DTO classes are called ${dto.name}`);
      named.set(dto.name, dto);
      compileDto(dto);
    }
  }
}
