import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { canonicalJson, renderCsv } from '#document';
import { type Actor, CurrentActor, Problem, Reads } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import { evidenceDocument } from '../pages/evidence-document.js';
import { registerBoards } from '../views/register-boards.js';
import { keptRegisters } from '../views/register-views.js';
import { EvidenceDesk } from './evidence-desk.js';

const types: Readonly<Record<string, string>> = {
  'evidence.json': 'application/json; charset=utf-8',
  'evidence.csv': 'text/csv; charset=utf-8',
};

/** What a board shows outside: totals, money and outcomes, to read by program or in a spreadsheet. */
@ApiTags('Registers')
@Controller('api/boards/:board/evidence')
@Reads(registerBoards, ...keptRegisters.map(({ view }) => view))
export class EvidenceController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(EvidenceDesk) private readonly desk: EvidenceDesk,
  ) {}

  @Get(':month/:file')
  @ApiOperation({
    operationId: 'getBoardEvidence',
    summary: 'Totales, dinero y resultados, sin casos ni personas',
    description: 'Del año del mes; las cifras, las del mes cuando ha terminado, con la reserva para el público.',
  })
  @ApiParam({ name: 'month', example: '2026-02' })
  @ApiParam({ name: 'file', enum: Object.keys(types) })
  async file(
    @Param('board', CodePipe) id: string,
    @Param('month') month: string,
    @Param('file') file: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const type = types[file];
    if (type === undefined) throw new Problem(404, 'not-found');
    const board = await this.desk.readable(actor, id);
    const evidence = await this.desk.evidence(board, month);
    const made = (): string => renderCsv(evidenceDocument(evidence, board, this.desk.today(board), this.platform.demo));
    await reply.type(type).send(file.endsWith('.csv') ? made() : `${canonicalJson(evidence)}\n`);
  }
}
