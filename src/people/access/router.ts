import { RequestMethod, type Type } from '@nestjs/common';
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

/** Every route of a controller. */
export function routesIn(controller: Type): readonly string[] {
  const prototype = controller.prototype as Readonly<Record<string, unknown>>;
  return Object.getOwnPropertyNames(prototype)
    .map((name) => Object.getOwnPropertyDescriptor(prototype, name)?.value as unknown)
    .filter((each) => typeof each === 'function')
    .flatMap((handler) => routesOf(controller, handler));
}

/** Every route of the controllers of a process. */
export const allRoutes = (discovery: DiscoveryService): readonly string[] =>
  discovery
    .getControllers()
    .flatMap(({ metatype }) => (typeof metatype === 'function' ? routesIn(metatype as Type) : []));

const paths = (path: unknown): readonly string[] => [path].flat().map((each) => (typeof each === 'string' ? each : ''));

const joined = (first: string, then: string): string =>
  `/${[first, then]
    .map((each) => each.replace(/^\/+|\/+$/g, ''))
    .filter((each) => each !== '')
    .join('/')}`;
