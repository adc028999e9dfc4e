import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { past } from '../../requests.js';
import { isAbove } from '../domain/board.js';
import type { BoardLevel } from '../domain/events.js';
import type { PlanCommand } from '../domain/plan.js';
import { actionsOf } from '../domain/plan-events.js';
import { inForce } from '../views/plans.js';
import { BoardReader } from './board-reader.js';
import { HandlePlan } from './commands.js';
import type { PlanDto } from './plan.dto.js';

/** Where plans are drafted, approved and followed, by the API and by the pages alike. */
@Injectable()
export class PlanDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /**
   * Drafts a plan for the territory of the board: a new one, or the next text of `id`.
   * @throws Problem 404, 422 somebody responsible is not known, or an objective supports what is no plan of a higher level
   */
  async draft(board: string, meta: Meta, dto: PlanDto, id?: string): Promise<Handled & { readonly id: string }> {
    const { country, level, territory } = await this.reader.board(board);
    if (id !== undefined) await this.reader.plan(board, id);
    for (const { responsible } of uniqueBy(actionsOf(dto), ({ responsible }) => responsible)) {
      if ((await this.queries.execute(new KnownOrganization(responsible))) === undefined) {
        throw new Problem(422, 'board/unknown-organization');
      }
    }
    for (const { supports } of dto.objectives) if (supports !== undefined) await this.#refuseBadLink(level, supports);
    const plan = id ?? deriveId(meta.commandId, 'plan');
    const { title, from, until, objectives } = dto;
    const command: PlanCommand = { do: 'draft', board, country, level, territory, title, from, until, objectives };
    return { ...(await this.#send(plan, command, meta)), id: plan };
  }

  /** @throws Problem 404, 409, 422 */
  async take(board: string, id: string, meta: Meta, command: PlanCommand): Promise<Handled> {
    await this.reader.plan(board, id);
    return this.#send(id, command, meta);
  }

  /** Local action serves the plan in force of a higher level, objective by objective. */
  async #refuseBadLink(level: BoardLevel, { plan, objective }: { plan: string; objective: string }): Promise<void> {
    const above = await this.reader.anyPlan(plan);
    const known = above && isAbove(level, above.level) ? inForce(above)?.objectives : undefined;
    if (known?.some(({ id }) => id === objective) !== true) throw new Problem(422, 'plan/unknown-objective');
  }

  #send(id: string, command: PlanCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(new HandlePlan({ ...past(this.platform, meta), id, command }));
  }
}

const uniqueBy = <T>(items: readonly T[], key: (item: T) => string): readonly T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];
