import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { csvOf } from '../../exports/csv.js';
import { ExportQuery, sendExport } from '../../exports/http/export-query.js';
import { indicators } from '../domain/indicators/registry.js';
import { observatoryColumns, observatoryOf, observatoryRows } from '../domain/observatory.js';
import { Editions } from '../editions.js';

/** A board's indicators for an observatory, by definition and version. */
@ApiTags('Report')
@Controller('api/boards/:board/observatory')
export class ObservatoryController {
  constructor(@Inject(Editions) private readonly editions: Editions) {}

  /** @throws Refusal as the report of the month does */
  @Get()
  @ApiOperation({
    operationId: 'getObservatory',
    summary: 'Los indicadores del mes para un observatorio, con su definición',
    description: 'Lo que el informe reserva también se reserva aquí. `format`: json (por defecto) o csv.',
  })
  async indicators(
    @Param('board') board: string,
    @Query() query: ExportQuery,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const observatory = observatoryOf(await this.editions.live(board, query.month), indicators);
    void reply.header('Log-Position', observatory.position);
    await sendExport(reply, query, `observatorio-${board}-${query.month}`, {
      json: () => observatory,
      csv: () => csvOf(observatoryColumns, observatoryRows(observatory)),
    });
  }
}
