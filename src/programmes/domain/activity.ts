import { registerDecider, type RegisterEvents, type RegisterSpec } from './register.js';
import { activityKinds, sexesReached, topics } from './register-codes.js';
import { field, oneOf, optional, rowsOf } from './register-fields.js';

/** What was done with and for people, and how many it reached: by sex and age in a room, by number on the air. */
export const activities = {
  category: 'activity',
  path: 'activities',
  by: 'on',
  recorded: 'ActivityHeld',
  corrected: 'ActivityCorrected',
  withdrawn: 'ActivityWithdrawn',
  fields: {
    kind: oneOf(activityKinds),
    on: field('happened'),
    topic: oneOf(topics),
    district: field('district'),
    /** A community or a place, as a code. */
    place: optional(field('code')),
    institutions: field('organizations'),
    people: optional(rowsOf({ sex: oneOf(sexesReached), ageBand: field('ageBand'), count: field('count') })),
    /** How many a message is reckoned to have reached. */
    audience: optional(field('count')),
    /** Whom an act of advocacy addressed. */
    addressed: optional(field('organization')),
    project: optional(field('project')),
  },
  steps: {},
} as const satisfies RegisterSpec;

export type ActivityEvents = RegisterEvents<typeof activities>;
export const activityDecider = registerDecider(activities);
