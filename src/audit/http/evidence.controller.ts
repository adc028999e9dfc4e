import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { recordExport } from '../../reads.js';
import { CodePipe } from '../../requests.js';
import { Apart } from '../apart.js';
import { evidenceOf } from '../evidence.js';

/** Whose events may be taken away as a package: the name of their stream by what they are called here. */
const streams: Readonly<Record<string, (id: string) => string>> = {
  cases: (id) => `case-${id}`,
  referrals: (id) => `referral-${id}`,
  boards: (id) => `board-${id}`,
  // `<board>.<month>`: what was frozen, approved and issued, the files themselves among it.
  reports: (id) => `edition-${id}`,
};

/** A history to be taken away and checked elsewhere. */
@ApiTags('Audit')
@Controller('api/audit/evidence')
export class EvidenceController {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Apart) private readonly apart: Apart,
  ) {}

  @Get(':kind/:id')
  @ApiOperation({
    operationId: 'getEvidence',
    summary: 'Paquete de prueba: los sucesos con sus pruebas y el cierre firmado, en un archivo ZIP',
  })
  async evidence(
    @Param('kind') kind: string,
    @Param('id', CodePipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { log, ledger, clock } = this.platform;
    const stream = Object.hasOwn(streams, kind) ? streams[kind]?.(id) : undefined;
    if (stream === undefined || ledger === undefined) throw new Problem(404, 'not-found');
    await this.apart.assertOpen(actor, stream);
    let last: string | undefined;
    let rows = 0;
    for await (const { position } of log.readStream(stream)) {
      last = position;
      rows += 1;
    }
    if (last === undefined) throw new Problem(404, 'not-found');
    const sealed = await ledger.covering(last as Parameters<typeof ledger.covering>[0]);
    if (sealed === undefined) throw new Problem(503, 'report-not-sealed', { retryAfter: 5 });
    const { reader, status } = ledger.events;
    const bytes = await evidenceOf({
      log,
      ledger: reader,
      origin: status.origin,
      madeAt: clock.now(),
      streams: [stream],
    });
    await recordExport(this.platform, actor, { stream, what: 'evidence', rows });
    const name = `prueba-${stream}.zip`;
    await reply.type('application/zip').header('Content-Disposition', `attachment; filename="${name}"`).send(bytes);
  }
}
