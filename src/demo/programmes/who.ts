import { type DemoBoard, organizationOf } from '../boards/model.js';
import { records } from '../journeys/case-file.js';
import { hour } from '../moments.js';
import type { Random } from '../random.js';

/** Longer than anything takes that somebody is asked for here. */
const aWhile = 35 * 24 * hour;

/** Those of some institutions (suffixes) that record what they do, now and for a while: their codes. */
export const recording = (board: DemoBoard, suffixes: readonly string[], at: number): readonly string[] =>
  suffixes
    .map((suffix) => organizationOf(board, suffix))
    .filter((each) => records(each, at) && records(each, at + aWhile));

/** Any of these. @throws RangeError there is none */
export const oneOf = <T>(items: readonly T[], random: Random): T => random.of(items, () => 1);
