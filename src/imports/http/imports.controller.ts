import { Socket } from 'node:net';
import { Controller, Get, Headers, HttpCode, Inject, type OnModuleInit, Post, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Answers, CurrentActor, Problem } from '#service';
import type { Source } from '../csv.js';
import { ImportDesk, type Told } from './import-desk.js';
import { ImportPreview, ImportQuery, ImportSummary, MappingList, ReadingQuery } from './import.dto.js';
import { acceptCsv, Upload, withUpload } from './upload.js';

const path = 'api/imports';
/** The pages that take files too. */
export const pagePath = 'importar';

const body = {
  required: true,
  schema: { type: 'string' },
  description: 'UTF-8 con coma o punto y coma, o como diga la plantilla; hasta 20 MB.',
} as const;

/** Cases and referrals of other systems, as files. */
@ApiTags('Importación')
@Controller(path)
export class ImportsController implements OnModuleInit {
  constructor(
    @Inject(ImportDesk) private readonly desk: ImportDesk,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    acceptCsv(server, [`/${path}`, `/${path}/preview`, `/${pagePath}`]);
  }

  @Get('mappings')
  @ApiOperation({
    operationId: 'listImportMappings',
    summary: 'Las plantillas con que se leen listas de instituciones',
  })
  @Answers(MappingList)
  mappings(): MappingList {
    const { all } = this.desk.mappings;
    return { items: all.map(({ id, version, title, kind, country }) => ({ id, version, title, kind, country })) };
  }

  /** Sent again, nothing is recorded twice. 422 with the same shape when the file cannot be read at all. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'importFile', summary: 'Importa casos o derivaciones de un archivo CSV' })
  @ApiConsumes('text/csv')
  @ApiBody(body)
  @Answers(ImportSummary)
  import(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Headers('x-import-demo') demo: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportSummary> {
    return answered(request, reply, (source) => this.desk.import(source, actor, query, demo === 'true'));
  }

  /** What would become of a file, row by row, with what stands where something is wrong. Nothing is written. */
  @Post('preview')
  @HttpCode(200)
  @ApiOperation({ operationId: 'previewImport', summary: 'Muestra cómo se leería un archivo, sin escribir nada' })
  @ApiConsumes('text/csv')
  @ApiBody(body)
  @Answers(ImportPreview)
  preview(
    @CurrentActor() actor: Actor,
    @Query() query: ReadingQuery,
    @Headers('x-import-demo') demo: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportPreview> {
    return answered(request, reply, (source) => this.desk.preview(source, actor, query, demo === 'true'));
  }
}

async function answered<T>(
  { body, raw }: FastifyRequest,
  reply: FastifyReply,
  work: (source: Source) => Promise<Told<T>>,
): Promise<T> {
  if (!(body instanceof Upload)) throw new Problem(415, 'unsupported-media-type');
  // A long import sends nothing for a while: the connection is not idle for that.
  if (raw.socket instanceof Socket) raw.socket.setTimeout(0);
  const { told, readable } = await withUpload(body, work);
  if (!readable) void reply.status(422);
  return told;
}
