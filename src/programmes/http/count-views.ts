import { IsInt, IsOptional, IsString } from 'class-validator';

/** How many of a code; null: withheld. */
export class CountView {
  @IsString()
  code: string;

  @IsOptional()
  @IsInt()
  count: number | null;
}

/** Counts by code, as a list. */
export const counted = <N extends number | null>(counts: Readonly<Record<string, N>>) =>
  Object.entries(counts).map(([code, count]) => ({ code, count }));
