import { Controller, Get, Inject, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Reads, type Sent } from '#service';
import { type Again, checked, takeForm } from '../../../pages/forms.js';
import { Pages, seeOther } from '../../../pages/pages.js';
import { CoordinatorsOnly } from '../../../people/coordinators-only.js';
import { CodePipe, MonthPipe } from '../../../requests.js';
import { EditionApprovalDto, EditionPublicationDto, EditionRestatementDto } from '../http/editions.controller.js';
import { EditionDesk } from '../http/edition-desk.js';
import { EditionReader } from '../http/edition-reader.js';
import { EditionShown } from '../http/edition-shown.js';
import { editions } from '../views/editions.js';
import { EditionsPage } from './editions-page.js';

/** The editions of a month, and the buttons that take a report through its life. */
@ApiExcludeController()
@Controller('ediciones/:board/:month')
@Reads(editions)
export class EditionPages {
  constructor(
    @Inject(EditionDesk) private readonly desk: EditionDesk,
    @Inject(EditionReader) private readonly reader: EditionReader,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EditionShown) private readonly shown: EditionShown,
  ) {}

  @Get()
  async look(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show(reply, actor, board, month);
  }

  @Post('congelar')
  @UseGuards(CoordinatorsOnly)
  async freeze(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @AsSent() { meta }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await back(reply, board, month, this.desk.freeze(board, month, meta));
  }

  @Post('aprobar')
  @UseGuards(CoordinatorsOnly)
  async approve(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const show = (again: Again, status: number) => this.#show(reply, actor, board, month, again, status);
    await takeForm(EditionApprovalDto, body, { show }, ({ minutes }) =>
      back(reply, board, month, this.desk.approve(board, month, meta, minutes)),
    );
  }

  @Post('publicar')
  @UseGuards(CoordinatorsOnly)
  async publish(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @AsSent() { meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { profile } = checked(EditionPublicationDto, body);
    await back(reply, board, month, this.desk.publish(board, month, meta, profile));
  }

  @Post('rehacer')
  @UseGuards(CoordinatorsOnly)
  async restate(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const show = (again: Again, status: number) => this.#show(reply, actor, board, month, again, status);
    await takeForm(EditionRestatementDto, body, { show }, ({ cause }) =>
      back(reply, board, month, this.desk.restate(board, month, meta, cause)),
    );
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    board: string,
    month: string,
    again?: Again,
    status = 200,
  ): Promise<void> {
    const found = await this.reader.find(board, month);
    const [edition] = await this.shown.to(actor, board, found === undefined ? [] : [found]);
    const leads = actor.role === 'coordinator';
    const props = { board, month, edition, leads, newKey: () => this.pages.newKey(), ...(again && { again }) };
    await this.pages.send(reply, actor, 'board', <EditionsPage {...props} />, status);
  }
}

async function back(reply: FastifyReply, board: string, month: string, handled: Promise<Handled>): Promise<void> {
  const { position } = await handled;
  seeOther(reply, `/ediciones/${board}/${month}`, position);
}
