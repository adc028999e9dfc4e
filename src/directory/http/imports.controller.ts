import { Controller, HttpCode, Inject, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { IsBoolean, IsInt, IsOptional, IsString } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { type Actor, Answers, CurrentActor, NestedList, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { importDirectory, type ImportSummary, listIn } from '../import/import.js';

export class DirectoryImportQuery {
  /** A rehearsal: says what would happen, and writes nothing. */
  @IsOptional()
  @IsBoolean()
  dry?: boolean;
}

export class DirectoryImportError {
  @IsInt()
  row: number;

  @IsString()
  pointer: string;

  @IsString()
  code: string;

  @IsString()
  message: string;
}

export class DirectoryImportSummary {
  @IsInt()
  rows: number;

  @IsInt()
  created: number;

  @IsInt()
  changed: number;

  @IsInt()
  unchanged: number;

  @IsInt()
  refused: number;

  @IsBoolean()
  dry: boolean;

  @NestedList(() => DirectoryImportError, 500)
  errors: DirectoryImportError[];
}

/** A whole directory at once, by whoever coordinates. */
@ApiTags('Directory')
@Controller('api/directory/imports')
export class DirectoryImportsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** A list of organizations with their services. Sent again, it changes nothing. */
  @Post()
  @HttpCode(200)
  @ApiBody({ required: true, schema: { type: 'object' } })
  @Answers(DirectoryImportSummary)
  async import(
    @CurrentActor() actor: Actor,
    @Query() { dry = false }: DirectoryImportQuery,
    @Req() request: FastifyRequest,
  ): Promise<ImportSummary> {
    const list = listIn(request.body);
    if (list === undefined) throw new Problem(422, 'directory/import-unreadable');
    return importDirectory(this.platform, list, { dry, actor: actor.code, institution: actor.institution });
  }
}
