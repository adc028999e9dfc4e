import { Controller, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, UuidPipe } from '#service';
import { instantOf } from '#terms';
import { aboutFields, type Again, centsOf, checked, takeForm } from '../../pages/forms.js';
import { seeOther } from '../../pages/pages.js';
import { zoneOf } from '../../protocol/index.js';
import { CodePipe } from '../../requests.js';
import { actionsOf } from '../domain/plan-events.js';
import type { SessionCommand } from '../domain/session.js';
import { without } from '../domain/without.js';
import { BoardReader } from '../http/board-reader.js';
import { ApprovalDto } from '../http/plan.dto.js';
import { PlanDesk } from '../http/plan-desk.js';
import { boardProblems } from '../http/problems.js';
import { AgendaItemDto, DoneDto, MinutesDto, ProgressNoteDto, RescheduleDto } from '../http/session.dto.js';
import { SessionDesk } from '../http/session-desk.js';
import { inForce } from '../views/plans.js';
import type { SessionCard } from '../views/sessions.js';
import { AttendanceForm, ConveneForm, DecisionForm, ProgressForm } from './forms.js';
import { type Asked, BoardScreens } from './screens.js';

const wrongInAgreement = aboutFields(boardProblems, { 'session/bad-name': 'text', 'agreement/not-later': 'due' });

/** The forms by which a session is led and agreements and plans are followed: whoever coordinates sends them. */
@ApiExcludeController()
@Controller('mesa/:board')
export class LeadPages {
  constructor(
    @Inject(SessionDesk) private readonly desk: SessionDesk,
    @Inject(PlanDesk) private readonly plans: PlanDesk,
    @Inject(BoardReader) private readonly reader: BoardReader,
    @Inject(BoardScreens) private readonly screens: BoardScreens,
  ) {}

  @Post('sesion')
  async convene(
    @Param('board', CodePipe) board: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { kind, day, hour, place } = checked(ConveneForm, request.body);
    const { country } = await this.reader.board(board);
    const at = instantOf(`${day}T${hour}`, zoneOf(country));
    await this.#back(reply, board, this.desk.convene(board, meta, { kind, at, place }));
  }

  @Post('sesion/:session/agenda')
  async addItem(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { kind, title } = checked(AgendaItemDto, request.body);
    await this.#back(reply, board, this.desk.take(board, session, meta, { do: 'add-item', kind, title }));
  }

  @Post('sesion/:session/apertura')
  async open(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, board, this.desk.open(board, session, meta));
  }

  /** The whole table as it was ticked: what differs from before is recorded, each under an id of its own. */
  @Post('sesion/:session/asistencia')
  async attend(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ticked = checked(AttendanceForm, request.body, { present: [], alternate: [], remote: [] });
    const session = await this.reader.session(board, id);
    let last: Handled | undefined;
    for (const [organization, command] of attendance(session, ticked)) {
      const commandId = deriveId(meta.commandId, organization);
      last = await this.desk.take(board, id, { ...without(meta, 'fingerprint'), commandId }, command);
    }
    seeOther(reply, `/mesa/${board}/sesion`, last?.position);
  }

  @Post('sesion/:session/acuerdos')
  async decide(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = this.#form({ reply, actor, board }, 'decide');
    await takeForm(DecisionForm, request.body, form, ({ text, owner, due, serves = '' }) => {
      const [plan = '', action = ''] = serves.split(' ');
      const decision = { text, owner, due, ...(plan === '' ? {} : { serves: { plan, action } }) };
      return this.#back(reply, board, this.desk.decide(board, session, meta, decision));
    });
  }

  @Post('sesion/:session/cierre')
  async close(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#back(reply, board, this.desk.take(board, session, meta, { do: 'close' }));
  }

  @Post('sesion/:session/acta')
  async minutes(
    @Param('board', CodePipe) board: string,
    @Param('session', UuidPipe) session: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { number, digest } = checked(MinutesDto, request.body);
    await this.#back(reply, board, this.desk.take(board, session, meta, { do: 'record-minutes', number, digest }));
  }

  @Post('acuerdos/:agreement/avance')
  async progress(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Query('volver') back: string | undefined,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = this.#form({ reply, actor, board }, id, back);
    await takeForm(ProgressNoteDto, request.body, form, ({ note }) =>
      this.#back(reply, board, this.desk.follow(board, id, meta, { do: 'progress', note }), back),
    );
  }

  @Post('acuerdos/:agreement/plazo')
  async reschedule(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Query('volver') back: string | undefined,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = this.#form({ reply, actor, board }, id, back);
    await takeForm(RescheduleDto, request.body, form, ({ due }) =>
      this.#back(reply, board, this.desk.follow(board, id, meta, { do: 'reschedule', due }), back),
    );
  }

  @Post('acuerdos/:agreement/cumplido')
  async finish(
    @Param('board', CodePipe) board: string,
    @Param('agreement', UuidPipe) id: string,
    @Query('volver') back: string | undefined,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const form = this.#form({ reply, actor, board }, id, back);
    await takeForm(DoneDto, request.body, form, ({ evidence }) =>
      this.#back(reply, board, this.desk.follow(board, id, meta, { do: 'finish', evidence }), back),
    );
  }

  @Post('plan/:plan/aprobacion')
  async approve(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const approval = checked(ApprovalDto, request.body);
    await this.#back(reply, board, this.plans.take(board, id, meta, { do: 'approve', ...approval }), 'plan');
  }

  @Post('plan/:plan/avance')
  async progressAction(
    @Param('board', CodePipe) board: string,
    @Param('plan', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { action, progress, spent } = checked(ProgressForm, request.body);
    const version = inForce(await this.reader.plan(board, id));
    const planned = version && actionsOf(version).find((each) => each.id === action);
    if (planned === undefined) throw new Problem(422, 'plan/unknown-action');
    const state = progress === 100 ? 'done' : progress === 0 ? 'not-started' : 'in-progress';
    const amount = { amount: centsOf(spent), currency: planned.budget.currency };
    const command = { do: 'progress', action, state, progress, spent: amount } as const;
    await this.#back(reply, board, this.plans.take(board, id, meta, command), 'plan');
  }

  /** How a form about agreements comes back, on the page it stood on. */
  #form(asked: Asked, within: string, page?: string) {
    return {
      within,
      about: wrongInAgreement,
      show: (again: Again, status: number) => {
        const shown = { ...asked, back: { again, status } };
        return page === 'acuerdos' ? this.screens.agreements(shown) : this.screens.session(shown);
      },
    };
  }

  /** To the page the form stood on, as it is after what was sent. */
  async #back(reply: FastifyReply, board: string, handled: Promise<Handled>, page = 'sesion'): Promise<void> {
    const { position } = await handled;
    seeOther(reply, `/mesa/${board}/${page === 'acuerdos' || page === 'plan' ? page : 'sesion'}`, position);
  }
}

/** What differs between who was ticked and who was there: by organisation, the command that says it. */
function attendance(
  { seated, present }: SessionCard,
  ticked: AttendanceForm,
): readonly (readonly [organization: string, command: SessionCommand])[] {
  return seated.flatMap((organization): readonly (readonly [string, SessionCommand])[] => {
    const was = present.find((each) => each.organization === organization);
    if (!ticked.present.includes(organization)) {
      return was === undefined ? [] : [[organization, { do: 'withdraw-attendance', organization }]];
    }
    const by = ticked.alternate.includes(organization) ? 'alternate' : 'titular';
    const mode = ticked.remote.includes(organization) ? 'remote' : 'in-person';
    return was?.by === by && was.mode === mode ? [] : [[organization, { do: 'attend', organization, by, mode }]];
  });
}
