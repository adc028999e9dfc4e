import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { canonicalJson } from '#document';
import { type Actor, CurrentActor, Problem } from '#service';
import { csvOf } from '../../exports/csv.js';
import { csvmType, describing, licenceFrom } from '../../exports/csvw.js';
import { observatoryDescription } from '../../exports/described.js';
import { ExportQuery, sendExport } from '../../exports/http/export-query.js';
import { indicators } from '../domain/indicators/registry.js';
import { observatoryColumns, observatoryOf, observatoryRows } from '../domain/observatory.js';
import { ShownReports } from '../shown.js';

const exampleFiles = Object.fromEntries(
  ['2026-03.csv', '2026-03.csv-metadata.json', '2026-03.json'].map((value) => [value, { value }]),
);

/** A board's indicators for an observatory, by definition and version. */
@ApiTags('Report')
@Controller('api/boards/:board/observatory')
export class ObservatoryController {
  constructor(@Inject(ShownReports) private readonly shown: ShownReports) {}

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
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const observatory = observatoryOf(await this.shown.to(actor, board, query.month), indicators);
    void reply.header('Log-Position', observatory.position);
    if (query.format === 'csv')
      describedAt(reply, `/api/boards/${board}/observatory/${describing(`${query.month}.csv`)}`);
    await sendExport(reply, query, `observatorio-${board}-${query.month}`, {
      json: () => observatory,
      csv: () => csvOf(observatoryColumns, observatoryRows(observatory)),
    });
  }

  /** The month as a table, as what describes the table, or as JSON, each under a name of its own. @throws Problem 404 */
  @Get(':file')
  @ApiOperation({
    operationId: 'getObservatoryFile',
    summary: 'Los indicadores del mes como archivo: la tabla, su descripción (W3C CSVW) o JSON',
  })
  @ApiParam({ name: 'file', examples: exampleFiles })
  async file(
    @Param('board') board: string,
    @Param('file') file: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const [, month, kind] = /^(20\d\d-(?:0[1-9]|1[0-2]))\.(csv|json|csv-metadata\.json)$/u.exec(file) ?? [];
    if (month === undefined) throw new Problem(404, 'not-found');
    const observatory = observatoryOf(await this.shown.to(actor, board, month), indicators);
    const table = `${month}.csv`;
    void reply.header('Log-Position', observatory.position);
    if (kind === 'csv') describedAt(reply, describing(table));
    if (kind === 'csv-metadata.json') {
      const description = observatoryDescription([observatory], { url: table, licence: licenceFrom(process.env) });
      await reply.type(csvmType).send(canonicalJson(description));
      return;
    }
    await sendExport(reply, { month, format: kind === 'csv' ? 'csv' : 'json' }, `observatorio-${board}-${month}`, {
      json: () => observatory,
      csv: () => csvOf(observatoryColumns, observatoryRows(observatory)),
    });
  }
}

/** Says where the description of a table is. */
const describedAt = (reply: FastifyReply, path: string): void =>
  void reply.header('Link', `<${path}>; rel="describedby"; type="${csvmType}"`);
