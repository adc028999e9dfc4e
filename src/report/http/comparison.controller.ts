import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Problem } from '#service';
import { comparisonDocument } from '../document/comparison.js';
import type { Comparison } from '../domain/comparison.js';
import { formats, mediaTypes, renderAs } from '../files.js';
import { ShownReports } from '../shown.js';

/** Which boards are compared, and in which month. */
export class ComparisonQuery {
  /** Codes of two boards, with a comma between them. */
  @IsString()
  boards!: string;

  @IsString()
  @Matches(/^\d{4}-(0[1-9]|1[0-2])$/u)
  month!: string;

  /** @throws Problem 400 `report-two-boards` */
  static boardsOf({ boards }: ComparisonQuery): readonly [string, string] {
    const [one, other, ...more] = boards.split(',').map((code) => code.trim());
    if (!one || !other || more.length > 0) throw new Problem(400, 'report-two-boards');
    return [one, other];
  }
}

/** Two boards side by side, on what both are counted by. */
@ApiTags('Report')
@Controller('api/reports/comparison')
export class ComparisonController {
  constructor(@Inject(ShownReports) private readonly shown: ShownReports) {}

  @Get()
  @ApiOperation({ operationId: 'compareBoards', summary: 'Dos instancias, en los indicadores que ambas cuentan igual' })
  @ApiQuery({ name: 'boards', example: 'mesa-150112,mesa-150101' })
  @ApiQuery({ name: 'month', example: '2025-10' })
  async comparison(@Query() query: ComparisonQuery, @CurrentActor() actor: Actor): Promise<Comparison> {
    return (await this.shown.comparison(actor, ComparisonQuery.boardsOf(query), query.month)).comparison;
  }

  @Get(':file')
  @ApiOperation({ operationId: 'compareBoardsAsFile', summary: 'La comparación como archivo de una hoja' })
  @ApiParam({ name: 'file', enum: formats.map((format) => `report.${format}`) })
  async file(
    @Param('file') file: string,
    @Query() query: ComparisonQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = formats.find((each) => file === `report.${each}`);
    if (format === undefined) throw new Problem(404, 'not-found');
    const { comparison, reports } = await this.shown.comparison(actor, ComparisonQuery.boardsOf(query), query.month);
    const bytes = await renderAs(format, () => comparisonDocument(comparison, reports), comparison);
    await reply.type(mediaTypes[format]).send(Buffer.from(bytes));
  }
}
