import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Matches } from 'class-validator';
import { NestedList } from '#service';
import { kinds, type Kind } from '../domain/columns.js';
import { mostProblems } from '../preview.js';

/** How a file is read. */
export class ReadingQuery {
  /** Default: what the header says, or the mapping. */
  @IsOptional()
  @IsIn([...kinds])
  kind?: Kind;

  /** The list is an institution's own: the mapping it is read by, as `id` or `id@version`. */
  @IsOptional()
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{0,59}(@\d{1,6})?$/u)
  mapping?: string;

  /** The institution of rows that name none; rows of others are refused. Default: the actor's, but for a coordinator. */
  @IsOptional()
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,79}$/u)
  institution?: string;
}

export class ImportQuery extends ReadingQuery {
  /** Says what would happen, and writes nothing. */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;

  /** Writes nothing if anything is wrong with any row. */
  @IsOptional()
  @IsBoolean()
  strict?: boolean;
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

  /** What the list calls the column, where a mapping says so. */
  @IsOptional()
  @IsString()
  heading?: string;
}

/** The same, with what stands in the file there: for whoever sent it. */
export class ProblemView extends RowErrorView {
  @IsString()
  read: string;
}

/** The errors an answer names; `refused` counts all. */
export const mostErrors = 1_000;

class Outcomes {
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

  /** The mapping it was read by: `id@version`. */
  @IsOptional()
  @IsString()
  mapping?: string;
}

export class ImportSummary extends Outcomes {
  /** The first thousand. */
  @NestedList(() => RowErrorView, mostErrors)
  errors: RowErrorView[];
}

class SampleCellView {
  @IsString()
  column: string;

  /** What the list calls it. */
  @IsString()
  heading: string;

  /** What stands there. */
  @IsString()
  read: string;

  /** What it is taken for; absent where it cannot be read. */
  @IsOptional()
  @IsString()
  value?: string;
}

class SampleRowView {
  @IsInt()
  row: number;

  @NestedList(() => SampleCellView, 60)
  cells: SampleCellView[];
}

export class ImportPreview extends Outcomes {
  /** Absent where the file could not be read at all. */
  @IsOptional()
  @IsString()
  encoding?: string;

  /** The first rows, as they would be read. */
  @NestedList(() => SampleRowView, 10)
  sample: SampleRowView[];

  @NestedList(() => ProblemView, mostProblems)
  problems: ProblemView[];
}

class MappingView {
  @IsString()
  id: string;

  @IsInt()
  version: number;

  @IsString()
  title: string;

  @IsIn([...kinds])
  kind: Kind;

  @IsString()
  country: string;
}

export class MappingList {
  @NestedList(() => MappingView, 1_000)
  items: MappingView[];
}
