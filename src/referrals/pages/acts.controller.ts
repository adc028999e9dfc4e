import { Controller, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, problemOf, UuidPipe } from '#service';
import { filledIn, seeOther } from '../../pages/pages.js';
import { refusalInWords } from '../http/problems.js';
import { ReferralDesk, type Step } from '../http/referral-desk.js';
import { type Act, actErrors, acts, refusedActField } from './acts.js';
import { ReferralScreen } from './screen.js';

/** The forms of a referral's page: each is one of the steps in the table, and all are sent alike. */
@ApiExcludeController()
@Controller('derivaciones/:id')
export class ActPages {
  constructor(
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(ReferralScreen) private readonly screen: ReferralScreen,
  ) {}

  /** Words about a person: their fingerprint is made under a key of the person's own. */
  @Post('nota')
  note(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta({ personal: true }) meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(reply, request, actor, id, meta, 'nota');
  }

  @Post(':path')
  take(
    @Param('id', UuidPipe) id: string,
    @Param('path') path: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#take(reply, request, actor, id, meta, path);
  }

  async #take(
    reply: FastifyReply,
    request: FastifyRequest,
    actor: Actor,
    id: string,
    meta: Meta,
    path: string,
  ): Promise<void> {
    const act = acts.find((each) => each.path === path);
    if (act === undefined) throw new Problem(404, 'not-found');
    const step = act.read(request.body);
    if ('errors' in step) return this.#again(reply, request, actor, id, act, actErrors(act.name, step.errors));
    try {
      const { position } = await this.#send(actor, id, meta, step);
      seeOther(reply, `/derivaciones/${id}`, position);
    } catch (error) {
      const { code, status } = problemOf(error);
      const field = refusedActField(code);
      if (field !== undefined) return this.#again(reply, request, actor, id, act, field);
      const words = status === 404 ? undefined : refusalInWords(code);
      if (words === undefined) throw error;
      // Somebody was faster, or the minute is over: what is possible now is on the page itself.
      await this.screen.show(reply, actor, id, { refused: words }, status);
    }
  }

  #send(actor: Actor, id: string, meta: Meta, step: Step): Promise<Handled> {
    return step.do === 'note' ? this.desk.note(actor, id, meta, step.note) : this.desk.take(actor, id, meta, step);
  }

  #again(
    reply: FastifyReply,
    request: FastifyRequest,
    actor: Actor,
    id: string,
    { name }: Act,
    errors: ReturnType<typeof actErrors>,
  ): Promise<void> {
    const failed = { name, filled: filledIn(request.body), errors };
    return this.screen.show(reply, actor, id, { failed }, 422);
  }
}
