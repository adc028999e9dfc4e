import type { Measured, MeasurePhase } from '../domain/participant-measure.js';

/** A measure without its answers: with which instrument, its points, and of the second what changed. */
export type ShownMeasure = Pick<Measured, 'instrument' | 'version' | 'score' | 'change' | 'favourable'>;

/** The measures of one participant. */
export type ShownMeasures = Readonly<{ [P in MeasurePhase]?: ShownMeasure }>;

/** The measures after one more was taken. */
export function withMeasure(before: ShownMeasures | undefined, taken: Measured): ShownMeasures {
  const { phase, instrument, version, score, change, favourable } = taken;
  const compared = change === undefined || favourable === undefined ? {} : { change, favourable };
  return { ...before, [phase]: { instrument, version, score, ...compared } };
}
