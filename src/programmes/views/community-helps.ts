import { projection } from '#projection';
import { localDate } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { type HelpEvents, helpEvents } from '../domain/community-help-events.js';

/** A line of a council's notebook; how to reach the person is not in it. */
export interface HelpCard {
  readonly id: string;
  readonly council: string;
  readonly country: string;
  /** Random id of who was helped, made for this record. */
  readonly person: string;
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

/** Records by id. Lists: `council/<code>`, `council/<code>/<month>` and `person/<id>`, by when it happened. */
export const communityHelps = projection<HelpEvents, HelpCard>({
  name: 'community-helps',
  version: 2,
  events: helpEvents,
  key: ({ stream }) => stream.slice('help-'.length),
  empty: (id) => ({
    ...{ id, council: '', country: '', person: '', at: '', month: '', community: '', matter: '', sex: '' },
    ...{ ageBand: '', language: '', acts: [] },
  }),
  on: {
    HelpRecorded: (card, { data, metadata }) => {
      const { council, country, person, community, matter, sex, ageBand, language, acts, handed } = data;
      const at = metadata['effectiveAt'] ?? '';
      return {
        ...{ ...card, council, country, person, community, matter, sex, ageBand, language, acts, at },
        month: at === '' ? '' : localDate(at, zoneOf(country)).slice(0, 7),
        ...(handed === undefined ? {} : { case: handed.case, to: handed.to }),
      };
    },
    HelpContinued: (card, { data: { act } }) => ({ ...card, acts: [...new Set([...card.acts, act])] }),
  },
  index: ({ council, person, month, at }) => [
    [`council/${council}`, at],
    [`council/${council}/${month}`, at],
    [`person/${person}`, at],
  ],
});
