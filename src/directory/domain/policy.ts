/** What a network decides for itself about its directory: no norm gives these numbers, and a board may change them. */
export const directoryPolicy = {
  /** An entry nobody assured for longer is marked as stale. */
  staleAfterDays: 90,
  /** That nothing is free bars a referral only so long: an old count is a note. */
  fullForHours: 72,
  /** At these risks a service that is closed now is no help. */
  urgentRisks: ['SEVERE'],
  /** Kinds made for violence or for families alone: asked before general ones of the same service. */
  specialisedKinds: ['POLICE_FAMILY', 'POLICE_SPECIAL', 'FAMILY_COURT', 'PROSECUTOR_FAMILY', 'CEM', 'SLIM'],
} as const satisfies Readonly<Record<string, number | readonly string[]>>;
