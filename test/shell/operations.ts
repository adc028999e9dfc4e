import { DiscoveryService } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { describeApi } from '#service';
import { allRoutes } from '../../src/people/access/router.js';

/** A JSON Schema, as far as these tests look into one. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
}

/** What a server can be asked. */
export interface Operation {
  readonly method: string;
  /** With its parameters in braces: `/api/cases/{id}`. */
  readonly path: string;
  /** Names in the query. */
  readonly query: readonly string[];
  readonly body?: Schema;
}

export interface Api {
  readonly operations: readonly Operation[];
  readonly schemas: Readonly<Record<string, Schema>>;
}

interface Described {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every route of a server: those of its OpenAPI document with what they take, and its pages and all others without. */
export function apiOf(app: NestFastifyApplication): Api {
  const document = describeApi(app, { title: 'Chaski', version: 'test' });
  const described = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Described>>).map(([method, operation]): Operation => {
      const body = operation.requestBody?.content['application/json']?.schema;
      const query = (operation.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name);
      return { method: method.toUpperCase(), path, query, ...(body === undefined ? {} : { body }) };
    }),
  );
  const known = new Set(described.map(({ method, path }) => `${method} ${path}`));
  const others = allRoutes(app.get(DiscoveryService, { strict: false }))
    .map((route) => route.replace(/:(\w+)/g, '{$1}'))
    .filter((route) => !known.has(route))
    .map((route): Operation => {
      const [method = 'GET', path = '/'] = route.split(' ');
      return { method, path, query: ['after', 'limit'] };
    });
  return {
    operations: [...described, ...others],
    schemas: document.components?.schemas ?? {},
  };
}
