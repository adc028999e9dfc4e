import { readFileSync } from 'node:fs';
import { Controller, type DynamicModule, Get, Inject, Module } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { asyncApi, type JsonSchema, type Topic } from '#publishing/kafka';
import { Public } from '#service';
import { publications } from '../capabilities.js';
import { software } from '../software.js';

const DOCUMENT = Symbol('asyncapi');

/** What each fact looks like, made from its type; how it is made anew is said where its spec fails. */
const schemas = JSON.parse(readFileSync(new URL('fact-schemas.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, JsonSchema>
>;

/** What is told, for those who read the broker: no fact is in it. */
@ApiExcludeController()
@Public()
@Controller('api/asyncapi')
class AsyncApiController {
  constructor(@Inject(DOCUMENT) private readonly document: () => JsonSchema) {}

  @Get()
  describe(): JsonSchema {
    return this.document();
  }
}

/** Serves the AsyncAPI 3 document of the facts at `/api/asyncapi`. */
@Module({})
export class FactsDescribed {
  /** @param host `host:port` where strangers reach the broker, if they may know */
  static of(topic: Topic, host: string | undefined): DynamicModule {
    const [title = 'chaski', version = ''] = software.split(' ');
    // When it is asked for: facts are told also while their description lags behind.
    const document = () => asyncApi({ title, version, topic, publications, schemas, ...(host ? { host } : {}) });
    return {
      module: FactsDescribed,
      controllers: [AsyncApiController],
      providers: [{ provide: DOCUMENT, useValue: document }],
    };
  }
}
