import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { type Actor, CurrentActor } from '#service';
import { Pages } from '../../pages/pages.js';
import { Select, Text } from '../../pages/parts.js';
import { Lists } from '../../people/access/lists.js';
import {
  IssuedMadeAgain,
  IssuedVersionChanges,
  type ReplayedChange,
  ReplayedMonth,
  ReplayedMonthChanges,
} from '../../questions.js';
import { type Outcome, outcomes, type WhatIf } from '../domain/what-if.js';
import { type Profile, profiles, rulesOf } from '../oversight/months.controller.js';
import { WhatIfDesk } from '../oversight/what-if-desk.js';
import {
  byWords,
  institutionsOf,
  Listing,
  MomentFields,
  MomentQuery,
  Past,
  pointsIn,
  Said,
  untilIn,
} from './past-parts.js';
import { say } from './past-words.js';

const board = /^(?:[A-Za-z0-9][A-Za-z0-9._:-]{0,79})?$/u;
const month = /^(?:\d{4}-\d\d)?$/u;

export class PastMonthQuery extends MomentQuery {
  @IsOptional()
  @IsString()
  @Matches(board)
  mesa?: string;

  @IsOptional()
  @IsString()
  @Matches(month)
  mes?: string;
}

const units = ['hours', 'days', 'business-days', 'months'] as const;

export class WhatIfQuery {
  @IsOptional()
  @IsString()
  @Matches(board)
  mesa?: string;

  @IsOptional()
  @IsString()
  @Matches(/^(?:\d{4}-\d\d-\d\d)?$/u)
  regian?: string;

  @IsOptional()
  @IsString()
  @Matches(/^(?:[A-Za-z0-9][A-Za-z0-9._-]{0,39})?$/u)
  regla?: string;

  @IsOptional()
  @IsString()
  @Matches(/^\d{0,4}$/u)
  cuanto?: string;

  @IsOptional()
  @IsIn(['', ...units])
  unidad?: string;
}

/** A board's month as it was, its reports made again, and its deadlines under other rules. */
@ApiExcludeController()
@Controller('auditoria')
export class MonthPages {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(WhatIfDesk) private readonly desk: WhatIfDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get('mes')
  async month(@Query() query: PastMonthQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { mesa, mes } = query;
    const found = mesa && mes ? await this.#month(actor, mesa, mes, query) : undefined;
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="mes" found={found}>
        <BoardMonth filled={{ ...query }} />
        <MomentFields filled={{ ...query }} />
      </Past>,
    );
  }

  @Get('informes')
  async issued(
    @Query() query: PastMonthQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { mesa, mes } = query;
    const found = mesa && mes ? await this.#issued(actor, mesa, mes) : undefined;
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="informes" found={found}>
        <BoardMonth filled={{ ...query }} />
      </Past>,
    );
  }

  @Get('que-pasaria')
  async whatIf(@Query() query: WhatIfQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { mesa, regian, regla, cuanto, unidad } = query;
    const unit = units.find((each) => each === unidad);
    const override = regla && cuanto && unit ? { rule: regla, amount: Number(cuanto), unit } : undefined;
    const asked = mesa
      ? await this.desk.answer(actor, { board: mesa }, rulesOf(regian || undefined, override), undefined)
      : undefined;
    const filled = { ...query };
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="que-pasaria" lead={say('whatIfLead')} found={asked && <Outcomes found={asked} />}>
        <Text name="mesa" label={say('board')} filled={filled} />
        <Text name="regian" type="date" label={say('inForceOn')} filled={filled} width="short" />
        <Text name="regla" label={say('rule')} filled={filled} width="short" />
        <Text name="cuanto" label={say('amount')} inputMode="numeric" filled={filled} width="short" />
        <Select
          name="unidad"
          label={say('unit')}
          options={units.map((value) => ({ value, label: say(`unit.${value}`) }))}
          filled={filled}
        />
      </Past>,
    );
  }

  async #month(actor: Actor, mesa: string, mes: string, query: MomentQuery): Promise<VNode> {
    const [until, points] = [untilIn(query), pointsIn(query)];
    const { cells, digest } = await this.queries.execute(new ReplayedMonth(mesa, mes, until));
    const changes = points && (await this.queries.execute(new ReplayedMonthChanges(mesa, mes, points)));
    await this.lists.shown(actor, 'listCauses', aboutNamed(changes ?? []));
    const name = await this.#names(changes ?? []);
    return (
      <>
        <Said until={until} />
        {changes && (
          <>
            <h2>{say('changes')}</h2>
            <Cells changes={changes} name={name} />
          </>
        )}
        <h2>{say('figures')}</h2>
        <p>{say('digest')}</p>
        <pre class="data">{digest}</pre>
        <Listing
          heads={['figure', 'value']}
          rows={Object.entries(cells).map(([figure, value]) => [<code>{figure}</code>, shown(value)])}
        />
      </>
    );
  }

  /** Every version that was issued, made again; and between one and the next what is printed otherwise. */
  async #issued(actor: Actor, mesa: string, mes: string): Promise<VNode> {
    const parts: VNode[] = [];
    const all: ReplayedChange[] = [];
    for (const profile of profiles) {
      for (let version = 1; ; version += 1) {
        const made = await this.queries.execute(new IssuedMadeAgain(mesa, mes, version, profile));
        if (made === undefined) break;
        const versions = [version - 1, version] as const;
        const changes =
          version > 1 ? await this.queries.execute(new IssuedVersionChanges(mesa, mes, profile, versions)) : [];
        all.push(...(changes ?? []));
        parts.push(
          <section>
            <h2>{say('version', { version, profile: say(`profile.${profile}`) })}</h2>
            <p>{say(made.equal ? 'equal' : 'unequal')}</p>
            {made.cells.length > 0 && (
              <Listing
                heads={['figure', 'before', 'after']}
                rows={made.cells.map(({ figure, was, now }) => [<code>{figure}</code>, shown(was), shown(now)])}
              />
            )}
            {version > 1 && (await this.#between(profile, version, changes ?? []))}
          </section>,
        );
      }
    }
    await this.lists.shown(actor, 'listCauses', aboutNamed(all));
    return parts.length === 0 ? <p>{say('noneIssued')}</p> : <>{parts}</>;
  }

  async #between(profile: Profile, to: number, changes: readonly ReplayedChange[]): Promise<VNode> {
    return (
      <>
        <h3>{say('between', { from: to - 1, to, profile: say(`profile.${profile}`) })}</h3>
        <Cells changes={changes} name={await this.#names(changes)} />
      </>
    );
  }

  #names(changes: readonly ReplayedChange[]): Promise<(code: string) => string> {
    return this.pages.names(institutionsOf(changes.flatMap(({ by }) => by)));
  }
}

const BoardMonth = ({ filled }: { readonly filled: Readonly<Record<string, string | undefined>> }): VNode => (
  <>
    <Text name="mesa" label={say('board')} filled={filled} />
    <Text name="mes" label={say('month')} hint={say('monthHint')} filled={filled} width="short" />
  </>
);

const shown = (value: number | null): string => (value === null ? say('withheld') : String(value));

/** How many events are named of one figure. */
const mostNamed = 3;
const aboutNamed = (changes: readonly ReplayedChange[]): readonly string[] =>
  changes.flatMap(({ by }) => by.slice(0, mostNamed).map(({ stream }) => stream));

function Cells(props: { readonly changes: readonly ReplayedChange[]; readonly name: (code: string) => string }): VNode {
  const { changes, name } = props;
  if (changes.length === 0) return <p>{say('same')}</p>;
  return (
    <Listing
      heads={['figure', 'before', 'after', 'cause']}
      rows={changes.map(({ figure, was, now, cause, by }) => [
        <code>{figure}</code>,
        shown(was),
        shown(now),
        [
          say(`reason.${cause}`),
          by
            .slice(0, mostNamed)
            .map((each) => byWords(each, name))
            .join('; '),
        ]
          .filter(Boolean)
          .join(': '),
      ])}
    />
  );
}

const Outcomes = ({ found }: { readonly found: WhatIf }): VNode => (
  <>
    <p>{say('clocks', { n: found.clocks, m: found.differ.length })}</p>
    <Listing
      heads={['rule', 'recorded', 'asked']}
      rows={found.rules.map(({ rule, asRecorded, asAsked }) => [rule, counted(asRecorded), counted(asAsked)])}
    />
  </>
);

const counted = (counts: Readonly<Record<Outcome, number>>): string =>
  outcomes
    .filter((each) => counts[each] > 0)
    .map((each) => `${say(`count.${each}`)}: ${counts[each]}`)
    .join(' · ') || '—';
