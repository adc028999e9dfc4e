import { applyDecorators, SetMetadata } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiResponse, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type RouteInput, routeInputs } from './dto-check.js';
import { type Dto, type JsonSchema, refTo, schemasOf } from './schema.js';

/** What the OpenAPI document says about itself. */
export interface ApiDescription {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  /** Only routes under this path are part of the API. Default `/api/`. */
  readonly prefix?: string;
}

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { in: string }>;

const answers = 'service:answers';

interface AnswerShape {
  readonly dto: Dto;
}

/**
 * Documents what a route answers with, by a class in the style of a DTO.
 * @param options `list`: an array of it; `status` default 200
 */
export function Answers(
  dto: Dto,
  { status = 200, list = false, description = '' }: { status?: number; list?: boolean; description?: string } = {},
): MethodDecorator {
  const schema = list ? { type: 'array', items: refTo(dto) } : refTo(dto);
  return applyDecorators(
    ApiResponse({ status, description, content: { 'application/json': { schema } } }),
    SetMetadata(answers, { dto } satisfies AnswerShape),
  );
}

/** Publishes the document at `/api/openapi.json` and Swagger UI, from its own files, at `/api/docs`. */
export function publishOpenApi(app: NestFastifyApplication, api: ApiDescription): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= describe(app, api)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: api.title,
    swaggerOptions: { validatorUrl: null },
  });
}

/**
 * The OpenAPI 3.1 document of an application. The schemas are those requests are checked with: the compiler plugin of
 * @nestjs/swagger has no part in it.
 */
export function describe(app: NestFastifyApplication, api: ApiDescription): OpenAPIObject {
  const { title, version, description = '', prefix = '/api/' } = api;
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(title)
    .setVersion(version)
    .setDescription(description)
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Actor' }, 'actor')
    .addSecurityRequirements('actor')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller}_${method}`,
  });
  document.paths = Object.fromEntries(Object.entries(document.paths).filter(([path]) => path.startsWith(prefix)));
  const discovery = app.get(DiscoveryService, { strict: false });
  const inputs = routeInputs(discovery);
  for (const item of Object.values(document.paths)) {
    for (const method of ['get', 'post', 'put', 'patch', 'delete'] as const) {
      const operation = item[method];
      if (operation === undefined) continue;
      const own = inputs.filter((input) => `${input.controller}_${input.method}` === operation.operationId);
      complete(operation, own, method);
    }
  }
  const schemas: Record<string, JsonSchema> = { Problem: problemSchema, FieldError: fieldErrorSchema };
  for (const dto of [...inputs.map(({ dto }) => dto), ...answered(discovery)]) {
    for (const [type, schema] of schemasOf(dto)) schemas[type.name] = schema;
  }
  document.components = {
    ...document.components,
    schemas: schemas,
    responses: {
      Problem: {
        description: 'RFC 9457. `type` leads to a page about the code.',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
  return document;
}

/** What every operation of its kind has, and what its DTOs say. */
function complete(operation: Operation, inputs: readonly RouteInput[], method: string): void {
  const changes = method !== 'get';
  // What the scanner made of the DTO classes has no types: it reads metadata that only its compiler plugin writes.
  const kept = (operation.parameters ?? []).filter((parameter) => 'in' in parameter && parameter.in === 'path');
  const queries = inputs.filter(({ kind }) => kind === 'query').flatMap(({ dto }) => queryParameters(dto));
  operation.parameters = [...kept, ...queries, ...(changes ? commandHeaders : readHeaders)];
  const body = inputs.find(({ kind }) => kind === 'body');
  if (body !== undefined) {
    operation.requestBody = { required: true, content: { 'application/json': { schema: refTo(body.dto) } } };
  }
  for (const response of Object.values(operation.responses)) {
    if (changes && response !== undefined && !('$ref' in response)) response.headers = commandAnswerHeaders;
  }
  operation.responses['default'] = { $ref: '#/components/responses/Problem' };
}

function queryParameters(dto: Dto): Parameter[] {
  const schema = schemasOf(dto).get(dto) ?? {};
  const required = (schema['required'] as string[] | undefined) ?? [];
  return Object.entries(schema['properties'] as Record<string, JsonSchema>).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property as NonNullable<Parameter['schema']>,
  }));
}

/** The classes given to `@Answers` anywhere. */
function answered(discovery: DiscoveryService): Dto[] {
  const scanner = new MetadataScanner();
  return discovery.getControllers().flatMap(({ metatype }) => {
    if (typeof metatype !== 'function') return [];
    const prototype = metatype.prototype as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const shape = Reflect.getMetadata(answers, prototype[name] ?? {}) as AnswerShape | undefined;
      return shape === undefined ? [] : [shape.dto];
    });
  });
}

const headerParameter = (name: string, description: string, example: string): Parameter => ({
  name,
  in: 'header',
  required: false,
  description,
  schema: { type: 'string' },
  example,
});

const commandHeaders = [
  headerParameter('Idempotency-Key', '8 to 200 printable characters; repeated, nothing happens twice.', 'b0c1d2e3-1'),
  headerParameter('If-Match', 'The revision seen; 412 when it has changed since.', '"8"'),
];

const readHeaders = [
  headerParameter(
    'Consistent-With',
    'A Log-Position; waits until the answer shows it, at most two seconds.',
    '0000042',
  ),
];

const textHeader = (description: string) => ({ description, schema: { type: 'string' } }) as const;

const commandAnswerHeaders = {
  ETag: textHeader('The revision after the command, quoted.'),
  'Log-Position': textHeader('Where it stands in the log: send it as Consistent-With.'),
  'Idempotent-Replayed': textHeader('`true` when this key had been handled before.'),
};

const fieldErrorSchema: JsonSchema = {
  type: 'object',
  required: ['pointer', 'code', 'message'],
  properties: {
    pointer: { type: 'string', description: 'JSON pointer (RFC 6901)' },
    code: { type: 'string' },
    message: { type: 'string' },
  },
};

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    code: { type: 'string', description: 'Stable; the part of `type` after /problemas/.' },
    errors: { type: 'array', items: { $ref: '#/components/schemas/FieldError' } },
    allowed: { type: 'array', items: { type: 'string' }, description: 'Steps that would be accepted now.' },
  },
};
