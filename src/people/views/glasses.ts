import type { Personal } from '#decider';
import { projection } from '#projection';
import { type GlassEvents, glassEvents, type GlassReason, type ReviewOutcome } from '../domain/break-glass.js';

/** An emergency access, as whoever reviews it sees it. */
export interface Glass {
  readonly id: string;
  readonly staff: string;
  readonly institution: string;
  readonly case: string;
  readonly owner: string;
  readonly country: string;
  readonly reason: GlassReason | '';
  readonly at: string;
  readonly until: string;
  readonly reviewBy: string;
  readonly status: 'waiting' | 'missed' | 'reviewed';
  readonly outcome?: ReviewOutcome;
  /** Sealed, with where it was sealed. */
  readonly explanation?: {
    readonly section: Personal<string>;
    readonly eventId: string;
    readonly revision: number;
    readonly schema: number;
  };
}

const empty = (id: string): Glass => ({
  ...{ id, staff: '', institution: '', case: '', owner: '', country: '', reason: '' },
  ...{ at: '', until: '', reviewBy: '', status: 'waiting' },
});

/**
 * Emergency accesses. Lists: `of/<staff>/<case>` by when each ends, `case/<id>`, `owner/<institution>` and `all` by when it
 * was taken; `unreviewed` by until when it must be reviewed, and `review-due`, the same without those that were missed.
 */
export const glasses = projection<GlassEvents, Glass>({
  name: 'glasses',
  version: 1,
  events: glassEvents,
  key: ({ data }) => data.glass,
  empty,
  on: {
    GlassBroken: (glass, { id: eventId, revision, metadata, data }) => {
      const { staff, institution, case: of, owner, country, reason, until, reviewBy, explanation: section } = data;
      const at = metadata['recordedAt'] ?? '';
      const explanation = { section, eventId, revision, schema: Number(metadata['schema'] ?? 1) };
      return { ...glass, staff, institution, case: of, owner, country, reason, at, until, reviewBy, explanation };
    },
    GlassReviewed: (glass, { data }) => ({ ...glass, status: 'reviewed', outcome: data.outcome }),
    GlassReviewMissed: (glass) => ({ ...glass, status: 'missed' }),
  },
  index: ({ staff, case: of, owner, at, until, reviewBy, status }) => [
    [`of/${staff}/${of}`, until],
    [`case/${of}`, at],
    [`owner/${owner}`, at],
    ['all', at],
    ...(status === 'reviewed' ? [] : [['unreviewed', reviewBy] as const]),
    ...(status === 'waiting' ? [['review-due', reviewBy] as const] : []),
  ],
});
