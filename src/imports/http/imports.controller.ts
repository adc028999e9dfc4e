import { Socket } from 'node:net';
import { Controller, Headers, HttpCode, Inject, type OnModuleInit, Post, Query, Req, Res } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApiBody, ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, Answers, CurrentActor, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { FileRefused, ImportNotAllowed, type RowError } from '../domain/errors.js';
import { importFile } from '../import.js';
import { inspectFile } from '../inspect.js';
import type { Source } from '../csv.js';
import { ImportQuery, ImportSummary, mostErrors } from './import.dto.js';
import { acceptCsv, Upload, withUpload } from './upload.js';

const path = 'api/imports';
/** Acts for the whole board; everybody else imports what is their institution's. */
const everywhere = 'coordinator';

const nothing = { rows: 0, created: 0, continued: 0, unchanged: 0, refused: 0, dry: true };

/** Cases and referrals of other systems, as files. */
@ApiTags('Importación')
@Controller(path)
export class ImportsController implements OnModuleInit {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
  ) {}

  onModuleInit(): void {
    acceptCsv(this.host.httpAdapter.getInstance<FastifyInstance>(), `/${path}`);
  }

  /** Sent again, nothing is recorded twice. 422 with the same shape when the file cannot be read at all. */
  @Post()
  @HttpCode(200)
  @ApiOperation({ operationId: 'importFile', summary: 'Importa casos o derivaciones de un archivo CSV' })
  @ApiConsumes('text/csv')
  @ApiBody({ required: true, schema: { type: 'string' }, description: 'UTF-8, con coma o punto y coma; hasta 20 MB.' })
  @Answers(ImportSummary)
  async import(
    @CurrentActor() actor: Actor,
    @Query() query: ImportQuery,
    @Headers('x-import-demo') demo: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ImportSummary> {
    if (!(request.body instanceof Upload)) throw new Problem(415, 'unsupported-media-type');
    const institution = institutionOf(actor, query.institution);
    const { socket } = request.raw;
    // A long import sends nothing for a while: the connection is not idle for that.
    if (socket instanceof Socket) socket.setTimeout(0);
    return withUpload(request.body, async (source) => {
      try {
        return await this.#import(source, { ...query, actor: actor.code, institution, demo: demo === 'true' });
      } catch (error) {
        if (error instanceof ImportNotAllowed) throw new Problem(403, `import/${error.reason}`);
        if (!(error instanceof FileRefused)) throw error;
        void reply.status(422);
        return { ...nothing, errors: [...error.errors] };
      }
    });
  }

  async #import(
    source: Source,
    {
      kind,
      ...options
    }: Omit<ImportQuery, 'institution'> & {
      readonly actor: string;
      readonly institution: string | undefined;
      readonly demo: boolean;
    },
  ): Promise<ImportSummary> {
    const errors: RowError[] = [];
    const onErrors = (found: readonly RowError[]) => errors.push(...found.slice(0, mostErrors - errors.length));
    const inspected = await inspectFile(source, { kind, institution: options.institution });
    const summary = await importFile(this.platform, source, inspected, { ...options, onErrors });
    return { ...summary, errors };
  }
}

/** @throws Problem 403 rows of another institution than the actor's */
function institutionOf({ role, institution }: Actor, asked: string | undefined): string | undefined {
  if (role === everywhere) return asked;
  if (asked !== undefined && asked !== institution) throw new Problem(403, 'forbidden');
  return institution;
}
