import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Report } from '#document';
import { type Actor, CurrentActor, Reads } from '#service';
import { Pages } from '../../pages/pages.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import { EvidenceDesk } from '../http/evidence-desk.js';
import { registerBoards } from '../views/register-boards.js';
import { keptRegisters } from '../views/register-views.js';
import { dayName } from '../../pages/time.js';
import { evidenceDocument } from './evidence-document.js';
import { words } from './evidence-words.js';

/** The pages evaluators and donors read. */
@ApiExcludeController()
@Controller()
@Reads(registerBoards, ...keptRegisters.map(({ view }) => view))
export class EvidencePages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
  ) {}

  /** Where somebody from outside starts. */
  @Get('evidencia')
  async boards(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const boards = await this.desk.boards();
    const content = (
      <>
        <h1>{words.boards}</h1>
        {boards.length === 0 && <p class="empty">{words.noBoards}</p>}
        <ul class="rows">
          {boards.map(({ id, name }) => (
            <li key={id}>
              <a class="row" href={`/mesa/${id}/evidencia`}>
                <b>{name}</b>
              </a>
            </li>
          ))}
        </ul>
      </>
    );
    await this.pages.send(reply, actor, 'evidence', content);
  }

  /** @param asked `YYYY-MM`; left out: the last month that has ended */
  @Get('mesa/:board/evidencia')
  async show(
    @Param('board', CodePipe) id: string,
    @Query('mes') asked: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const board = await this.desk.readable(actor, id);
    const month = asked ?? this.desk.lastMonth(board.country);
    const evidence = await this.desk.evidence(board, month);
    const file = (name: string): string => `/api/boards/${id}/evidence/${month}/evidence.${name}`;
    const doc = evidenceDocument(evidence, board, this.desk.today(board), this.platform.demo, dayName);
    const content = (
      <>
        <nav class="around" aria-label={words.files}>
          <p>
            <a href={file('csv')}>CSV</a> · <a href={file('json')}>JSON</a>
          </p>
        </nav>
        <Report doc={doc} />
      </>
    );
    const here = actor.role === 'evaluator' ? 'evidence' : 'board';
    await this.pages.send(reply, actor, here, content, 200, ['report.css']);
  }
}
