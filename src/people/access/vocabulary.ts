import type { Role } from '../domain/roles.js';
import type { orderClass } from '../domain/sealing.js';

/** The words of the policies. Their schema, `policies-cedar/schema.cedarschema`, says which go together. */

/** What a person's data is sealed as in cases and referrals: each class has a key of its own. */
export const fieldClasses = [
  'identity',
  'contact',
  'location',
  'shelter',
  'narrative',
  'risk',
  'aggressor',
  'children',
  'reporter',
] as const;
export type CaseClass = (typeof fieldClasses)[number];
/** What a programme's own files are sealed as, which are no part of any case. */
export const programmeClass = 'programme';
export type FieldClass = CaseClass | typeof programmeClass | typeof orderClass;

/** What is done to a thing that has an owner; on a case or on a referral. */
export const caseActions = [
  'readCase',
  'workOnCase',
  'seeReads',
  'declareConflict',
  'liftConflict',
  'askAfter',
  'breakGlass',
] as const;
export const referralActions = ['readReferral', 'workOnReferral'] as const;
/** What is done where no one person's data is looked at yet. */
export const officeActions = [
  ...['startCasework', 'listCasework', 'searchPersons', 'askEmergency'],
  ...[
    'look',
    'readEvidence',
    'leadBoard',
    'keepProgramme',
    'keepRights',
    'linkPersons',
    'keepEntry',
    'keepDirectory',
    'auditHistory',
    'importHistory',
  ],
  ...[
    'readStaff',
    'enrolStaff',
    'reviewGlass',
    'giveRole',
    'approveUnmasking',
    'openProgramme',
    'keepSeals',
    'readOrder',
  ],
] as readonly OfficeAction[];

export type CaseAction = (typeof caseActions)[number];
export type ReferralAction = (typeof referralActions)[number];
export type OfficeAction =
  | 'startCasework'
  | 'listCasework'
  | 'searchPersons'
  | 'askEmergency'
  | 'look'
  | 'readEvidence'
  | 'leadBoard'
  | 'keepProgramme'
  | 'keepRights'
  | 'linkPersons'
  | 'keepEntry'
  | 'keepDirectory'
  | 'auditHistory'
  | 'importHistory'
  | 'readStaff'
  | 'enrolStaff'
  | 'reviewGlass'
  | 'giveRole'
  | 'approveUnmasking'
  | 'openProgramme'
  | 'keepSeals'
  | 'readOrder';
export type OpenAction = `open${Capitalize<CaseClass>}`;

/** What an institution is to a case or a referral. */
export const relations = ['owner', 'court', 'reported', 'party', 'expired', 'withdrawn', 'none'] as const;
export type Relation = (typeof relations)[number];

export const caseStates = ['open', 'closed', 'sealed', 'erased'] as const;
export type CaseState = (typeof caseStates)[number];

/** What for. Recorded with every read. */
export const purposes = ['care', 'search', 'index', 'emergency', 'review'] as const;
export type Purpose = (typeof purposes)[number];

/** A role, or the system itself. */
export type Acting = Role | 'system';

/** A case or a referral, as it stands to whoever asks. */
export interface Standing {
  readonly relation: Relation;
  readonly state: CaseState;
  /** Whoever asks must not see it. */
  readonly conflict: boolean;
  /** They took emergency access to it, which lasts. */
  readonly glass: boolean;
}

interface Asked {
  readonly role: Acting;
  readonly purpose: Purpose;
}

/** What is asked of the policies: everything an answer depends on, and nothing that says who or whose. */
export type Question =
  | (Asked & { readonly action: CaseAction | OpenAction; readonly kind: 'Case' } & Standing)
  | (Asked & { readonly action: ReferralAction | OpenAction; readonly kind: 'Referral' } & Standing)
  | (Asked & {
      readonly action: OfficeAction;
      readonly kind: 'Office';
      readonly own: boolean;
      /** The role that would be given, where one is. */
      readonly given?: Role;
    });

/** The answer, and the rules it follows from: those that forbid, or else those that permit; none: nothing permits it. */
export interface Decision {
  readonly allowed: boolean;
  readonly policies: readonly string[];
}

export const openAction = (of: CaseClass): OpenAction =>
  `open${of.charAt(0).toUpperCase()}${of.slice(1)}` as OpenAction;
