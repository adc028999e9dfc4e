import { Refusal } from '#decider';
import { localDate } from '#terms';
import { changeBetween, changeInstrument, changeInstrumentOn, changeScore, zoneOf } from '../../protocol/index.js';

/** A measure is taken before and after. */
export const measurePhases = ['PRE', 'POST'] as const;
export type MeasurePhase = (typeof measurePhases)[number];

/** What a participant of whatever programme answered: item → place in the scale. */
export interface MeasureCommand {
  readonly do: 'measure';
  readonly phase: MeasurePhase;
  readonly answers: Readonly<Record<string, number>>;
}

/** A measure as an event keeps it, beside the answers, which are sealed. */
export interface Measured {
  readonly phase: MeasurePhase;
  readonly instrument: string;
  readonly version: number;
  readonly score: number;
  /** Points since the one before, and whether the instrument calls that favourable: of the second alone. */
  readonly change?: number;
  readonly favourable?: boolean;
}

/** The measures of one participant. */
export type Measures = Readonly<{ [P in MeasurePhase]?: Measured }>;

/**
 * Scores a measure. The second is taken with the very instrument of the first, whatever is in force by then.
 * @throws Refusal `measure/taken`, `measure/no-first`, `measure/no-instrument`, `measure/bad-answers`
 */
export function measured(
  { phase, answers }: MeasureCommand,
  before: Measures,
  country: string,
  effectiveAt: string,
): Measured {
  if (before[phase] !== undefined) throw new Refusal('measure/taken', 'this measure was taken already');
  const first = before.PRE;
  if (phase === 'POST' && first === undefined) {
    throw new Refusal('measure/no-first', 'nothing was measured before, so nothing can be compared');
  }
  const instrument =
    first === undefined
      ? changeInstrumentOn(localDate(effectiveAt, zoneOf(country)))
      : changeInstrument(first.instrument, first.version);
  if (instrument === undefined) throw new Refusal('measure/no-instrument', 'no instrument is in force', 'invalid');
  let score: number;
  try {
    score = changeScore(instrument, answers);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal('measure/bad-answers', 'every item takes one answer of the scale', 'invalid');
  }
  const { code, version } = instrument;
  return {
    ...{ phase, instrument: code, version, score },
    ...(first === undefined ? {} : changeBetween(instrument, first.score, score)),
  };
}
