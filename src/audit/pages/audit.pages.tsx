import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { RecordedEvent } from '#event-log';
import { type Actor, CurrentActor, Problem } from '#service';
import { Pages, seeOther } from '../../pages/pages.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { FindByCode, Replay } from '../../questions.js';
import { CodePipe } from '../../requests.js';
import { Apart } from '../apart.js';
import { differences, pastOf } from '../domain/replay.js';
import { partsOf } from '../parts.js';
import { Pseudonyms } from '../pseudonyms.js';
import { standingOf } from '../ledger/standing.js';
import { Finder, Only, Story } from './story.js';

/** What to look for. */
export class FindQuery {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;
}

/** Up to which event a story is shown. */
export class UpToQuery {
  @IsOptional()
  @IsString()
  @Matches(/^\d{1,6}$/u)
  hasta?: string;
}

const kinds = {
  casos: 'case',
  derivaciones: 'referral',
  mesas: 'board',
  sesiones: 'session',
  acuerdos: 'agreement',
  planes: 'plan',
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** The auditor's pages: plain links from event to event, no script needed. */
@ApiExcludeController()
@Controller('auditoria')
export class AuditPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Pseudonyms) private readonly pseudonyms: Pseudonyms,
    @Inject(Apart) private readonly apart: Apart,
  ) {}

  @Get()
  async find(@Query() { code }: FindQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    if (actor.role !== 'auditor') return this.pages.send(reply, actor, 'audit', <Only />, 403);
    if (code === undefined) {
      const { ledger, log } = this.platform;
      const proved = ledger === undefined ? {} : { standing: await standingOf(ledger.events, log) };
      return this.pages.send(reply, actor, 'audit', <Finder {...proved} />);
    }
    const found = await this.queries.execute(new FindByCode(code.trim().toUpperCase()));
    if (found === undefined || (await this.apart.isClosed(actor, `${found.kind}-${found.id}`)))
      return this.pages.send(reply, actor, 'audit', <Finder unknown={code} />, 404);
    const [plural] = Object.entries(kinds).find(([, kind]) => kind === found.kind) ?? [];
    seeOther(reply, `/auditoria/${plural}/${found.id}`);
  }

  @Get(':kind/:id')
  async story(
    @Param('kind') plural: string,
    @Param('id', CodePipe) id: string,
    @Query() { hasta }: UpToQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kind: Kind | undefined = Object.hasOwn(kinds, plural) ? kinds[plural as keyof typeof kinds] : undefined;
    if (kind === undefined) throw new Problem(404, 'not-found');
    await this.apart.assertOpen(actor, `${kind}-${id}`);
    const events = await pastOf(this.platform.log, `${kind}-${id}`, {});
    if (events.length === 0) throw new Problem(404, 'not-found');
    await this.apart.looked(actor, `${kind}-${id}`);
    const shown = Math.min(Math.max(1, Number(hasta ?? events.length)), events.length);
    const [before, after] = [
      await this.stateAt(kind, id, events, shown - 1),
      await this.stateAt(kind, id, events, shown),
    ];
    const { metadata = {} } = events[shown - 1] ?? {};
    const { actor: by = '' } = await this.pseudonyms.unnamed(actor.code, metadata);
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Story
        kind={kind}
        path={`/auditoria/${plural}/${id}`}
        events={events}
        shown={shown}
        by={by}
        state={after ?? {}}
        changes={differences(before ?? {}, after ?? {})}
        parts={kind === 'board' ? await partsOf(this.platform.views, id) : []}
      />,
    );
  }

  private stateAt(
    kind: Kind,
    id: string,
    events: readonly RecordedEvent[],
    shown: number,
  ): Promise<object | undefined> {
    return this.queries.execute(new Replay(kind, id, events.slice(0, shown)));
  }
}
