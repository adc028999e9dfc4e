import { Controller, type DynamicModule, Get, Inject, Module, Param, Req } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import type { Position } from '#event-log';
import {
  header,
  type Indicator,
  type Introducer,
  introductionHeader,
  type Introductions,
  Problem,
  Public,
} from '#service';
import type { Covering, Seals } from './ledgers.js';

const SEALS = Symbol('what checkpoints are told of');
const INTRODUCTIONS = Symbol('who may ask for checkpoints');

const path = 'api/checkpoints/covering';

/**
 * Tells another process the checkpoint that covers a place of the record. Sizes and hashes are no secret, but how they
 * grow says when somebody came: only who is introduced may ask.
 */
@ApiExcludeController()
@Public()
@Controller(path)
class CoveringController {
  constructor(
    @Inject(SEALS) private readonly seals: Seals,
    @Inject(INTRODUCTIONS) private readonly introductions: Introductions,
  ) {}

  @Get(':position')
  async covering(@Param('position') position: string, @Req() request: FastifyRequest): Promise<Covering> {
    const said = await this.introductions.read(header(request, introductionHeader), request);
    if (said === undefined) throw new Problem(401, 'unauthenticated');
    const covering = await this.seals.covering(position as Position);
    if (covering === undefined) throw new Problem(503, 'report-not-sealed', { retryAfter: 5 });
    return covering;
  }
}

/** Serves checkpoints to whoever makes reports in another process. */
@Module({})
export class CheckpointsTold {
  static to(introductions: Introductions, seals: Seals): DynamicModule {
    return {
      module: CheckpointsTold,
      controllers: [CoveringController],
      providers: [
        { provide: SEALS, useValue: seals },
        { provide: INTRODUCTIONS, useValue: introductions },
      ],
    };
  }
}

/** Checkpoints that are remembered; a report is asked for in several formats. */
const most = 1_000;

/** Checkpoints as the process tells them that signs. What covers a place once does so for ever, and is asked for once. */
export class SealsAsked implements Seals {
  readonly #known = new Map<Position, Covering>();
  #failing: string | undefined;

  /** @param door where the process is that signs */
  constructor(
    private readonly introducer: Introducer,
    private readonly door: string,
  ) {}

  async covering(position: Position): Promise<Covering | undefined> {
    const known = this.#known.get(position);
    if (known !== undefined) return known;
    try {
      const url = new URL(`/${path}/${encodeURIComponent(position)}`, this.door);
      const covering = coveringIn(await this.introducer.ask('write', url));
      this.#failing = undefined;
      this.#remember(position, covering);
      return covering;
    } catch (error) {
      this.#failing = error instanceof Error ? error.name : 'failed';
      return undefined;
    }
  }

  /** Whether the last that was asked for was had: without it no report that is new is given out. */
  get indicator(): Indicator {
    const name = 'checkpoints';
    const check = () => [
      this.#failing === undefined ? { name, ok: true } : { name, ok: false, dispensable: true, why: this.#failing },
    ];
    return { name, check };
  }

  #remember(position: Position, covering: Covering): void {
    this.#known.set(position, covering);
    const [oldest] = this.#known.keys();
    if (this.#known.size > most && oldest !== undefined) this.#known.delete(oldest);
  }
}

/** @throws TypeError it is none */
function coveringIn(answer: unknown): Covering {
  const { size, root } = Object(answer) as Readonly<Record<string, unknown>>;
  const isRoot = typeof root === 'string' && /^[A-Za-z0-9+/]{43}=$/.test(root);
  if (!isRoot || typeof size !== 'number' || !Number.isSafeInteger(size) || size < 1) {
    throw new TypeError('this is no checkpoint');
  }
  return { size, root };
}
