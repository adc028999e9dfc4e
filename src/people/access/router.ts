import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import type { DiscoveryService } from '@nestjs/core';

/** What a handler answers to: `GET /api/cases/:id`, as the controllers declare it. One handler may have several. */
export function routesOf(controller: object, handler: object): readonly string[] {
  const method = Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod | undefined;
  if (method === undefined) return [];
  const under = paths(Reflect.getMetadata(PATH_METADATA, controller));
  const own = paths(Reflect.getMetadata(PATH_METADATA, handler));
  return under.flatMap((first) => own.map((then) => `${RequestMethod[method]} ${joined(first, then)}`));
}

/** Every route of the controllers of a process. */
export function allRoutes(discovery: DiscoveryService): readonly string[] {
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Readonly<Record<string, unknown>>;
    return Object.getOwnPropertyNames(prototype)
      .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
      .filter((each) => typeof each === 'function')
      .flatMap((handler) => routesOf(metatype, handler));
  });
}

const paths = (path: unknown): readonly string[] => [path].flat().map((each) => (typeof each === 'string' ? each : ''));

const joined = (first: string, then: string): string =>
  `/${[first, then]
    .map((each) => each.replace(/^\/+|\/+$/g, ''))
    .filter((each) => each !== '')
    .join('/')}`;
