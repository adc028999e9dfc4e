import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches } from 'class-validator';
import { NestedList } from '#service';
import { kinds, type Kind } from '../domain/columns.js';

export class ImportQuery {
  /** Default: what the header says. */
  @IsOptional()
  @IsIn([...kinds])
  kind?: Kind;

  /** Says what would happen, and writes nothing. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  /** Writes nothing if anything is wrong with any row. */
  @IsOptional()
  @IsBoolean()
  strict?: boolean;

  /** The institution of rows that name none; rows of others are refused. Default: the actor's, but for a coordinator. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  institution?: string;
}

export class RowErrorView {
  /** As a spreadsheet counts them: the first of the file is 1. */
  @IsInt()
  row: number;

  /** English name of the column; empty where it is about the whole row. */
  @IsString()
  column: string;

  @IsString()
  code: string;

  /** In Spanish; never what was submitted. */
  @IsString()
  message: string;
}

/** The errors an answer names; `refused` counts all. */
export const mostErrors = 1_000;

export class ImportSummary {
  /** Rows read: the sum of the next four. */
  @IsInt()
  rows: number;

  @IsInt()
  created: number;

  /** Known from an earlier import, with later steps that are new. */
  @IsInt()
  continued: number;

  @IsInt()
  unchanged: number;

  /** Nothing of such a row was written. */
  @IsInt()
  refused: number;

  /** Nothing was written: a dry run, a strict import with errors, or a file that could not be read. */
  @IsBoolean()
  dry: boolean;

  /** The first thousand. */
  @NestedList(() => RowErrorView, mostErrors)
  errors: RowErrorView[];
}
