import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import { QueryBus } from '@nestjs/cqrs';
import { type Actor, CurrentActor, Problem } from '#service';
import { beginningOf } from '../../case-streams.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { Replay } from '../../questions.js';
import { differences, pastOf, type Until } from '../domain/replay.js';
import { listsThatShowed, type ReadEvents, readsOf } from '../../reads.js';
import { Apart } from '../apart.js';
import { type Caused, caused } from '../domain/cause.js';
import { canonical, modeOf, positionOf, untilOf } from './point.js';
import { projectionOf } from '../replay.handler.js';
import { Pseudonyms, sessionOf } from '../pseudonyms.js';
import { PointsQuery } from './queues.controller.js';
import type { AuditedHistory, CausedDifference, ReadAnswer } from './audit.answers.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/u;

/** Up to where history is wanted; several together must all hold. */
export class UntilQuery {
  /** The record up to this position. */
  @IsOptional()
  @IsString()
  @Matches(/^[\d.]{1,41}$/u)
  position?: string;

  /** What was known at this instant. */
  @IsOptional()
  @IsString()
  @Matches(instant)
  known?: string;

  /** What had happened by this instant. */
  @IsOptional()
  @IsString()
  @Matches(instant)
  happened?: string;
}

/** Two points of a history, each named by a revision of the thing. */
export class BetweenQuery {
  @IsString()
  @Matches(/^\d{1,9}$/u)
  from: string;

  @IsString()
  @Matches(/^\d{1,9}$/u)
  to: string;
}

type Kind = Replay['kind'];
const plural: Readonly<Record<string, Kind>> = {
  cases: 'case',
  referrals: 'referral',
  organizations: 'organization',
  boards: 'board',
  sessions: 'session',
  agreements: 'agreement',
  plans: 'plan',
};

/** What was recorded, in order, and how things stood at any moment. Sealed sections stay sealed here. */
@ApiTags('Audit')
@Controller('api/audit')
export class AuditController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Pseudonyms) private readonly pseudonyms: Pseudonyms,
    @Inject(Apart) private readonly apart: Apart,
  ) {}

  @Get(':kind/:id')
  @ApiOperation({
    operationId: 'getHistory',
    summary: 'La historia de un caso, una derivación, una institución, o una mesa y lo suyo, hasta un momento',
    description:
      '`kind` es cases, referrals, organizations, boards, sessions, agreements o plans. `position`: hasta esa posición del registro; `known`: lo que se sabía; `happened`: lo que había ocurrido.',
  })
  async history(
    @Param('kind') plurals: string,
    @Param('id') id: string,
    @Query() query: UntilQuery,
    @CurrentActor() actor: Actor,
  ): Promise<AuditedHistory> {
    const kind = await this.#kindOf(plurals, id, actor);
    const until: Until = {
      ...(query.position === undefined ? {} : { position: positionOf(query.position) }),
      ...(query.known === undefined ? {} : { known: canonical(query.known) }),
      ...(query.happened === undefined ? {} : { happened: canonical(query.happened) }),
    };
    const all = await pastOf(this.platform.log, `${kind}-${id}`, {});
    if (all.length === 0) throw new Problem(404, 'not-found');
    await this.apart.looked(actor, `${kind}-${id}`);
    const events = await pastOf(this.platform.log, `${kind}-${id}`, until);
    return {
      kind,
      id,
      mode: modeOf(until),
      recorded: all.length,
      shown: events.length,
      state: (await this.queries.execute(new Replay(kind, id, events))) ?? null,
      events: await Promise.all(
        events.map(async (event) => ({
          id: event.id,
          type: event.type,
          revision: event.revision,
          position: event.position,
          metadata: await this.pseudonyms.unnamed(actor.code, event.metadata),
          data: event.data as object,
        })),
      ),
    };
  }

  @Get(':kind/:id/differences')
  @ApiOperation({
    operationId: 'getDifferences',
    summary: 'Qué cambió entre dos revisiones, y el suceso que lo cambió',
  })
  async differences(
    @Param('kind') plurals: string,
    @Param('id') id: string,
    @Query() { from, to }: BetweenQuery,
    @CurrentActor() actor: Actor,
  ): Promise<readonly CausedDifference[]> {
    const kind = await this.#kindOf(plurals, id, actor);
    const events = await pastOf(this.platform.log, `${kind}-${id}`, {});
    if (events.length === 0) throw new Problem(404, 'not-found');
    await this.apart.looked(actor, `${kind}-${id}`);
    const found: CausedDifference[] = [];
    for (let revision = Number(from); revision < Math.min(Number(to), events.length); revision += 1) {
      const before = await this.queries.execute(new Replay(kind, id, events.slice(0, revision)));
      const after = await this.queries.execute(new Replay(kind, id, events.slice(0, revision + 1)));
      const cause = events[revision];
      if (cause === undefined) break;
      const { revision: at, type, id: eventId } = cause;
      found.push(...differences(before, after).map((each) => ({ ...each, revision: at, type, eventId })));
    }
    return found;
  }

  @Get(':kind/:id/changes')
  @ApiOperation({
    operationId: 'getChanges',
    summary: 'Qué es distinto entre dos momentos, dato por dato, y el suceso que lo causó',
    description: '`from` y `to`: `position:…`, `known:…` (lo que se sabía) o `happened:…` (lo que había ocurrido).',
  })
  async changes(
    @Param('kind') plurals: string,
    @Param('id') id: string,
    @Query() { from, to }: PointsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<readonly Caused[]> {
    const kind = await this.#kindOf(plurals, id, actor);
    const events = await pastOf(this.platform.log, `${kind}-${id}`, {});
    if (events.length === 0) throw new Problem(404, 'not-found');
    await this.apart.looked(actor, `${kind}-${id}`);
    return caused(projectionOf(kind), id, events, [untilOf(from), untilOf(to)]);
  }

  @Get(':kind/:id/reads')
  @ApiOperation({
    operationId: 'getReads',
    summary: 'Quién abrió datos personales de un caso o una derivación, y cuándo',
  })
  async reads(
    @Param('kind') plurals: string,
    @Param('id') id: string,
    @CurrentActor() actor: Actor,
  ): Promise<readonly ReadAnswer[]> {
    const kind = await this.#kindOf(plurals, id, actor);
    const { platform } = this;
    const stream = `${kind}-${id}`;
    await this.apart.looked(actor, stream);
    const session = sessionOf(platform.clock.now(), undefined);
    const named = (code: string): Promise<string> => this.pseudonyms.of(actor.code, session, code);
    const found: ReadAnswer[] = [];
    for (const { type, metadata, data } of await pastOf(platform.reads, readsOf(stream), {})) {
      const read = data as ReadEvents['SectionOpened'] | ReadEvents['Refused'];
      found.push({ actor: await named(metadata['actor'] ?? ''), at: metadata['recordedAt'] ?? '', type, ...read });
    }
    for await (const shown of listsThatShowed(platform, [stream], await beginningOf(platform, stream))) {
      const { lines, ...list } = shown.list;
      // Of whom else the list told is none of this stream's.
      found.push({
        actor: await named(shown.actor),
        at: shown.at,
        type: 'Listed',
        ...list,
        stream,
        lines: lines.length,
      });
    }
    return found.sort((a, b) => (a.at < b.at ? -1 : 1));
  }

  /** @throws Problem 404 there is no such kind, or it is of a case the actor is concerned in */
  async #kindOf(plurals: string, id: string, actor: Actor): Promise<Kind> {
    const kind = Object.hasOwn(plural, plurals) ? plural[plurals] : undefined;
    if (kind === undefined) throw new Problem(404, 'not-found');
    await this.apart.assertOpen(actor, `${kind}-${id}`);
    return kind;
  }
}
