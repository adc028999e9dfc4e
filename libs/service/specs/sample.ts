import { createHmac } from 'node:crypto';
import { catalogue, type Decider, Refusal } from '#decider';
import { deriveId, type EventLog, handle, LogUnavailable, SimulatedClock } from '#event-log';
import { memoryLog } from '#event-log/memory';
import { type Projection, projection, ViewsUnavailable } from '#projection';
import {
  Body,
  Controller,
  Delete,
  type DynamicModule,
  Get,
  Inject,
  Module,
  Param,
  Post,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min, MinLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  actorCodes,
  type Actor,
  answer,
  Answers,
  AsSent,
  CommandMeta,
  CurrentActor,
  IsInstant,
  type Meta,
  Nested,
  pageOf,
  PageQuery,
  rangeOf,
  Reads,
  type Sent,
  ServiceModule,
  type ServiceOptions,
  type ServicePorts,
  UuidPipe,
  ServiceLog,
  createService,
} from '../index.js';

export class Place {
  @IsString()
  @MinLength(3)
  @MaxLength(40)
  street: string;
}

export class OpenBox {
  @IsString()
  @MinLength(2)
  @MaxLength(20)
  label: string;

  @IsInt()
  @Min(1)
  @Max(9)
  size: number;

  @IsOptional()
  @IsIn(['red', 'blue'])
  colour?: string;

  @IsOptional()
  @IsInstant()
  effectiveAt?: string;

  @IsOptional()
  @Nested(() => Place)
  place?: Place;
}

export class BoxQuery extends PageQuery {
  @IsOptional()
  @IsIn(['red', 'blue'])
  colour?: string;
}

export class BoxView {
  @IsString()
  label: string;
}

interface BoxEvents {
  Opened: { label: string; size: number };
  Shut: Record<string, never>;
  [type: string]: object;
}

type BoxCommand = { do: 'open'; label: string; size: number } | { do: 'shut' };

export const box: Decider<BoxCommand, BoxEvents, 'none' | 'open' | 'shut'> = {
  category: 'box',
  events: catalogue<BoxEvents>({ Opened: 1, Shut: 1 }),
  initial: 'none',
  decide: (command, state) => {
    if (command.do === 'shut') {
      if (state === 'none') throw new Refusal('box/unknown', 'no such box', 'unknown');
      if (state === 'shut') throw new Refusal('box/already-shut', 'it is shut', 'illegal', ['open']);
      return [{ type: 'Shut', data: {} }];
    }
    if (command.size === 7) throw new Refusal('box/unlucky', 'seven is not taken', 'invalid');
    if (state === 'open') throw new Refusal('box/already-open', 'it is open', 'illegal', ['shut']);
    return [{ type: 'Opened', data: { label: command.label, size: command.size } }];
  },
  evolve: (_, { type }) => (type === 'Opened' ? 'open' : 'shut'),
};

export const boxes: Projection<{ label: string }> = projection<BoxEvents, { label: string }>({
  name: 'boxes',
  version: 1,
  events: box.events,
  key: (event) => event.stream,
  empty: () => ({ label: '' }),
  on: {},
});

export const LOG = Symbol('log');

@Controller('api/boxes')
export class Boxes {
  readonly #clock = new SimulatedClock('2026-03-09T15:00:00.000Z');

  constructor(@Inject(LOG) private readonly log: EventLog) {}

  @Post()
  async open(
    @Body() dto: OpenBox,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    const id = deriveId(meta.commandId, 'box');
    const command = { do: 'open', label: dto.label, size: dto.size } as const;
    const handled = await handle({ log: this.log, clock: this.#clock }, box, { id, command, ...meta });
    return { id, ...answer(reply, handled), place: dto.place, effectiveAt: meta.effectiveAt };
  }

  @Delete(':id')
  async shut(@Param('id', UuidPipe) id: string, @AsSent() { meta, reply }: Sent): Promise<object> {
    const handled = await handle({ log: this.log, clock: this.#clock }, box, { id, command: { do: 'shut' }, ...meta });
    return answer(reply, handled);
  }

  @Get()
  @Reads(boxes)
  @Answers(BoxView, { list: true })
  list(
    @Query() query: BoxQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): object {
    const { limit } = rangeOf(query);
    const listed = ['a', 'b', 'c', 'd'].slice(0, limit).map((key) => ({ key, document: { label: key }, cursor: key }));
    return pageOf(request, reply, query, listed).map(({ document }) => document);
  }

  @Get('me')
  me(@CurrentActor() actor: Actor): Actor {
    return actor;
  }

  @Get('broken/:how')
  broken(@Param('how') how: string): never {
    if (how === 'views') throw new ViewsUnavailable('unreachable', 'host of SECRET is away');
    if (how === 'log') throw new LogUnavailable('unknown', 'disk of SECRET full');
    throw new TypeError(`cannot read SECRET of ${how}\n    at SECRET (SECRET.ts:1:1)`);
  }
}

const ports = (): ServicePorts => ({
  mac: async (purpose, text) => createHmac('sha256', 'key').update(`${purpose}:${text}`).digest('base64url'),
  authenticator: actorCodes({
    find: (code) => (code === 'nobody' ? undefined : { code, institution: 'inst-1', role: 'worker' }),
  }),
  views: { reached: async (_, position) => position < '5' },
  problems: [
    {
      code: 'box/already-shut',
      status: 409,
      es: { title: 'La caja ya está cerrada', detail: 'Solo se puede abrir.' },
      en: { title: 'The box is shut', detail: 'It can only be opened.' },
    },
  ],
});

/** Lines the app logged, parsed. */
export type Lines = Record<string, unknown>[];

/** A tiny application on a log in memory, and what it logs. */
export async function sampleApp(
  more: Partial<ServicePorts> = {},
  options: ServiceOptions = {},
  modules: readonly DynamicModule[] = [],
) {
  const log = memoryLog();
  const text: string[] = [];
  @Module({
    imports: [ServiceModule.register({ ...ports(), ...more }), ...modules],
    controllers: [Boxes],
    providers: [{ provide: LOG, useValue: log }],
  })
  class SampleModule {}
  const app = await createService(SampleModule, {
    log: new ServiceLog('debug', { write: (line: string) => void text.push(line) }),
    api: { title: 'Sample', version: '1.0.0' },
    ...options,
  });
  return { app, log, text, lines: (): Lines => text.map((line) => JSON.parse(line) as Record<string, unknown>) };
}
