import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { type Actor, CurrentActor, Nested, Problem } from '#service';
import {
  IssuedMadeAgain,
  IssuedVersionChanges,
  type ReplayedChange,
  ReplayedMonth,
  ReplayedMonthChanges,
} from '../../questions.js';
import { Lists } from '../../people/access/lists.js';
import { CodePipe } from '../../requests.js';
import type { WhatIf } from '../domain/what-if.js';
import { canonical, IsPoint, modeOf, untilOf } from '../http/point.js';
import { PointsQuery } from '../http/queues.controller.js';
import { WhatIfDesk } from './what-if-desk.js';

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/u;
export const profiles = ['board', 'public'] as const;
export type Profile = (typeof profiles)[number];

export class MonthQuery {
  /** `position:…`, `known:…` or `happened:…`; left out: now. */
  @IsOptional()
  @IsString()
  @IsPoint()
  at?: string;

  /** The instant clocks are judged at; left out: the one asked about. */
  @IsOptional()
  @IsString()
  @Matches(instant)
  cutoff?: string;
}

export class VersionsQuery {
  @IsIn([...profiles])
  profile: Profile;

  @IsString()
  @Matches(/^\d{1,3}$/u)
  from: string;

  @IsString()
  @Matches(/^\d{1,3}$/u)
  to: string;
}

const units = ['hours', 'days', 'business-days', 'months'] as const;

export class TermDto {
  /** Of a rule: `PE-D01`. */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/u)
  rule: string;

  @IsInt()
  @Min(0)
  @Max(10_000)
  amount: number;

  @IsIn([...units])
  unit: (typeof units)[number];
}

export class WhatIfDto {
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u)
  case?: string;

  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  board?: string;

  /** Rules as they were in force on this local day: `YYYY-MM-DD`. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\d$/u)
  inForceOn?: string;

  /** Another term for one rule. */
  @IsOptional()
  @Nested(() => TermDto)
  override?: TermDto;

  /** Clocks are judged at this instant; left out: now. */
  @IsOptional()
  @IsString()
  @Matches(instant)
  judgedAt?: string;
}

/** What the facts that changed figures are about. */
const aboutCauses = (changes: readonly ReplayedChange[]): readonly string[] =>
  changes.flatMap(({ by }) => by.map(({ stream }) => stream));

/** A board's months as they were, reports made again, and what would have been under other rules. Writes nothing. */
@ApiTags('Audit')
@Controller('api/audit')
export class MonthsController {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(WhatIfDesk) private readonly desk: WhatIfDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get('months/:board/:month')
  @ApiOperation({ operationId: 'getPastMonth', summary: 'El mes de una mesa como se sabía o como había ocurrido' })
  async month(
    @Param('board', CodePipe) board: string,
    @Param('month', CodePipe) month: string,
    @Query() { at, cutoff }: MonthQuery,
  ) {
    const until = untilOf(at);
    const point = { ...until, ...(cutoff === undefined ? {} : { cutoff: canonical(cutoff) }) };
    return { mode: modeOf(until), ...(await this.queries.execute(new ReplayedMonth(board, month, point))) };
  }

  @Get('months/:board/:month/changes')
  @ApiOperation({
    operationId: 'getPastMonthChanges',
    summary: 'Qué cifras cambian entre dos momentos, y por qué sucesos',
  })
  async changes(
    @Param('board', CodePipe) board: string,
    @Param('month', CodePipe) month: string,
    @Query() { from, to }: PointsQuery,
    @CurrentActor() actor: Actor,
  ) {
    const changes = await this.queries.execute(new ReplayedMonthChanges(board, month, [untilOf(from), untilOf(to)]));
    await this.lists.shown(actor, 'listCauses', aboutCauses(changes));
    return changes;
  }

  @Get('months/:board/:month/issued/:version/:profile')
  @ApiOperation({
    operationId: 'getIssuedMadeAgain',
    summary: 'Un informe emitido, hecho de nuevo: igual, o en qué casilla no',
  })
  async issued(
    @Param('board', CodePipe) board: string,
    @Param('month', CodePipe) month: string,
    @Param('version', CodePipe) version: string,
    @Param('profile', CodePipe) profile: string,
  ) {
    const of = profiles.find((each) => each === profile);
    const asked = of === undefined ? undefined : new IssuedMadeAgain(board, month, Number(version), of);
    const made = asked === undefined ? undefined : await this.queries.execute(asked);
    if (made === undefined) throw new Problem(404, 'edition/unknown');
    return made;
  }

  @Get('months/:board/:month/versions')
  @ApiOperation({
    operationId: 'getVersionChanges',
    summary: 'Dos versiones de un informe, casilla por casilla, con la causa',
  })
  async versions(
    @Param('board', CodePipe) board: string,
    @Param('month', CodePipe) month: string,
    @Query() { profile, from, to }: VersionsQuery,
    @CurrentActor() actor: Actor,
  ) {
    const asked = new IssuedVersionChanges(board, month, profile, [Number(from), Number(to)]);
    const found = await this.queries.execute(asked);
    if (found === undefined) throw new Problem(404, 'edition/unknown');
    await this.lists.shown(actor, 'listCauses', aboutCauses(found));
    return found;
  }

  @Post('what-if')
  @HttpCode(200)
  @ApiOperation({ operationId: 'askWhatIf', summary: 'Qué habría sido de los plazos con otras reglas; no guarda nada' })
  whatIf(
    @Body() { case: id, board, inForceOn, override, judgedAt }: WhatIfDto,
    @CurrentActor() actor: Actor,
  ): Promise<WhatIf> {
    if ((id === undefined) === (board === undefined)) throw new Problem(422, 'what-if/one-of-both');
    const of = id === undefined ? { board: board ?? '' } : { case: id };
    const judged = judgedAt === undefined ? undefined : canonical(judgedAt);
    return this.desk.answer(actor, of, rulesOf(inForceOn, override), judged);
  }
}

/** What a body or a form says of other rules. */
export const rulesOf = (inForceOn: string | undefined, override: TermDto | undefined) => ({
  ...(inForceOn === undefined ? {} : { inForceOn }),
  ...(override === undefined
    ? {}
    : { override: { rule: override.rule, term: { amount: override.amount, unit: override.unit } } }),
});
