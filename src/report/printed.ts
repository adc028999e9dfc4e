import type { PrintedFigure } from '../questions.js';
import { indicators } from './domain/indicators/registry.js';
import type { Figures } from './domain/model.js';

/** The indicators of a report, each with the title of the definition it was counted by. */
export const printed = (figures: Figures): readonly PrintedFigure[] =>
  figures.indicators.map(({ id, version, status, value, numerator, denominator }) => ({
    ...{ id, version, status, value, numerator, denominator },
    title: indicators.find(id, version)?.title_es ?? id,
  }));
