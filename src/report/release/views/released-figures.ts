import { projection } from '#projection';
import type { ReleasedFigures } from '../../domain/releasing.js';
import { type EditionEvents, editionEvents } from '../domain/edition-events.js';

/** A release, and when it was made. */
export interface Release {
  readonly id: string;
  readonly at: string;
  readonly figures: ReleasedFigures;
}

const nobody: ReleasedFigures = {
  ...{ board: '', territory: [], month: '', profile: 'board', version: 0 },
  ...{ cells: {}, sums: [], guarded: [] },
};

/** Everything readers were ever told, release by release. List `all`, in the order of time. */
export const releasedFigures = projection<EditionEvents, Release>({
  name: 'released-figures',
  version: 1,
  events: editionEvents,
  key: ({ stream, type, data }) =>
    type === 'FiguresReleased' ? `${stream.slice('edition-'.length)}.${data.version}.${data.profile}` : undefined,
  empty: (id) => ({ id, at: '', figures: nobody }),
  on: {
    FiguresReleased: (release, { data, metadata }) => ({
      ...release,
      at: metadata['recordedAt'] ?? '',
      figures: data,
    }),
  },
  index: ({ at }) => [['all', at]],
});
