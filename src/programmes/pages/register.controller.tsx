import { Controller, Get, Inject, Injectable, Param, type PipeTransform, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Problem, Reads, type Sent, UuidPipe, verdict } from '#service';
import { filledIn, inWords, Pages, seeOther } from '../../pages/pages.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import type { CorrectionReason } from '../domain/register.js';
import type { Fields, Values } from '../domain/register-fields.js';
import { dtosOf, EntryWithdrawalDto, type MadeDto, sendableSteps } from '../http/register-dto.js';
import { mayChange, mayEnter, mayTake, RegisterDesk } from '../http/register-desk.js';
import { shownTo } from '../http/register-shown.js';
import { registerBoards } from '../views/register-boards.js';
import { type Kept, keptRegisters } from '../views/register-views.js';
import { RegisterOffers } from './register-offers.js';
import { valuesOfForm } from './register-form.js';
import { registerStyles } from './register-styles.js';
import { EntryPage, RegisterPage, type Returned } from './register-pages.js';

/** How many entries a page lists. */
const most = 200;

/** For `@Param('register', RegisterPipe)`: what is no path of a register names nothing. */
@Injectable()
class RegisterPipe implements PipeTransform<string, Kept> {
  transform(path: string): Kept {
    const kept = keptRegisters.find(({ spec }) => spec.path === path);
    if (kept === undefined) throw new Problem(404, 'not-found');
    return kept;
  }
}

/** The registers of a board on pages: lists, entries, and the forms that fill them, without a script. */
@ApiExcludeController()
@Controller('mesa/:board/registro/:register')
@Reads(registerBoards, ...keptRegisters.map(({ view }) => view))
export class RegisterPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    @Inject(RegisterOffers) private readonly offers: RegisterOffers,
  ) {}

  @Get()
  async list(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showList(reply, actor, board, kept);
  }

  @Get(':entry')
  async one(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @Param('entry', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showEntry(reply, actor, board, kept, id);
  }

  @Post()
  async record(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const said = this.#read('record', body, kept.spec.fields, dtosOf(kept.spec).record);
    if ('errors' in said) return this.#showList(reply, actor, board, kept, said);
    await this.#back(reply, board, kept, this.desk.record(kept, board, actor, meta, said.values));
  }

  @Post(':entry/correccion')
  async correct(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @Param('entry', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { reason } = filledIn(body);
    const why = typeof reason === 'string' && reason !== '' ? { reason } : {};
    const said = this.#read('correct', body, kept.spec.fields, dtosOf(kept.spec).correct, why);
    if ('errors' in said) return this.#showEntry(reply, actor, board, kept, id, said);
    const { reason: checked, ...entry } = said.values as { readonly reason: CorrectionReason };
    const command = { do: 'correct', reason: checked, entry } as const;
    await this.#back(reply, board, kept, this.desk.change(kept, board, id, actor, meta, command), id);
  }

  @Post(':entry/baja')
  async withdraw(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @Param('entry', UuidPipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { do: 'withdraw', reason: reasonIn(body) } as const;
    await this.#back(reply, board, kept, this.desk.change(kept, board, id, actor, meta, command), id);
  }

  @Post(':entry/anulaciones/:step')
  async takeBack(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @Param('entry', UuidPipe) id: string,
    @Param('step', UuidPipe) step: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const command = { do: 'take-back', step, reason: reasonIn(body) } as const;
    await this.#back(reply, board, kept, this.desk.change(kept, board, id, actor, meta, command), id);
  }

  @Post(':entry/pasos/:path')
  async take(
    @Param('board', CodePipe) board: string,
    @Param('register', RegisterPipe) kept: Kept,
    @Param('entry', UuidPipe) id: string,
    @Param('path') path: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [type, step] = sendableSteps(kept.spec).find(([, each]) => each.path === path) ?? [];
    const dto = type === undefined ? undefined : dtosOf(kept.spec).steps[type];
    if (type === undefined || step === undefined || dto === undefined) throw new Problem(404, 'not-found');
    const said = this.#read(path, body, step.fields as Fields, dto);
    if ('errors' in said) return this.#showEntry(reply, actor, board, kept, id, said);
    await this.#back(reply, board, kept, this.desk.step(kept, board, id, actor, meta, [type, said.values]), id);
  }

  /** What a form says, or the form to be corrected. */
  #read(
    form: string,
    body: unknown,
    fields: Fields,
    dto: MadeDto,
    beside: object = {},
  ): { readonly values: Values } | Returned {
    const filled = filledIn(body);
    const said = verdict(dto, { ...valuesOfForm(fields, filled), ...beside });
    return 'errors' in said ? { form, filled, errors: inWords(said.errors) } : { values: said.value as Values };
  }

  /** To the entry, or to the list, as it is after what was sent. */
  async #back(
    reply: FastifyReply,
    board: string,
    { spec }: Kept,
    handled: Promise<Handled>,
    id?: string,
  ): Promise<void> {
    const { position } = await handled;
    seeOther(reply, `/mesa/${board}/registro/${spec.path}${id === undefined ? '' : `/${id}`}`, position);
  }

  async #showList(reply: FastifyReply, actor: Actor, id: string, kept: Kept, returned?: Returned): Promise<void> {
    const board = await this.desk.readable(actor, id);
    const { spec, view } = kept;
    const listed = await this.platform.views.list(view, `board/${id}`, { limit: most, descending: true });
    const cards = listed.map(({ document }) => shownTo(actor, spec, document));
    const around = await this.offers.around(
      board,
      cards.map(({ institution }) => institution),
    );
    const props = { ...around, spec, cards, writes: mayEnter(actor, board), ...(returned && { returned }) };
    await this.#send(reply, actor, <RegisterPage {...props} />, returned);
  }

  async #showEntry(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    kept: Kept,
    entry: string,
    returned?: Returned,
  ): Promise<void> {
    const board = await this.desk.readable(actor, id);
    const { spec } = kept;
    const card = await this.desk.entry(kept, id, entry);
    const around = await this.offers.around(board, [card.institution]);
    const enters = mayEnter(actor, board);
    const props = {
      ...{ ...around, spec, card: shownTo(actor, spec, card) },
      changes: enters && mayChange(actor, card),
      takes: enters ? sendableSteps(spec).filter(([, { by }]) => mayTake(actor, by, card)) : [],
      takesBack: (step: { readonly type: string; readonly institution: string }) =>
        enters && spec.steps[step.type]?.by !== 'clock' && mayChange(actor, step),
      ...(returned && { returned }),
    };
    await this.#send(reply, actor, <EntryPage {...props} />, returned);
  }

  #send(reply: FastifyReply, actor: Actor, page: Parameters<Pages['send']>[3], returned?: Returned): Promise<void> {
    return this.pages.send(reply, actor, 'board', page, returned === undefined ? 200 : 400, registerStyles);
  }
}

/** @throws Problem 400 */
function reasonIn(body: unknown): EntryWithdrawalDto['reason'] {
  const said = verdict(EntryWithdrawalDto, { reason: filledIn(body)['reason'] });
  if ('errors' in said) throw new Problem(400, 'validation', { errors: said.errors });
  return said.value.reason;
}
