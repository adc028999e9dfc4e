/** The closed lists of this capability. Their words are the pages'. */

export const sessionKinds = ['ordinary', 'extraordinary'] as const;
export type SessionKind = (typeof sessionKinds)[number];

/** What an item of an agenda is about. */
export const agendaKinds = [
  'AGREEMENT_FOLLOW_UP',
  'MONTHLY_REPORT',
  'PLAN_FOLLOW_UP',
  'SERVICES',
  'PREVENTION',
  'POLICY_MONITORING',
  'BUDGET',
  'INTERNAL',
  'OTHER',
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** Why a session is put off or called off. */
export const sessionReasons = ['NO_QUORUM_EXPECTED', 'EMERGENCY', 'HOLIDAY', 'NO_PLACE', 'OTHER'] as const;
export type SessionReason = (typeof sessionReasons)[number];

/** Who of an organisation came, and how. */
export const representatives = ['titular', 'alternate'] as const;
export type Representative = (typeof representatives)[number];
export const presences = ['in-person', 'remote'] as const;
export type Presence = (typeof presences)[number];

/** How an agreement is coming along. */
export const progressNotes = [
  'STARTED',
  'ADVANCING',
  'WAITING_ON_OTHERS',
  'NO_BUDGET',
  'NO_STAFF',
  'NOT_STARTED',
] as const;
export type ProgressNote = (typeof progressNotes)[number];

/** Why an agreement is given up. */
export const cancelReasons = ['NO_LONGER_NEEDED', 'REPLACED', 'OUTSIDE_COMPETENCE', 'NO_BUDGET', 'OTHER'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Where an action of a plan stands. */
export const actionStates = ['not-started', 'in-progress', 'done', 'stopped'] as const;
export type ActionState = (typeof actionStates)[number];
