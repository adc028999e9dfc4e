import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiQuery, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { canonicalJson } from '#document';
import { type Actor, CurrentActor, Problem } from '#service';
import { csvmType, describing, licenceFrom } from '../../exports/csvw.js';
import { reportDescription } from '../../exports/described.js';
import { Editions } from '../editions.js';
import { type Format, formats, mediaTypes, render } from '../files.js';
import { ShownReports } from '../shown.js';

/** Which edition of a month is wanted. */
export class EditionQuery {
  /** A position of the record (`Log-Position`): the report as it would have been made then. For auditors. */
  @IsOptional()
  @IsString()
  @Matches(/^[\d.]{1,41}$/u)
  position?: string;

  /** With `position`: the instant at which clocks and waiting times are judged. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/u)
  cutoff?: string;

  /** With `position`: the instant the file was issued at, as its cover says; then its bytes are the same again. */
  @IsOptional()
  @IsString()
  @Matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/u)
  issued?: string;
}

/** What the table of the report is described in (W3C CSVW). */
const description = describing('report.csv');

/** The board's monthly report, in every format. */
@ApiTags('Report')
@Controller('api/boards/:board/reports')
export class ReportController {
  constructor(
    @Inject(Editions) private readonly editions: Editions,
    @Inject(ShownReports) private readonly shown: ShownReports,
  ) {}

  @Get(':month/:file')
  @ApiOperation({
    operationId: 'getBoardReport',
    summary: 'El informe del mes como archivo',
    description:
      'Una vez publicado para la mesa, lleva a la versión publicada. Con `position` y `cutoff`, el informe como se habría emitido entonces: solo para auditoría.',
  })
  @ApiParam({ name: 'month', example: '2025-10' })
  @ApiParam({ name: 'file', enum: [...formats.map((format) => `report.${format}`), description] })
  @ApiQuery({ name: 'position', required: false })
  @ApiQuery({ name: 'cutoff', required: false })
  async file(
    @Param('board') board: string,
    @Param('month') month: string,
    @Param('file') file: string,
    @Query() query: EditionQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const described = file === description;
    const format = described ? 'csv' : formats.find((each) => file === `report.${each}`);
    if (format === undefined) throw new Problem(404, 'not-found');
    const { position, cutoff } = query;
    if ((position === undefined) !== (cutoff === undefined)) throw new Problem(400, 'report-edition-incomplete');
    // What two positions differ by may be one person: whoever picks them undoes what is withheld.
    if (position !== undefined && actor.role !== 'auditor') throw new Problem(403, 'forbidden');
    await this.editions.readable(actor, board);
    const issued = actor.role === 'auditor' ? undefined : await this.shown.version(board, month);
    if (issued !== undefined && !described) {
      const folder = `/api/boards/${board}/editions/${month}/${issued}/board`;
      await reply.status(303).header('Location', `${folder}/${file}`).send();
      return;
    }
    const report =
      position === undefined || cutoff === undefined
        ? await this.shown.to(actor, board, month)
        : await this.editions.asOf(
            board,
            month,
            position,
            canonical(cutoff),
            query.issued === undefined ? undefined : canonical(query.issued),
          );
    if (described) {
      const made = reportDescription(report, { url: 'report.csv', licence: licenceFrom(process.env) });
      await reply.type(csvmType).header('Log-Position', report.seal.position).send(canonicalJson(made));
      return;
    }
    if (format === 'csv') void reply.header('Link', `<${description}>; rel="describedby"; type="${csvmType}"`);
    await this.send(reply, report.seal.position, await render(report, format), format, `${board}-${month}`);
  }

  private async send(
    reply: FastifyReply,
    position: string,
    bytes: Uint8Array,
    format: Format,
    name: string,
  ): Promise<void> {
    await reply
      .type(mediaTypes[format])
      .header('Log-Position', position)
      .header(
        'Content-Disposition',
        `${format === 'html' || format === 'json' ? 'inline' : 'attachment'}; filename="${name}.${format}"`,
      )
      .send(Buffer.from(bytes));
  }
}

/** Instants are compared as text, so they are written one way: with milliseconds. */
const canonical = (written: string): string => new Date(written).toISOString();
