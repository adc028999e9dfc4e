import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor } from '#service';
import { label } from '../../pages/labels.js';
import { milestone } from '../../pages/milestones.js';
import { Pages } from '../../pages/pages.js';
import { Select, Text } from '../../pages/parts.js';
import { when } from '../../pages/time.js';
import { Lists } from '../../people/access/lists.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { FindByCode } from '../../questions.js';
import { Apart } from '../apart.js';
import { caused } from '../domain/cause.js';
import { aboutChange, aboutRow, linesOf, linesOfChange, queueNames, type QueueRow } from '../domain/queue.js';
import { foldOf, pastOf, within } from '../domain/replay.js';
import { QueueDesk } from '../http/queue-desk.js';
import { queueNamed } from '../http/queues.controller.js';
import { projectionOf } from '../replay.handler.js';
import {
  institutionsOf,
  byWords,
  Differences,
  Listing,
  MomentFields,
  MomentQuery,
  Past,
  pointsIn,
  Said,
  untilIn,
  withoutSealed,
} from './past-parts.js';
import { say, sayIf } from './past-words.js';

export class MomentOfQuery extends MomentQuery {
  @IsOptional()
  @IsString()
  @MaxLength(40)
  codigo?: string;
}

export class QueueQuery extends MomentQuery {
  @IsOptional()
  @IsString()
  @Matches(/^(?:[A-Za-z0-9][A-Za-z0-9._:-]{0,79})?$/u)
  institucion?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  cola?: string;
}

/** Pages about one thing, and about what waited, at a moment: read from the log alone. */
@ApiExcludeController()
@Controller('auditoria')
export class PastPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueueDesk) private readonly desk: QueueDesk,
    @Inject(Apart) private readonly apart: Apart,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get('momento')
  async moment(@Query() query: MomentOfQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { codigo } = query;
    const thing = codigo ? await this.#byCode(actor, codigo) : undefined;
    const errors = new Map(codigo && thing === undefined ? [['codigo', say('unknown')] as const] : []);
    const found = thing && (await this.#thing(thing, query));
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="momento" found={found}>
        <Text name="codigo" label={say('code')} filled={{ ...query }} errors={errors} />
        <MomentFields filled={{ ...query }} />
      </Past>,
    );
  }

  @Get('colas')
  async queue(@Query() query: QueueQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { institucion, cola } = query;
    const options = queueNames.map((value) => ({ value, label: say(`queue.${value}`) }));
    const found = institucion && cola ? await this.#queue(actor, institucion, cola, query) : undefined;
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="colas" found={found}>
        <Text name="institucion" label={say('institution')} hint={say('institutionHint')} filled={{ ...query }} />
        <Select name="cola" label={say('queue')} options={options} filled={{ ...query }} />
        <MomentFields filled={{ ...query }} />
      </Past>,
    );
  }

  async #byCode(actor: Actor, code: string) {
    const found = await this.queries.execute(new FindByCode(code.trim().toUpperCase()));
    const stream = found && `${found.kind}-${found.id}`;
    if (stream === undefined || (await this.apart.isClosed(actor, stream))) return undefined;
    await this.apart.looked(actor, stream);
    return found;
  }

  async #thing(
    { kind, id }: { readonly kind: 'case' | 'referral' | 'board'; readonly id: string },
    query: MomentQuery,
  ) {
    const events = await pastOf(this.platform.log, `${kind}-${id}`, {});
    const projection = projectionOf(kind);
    const [until, points] = [untilIn(query), pointsIn(query)];
    const past = events.filter((event) => within(event, until));
    const state = foldOf(projection, id, past);
    const changes = points && caused(projection, id, events, points);
    const name = await this.pages.names(institutionsOf((changes ?? []).map(({ by }) => by)));
    return (
      <>
        <Said until={until} />
        {changes && (
          <>
            <h2>{say('changes')}</h2>
            <Differences changes={changes} name={name} />
          </>
        )}
        <h2>{say('state')}</h2>
        {state === undefined ? (
          <p>{say('nothing')}</p>
        ) : (
          <pre class="data">{JSON.stringify(state, withoutSealed, 2)}</pre>
        )}
      </>
    );
  }

  async #queue(actor: Actor, institution: string, queue: string, query: MomentQuery) {
    const [name, until, points] = [queueNamed(queue), untilIn(query), pointsIn(query)];
    const rows = await this.apart.keep(actor, await this.desk.at(institution, name, until), aboutRow);
    const changed = points && (await this.desk.changes(institution, name, points));
    const changes = changed && (await this.apart.keep(actor, changed, aboutChange));
    const lines = rows.flatMap((row) => linesOf(name, row));
    const moved = (changes ?? []).flatMap((change) => linesOfChange(name, change));
    await this.lists.shown(actor, 'listQueue', [...lines, ...moved]);
    const nameOf = await this.pages.names([
      ...institutionsOf((changes ?? []).map(({ by }) => by)),
      ...rows.flatMap(({ shown: { from, to } }) => [from ?? [], to ?? []].flat()),
    ]);
    return (
      <>
        <Said until={until} />
        {changes && (
          <>
            <h2>{say('changes')}</h2>
            {changes.length === 0 ? (
              <p>{say('same')}</p>
            ) : (
              <Listing
                heads={['key', 'change', 'cause']}
                rows={changes.map((each) => [
                  named(each.after ?? each.before) || each.key,
                  say(`change.${each.change}`),
                  byWords(each.by, nameOf),
                ])}
              />
            )}
          </>
        )}
        <h2>{say('rows', { n: rows.length })}</h2>
        {rows.length > 0 && (
          <Listing heads={['key', 'shown']} rows={rows.map((row) => [named(row) || row.key, told(row, nameOf)])} />
        )}
      </>
    );
  }
}

/** The code people know it by. */
const named = (row: QueueRow | null): string => row?.shown['code'] ?? row?.shown['caseCode'] ?? '';

/** What else stands in a row, each code by what people call it. */
const worded: Readonly<Record<string, (code: string, name: (code: string) => string) => string>> = {
  status: (code) => sayIf(`stands.${code}`, code),
  risk: (code) => label('riskLevels', code),
  urgency: (code) => label('urgencies', code),
  from: (code, name) => name(code),
  to: (code, name) => name(code),
  purpose: (code) => label('referralPurposes', code),
  rule: (code) => code,
  stop: (code) => milestone(code),
  due: (instant) => when(instant),
};

const told = ({ shown }: QueueRow, name: (code: string) => string): string =>
  Object.entries(worded)
    .flatMap(([field, word]) => {
      const value = shown[field];
      return value === undefined ? [] : [`${sayIf(`row.${field}`, field)}: ${word(value, name)}`];
    })
    .join(' · ');
