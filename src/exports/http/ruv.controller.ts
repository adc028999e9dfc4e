import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Problem } from '#service';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordExport } from '../../reads.js';
import { factsOf } from '../facts.js';
import { ruvCsv, ruvRows } from '../ruv.js';
import { reachOf } from '../ruv-reach.js';
import { ExportQuery, sendExport } from './export-query.js';

/** What the national register of Bolivia asks of those who promote complaints. */
@ApiTags('Exports')
@Controller('api/exports/ruv')
export class RuvController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /**
   * A row an incident of the districts they coordinate, without personal data.
   * @throws Problem 403: rows are for whoever coordinates in Bolivia
   */
  @Get()
  @ApiOperation({
    operationId: 'exportRuv',
    summary: 'Los hechos del mes con la forma del RUV',
    description: 'Solo para quien coordina en Bolivia. `format`: json (por defecto) o csv.',
  })
  async rows(@Query() query: ExportQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    if (countryNow() !== 'BO') throw new Problem(403, 'forbidden');
    const reach = await reachOf(this.platform, this.queries, actor);
    const found = await ruvRows(factsOf(this.platform), query.month, reach);
    const rows = await Promise.all(
      found.map(async (row) => ({ ...row, codigo: await this.#codeIn(query.month, row.codigo) })),
    );
    await recordExport(this.platform, actor, { stream: 'export-ruv', what: 'ruv', rows: rows.length });
    await sendExport(reply, query, `ruv-${query.month}`, {
      json: () => ({ month: query.month, items: rows }),
      csv: () => ruvCsv(rows),
    });
  }

  /** Tells rows of a month apart without the code by which a living case is found. */
  async #codeIn(month: string, code: string): Promise<string> {
    return (await this.platform.vault.mac('ruv-export', JSON.stringify([month, code]))).slice(0, 16);
  }
}
