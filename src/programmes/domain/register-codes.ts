/** The closed lists of the registers. Their words are the pages'. */

/** What an entry is about, after the themes boards and projects work on. */
export const topics = [
  'RIGHTS_AND_ROUTES',
  'PREVENTION',
  'CARE_OF_CASES',
  'RISK_ASSESSMENT',
  'PROTECTION_MEASURES',
  'SEXUAL_VIOLENCE',
  'CHILDHOOD',
  'MASCULINITIES',
  'COEXISTENCE_AT_SCHOOL',
  'INTERCULTURAL_CARE',
  'EQUALITY_POLICY',
  'PARTICIPATION',
] as const;

export const activityKinds = [
  'AWARENESS',
  'CAMPAIGN',
  'FAIR',
  'WORKSHOP',
  'CAPACITY_BUILDING',
  'ASSEMBLY',
  'RADIO',
  'ADVOCACY',
  'PUBLIC_EVENT',
] as const;

/** As attendance lists have it. */
export const sexesReached = ['F', 'M', 'UNKNOWN'] as const;

export const normKinds = [
  'REGIONAL_BYLAW',
  'MUNICIPAL_BYLAW',
  'MUNICIPAL_LAW',
  'RESOLUTION',
  'DIRECTIVE',
  'PROTOCOL',
] as const;

export const certificateEndings = ['LEFT_THE_POST', 'REVOKED', 'REPLACED'] as const;

export const materialKinds = ['BROCHURE', 'VIDEO', 'RADIO_SPOT', 'GUIDE', 'STUDY', 'REPORT'] as const;
export const materialLanguages = ['ES', 'QU', 'AY', 'SIGN', 'OTHER_INDIGENOUS'] as const;

export const projectKinds = ['COOPERATION', 'PARTICIPATORY_BUDGET'] as const;
/** The way of a project through a participatory budget, in its order. */
export const projectStages = ['PROPOSED', 'PRIORITISED', 'FUNDED', 'EXECUTED'] as const;

export const budgetPurposes = ['COUNCILS', 'SERVICES', 'PREVENTION', 'TRAINING', 'OTHER'] as const;

/** What citizens watch over. */
export const findingTopics = [
  'SERVICE_CLOSED',
  'WAITING_TIME',
  'TREATMENT_OF_PEOPLE',
  'STAFF_MISSING',
  'BUDGET_NOT_SPENT',
  'PLAN_NOT_FOLLOWED',
  'NORM_NOT_APPLIED',
  'LANGUAGE_NOT_SPOKEN',
  'ACCESS_FOR_DISABILITY',
] as const;
export const findingAnswers = ['ACCEPTED', 'ACCEPTED_IN_PART', 'NOT_ACCEPTED', 'NOT_OURS'] as const;
export const findingEndings = ['PUT_RIGHT', 'NOT_PUT_RIGHT', 'NO_LONGER_APPLIES'] as const;
