import { projection } from '#projection';
import { localDate } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { type HelpEvents, helpEvents } from '../domain/community-help-events.js';

/** A line of a council's notebook; how to reach the person is not in it. */
export interface HelpCard {
  readonly id: string;
  readonly council: string;
  readonly at: string;
  /** The local month in which it happened: `2026-03`. */
  readonly month: string;
  readonly community: string;
  readonly matter: string;
  readonly sex: string;
  readonly ageBand: string;
  readonly language: string;
  /** Each once, whenever it was done. */
  readonly acts: readonly string[];
  readonly case?: string;
  /** Where it was handed on. */
  readonly to?: string;
}

/** Records by id. Lists: `council/<code>`, and `council/<code>/<month>`, by when it happened. */
export const communityHelps = projection<HelpEvents, HelpCard>({
  name: 'community-helps',
  version: 1,
  events: helpEvents,
  key: ({ stream }) => stream.slice('help-'.length),
  empty: (id) => ({
    ...{ id, council: '', at: '', month: '', community: '', matter: '', sex: '', ageBand: '', language: '' },
    acts: [],
  }),
  on: {
    HelpRecorded: (card, { data, metadata }) => {
      const { council, community, matter, sex, ageBand, language, acts, handed, country } = data;
      const at = metadata['effectiveAt'] ?? '';
      return {
        ...{ ...card, council, community, matter, sex, ageBand, language, acts, at },
        month: at === '' ? '' : localDate(at, zoneOf(country)).slice(0, 7),
        ...(handed === undefined ? {} : { case: handed.case, to: handed.to }),
      };
    },
    HelpContinued: (card, { data: { act } }) => ({ ...card, acts: [...new Set([...card.acts, act])] }),
  },
  index: ({ council, month, at }) => [
    [`council/${council}`, at],
    [`council/${council}/${month}`, at],
  ],
});
