import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '#decider';
import {
  type Actor,
  CommandMeta,
  CurrentActor,
  fieldMessage,
  type Meta,
  Problem,
  Reads,
  UuidPipe,
  verdict,
} from '#service';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import { CodePipe } from '../../requests.js';
import { actionsOf, goalsOf, type PlanContent } from '../domain/plan-events.js';
import { BoardReader } from '../http/board-reader.js';
import { PlanDesk } from '../http/plan-desk.js';
import { PlanDto } from '../http/plan.dto.js';
import { boardProblems } from '../http/problems.js';
import { boards, seatedOn } from '../views/boards.js';
import { inForce, type PlanCard, plans } from '../views/plans.js';
import { PlanEdit } from './plan-edit.js';
import {
  blankPlan,
  bodyOf,
  fieldOf,
  filledParts,
  type Part,
  partsOf,
  partsOfContent,
  withCodes,
  withOneMore,
} from './plan-form.js';

/** What budgets are in where nothing is budgeted yet. */
const currencies: Readonly<Record<string, string>> = { PE: 'PEN', BO: 'BOB' };

/** Writes a plan in the browser: a new one, the draft there is, or the next version of the one in force. */
@ApiExcludeController()
@Controller('mesa/:board/plan')
@Reads(boards, plans)
export class PlanEditPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PlanDesk) private readonly desk: PlanDesk,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  @Get('nuevo')
  async blank(
    @Param('board', CodePipe) board: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { today } = await this.#around(actor, board);
    const year = today.slice(0, 4);
    await this.#show(reply, actor, board, undefined, blankPlan({ from: `${year}-01-01`, until: `${year}-12-31` }));
  }

  @Get(':plan/borrador')
  async draft(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const plan = await this.reader.plan(board, id);
    await this.#show(reply, actor, board, plan, partsOfContent(latestOf(plan)));
  }

  @Post('nuevo')
  async create(
    @Param('board', CodePipe) board: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#take(reply, actor, board, undefined, meta, request);
  }

  @Post(':plan/borrador')
  async redraft(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#take(reply, actor, board, await this.reader.plan(board, id), meta, request);
  }

  /** Records what was written; or shows it again, with one more part or with what is wrong. */
  async #take(
    reply: FastifyReply,
    actor: Actor,
    board: string,
    plan: PlanCard | undefined,
    meta: Meta,
    { body }: FastifyRequest,
  ): Promise<void> {
    const fields = filledIn(body);
    const written = partsOf(fields);
    if (typeof fields['add'] === 'string') {
      return this.#show(reply, actor, board, plan, withOneMore(written, fields['add']));
    }
    const filled = filledParts(written);
    const said = verdict(PlanDto, bodyOf(withCodes(filled, codesOf(plan))), 'text');
    if ('errors' in said) {
      const errors = said.errors.map((error) => [fieldOf(error), fieldMessage(error, { lang: 'es' })] as const);
      return this.#show(reply, actor, board, plan, filled, new Map(errors));
    }
    try {
      const { position } = await this.desk.draft(board, meta, said.value, plan?.id);
      seeOther(reply, `/mesa/${board}/plan`, position);
    } catch (error) {
      await this.#show(reply, actor, board, plan, filled, new Map([['title', refused(error)]]));
    }
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    plan: PlanCard | undefined,
    parts: Part,
    errors: Errors = new Map(),
  ): Promise<void> {
    const around = await this.#around(actor, id);
    const { board, today } = around;
    const named = plan === undefined ? [] : actionsOf(latestOf(plan)).map(({ responsible }) => responsible);
    const able = [...new Set([...seatedOn(board, today).map(({ organization }) => organization), ...named])];
    const name = await this.pages.names(able);
    const page = (
      <PlanEdit
        {...around}
        name={name}
        action={`/mesa/${id}/plan/${plan === undefined ? 'nuevo' : `${plan.id}/borrador`}`}
        version={(plan?.versions.length ?? 0) + 1}
        plan={parts}
        errors={errors}
        responsible={able.map((value) => ({ value, label: name(value) }))}
        currency={currencies[board.country] ?? ''}
      />
    );
    await this.pages.send(reply, actor, 'board', page, errors.size > 0 ? 422 : 200, ['boards.css']);
  }

  async #around(actor: Actor, id: string) {
    const board = await this.reader.readable(actor, id);
    const reader = { room: false, registers: true, leads: true };
    return { board, today: this.reader.today(board), ...reader, newKey: () => this.pages.newKey() };
  }
}

/** What may be changed: the draft, or else what is in force. */
function latestOf(plan: PlanCard): PlanContent {
  const latest = plan.draft ?? inForce(plan);
  if (latest === undefined) throw new Error(`plan ${plan.id} has no version`);
  return latest;
}

/** Every code a part of the plan ever had: progress is kept under it. */
const codesOf = (plan: PlanCard | undefined): readonly string[] =>
  (plan?.versions ?? []).flatMap((version) => [
    ...version.objectives.map(({ id }) => id),
    ...goalsOf(version).map(({ id }) => id),
    ...actionsOf(version).map(({ id }) => id),
  ]);

/** What a rule says against the text, in words; anything else goes on. */
function refused(error: unknown): string {
  const code = error instanceof Refusal || error instanceof Problem ? error.code : undefined;
  const problem = boardProblems.find((each) => each.code === code && each.status === 422);
  if (problem === undefined) throw error;
  return `${problem.es.title}. ${problem.es.detail}`;
}
