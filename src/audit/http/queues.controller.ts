import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString } from 'class-validator';
import { type Actor, CurrentActor, Problem } from '#service';
import { Lists } from '../../people/access/lists.js';
import { CodePipe } from '../../requests.js';
import { Apart } from '../apart.js';
import {
  aboutChange,
  aboutRow,
  linesOf,
  linesOfChange,
  type QueueChange,
  type QueueName,
  queueNames,
  type QueueRow,
} from '../domain/queue.js';
import { IsPoint, modeOf, untilOf } from './point.js';
import { QueueDesk } from './queue-desk.js';

export class AtQuery {
  /** `position:…`, `known:…` or `happened:…`; left out: now. */
  @IsOptional()
  @IsString()
  @IsPoint()
  at?: string;
}

/** Two points of the past. */
export class PointsQuery {
  @IsString()
  @IsPoint()
  from: string;

  /** Left out: now. */
  @IsOptional()
  @IsString()
  @IsPoint()
  to?: string;
}

/** What waited at an institution at a point of the past. */
export interface QueueAnswer {
  readonly institution: string;
  readonly queue: QueueName;
  readonly mode: ReturnType<typeof modeOf>;
  readonly rows: readonly QueueRow[];
}

/** What waited at an institution, and how it came to. */
@ApiTags('Audit')
@Controller('api/audit/queues/:institution/:queue')
export class QueuesController {
  constructor(
    @Inject(QueueDesk) private readonly desk: QueueDesk,
    @Inject(Apart) private readonly apart: Apart,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'getQueue',
    summary: 'Lo que esperaba en una institución, como se sabía o como había ocurrido en un momento',
  })
  async queue(
    @Param('institution', CodePipe) institution: string,
    @Param('queue') queue: string,
    @Query() { at }: AtQuery,
    @CurrentActor() actor: Actor,
  ): Promise<QueueAnswer> {
    const name = queueNamed(queue);
    const until = untilOf(at);
    const rows = await this.apart.keep(actor, await this.desk.at(institution, name, until), aboutRow);
    await this.lists.shown(
      actor,
      'listQueue',
      rows.flatMap((row) => linesOf(name, row)),
    );
    return { institution, queue: name, mode: modeOf(until), rows };
  }

  @Get('changes')
  @ApiOperation({
    operationId: 'getQueueChanges',
    summary: 'Qué entró, qué salió y qué se movió entre dos momentos, y el suceso que lo causó',
  })
  async changes(
    @Param('institution', CodePipe) institution: string,
    @Param('queue') queue: string,
    @Query() { from, to }: PointsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<readonly QueueChange[]> {
    const name = queueNamed(queue);
    const all = await this.desk.changes(institution, name, [untilOf(from), untilOf(to)]);
    const changes = await this.apart.keep(actor, all, aboutChange);
    await this.lists.shown(
      actor,
      'listQueue',
      changes.flatMap((change) => linesOfChange(name, change)),
    );
    return changes;
  }
}

/** @throws Problem 404 */
export function queueNamed(name: string): QueueName {
  const found = queueNames.find((each) => each === name);
  if (found === undefined) throw new Problem(404, 'not-found');
  return found;
}
