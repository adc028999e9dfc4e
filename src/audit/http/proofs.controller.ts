import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Matches } from 'class-validator';
import { base64, type LedgerView, noteText, proofText } from '#ledger';
import { type Actor, CurrentActor, Problem, UuidPipe } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import type { Ledgers } from '../ledger/ledgers.js';
import { standingOf } from '../ledger/standing.js';
import type { ConsistencyAnswer, ProofAnswer, StandingAnswer } from './proofs.answers.js';

const logs = ['events', 'reads'] as const;
type LogName = (typeof logs)[number];

/** Which log is asked about. */
export class LogQuery {
  /** `events` unless told: the record; `reads`: who read what. */
  @IsOptional()
  @IsIn(logs)
  log?: LogName;
}

/** Two sizes of a log. */
export class SizesQuery extends LogQuery {
  @IsString()
  @Matches(/^\d{1,15}$/u)
  from: string;

  @IsString()
  @Matches(/^\d{1,15}$/u)
  to: string;
}

/** Proofs that nothing recorded was altered. They hold sizes and hashes, and nobody's data. */
@ApiTags('Audit')
@Controller('api/audit')
export class ProofsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  @Get('checkpoint')
  @ApiOperation({
    operationId: 'getCheckpoint',
    summary: 'Hasta dónde está cerrado y firmado el registro, por quién, y cuántos sucesos esperan',
  })
  async checkpoint(@CurrentActor() actor: Actor): Promise<StandingAnswer> {
    const { events, reads } = this.ledgers(actor);
    return {
      events: await standingOf(events, this.platform.log),
      reads: await standingOf(reads, this.platform.reads),
    };
  }

  @Get('proof/:eventId')
  @ApiOperation({
    operationId: 'getInclusionProof',
    summary: 'La prueba de que un suceso está en el registro firmado',
  })
  proof(
    @Param('eventId', UuidPipe) eventId: string,
    @Query() { log }: LogQuery,
    @CurrentActor() actor: Actor,
  ): ProofAnswer {
    const { reader } = this.view(actor, log);
    const proof = reader.proofOf(eventId);
    const leaf = proof === undefined ? undefined : reader.leaf(proof.index);
    if (proof === undefined || leaf === undefined) throw new Problem(404, 'not-found');
    return {
      eventId,
      index: proof.index,
      leaf: leaf.text,
      inclusion: proof.inclusion.map(base64),
      checkpoint: noteText(proof.checkpoint.note),
      file: proofText(proof),
    };
  }

  @Get('consistency')
  @ApiOperation({
    operationId: 'getConsistencyProof',
    summary: 'La prueba de que el registro de un tamaño es el comienzo del de otro',
  })
  consistency(@Query() { from, to, log }: SizesQuery, @CurrentActor() actor: Actor): ConsistencyAnswer {
    const { reader } = this.view(actor, log);
    const [first, second] = [Number(from), Number(to)];
    if (first > second || second > reader.size) throw new Problem(422, 'audit/no-such-size');
    const at = (size: number) => ({ size, root: base64(reader.rootAt(size)) });
    return { from: at(first), to: at(second), proof: reader.consistency(first, second).map(base64) };
  }

  private view(actor: Actor, log: LogName = 'events'): LedgerView {
    return this.ledgers(actor)[log];
  }

  /** For auditors alone; a process that knows of no ledger has nothing to show. */
  private ledgers(actor: Actor): Ledgers {
    const { ledger } = this.platform;
    if (ledger === undefined || actor.role !== 'auditor') throw new Problem(404, 'not-found');
    return ledger;
  }
}
