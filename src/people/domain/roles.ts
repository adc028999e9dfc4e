/**
 * What people do here. `worker` and `supervisor` attend; `coordinator` and `board` read figures and lead a board, and
 * never see a case; `auditor` replays what was recorded, sealed as it is; `data-officer` looks after personal data;
 * `administrator` says who works here; `evaluator` comes from outside, and reads what a board shows outside and nothing else.
 */
export const roles = [
  'worker',
  'supervisor',
  'coordinator',
  'board',
  'auditor',
  'data-officer',
  'administrator',
  'evaluator',
] as const;
export type Role = (typeof roles)[number];

/** Why somebody may not come in for a while. */
export const suspensionReasons = ['LEAVE', 'INQUIRY', 'LOST_DEVICE', 'OTHER'] as const;
export type SuspensionReason = (typeof suspensionReasons)[number];
