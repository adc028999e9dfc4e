/* Made by `npm run client` from the OpenAPI document: change the routes and their DTOs, not this file. */

export interface Schemas {
  AbsenceDto: { readonly effectiveAt?: string | null };
  AcceptanceDto: { readonly effectiveAt?: string | null };
  ActionProgressDto: {
    readonly state: 'not-started' | 'in-progress' | 'done' | 'stopped';
    readonly progress: number;
    readonly spent: Schemas['MoneyDto'];
    readonly evidence?: string | null;
  };
  ActionStandingView: {
    readonly action: string;
    readonly state: 'not-started' | 'in-progress' | 'done' | 'stopped';
    readonly progress: number;
    readonly expected: number;
    readonly light: 'green' | 'amber' | 'red' | 'grey';
    readonly spent: Schemas['MoneyDto'];
  };
  ActivityCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly kind:
      | 'AWARENESS'
      | 'CAMPAIGN'
      | 'FAIR'
      | 'WORKSHOP'
      | 'CAPACITY_BUILDING'
      | 'ASSEMBLY'
      | 'RADIO'
      | 'ADVOCACY'
      | 'PUBLIC_EVENT';
    readonly on: string;
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly district: string;
    readonly place?: string | null;
    readonly institutions: readonly string[];
    readonly people?: readonly Schemas['ActivityHeldpeopleRow'][] | null;
    readonly audience?: number | null;
    readonly addressed?: string | null;
    readonly project?: string | null;
  };
  ActivityHeldDto: {
    readonly kind:
      | 'AWARENESS'
      | 'CAMPAIGN'
      | 'FAIR'
      | 'WORKSHOP'
      | 'CAPACITY_BUILDING'
      | 'ASSEMBLY'
      | 'RADIO'
      | 'ADVOCACY'
      | 'PUBLIC_EVENT';
    readonly on: string;
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly district: string;
    readonly place?: string | null;
    readonly institutions: readonly string[];
    readonly people?: readonly Schemas['ActivityHeldpeopleRow'][] | null;
    readonly audience?: number | null;
    readonly addressed?: string | null;
    readonly project?: string | null;
  };
  ActivityHeldStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
  };
  ActivityHeldView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly kind?:
      | 'AWARENESS'
      | 'CAMPAIGN'
      | 'FAIR'
      | 'WORKSHOP'
      | 'CAPACITY_BUILDING'
      | 'ASSEMBLY'
      | 'RADIO'
      | 'ADVOCACY'
      | 'PUBLIC_EVENT'
      | null;
    readonly on?: string | null;
    readonly topic?:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
      | null;
    readonly district?: string | null;
    readonly place?: string | null;
    readonly institutions?: readonly string[] | null;
    readonly people?: readonly Schemas['ActivityHeldpeopleRow'][] | null;
    readonly audience?: number | null;
    readonly addressed?: string | null;
    readonly project?: string | null;
    readonly steps: readonly Schemas['ActivityHeldStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  ActivityHeldpeopleRow: { readonly sex: 'F' | 'M' | 'UNKNOWN'; readonly ageBand: string; readonly count: number };
  ActivityView: {
    readonly planned: number;
    readonly held: number;
    readonly withoutQuorum: number;
    readonly postponed: number;
    readonly cancelled: number;
    readonly agreements: number;
    readonly attendance: readonly Schemas['ComingView'][];
  };
  AgendaItemDto: {
    readonly kind:
      | 'AGREEMENT_FOLLOW_UP'
      | 'MONTHLY_REPORT'
      | 'PLAN_FOLLOW_UP'
      | 'SERVICES'
      | 'PREVENTION'
      | 'POLICY_MONITORING'
      | 'BUDGET'
      | 'INTERNAL'
      | 'OTHER';
    readonly title: string;
  };
  AgendaItemView: {
    readonly item: string;
    readonly agreement?: string | null;
    readonly kind:
      | 'AGREEMENT_FOLLOW_UP'
      | 'MONTHLY_REPORT'
      | 'PLAN_FOLLOW_UP'
      | 'SERVICES'
      | 'PREVENTION'
      | 'POLICY_MONITORING'
      | 'BUDGET'
      | 'INTERNAL'
      | 'OTHER';
    readonly title: string;
  };
  AggressorDto: {
    readonly relation?:
      | 'SPOUSE'
      | 'PARTNER'
      | 'EX_SPOUSE'
      | 'EX_PARTNER'
      | 'SWEETHEART'
      | 'EX_SWEETHEART'
      | 'CHILD_IN_COMMON'
      | 'PARENT'
      | 'STEP_PARENT'
      | 'CHILD'
      | 'SIBLING'
      | 'GRANDPARENT'
      | 'IN_LAW'
      | 'OTHER_RELATIVE'
      | 'TEACHER'
      | 'EMPLOYER'
      | 'NEIGHBOUR'
      | 'ACQUAINTANCE'
      | 'STRANGER'
      | 'UNKNOWN'
      | null;
    readonly sex?: 'F' | 'M' | null;
    readonly age?: number | null;
    readonly effectiveAt?: string | null;
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly address?: string | null;
    readonly notes?: string | null;
  };
  AgreementStepView: { readonly type: string; readonly at: string; readonly what?: string | null };
  AgreementView: {
    readonly id: string;
    readonly board: string;
    readonly session: string;
    readonly owner: string;
    readonly text: string;
    readonly due: string;
    readonly status: 'open' | 'done' | 'cancelled';
    readonly late: boolean;
    readonly rescheduled: number;
    readonly carried: number;
    readonly indicator?: string | null;
    readonly serves?: Schemas['PlanActionDto'] | null;
    readonly note?: 'STARTED' | 'ADVANCING' | 'WAITING_ON_OTHERS' | 'NO_BUDGET' | 'NO_STAFF' | 'NOT_STARTED' | null;
    readonly evidence?: string | null;
    readonly reason?: 'NO_LONGER_NEEDED' | 'REPLACED' | 'OUTSIDE_COMPETENCE' | 'NO_BUDGET' | 'OTHER' | null;
    readonly steps: readonly Schemas['AgreementStepView'][];
  };
  AgreementsQuery: {
    readonly state?: 'open' | 'closed' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  AlertAnswerDto: { readonly answer: 'VISITED' | 'TALK_GIVEN' | 'PATROLLED' | 'PLAN_MADE' | 'REPORTED' };
  AlertClosureDto: { readonly reason: 'NOT_CONFIRMED' | 'DUPLICATE' | 'OUTSIDE_COMPETENCE' | 'ENTERED_IN_ERROR' };
  AlertDto: {
    readonly effectiveAt?: string | null;
    readonly topic:
      | 'GIRLS_RECRUITED'
      | 'TRAFFICKING'
      | 'DRUGS'
      | 'ADOLESCENT_PREGNANCY'
      | 'BULLYING'
      | 'SCHOOL_VIOLENCE'
      | 'UNSAFE_PLACE'
      | 'OTHER';
    readonly source: 'SCHOOL' | 'STUDENT_COUNCIL' | 'YOUTH_GROUP' | 'COMMUNITY' | 'RONDA';
    readonly place: string;
    readonly to: string;
  };
  AlertReferralDto: {
    readonly type:
      | 'ECONOMIC'
      | 'PSYCHOLOGICAL'
      | 'PHYSICAL'
      | 'SEXUAL'
      | 'FEMINICIDAL'
      | 'MEDIA'
      | 'SYMBOLIC'
      | 'DIGNITY'
      | 'REPRODUCTIVE_RIGHTS'
      | 'HEALTH_SERVICES'
      | 'LABOUR'
      | 'EDUCATION'
      | 'POLITICAL'
      | 'INSTITUTIONAL'
      | 'FAMILY'
      | 'SEXUAL_FREEDOM'
      | 'OTHER';
    readonly to: Schemas['HandToDto'];
    readonly sex: 'F' | 'M';
    readonly ageBand: string;
    readonly language: 'ES' | 'QU' | 'AY';
    readonly agrees?: boolean | null;
    readonly danger?: boolean | null;
  };
  AlertView: {
    readonly id: string;
    readonly district: string;
    readonly place: string;
    readonly topic: string;
    readonly source: string;
    readonly institution: string;
    readonly to: string;
    readonly status: 'open' | 'looked-at' | 'referred' | 'answered' | 'closed';
    readonly due?: string | null;
    readonly times: number;
    readonly raisedAt: string;
    readonly endedAt?: string | null;
    readonly code?: string | null;
    readonly referredTo?: string | null;
  };
  AlertsQuery: {
    readonly state?: 'open' | 'over' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  AliasDto: { readonly to?: string | null; readonly name: string; readonly from: string };
  AlternativeView: {
    readonly organization: string;
    readonly organizationName: string;
    readonly service: string;
    readonly serviceName: string;
  };
  AnswerQuery: {
    readonly code?: string | null;
    readonly state?: string | null;
    readonly iss?: string | null;
    readonly error?: string | null;
    readonly error_description?: string | null;
    readonly session_state?: string | null;
  };
  AnswerRequestDto: {
    readonly outcome: 'GRANTED' | 'PARTLY' | 'DENIED' | 'WITHDRAWN';
    readonly reason?: 'LEGAL_DUTY' | 'THIRD_PARTY' | 'NOT_IDENTIFIED' | 'NOT_HELD' | 'NOT_FOUNDED' | null;
  };
  AppointmentCancellationDto: {
    readonly by: 'PERSON' | 'SENDER' | 'RECEIVER';
    readonly reason:
      | 'PERSON_ASKED'
      | 'NOT_SAFE'
      | 'NO_TRANSPORT'
      | 'NO_CHILDCARE'
      | 'HEALTH'
      | 'NO_INTERPRETER'
      | 'STAFF_AWAY'
      | 'SERVICE_CLOSED'
      | 'OTHER';
    readonly effectiveAt?: string | null;
  };
  AppointmentDto: {
    readonly at: string;
    readonly place: 'AT_SERVICE' | 'OTHER_SERVICE' | 'HOME_VISIT' | 'BY_PHONE' | 'BY_VIDEO';
    readonly companion?: 'NONE' | 'SENDER_STAFF' | 'COMMUNITY_DEFENDER' | 'POLICE' | 'TRUSTED_PERSON' | null;
    readonly change?: Schemas['ChangeDto'] | null;
    readonly effectiveAt?: string | null;
  };
  AppointmentView: { readonly at: string; readonly place: string; readonly companion?: string | null };
  ApprovalDto: { readonly version: number; readonly norm: string; readonly on: string };
  AskErasureDto: {
    readonly ground: 'PERSON_ASKED' | 'RETENTION_OVER' | 'WRONG_RECORD' | 'AUTHORITY_ORDERED';
    readonly categories?:
      | readonly (
          'identity' | 'contact' | 'location' | 'shelter' | 'narrative' | 'risk' | 'aggressor' | 'children' | 'reporter'
        )[]
      | null;
    readonly request?: string | null;
  };
  AskSealingDto: {
    readonly case: string;
    readonly aim: 'seal' | 'unseal';
    readonly ground: 'COURT_ORDER' | 'DATA_PROTECTION';
    readonly norm?: string | null;
    readonly number?: string | null;
  };
  AssemblyDto: {
    readonly community: string;
    readonly on: string;
    readonly languages: readonly (
      | 'ES'
      | 'QU'
      | 'AY'
      | 'AGR'
      | 'CNI'
      | 'SHP'
      | 'CBT'
      | 'MCB'
      | 'OTHER_INDIGENOUS'
      | 'OTHER_FOREIGN'
      | 'SIGN'
      | 'NO_SPEECH'
      | 'UNKNOWN'
      | 'GN'
    )[];
    readonly women: number;
    readonly men: number;
  };
  AssemblyView: {
    readonly id: string;
    readonly district: string;
    readonly community: string;
    readonly institution: string;
    readonly on: string;
    readonly languages: readonly string[];
    readonly attended: readonly Schemas['CountView'][];
    readonly agreements: readonly Schemas['HeardAgreementView'][];
  };
  AtQuery: { readonly at?: string | null };
  AttendanceDto: {
    readonly service:
      | 'PSYCHOLOGY'
      | 'LEGAL'
      | 'SOCIAL'
      | 'HEALTH'
      | 'SHELTER'
      | 'POLICE_PROTECTION'
      | 'FORENSIC'
      | 'CHILD_PROTECTION'
      | 'ACCOMPANIMENT'
      | 'REEDUCATION'
      | 'SUPPORT_FUND';
    readonly effectiveAt?: string | null;
  };
  AttendanceView: { readonly attended: number; readonly missed: number; readonly justified: number };
  AttentionDto: {
    readonly service:
      | 'PSYCHOLOGY'
      | 'LEGAL'
      | 'SOCIAL'
      | 'HEALTH'
      | 'SHELTER'
      | 'POLICE_PROTECTION'
      | 'FORENSIC'
      | 'CHILD_PROTECTION'
      | 'ACCOMPANIMENT'
      | 'REEDUCATION'
      | 'SUPPORT_FUND';
    readonly level?: number | null;
    readonly effectiveAt?: string | null;
  };
  AwaitedStepView: {
    readonly step: string;
    readonly after: string;
    readonly institution: string;
    readonly trigger: string;
  };
  BetweenQuery: { readonly from: string; readonly to: string };
  BoardView: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'statutory' | 'voluntary';
    readonly level: 'district' | 'provincial' | 'regional' | 'national';
    readonly country: string;
    readonly place: string;
    readonly territory: readonly string[];
    readonly parent?: string | null;
    readonly succeeds?: string | null;
    readonly succeededBy?: string | null;
    readonly members: readonly Schemas['MemberView'][];
  };
  BoxQuery: { readonly caja?: 'recibidas' | 'enviadas' | null };
  BudgetAssignedDto: {
    readonly purpose: 'COUNCILS' | 'SERVICES' | 'PREVENTION' | 'TRAINING' | 'OTHER';
    readonly year: number;
    readonly holder: string;
    readonly amount: number;
    readonly currency: string;
    readonly on: string;
    readonly agreement?: string | null;
    readonly council?: string | null;
    readonly project?: string | null;
  };
  BudgetAssignedStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
    readonly amount?: number | null;
    readonly on?: string | null;
  };
  BudgetAssignedView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly purpose?: 'COUNCILS' | 'SERVICES' | 'PREVENTION' | 'TRAINING' | 'OTHER' | null;
    readonly year?: number | null;
    readonly holder?: string | null;
    readonly amount?: number | null;
    readonly currency?: string | null;
    readonly on?: string | null;
    readonly agreement?: string | null;
    readonly council?: string | null;
    readonly project?: string | null;
    readonly steps: readonly Schemas['BudgetAssignedStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  BudgetCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly purpose: 'COUNCILS' | 'SERVICES' | 'PREVENTION' | 'TRAINING' | 'OTHER';
    readonly year: number;
    readonly holder: string;
    readonly amount: number;
    readonly currency: string;
    readonly on: string;
    readonly agreement?: string | null;
    readonly council?: string | null;
    readonly project?: string | null;
  };
  BudgetExecutedDto: { readonly amount: number; readonly on: string };
  BundledDto: {
    readonly to: Schemas['DestinationDto'];
    readonly purpose:
      | 'COMPLAINT'
      | 'PROTECTION_MEASURES'
      | 'EXECUTE_MEASURES'
      | 'CRIMINAL_INVESTIGATION'
      | 'PSYCHOLOGICAL_CARE'
      | 'LEGAL_AID'
      | 'SOCIAL_CARE'
      | 'MEDICAL_CARE'
      | 'SEXUAL_VIOLENCE_KIT'
      | 'MENTAL_HEALTH'
      | 'FORENSIC_EXAM'
      | 'SHELTER'
      | 'CHILD_PROTECTION'
      | 'VICTIM_WITNESS_ASSISTANCE'
      | 'SCHOOL_PROTECTION'
      | 'LABOUR_HARASSMENT'
      | 'COMMUNITY_ACCOMPANIMENT'
      | 'AGGRESSOR_REEDUCATION'
      | 'SUPPORT_FUND';
    readonly urgency: 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';
    readonly consent: Schemas['ConsentDto'];
    readonly note?: string | null;
    readonly safeContact?: string | null;
  };
  BundledReferralView: { readonly id: string; readonly revision: number };
  CallOffDto: { readonly reason: 'NO_QUORUM_EXPECTED' | 'EMERGENCY' | 'HOLIDAY' | 'NO_PLACE' | 'OTHER' };
  CancellationDto: {
    readonly by: 'PERSON' | 'SENDER' | 'RECEIVER';
    readonly reason:
      | 'CONSENT_WITHDRAWN'
      | 'NEED_MET'
      | 'REROUTED'
      | 'PERSON_CHANGED_MIND'
      | 'MOVED_AWAY'
      | 'DUPLICATE'
      | 'UNSAFE'
      | 'ENTERED_IN_ERROR';
    readonly effectiveAt?: string | null;
  };
  CapacityDto: { readonly unit: string; readonly total: number; readonly free: number };
  CaseClosureDto: {
    readonly reason:
      | 'PLAN_COMPLETED'
      | 'PERSON_WITHDREW'
      | 'MOVED_AWAY'
      | 'TRANSFERRED'
      | 'LOST_CONTACT'
      | 'DECEASED'
      | 'DUPLICATE'
      | 'ENTERED_IN_ERROR';
    readonly effectiveAt?: string | null;
  };
  CaseQuery: {
    readonly status?: 'open' | 'closed' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  CaseReadQuery: { readonly reveal?: 'identity' | null };
  CaseReadView: {
    readonly day: string;
    readonly institution: string;
    readonly role: string;
    readonly purpose: string;
    readonly what: string;
    readonly outcome: 'opened' | 'listed' | 'exported' | 'refused';
    readonly lines?: number | null;
    readonly times?: number | null;
  };
  CaseView: {
    readonly id: string;
    readonly code: string;
    readonly country: string;
    readonly district: string;
    readonly institution: string;
    readonly status: 'open' | 'closed';
    readonly entry: string;
    readonly condition: string;
    readonly person: string;
    readonly sex: string;
    readonly ageBand: string;
    readonly language?: string | null;
    readonly types: readonly string[];
    readonly risk: string;
    readonly openedAt: string;
    readonly lastAt: string;
    readonly revision: number;
    readonly riskAt: string;
    readonly reportFrom?: string | null;
    readonly reportTo?: string | null;
    readonly reportReceived: boolean;
    readonly decided: boolean;
    readonly done: readonly string[];
    readonly nextSteps: readonly string[];
    readonly clocks: readonly Schemas['ClockView'][];
    readonly awaited: readonly Schemas['AwaitedStepView'][];
    readonly reportItems?: readonly Schemas['ReportItemDto'][] | null;
    readonly missingItems: readonly string[];
    readonly measures: readonly Schemas['MeasureView'][];
    readonly shelterNights?: number | null;
    readonly settingDestinations: readonly string[];
    readonly childDestinations: readonly string[];
  };
  CaseWithIdentityView: {
    readonly identityState: 'none' | 'sealed' | 'shown' | 'erased';
    readonly identity?: Schemas['IdentityDto'] | null;
    readonly id: string;
    readonly code: string;
    readonly country: string;
    readonly district: string;
    readonly institution: string;
    readonly status: 'open' | 'closed';
    readonly entry: string;
    readonly condition: string;
    readonly person: string;
    readonly sex: string;
    readonly ageBand: string;
    readonly language?: string | null;
    readonly types: readonly string[];
    readonly risk: string;
    readonly openedAt: string;
    readonly lastAt: string;
    readonly revision: number;
    readonly riskAt: string;
    readonly reportFrom?: string | null;
    readonly reportTo?: string | null;
    readonly reportReceived: boolean;
    readonly decided: boolean;
    readonly done: readonly string[];
    readonly nextSteps: readonly string[];
    readonly clocks: readonly Schemas['ClockView'][];
    readonly awaited: readonly Schemas['AwaitedStepView'][];
    readonly reportItems?: readonly Schemas['ReportItemDto'][] | null;
    readonly missingItems: readonly string[];
    readonly measures: readonly Schemas['MeasureView'][];
    readonly shelterNights?: number | null;
    readonly settingDestinations: readonly string[];
    readonly childDestinations: readonly string[];
  };
  CertificateEndedDto: {
    readonly staff: readonly string[];
    readonly on: string;
    readonly why: 'LEFT_THE_POST' | 'REVOKED' | 'REPLACED';
  };
  CertificateView: {
    readonly erasure: string;
    readonly person: string;
    readonly country: string;
    readonly certifiedAt: string;
    readonly categories?: readonly string[] | null;
    readonly keys: number;
    readonly purged: readonly string[];
    readonly backupDays: number;
    readonly gonePast: string;
    readonly event: string;
    readonly position: string;
    readonly proof?: Schemas['InclusionView'] | null;
  };
  ChangeDto: {
    readonly by: 'PERSON' | 'SENDER' | 'RECEIVER';
    readonly reason:
      | 'PERSON_ASKED'
      | 'NOT_SAFE'
      | 'NO_TRANSPORT'
      | 'NO_CHILDCARE'
      | 'HEALTH'
      | 'NO_INTERPRETER'
      | 'STAFF_AWAY'
      | 'SERVICE_CLOSED'
      | 'OTHER';
  };
  ChangesView: {
    readonly programme: 'REEDUCATION' | 'MASCULINITIES';
    readonly instrument: string;
    readonly version: number;
    readonly year: string;
    readonly through: string;
    readonly districts: readonly Schemas['DistrictChangesView'][];
    readonly measured?: number | null;
    readonly favourable?: number | null;
    readonly mean?: number | null;
  };
  ChildrenDto: {
    readonly ages?: readonly number[] | null;
    readonly effectiveAt?: string | null;
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly address?: string | null;
    readonly notes?: string | null;
  };
  ChildrenOfAgeView: { readonly ageBand: string; readonly count: number };
  ClockView: { readonly rule: string; readonly version: number; readonly due: string };
  CodeListView: {
    readonly name: string;
    readonly source: string;
    readonly verified: boolean;
    readonly entries: readonly Schemas['CodeView'][];
  };
  CodeView: { readonly code: string; readonly label_es: string };
  CodesQuery: { readonly uno?: string | null; readonly otro?: string | null };
  CodingDto: { readonly system: string; readonly code: string; readonly display?: string | null };
  ComingView: {
    readonly organization: string;
    readonly called: number;
    readonly present: number;
    readonly byAlternate: number;
    readonly remote: number;
  };
  ComparisonQuery: { readonly boards: string; readonly month: string };
  ConceptDto: { readonly coding: readonly Schemas['CodingDto'][]; readonly text?: string | null };
  ConflictDto: { readonly staff: string; readonly kind: 'AGGRESSOR' | 'RELATIVE' | 'COLLEAGUE' };
  ConflictView: {
    readonly staff: string;
    readonly kind: 'AGGRESSOR' | 'RELATIVE' | 'COLLEAGUE';
    readonly case: string;
    readonly mayLift: boolean;
  };
  ConsentDto: {
    readonly basis: 'consented' | 'without-identity' | 'legal-duty';
    readonly duty?:
      'MANDATORY_COMPLAINT' | 'CHILD_PROTECTION' | 'RISK_TO_LIFE' | 'COURT_ORDER' | 'PROMOTER_REMISSION' | null;
    readonly mode?: 'VERBAL' | 'SIGNATURE' | 'THUMBPRINT' | 'VERBAL_WITNESSED' | 'REMOTE' | 'GUARDIAN' | null;
    readonly language?:
      | 'ES'
      | 'QU'
      | 'AY'
      | 'AGR'
      | 'CNI'
      | 'SHP'
      | 'CBT'
      | 'MCB'
      | 'OTHER_INDIGENOUS'
      | 'OTHER_FOREIGN'
      | 'SIGN'
      | 'NO_SPEECH'
      | 'UNKNOWN'
      | 'GN'
      | null;
    readonly shares?:
      readonly ('IDENTITY' | 'CONTACT' | 'NARRATIVE' | 'RISK' | 'HEALTH' | 'LEGAL' | 'CHILDREN' | 'ACCUSED')[] | null;
    readonly until?: string | null;
  };
  ConsentResourceDto: {
    readonly resourceType: 'Consent';
    readonly id: string;
    readonly status: 'active' | 'rejected';
    readonly scope: Schemas['ConceptDto'];
    readonly category: readonly Schemas['ConceptDto'][];
    readonly policyRule: Schemas['ConceptDto'];
    readonly extension?: readonly Schemas['ExtensionDto'][] | null;
    readonly provision?: Schemas['ProvisionDto'] | null;
  };
  ConsentSearch: {
    readonly organization?: string | null;
    readonly actor?: string | null;
    readonly _id?: string | null;
    readonly _count?: number | null;
    readonly _cursor?: string | null;
    readonly status?: string | null;
  };
  ConsentView: {
    readonly basis: 'consented' | 'legal-duty' | 'without-identity';
    readonly duty?: string | null;
    readonly shares?: readonly string[] | null;
    readonly until?: string | null;
    readonly language?: string | null;
    readonly mode?: string | null;
    readonly withdrawn: boolean;
  };
  ContactDto: {
    readonly result: 'REACHED' | 'NO_ANSWER' | 'OTHER_ANSWERED' | 'WRONG_CONTACT' | 'UNSAFE';
    readonly effectiveAt?: string | null;
  };
  ConveneDto: {
    readonly kind: 'ordinary' | 'extraordinary';
    readonly at: string;
    readonly place: string;
    readonly agenda?: readonly Schemas['AgendaItemDto'][] | null;
  };
  CouncilEndDto: { readonly on: string; readonly reason: 'NO_MEMBERS' | 'MERGED' | 'DECIDED' | 'ENTERED_IN_ERROR' };
  CouncilFiguresView: {
    readonly council: string;
    readonly taken?: number | null;
    readonly acts: readonly Schemas['CountView'][];
    readonly matters: readonly Schemas['CountView'][];
  };
  CouncilJoinDto: { readonly network: string; readonly from: string };
  CouncilLeaveDto: { readonly until: string };
  CouncilNetworkView: {
    readonly id: string;
    readonly country: string;
    readonly name: string;
    readonly territory: readonly string[];
    readonly on: string;
    readonly recognised?: Schemas['CouncilRecognitionView'] | null;
    readonly endedOn?: string | null;
  };
  CouncilRecognitionDto: { readonly by: string; readonly on: string; readonly norm?: string | null };
  CouncilRecognitionView: { readonly by: string; readonly on: string; readonly norm?: string | null };
  CouncilView: {
    readonly id: string;
    readonly kind: string;
    readonly country: string;
    readonly name: string;
    readonly district: string;
    readonly communities: readonly string[];
    readonly on: string;
    readonly recognised?: Schemas['CouncilRecognitionView'] | null;
    readonly network?: string | null;
    readonly defenders: readonly Schemas['DefenderTermView'][];
    readonly endedOn?: string | null;
  };
  CountView: { readonly of: string; readonly count?: number | null };
  CourtReportDto: { readonly kind: 'PROGRESS' | 'NON_COMPLIANCE' | 'END'; readonly effectiveAt?: string | null };
  CourtReportView: {
    readonly kind: 'PROGRESS' | 'NON_COMPLIANCE' | 'END';
    readonly at: string;
    readonly attended: number;
    readonly missed: number;
    readonly justified: number;
  };
  DeadLetterView: {
    readonly fact: string;
    readonly type: string;
    readonly subject: string;
    readonly position: string;
    readonly tried: number;
    readonly why?: string | null;
  };
  DecisionDto: {
    readonly text: string;
    readonly owner: string;
    readonly due: string;
    readonly item?: string | null;
    readonly indicator?: string | null;
    readonly serves?: Schemas['PlanActionDto'] | null;
  };
  DecisionView: {
    readonly agreement: string;
    readonly text: string;
    readonly owner: string;
    readonly due: string;
    readonly item?: string | null;
    readonly indicator?: string | null;
    readonly serves?: Schemas['PlanActionDto'] | null;
  };
  DeclaredDto: {
    readonly disability?:
      'NONE' | 'PHYSICAL' | 'VISUAL' | 'HEARING' | 'SPEECH' | 'PSYCHOSOCIAL' | 'INTELLECTUAL' | 'DEAFBLIND' | null;
    readonly ethnicity?:
      | 'QUECHUA'
      | 'AIMARA'
      | 'AMAZONIAN'
      | 'OTHER_INDIGENOUS'
      | 'AFROPERUVIAN'
      | 'WHITE'
      | 'MESTIZO'
      | 'OTHER'
      | 'UNKNOWN'
      | 'GUARANI'
      | 'CHIQUITANO'
      | 'MOJENO'
      | 'AFROBOLIVIAN'
      | 'NONE'
      | null;
  };
  DeclineDto: {
    readonly reason:
      | 'NO_CAPACITY'
      | 'NOT_ELIGIBLE'
      | 'OUTSIDE_COMPETENCE'
      | 'WRONG_SERVICE'
      | 'MISSING_DOCUMENT'
      | 'DUPLICATE'
      | 'LEGAL_IMPEDIMENT'
      | 'CONFLICT_OF_INTEREST'
      | 'PERSON_DECLINED'
      | 'UNSAFE_TO_CONTACT'
      | 'COULD_NOT_CONTACT'
      | 'OTHER';
    readonly effectiveAt?: string | null;
  };
  DefenderDto: {
    readonly defender: string;
    readonly from: string;
    readonly until?: string | null;
    readonly training: 'NOT_TRAINED' | 'IN_TRAINING' | 'TRAINED';
  };
  DefenderTermView: {
    readonly defender: string;
    readonly from: string;
    readonly until?: string | null;
    readonly training: string;
  };
  DefenderTrainingDto: { readonly training: 'NOT_TRAINED' | 'IN_TRAINING' | 'TRAINED'; readonly on: string };
  DepartureDto: { readonly until: string };
  DescriptionDto: {
    readonly description?: string | null;
    readonly phones?: readonly string[] | null;
    readonly website?: string | null;
    readonly parent?: string | null;
    readonly specialised?: boolean | null;
  };
  DestinationDto: { readonly organization: string; readonly service: string };
  DetailsView: {
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly address?: string | null;
    readonly notes?: string | null;
  };
  DirectoryImportError: {
    readonly row: number;
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
  };
  DirectoryImportQuery: { readonly dry?: boolean | null };
  DirectoryImportSummary: {
    readonly rows: number;
    readonly created: number;
    readonly changed: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly dry: boolean;
    readonly errors: readonly Schemas['DirectoryImportError'][];
  };
  DirectoryQuery: {
    readonly buscar?: string | null;
    readonly servicio?: string | null;
    readonly distrito?: string | null;
    readonly abierto?: 'si' | null;
  };
  DistrictChangesView: {
    readonly district: string;
    readonly measured?: number | null;
    readonly favourable?: number | null;
    readonly mean?: number | null;
  };
  DoneDto: { readonly evidence: string; readonly effectiveAt?: string | null };
  EditionApprovalDto: { readonly minutes: string };
  EditionPublicationDto: { readonly profile: 'board' | 'public' };
  EditionQuery: { readonly position?: string | null; readonly cutoff?: string | null; readonly issued?: string | null };
  EditionRestatementDto: { readonly cause: 'LATE' | 'CORRECTED' | 'DEFINITION' };
  EligibilityDto: {
    readonly minimum_age?: number | null;
    readonly maximum_age?: number | null;
    readonly sexes?: readonly ('F' | 'M')[] | null;
    readonly territory?: readonly string[] | null;
    readonly languages?:
      | readonly (
          | 'ES'
          | 'QU'
          | 'AY'
          | 'AGR'
          | 'CNI'
          | 'SHP'
          | 'CBT'
          | 'MCB'
          | 'EN'
          | 'OTHER_INDIGENOUS'
          | 'OTHER_FOREIGN'
          | 'SIGN'
          | 'GN'
        )[]
      | null;
    readonly required_documents?: readonly string[] | null;
    readonly purposes?:
      | readonly (
          | 'COMPLAINT'
          | 'PROTECTION_MEASURES'
          | 'EXECUTE_MEASURES'
          | 'CRIMINAL_INVESTIGATION'
          | 'PSYCHOLOGICAL_CARE'
          | 'LEGAL_AID'
          | 'SOCIAL_CARE'
          | 'MEDICAL_CARE'
          | 'SEXUAL_VIOLENCE_KIT'
          | 'MENTAL_HEALTH'
          | 'FORENSIC_EXAM'
          | 'SHELTER'
          | 'CHILD_PROTECTION'
          | 'VICTIM_WITNESS_ASSISTANCE'
          | 'SCHOOL_PROTECTION'
          | 'LABOUR_HARASSMENT'
          | 'COMMUNITY_ACCOMPANIMENT'
          | 'AGGRESSOR_REEDUCATION'
          | 'SUPPORT_FUND'
        )[]
      | null;
  };
  EmergencyDto: {
    readonly case: string;
    readonly reason: 'LIFE_IN_DANGER' | 'PERSON_PRESENT' | 'COURT_ORDER' | 'OTHER_EMERGENCY';
    readonly explanation: string;
  };
  EmergencyView: {
    readonly id: string;
    readonly case: string;
    readonly staff: string;
    readonly institution: string;
    readonly reason: string;
    readonly at: string;
    readonly until: string;
    readonly reviewBy: string;
    readonly status: 'waiting' | 'missed' | 'reviewed';
    readonly outcome?: 'JUSTIFIED' | 'NOT_JUSTIFIED' | null;
  };
  EmergencyWithWordsView: {
    readonly explanation?: string | null;
    readonly id: string;
    readonly case: string;
    readonly staff: string;
    readonly institution: string;
    readonly reason: string;
    readonly at: string;
    readonly until: string;
    readonly reviewBy: string;
    readonly status: 'waiting' | 'missed' | 'reviewed';
    readonly outcome?: 'JUSTIFIED' | 'NOT_JUSTIFIED' | null;
  };
  EndingDto: { readonly how: 'COMPLETED' | 'ABANDONED' | 'EXCLUDED'; readonly effectiveAt?: string | null };
  EnrolDto: {
    readonly code: string;
    readonly institution: string;
    readonly role:
      'worker' | 'supervisor' | 'coordinator' | 'board' | 'auditor' | 'data-officer' | 'administrator' | 'evaluator';
    readonly issuer: string;
    readonly subject: string;
  };
  EnrolmentClockView: { readonly waitsFor: string; readonly due: string; readonly missed: boolean };
  EnrolmentMeasuresView: {
    readonly PRE?: Schemas['MeasuredView'] | null;
    readonly POST?: Schemas['MeasuredView'] | null;
  };
  EnrolmentReadQuery: { readonly reveal?: 'identity' | null };
  EnrolmentView: {
    readonly id: string;
    readonly code: string;
    readonly subject: string;
    readonly entry: 'COURT_ORDER' | 'VOLUNTARY';
    readonly court?: string | null;
    readonly sessions: number;
    readonly firstDayBy?: string | null;
    readonly openedAt: string;
    readonly begunAt?: string | null;
    readonly recorded: readonly Schemas['RecordedSessionView'][];
    readonly attendance: Schemas['AttendanceView'];
    readonly reports: readonly Schemas['CourtReportView'][];
    readonly measures: Schemas['EnrolmentMeasuresView'];
    readonly clocks: readonly Schemas['EnrolmentClockView'][];
    readonly ended?: 'COMPLETED' | 'ABANDONED' | 'EXCLUDED' | null;
    readonly endedAt?: string | null;
  };
  EnrolmentsQuery: {
    readonly state?: 'open' | 'ended' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  EntriesQuery: {
    readonly state?: 'held' | 'withdrawn' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  EntryChangeView: { readonly type: string; readonly at: string; readonly reason: string };
  EntryWithdrawalDto: { readonly reason: 'ENTERED_TWICE' | 'WRONG_BOARD' | 'DID_NOT_HAPPEN' | 'OTHER' };
  ErasureView: {
    readonly id: string;
    readonly person: string;
    readonly country: string;
    readonly institution: string;
    readonly ground: string;
    readonly categories?: readonly string[] | null;
    readonly status: 'asked' | 'approved' | 'fenced' | 'destroyed' | 'purged' | 'refused' | 'certified';
    readonly askedAt: string;
    readonly holds?: readonly string[] | null;
    readonly decidedAt?: string | null;
    readonly reason?: string | null;
    readonly heldUp?: Schemas['HeldUpView'] | null;
  };
  ErasuresQuery: {
    readonly state?: 'open' | 'over' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  EstablishBoardDto: {
    readonly id: string;
    readonly name: string;
    readonly kind: 'statutory' | 'voluntary';
    readonly level: 'district' | 'provincial' | 'regional' | 'national';
    readonly country: string;
    readonly place: string;
    readonly territory: readonly string[];
  };
  ExceptionDto: { readonly day: string; readonly opens_at?: string | null; readonly closes_at?: string | null };
  ExchangeCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly host: string;
    readonly from: string;
    readonly until: string;
    readonly delegations: readonly Schemas['ExchangeHelddelegationsRow'][];
    readonly topics: readonly (
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
    )[];
    readonly undertaking?: string | null;
    readonly agreement?: string | null;
    readonly covenant?: string | null;
  };
  ExchangeHeldDto: {
    readonly host: string;
    readonly from: string;
    readonly until: string;
    readonly delegations: readonly Schemas['ExchangeHelddelegationsRow'][];
    readonly topics: readonly (
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
    )[];
    readonly undertaking?: string | null;
    readonly agreement?: string | null;
    readonly covenant?: string | null;
  };
  ExchangeHeldStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
  };
  ExchangeHeldView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly host?: string | null;
    readonly from?: string | null;
    readonly until?: string | null;
    readonly delegations?: readonly Schemas['ExchangeHelddelegationsRow'][] | null;
    readonly topics?:
      | readonly (
          | 'RIGHTS_AND_ROUTES'
          | 'PREVENTION'
          | 'CARE_OF_CASES'
          | 'RISK_ASSESSMENT'
          | 'PROTECTION_MEASURES'
          | 'SEXUAL_VIOLENCE'
          | 'CHILDHOOD'
          | 'MASCULINITIES'
          | 'COEXISTENCE_AT_SCHOOL'
          | 'INTERCULTURAL_CARE'
          | 'EQUALITY_POLICY'
          | 'PARTICIPATION'
        )[]
      | null;
    readonly undertaking?: string | null;
    readonly agreement?: string | null;
    readonly covenant?: string | null;
    readonly steps: readonly Schemas['ExchangeHeldStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  ExchangeHelddelegationsRow: { readonly of: string; readonly people: number };
  ExportQuery: { readonly month: string; readonly format?: 'json' | 'csv' | null };
  ExtensionDto: { readonly url: 'urn:chaski:explained-in'; readonly valueCode: string };
  FieldError: { readonly pointer: string; readonly code: string; readonly message: string };
  FindConflictsQuery: { readonly caso?: string | null };
  FindQuery: { readonly code?: string | null };
  FindingAnsweredDto: {
    readonly answer: 'ACCEPTED' | 'ACCEPTED_IN_PART' | 'NOT_ACCEPTED' | 'NOT_OURS';
    readonly on: string;
    readonly text: string;
  };
  FindingCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly network: string;
    readonly observed: string;
    readonly topic:
      | 'SERVICE_CLOSED'
      | 'WAITING_TIME'
      | 'TREATMENT_OF_PEOPLE'
      | 'STAFF_MISSING'
      | 'BUDGET_NOT_SPENT'
      | 'PLAN_NOT_FOLLOWED'
      | 'NORM_NOT_APPLIED'
      | 'LANGUAGE_NOT_SPOKEN'
      | 'ACCESS_FOR_DISABILITY';
    readonly on: string;
    readonly text: string;
    readonly due: string;
  };
  FindingRaisedDto: {
    readonly network: string;
    readonly observed: string;
    readonly topic:
      | 'SERVICE_CLOSED'
      | 'WAITING_TIME'
      | 'TREATMENT_OF_PEOPLE'
      | 'STAFF_MISSING'
      | 'BUDGET_NOT_SPENT'
      | 'PLAN_NOT_FOLLOWED'
      | 'NORM_NOT_APPLIED'
      | 'LANGUAGE_NOT_SPOKEN'
      | 'ACCESS_FOR_DISABILITY';
    readonly on: string;
    readonly text: string;
    readonly due: string;
  };
  FindingRaisedStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
    readonly answer?: 'ACCEPTED' | 'ACCEPTED_IN_PART' | 'NOT_ACCEPTED' | 'NOT_OURS' | null;
    readonly on?: string | null;
    readonly text?: string | null;
    readonly letter?: string | null;
    readonly times?: number | null;
    readonly due?: string | null;
    readonly agreement?: string | null;
    readonly how?: 'PUT_RIGHT' | 'NOT_PUT_RIGHT' | 'NO_LONGER_APPLIES' | null;
  };
  FindingRaisedView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly network?: string | null;
    readonly observed?: string | null;
    readonly topic?:
      | 'SERVICE_CLOSED'
      | 'WAITING_TIME'
      | 'TREATMENT_OF_PEOPLE'
      | 'STAFF_MISSING'
      | 'BUDGET_NOT_SPENT'
      | 'PLAN_NOT_FOLLOWED'
      | 'NORM_NOT_APPLIED'
      | 'LANGUAGE_NOT_SPOKEN'
      | 'ACCESS_FOR_DISABILITY'
      | null;
    readonly on?: string | null;
    readonly text?: string | null;
    readonly due?: string | null;
    readonly steps: readonly Schemas['FindingRaisedStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  FindingReplyPassedOnDto: {
    readonly answer: 'ACCEPTED' | 'ACCEPTED_IN_PART' | 'NOT_ACCEPTED' | 'NOT_OURS';
    readonly on: string;
    readonly text: string;
    readonly letter?: string | null;
  };
  FindingSettledDto: { readonly how: 'PUT_RIGHT' | 'NOT_PUT_RIGHT' | 'NO_LONGER_APPLIES'; readonly on: string };
  FindingTakenUpDto: { readonly agreement: string };
  FormGroupDto: { readonly name: string; readonly effectiveAt?: string | null };
  FormerDueView: { readonly rule: string; readonly due: string; readonly until: string; readonly because: 'risk' };
  FoundCouncilDto: {
    readonly id: string;
    readonly kind: 'COMMUNITY_DEFENDER' | 'RONDA' | 'NATIVE_COMMUNITY';
    readonly communities: readonly string[];
    readonly on: string;
  };
  FoundNetworkDto: { readonly id: string; readonly territory: readonly string[]; readonly on: string };
  FundCostsView: {
    readonly currency: 'PEN' | 'BOB';
    readonly spent: number;
    readonly cases?: number | null;
    readonly perCase?: number | null;
  };
  FundExecutionView: {
    readonly year: string;
    readonly through?: string | null;
    readonly lines: readonly Schemas['LineExecutionView'][];
    readonly costs: readonly Schemas['FundCostsView'][];
  };
  FundLineDto: {
    readonly line: string;
    readonly name: string;
    readonly source: string;
    readonly donor?: string | null;
    readonly currency: 'PEN' | 'BOB';
    readonly cents: number;
    readonly effectiveAt?: string | null;
  };
  FundLineView: {
    readonly line: string;
    readonly name: string;
    readonly source: string;
    readonly donor?: string | null;
    readonly currency: 'PEN' | 'BOB';
    readonly cents: number;
    readonly promised: number;
    readonly paid: number;
    readonly free: number;
  };
  FundRequestView: {
    readonly id: string;
    readonly referral: string;
    readonly line: string;
    readonly purpose: 'TRANSPORT' | 'LODGING' | 'LAWYER_MONTH' | 'PROFESSIONAL_DAYS' | 'DOCUMENTS' | 'FOOD';
    readonly units: number;
    readonly currency: 'PEN' | 'BOB';
    readonly institution: string;
    readonly status: 'asked' | 'approved' | 'rejected' | 'paid' | 'cancelled';
    readonly asked: number;
    readonly approved: number;
    readonly paid: number;
    readonly reimbursed: number;
    readonly vouchers: readonly string[];
    readonly reason?: string | null;
    readonly requestedAt: string;
  };
  FundView: {
    readonly id: string;
    readonly name: string;
    readonly administrator: string;
    readonly through?: string | null;
    readonly lines: readonly Schemas['FundLineView'][];
  };
  GiveUpDto: {
    readonly reason: 'NO_LONGER_NEEDED' | 'REPLACED' | 'OUTSIDE_COMPETENCE' | 'NO_BUDGET' | 'OTHER';
    readonly effectiveAt?: string | null;
  };
  GoQuery: { readonly sigue?: string | null };
  GoalDto: {
    readonly indicator: string;
    readonly unit: string;
    readonly baseline: number;
    readonly target: number;
    readonly by: string;
    readonly actions: readonly Schemas['PlannedActionDto'][];
    readonly id: string;
    readonly title: string;
  };
  GoalStandingView: { readonly goal: string; readonly on: string; readonly value: number };
  GroupParticipantView: {
    readonly id: string;
    readonly code: string;
    readonly leads: boolean;
    readonly measures: Schemas['EnrolmentMeasuresView'];
  };
  GroupView: {
    readonly id: string;
    readonly name: string;
    readonly institution: string;
    readonly district: string;
    readonly formedAt: string;
    readonly closed: boolean;
    readonly participants: readonly Schemas['GroupParticipantView'][];
    readonly meetings: readonly Schemas['MeetingView'][];
    readonly activities: readonly Schemas['PublicActivityView'][];
  };
  GroupsQuery: {
    readonly state?: 'open' | 'closed' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  HandToDto: { readonly organization: string; readonly service?: string | null };
  HappenedDto: { readonly effectiveAt?: string | null };
  HealthcareServiceSearch: {
    readonly organization?: string | null;
    readonly name?: string | null;
    readonly 'service-type'?: string | null;
    readonly active?: 'true' | 'false' | null;
    readonly _id?: string | null;
    readonly _count?: number | null;
    readonly _cursor?: string | null;
  };
  HeardAgreementDto: { readonly agreement: string };
  HeardAgreementView: {
    readonly id: string;
    readonly board: string;
    readonly text: string;
    readonly due: string;
    readonly status: 'open' | 'done' | 'cancelled';
  };
  HeldUpView: { readonly step: string; readonly why: string; readonly at: string };
  HelpActDto: { readonly effectiveAt?: string | null; readonly act: string };
  HelpDto: {
    readonly effectiveAt?: string | null;
    readonly community: string;
    readonly matter:
      | 'ECONOMIC'
      | 'PSYCHOLOGICAL'
      | 'PHYSICAL'
      | 'SEXUAL'
      | 'CHILD_MAINTENANCE'
      | 'ABANDONMENT'
      | 'OTHER_FAMILY'
      | 'FEMINICIDAL'
      | 'MEDIA'
      | 'SYMBOLIC'
      | 'DIGNITY'
      | 'REPRODUCTIVE_RIGHTS'
      | 'HEALTH_SERVICES'
      | 'LABOUR'
      | 'EDUCATION'
      | 'POLITICAL'
      | 'INSTITUTIONAL'
      | 'FAMILY'
      | 'SEXUAL_FREEDOM'
      | 'OTHER';
    readonly acts: readonly string[];
    readonly to?: Schemas['HandToDto'] | null;
    readonly contact?: string | null;
    readonly sex: 'F' | 'M';
    readonly ageBand: string;
    readonly language: 'ES' | 'QU' | 'AY';
    readonly agrees?: boolean | null;
    readonly danger?: boolean | null;
  };
  HelpFiguresView: {
    readonly taken?: number | null;
    readonly acts: readonly Schemas['CountView'][];
    readonly matters: readonly Schemas['CountView'][];
  };
  HelpView: {
    readonly id: string;
    readonly person: string;
    readonly at: string;
    readonly community: string;
    readonly matter: string;
    readonly sex: string;
    readonly ageBand: string;
    readonly language: string;
    readonly acts: readonly string[];
    readonly case?: string | null;
    readonly to?: string | null;
  };
  HoldDto: {
    readonly reason:
      | 'WAITING_LIST'
      | 'PERSON_ASKED'
      | 'MISSING_DOCUMENT'
      | 'OTHER_SERVICE_FIRST'
      | 'NO_ACCESS'
      | 'HEALTH'
      | 'NO_SAFE_MOMENT'
      | 'AWAITING_DECISION'
      | 'OTHER';
    readonly until: string;
    readonly effectiveAt?: string | null;
  };
  HoldView: {
    readonly id: string;
    readonly institution: string;
    readonly norm: string;
    readonly since: string;
    readonly liftedAt?: string | null;
  };
  HoursDto: {
    readonly schedules: readonly Schemas['WeeklyDto'][];
    readonly exceptions?: readonly Schemas['ExceptionDto'][] | null;
  };
  HsdsQuery: {
    readonly page?: number | null;
    readonly per_page?: number | null;
    readonly search?: string | null;
    readonly modified_after?: string | null;
    readonly organization_id?: string | null;
    readonly taxonomy_term_id?: string | null;
    readonly taxonomy_id?: string | null;
    readonly full?: boolean | null;
    readonly minimal?: boolean | null;
  };
  IdentifierDto: { readonly system: string; readonly value: string };
  IdentityDto: {
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly birthYear?: number | null;
  };
  ImportPreview: {
    readonly encoding?: string | null;
    readonly sample: readonly Schemas['SampleRowView'][];
    readonly problems: readonly Schemas['ProblemView'][];
    readonly rows: number;
    readonly created: number;
    readonly continued: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly dry: boolean;
    readonly mapping?: string | null;
  };
  ImportQuery: {
    readonly dryRun?: boolean | null;
    readonly strict?: boolean | null;
    readonly kind?: 'cases' | 'referrals' | null;
    readonly mapping?: string | null;
    readonly institution?: string | null;
  };
  ImportSummary: {
    readonly errors: readonly Schemas['RowErrorView'][];
    readonly rows: number;
    readonly created: number;
    readonly continued: number;
    readonly unchanged: number;
    readonly refused: number;
    readonly dry: boolean;
    readonly mapping?: string | null;
  };
  InclusionView: { readonly index: number; readonly size: number; readonly leaf: string; readonly file: string };
  KeptFileView: { readonly kind: 'enrolment' | 'men-group' | 'help'; readonly keeper: string; readonly open: boolean };
  LeadershipDto: { readonly leads: boolean; readonly effectiveAt?: string | null };
  LeaveGroupDto: {
    readonly reason: 'FINISHED' | 'MOVED' | 'NO_TIME' | 'EXCLUDED' | 'OTHER';
    readonly effectiveAt?: string | null;
  };
  LegView: { readonly leg: number; readonly to: string; readonly service: string; readonly left?: string | null };
  LiftHoldDto: { readonly reason: 'ENDED' | 'ORDER_REVOKED' | 'BY_MISTAKE' };
  LineExecutionView: {
    readonly month: string;
    readonly line: string;
    readonly currency: 'PEN' | 'BOB';
    readonly approved: number;
    readonly paid: number;
    readonly reimbursed: number;
  };
  LinkDto: { readonly parent?: string | null; readonly succeeds?: string | null };
  ListQuery: { readonly estado?: 'cerrados' | null; readonly limit?: number | null; readonly after?: string | null };
  LocationDto: {
    readonly id: string;
    readonly location_type: 'physical' | 'postal' | 'virtual';
    readonly name?: string | null;
    readonly address?: string | null;
    readonly district?: string | null;
    readonly latitude?: number | null;
    readonly longitude?: number | null;
  };
  LogQuery: { readonly log?: 'events' | 'reads' | null };
  LoginDto: { readonly issuer: string; readonly subject: string };
  MappingList: { readonly items: readonly Schemas['MappingView'][] };
  MappingView: {
    readonly id: string;
    readonly version: number;
    readonly title: string;
    readonly kind: 'cases' | 'referrals';
    readonly country: string;
  };
  MaterialCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly kind: 'BROCHURE' | 'VIDEO' | 'RADIO_SPOT' | 'GUIDE' | 'STUDY' | 'REPORT';
    readonly title: string;
    readonly language: 'ES' | 'QU' | 'AY' | 'SIGN' | 'OTHER_INDIGENOUS';
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly on: string;
    readonly project?: string | null;
  };
  MaterialProducedDto: {
    readonly kind: 'BROCHURE' | 'VIDEO' | 'RADIO_SPOT' | 'GUIDE' | 'STUDY' | 'REPORT';
    readonly title: string;
    readonly language: 'ES' | 'QU' | 'AY' | 'SIGN' | 'OTHER_INDIGENOUS';
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly on: string;
    readonly project?: string | null;
  };
  MaterialProducedStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
    readonly to?: string | null;
    readonly on?: string | null;
    readonly copies?: number | null;
  };
  MaterialProducedView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly kind?: 'BROCHURE' | 'VIDEO' | 'RADIO_SPOT' | 'GUIDE' | 'STUDY' | 'REPORT' | null;
    readonly title?: string | null;
    readonly language?: 'ES' | 'QU' | 'AY' | 'SIGN' | 'OTHER_INDIGENOUS' | null;
    readonly topic?:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
      | null;
    readonly on?: string | null;
    readonly project?: string | null;
    readonly steps: readonly Schemas['MaterialProducedStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  MaterialTransferredDto: { readonly to: string; readonly on: string; readonly copies: number };
  MeView: { readonly code: string; readonly institution: string; readonly role: string };
  MeasureAnswerDto: { readonly item: string; readonly answer: number };
  MeasureDto: {
    readonly phase: 'PRE' | 'POST';
    readonly answers: readonly Schemas['MeasureAnswerDto'][];
    readonly effectiveAt?: string | null;
  };
  MeasureEndDto: {
    readonly how: 'ENDED' | 'SUBSTITUTED';
    readonly replacement?: Schemas['ReplacementDto'] | null;
    readonly effectiveAt?: string | null;
  };
  MeasureExtensionDto: { readonly until: string; readonly effectiveAt?: string | null };
  MeasureStepDto: {
    readonly step:
      'TOLD_EXECUTOR' | 'TOLD_VICTIM' | 'TOLD_ACCUSED' | 'EXECUTED' | 'REPORTED' | 'BREACHED' | 'BREACH_REPORTED';
    readonly effectiveAt?: string | null;
  };
  MeasureTermsDto: {
    readonly measure:
      | 'RETIRO_AGRESOR'
      | 'NO_ACERCAMIENTO'
      | 'NO_COMUNICACION'
      | 'ARMAS'
      | 'INVENTARIO_BIENES'
      | 'ASIGNACION_ECONOMICA_EMERGENCIA'
      | 'NO_DISPONER_BIENES'
      | 'NO_RETIRAR_NNA'
      | 'TRATAMIENTO_REEDUCATIVO_AGRESOR'
      | 'TRATAMIENTO_PSICOLOGICO_VICTIMA'
      | 'ALBERGUE'
      | 'OTRA'
      | 'RESTITUCION_DOMICILIO'
      | 'DEVOLUCION_DOCUMENTOS'
      | 'GUARDA_NNA'
      | 'ESCOLTA_POLICIAL';
    readonly executor?: string | null;
    readonly until?: string | null;
  };
  MeasureView: {
    readonly id: string;
    readonly code: string;
    readonly court: string;
    readonly executor?: string | null;
    readonly until?: string | null;
    readonly warned: boolean;
    readonly steps: readonly string[];
    readonly ended?: string | null;
    readonly by?: string | null;
  };
  MeasuredView: {
    readonly instrument: string;
    readonly version: number;
    readonly score: number;
    readonly change?: number | null;
    readonly favourable?: boolean | null;
  };
  MeasurementDto: { readonly value: number; readonly on: string };
  MeasuresDto: {
    readonly granted: boolean;
    readonly terms?: readonly Schemas['MeasureTermsDto'][] | null;
    readonly measures: readonly (
      | 'RETIRO_AGRESOR'
      | 'NO_ACERCAMIENTO'
      | 'NO_COMUNICACION'
      | 'ARMAS'
      | 'INVENTARIO_BIENES'
      | 'ASIGNACION_ECONOMICA_EMERGENCIA'
      | 'NO_DISPONER_BIENES'
      | 'NO_RETIRAR_NNA'
      | 'TRATAMIENTO_REEDUCATIVO_AGRESOR'
      | 'TRATAMIENTO_PSICOLOGICO_VICTIMA'
      | 'ALBERGUE'
      | 'OTRA'
      | 'RESTITUCION_DOMICILIO'
      | 'DEVOLUCION_DOCUMENTOS'
      | 'GUARDA_NNA'
      | 'ESCOLTA_POLICIAL'
    )[];
    readonly effectiveAt?: string | null;
  };
  MeetingDto: { readonly day: string; readonly present: readonly string[]; readonly effectiveAt?: string | null };
  MeetingView: { readonly day: string; readonly present: number };
  MemberView: {
    readonly organization: string;
    readonly seat: string;
    readonly from: string;
    readonly until?: string | null;
    readonly titular?: string | null;
    readonly alternate?: string | null;
  };
  MessageView: { readonly safeContact?: string | null; readonly note?: string | null };
  MinutesDto: { readonly number: string; readonly digest: string };
  MomentOfQuery: {
    readonly codigo?: string | null;
    readonly modo?: 'sabido' | 'ocurrido' | null;
    readonly dia?: string | null;
    readonly hora?: string | null;
    readonly desde?: string | null;
    readonly desdeHora?: string | null;
  };
  MoneyDto: { readonly amount: number; readonly currency: string };
  MonthQuery: { readonly at?: string | null; readonly cutoff?: string | null };
  NameDto: { readonly name: string; readonly from: string };
  NetworkFiguresView: {
    readonly network: string;
    readonly month: string;
    readonly through: string;
    readonly councils: readonly Schemas['CouncilFiguresView'][];
    readonly total: Schemas['HelpFiguresView'];
  };
  NetworkView: {
    readonly groups: number;
    readonly participants?: number | null;
    readonly leaders?: number | null;
    readonly activities: number;
    readonly reached: number;
    readonly through: string;
  };
  NormCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly kind: 'REGIONAL_BYLAW' | 'MUNICIPAL_BYLAW' | 'MUNICIPAL_LAW' | 'RESOLUTION' | 'DIRECTIVE' | 'PROTOCOL';
    readonly number: string;
    readonly on: string;
    readonly issuer: string;
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly agreement?: string | null;
  };
  NormIssuedDto: {
    readonly kind: 'REGIONAL_BYLAW' | 'MUNICIPAL_BYLAW' | 'MUNICIPAL_LAW' | 'RESOLUTION' | 'DIRECTIVE' | 'PROTOCOL';
    readonly number: string;
    readonly on: string;
    readonly issuer: string;
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly agreement?: string | null;
  };
  NormIssuedStepView: { readonly id: string; readonly type: string; readonly institution: string; readonly at: string };
  NormIssuedView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly kind?:
      'REGIONAL_BYLAW' | 'MUNICIPAL_BYLAW' | 'MUNICIPAL_LAW' | 'RESOLUTION' | 'DIRECTIVE' | 'PROTOCOL' | null;
    readonly number?: string | null;
    readonly on?: string | null;
    readonly issuer?: string | null;
    readonly topic?:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
      | null;
    readonly agreement?: string | null;
    readonly steps: readonly Schemas['NormIssuedStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  NoteDto: { readonly note: string; readonly effectiveAt?: string | null };
  NoticeQuery: { readonly aviso?: 'enviada' | 'repetida' | null };
  ObjectiveDto: {
    readonly supports?: Schemas['SupportedDto'] | null;
    readonly goals: readonly Schemas['GoalDto'][];
    readonly id: string;
    readonly title: string;
  };
  OfferServiceDto: {
    readonly id: string;
    readonly name: string;
    readonly service_type:
      | 'PSYCHOLOGY'
      | 'LEGAL'
      | 'SOCIAL'
      | 'HEALTH'
      | 'SHELTER'
      | 'POLICE_PROTECTION'
      | 'FORENSIC'
      | 'CHILD_PROTECTION'
      | 'ACCOMPANIMENT'
      | 'REEDUCATION'
      | 'SUPPORT_FUND';
    readonly minimum_age?: number | null;
    readonly maximum_age?: number | null;
    readonly confidential?: boolean | null;
    readonly conciliation?: boolean | null;
    readonly schedules?: readonly Schemas['WeeklyDto'][] | null;
  };
  OnwardQuery: {
    readonly institucion?: string | null;
    readonly servicio?: string | null;
    readonly buscar?: string | null;
  };
  OpenCaseDto: {
    readonly district: string;
    readonly entry:
      | 'SELF'
      | 'OTHER_MATTER'
      | 'POLICE'
      | 'PROSECUTOR'
      | 'COURT'
      | 'EDUCATION'
      | 'CASE_NOTICE'
      | 'HEALTH'
      | 'LINE100'
      | 'CHAT100'
      | 'CEM'
      | 'SAR'
      | 'SAM'
      | 'EIU'
      | 'CAI'
      | 'COMMUNITY_DEFENDER'
      | 'RONDA'
      | 'NATIVE_COMMUNITY'
      | 'DEMUNA'
      | 'MUNICIPALITY'
      | 'OMBUDSMAN'
      | 'NGO'
      | 'THIRD_PARTY'
      | 'SLIM'
      | 'DNA'
      | 'SEPDAVI'
      | 'SIJPLU'
      | 'AIOC';
    readonly condition:
      'NEW' | 'REPEAT_SAME' | 'REPEAT_OTHER' | 'TRANSFERRED' | 'CONTINUED' | 'HISTORIC' | 'COLLECTIVE';
    readonly person?: string | null;
    readonly sex: 'F' | 'M';
    readonly age?: number | null;
    readonly language?:
      | 'ES'
      | 'QU'
      | 'AY'
      | 'AGR'
      | 'CNI'
      | 'SHP'
      | 'CBT'
      | 'MCB'
      | 'OTHER_INDIGENOUS'
      | 'OTHER_FOREIGN'
      | 'SIGN'
      | 'NO_SPEECH'
      | 'UNKNOWN'
      | 'GN'
      | null;
    readonly disability?: boolean | null;
    readonly declared?: Schemas['DeclaredDto'] | null;
    readonly relation?:
      | 'SPOUSE'
      | 'PARTNER'
      | 'EX_SPOUSE'
      | 'EX_PARTNER'
      | 'SWEETHEART'
      | 'EX_SWEETHEART'
      | 'CHILD_IN_COMMON'
      | 'PARENT'
      | 'STEP_PARENT'
      | 'CHILD'
      | 'SIBLING'
      | 'GRANDPARENT'
      | 'IN_LAW'
      | 'OTHER_RELATIVE'
      | 'TEACHER'
      | 'EMPLOYER'
      | 'NEIGHBOUR'
      | 'ACQUAINTANCE'
      | 'STRANGER'
      | 'UNKNOWN'
      | null;
    readonly types: readonly (
      | 'ECONOMIC'
      | 'PSYCHOLOGICAL'
      | 'PHYSICAL'
      | 'SEXUAL'
      | 'FEMINICIDAL'
      | 'MEDIA'
      | 'SYMBOLIC'
      | 'DIGNITY'
      | 'REPRODUCTIVE_RIGHTS'
      | 'HEALTH_SERVICES'
      | 'LABOUR'
      | 'EDUCATION'
      | 'POLITICAL'
      | 'INSTITUTIONAL'
      | 'FAMILY'
      | 'SEXUAL_FREEDOM'
      | 'OTHER'
    )[];
    readonly principal:
      | 'ECONOMIC'
      | 'PSYCHOLOGICAL'
      | 'PHYSICAL'
      | 'SEXUAL'
      | 'FEMINICIDAL'
      | 'MEDIA'
      | 'SYMBOLIC'
      | 'DIGNITY'
      | 'REPRODUCTIVE_RIGHTS'
      | 'HEALTH_SERVICES'
      | 'LABOUR'
      | 'EDUCATION'
      | 'POLITICAL'
      | 'INSTITUTIONAL'
      | 'FAMILY'
      | 'SEXUAL_FREEDOM'
      | 'OTHER';
    readonly setting?: 'HOME' | 'WORKPLACE' | 'SCHOOL' | 'PUBLIC_SPACE' | 'DIGITAL' | 'INSTITUTION' | 'OTHER' | null;
    readonly complaint: boolean;
    readonly reportItems?: readonly Schemas['ReportItemDto'][] | null;
    readonly identity?: Schemas['IdentityDto'] | null;
    readonly narrative?: string | null;
    readonly whereabouts?: Schemas['WhereaboutsDto'] | null;
    readonly effectiveAt?: string | null;
  };
  OpenEnrolmentDto: {
    readonly entry: 'COURT_ORDER' | 'VOLUNTARY';
    readonly court?: string | null;
    readonly order?: string | null;
    readonly sessions: number;
    readonly firstDayBy?: string | null;
    readonly identity?: Schemas['ParticipantIdentityDto'] | null;
    readonly effectiveAt?: string | null;
  };
  OpenFundDto: {
    readonly id: string;
    readonly name: string;
    readonly administrator: string;
    readonly effectiveAt?: string | null;
  };
  OrderedEnrolmentView: {
    readonly id: string;
    readonly code: string;
    readonly institution: string;
    readonly sessions: number;
    readonly reports: readonly Schemas['CourtReportView'][];
  };
  OrganizationQuery: {
    readonly district?: string | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  OrganizationSearch: {
    readonly identifier?: string | null;
    readonly name?: string | null;
    readonly type?: string | null;
    readonly _id?: string | null;
    readonly _count?: number | null;
    readonly _cursor?: string | null;
  };
  OrganizationView: {
    readonly id: string;
    readonly name: string;
    readonly organization_type: string;
    readonly country: string;
    readonly district?: string | null;
    readonly services: readonly Schemas['ServiceView'][];
  };
  OtherPersonDto: { readonly other: string; readonly effectiveAt?: string | null };
  OtherRecordView: { readonly person: string; readonly cases: readonly Schemas['PersonCaseView'][] };
  OtherView: {
    readonly relation?: string | null;
    readonly sex?: string | null;
    readonly ageBand?: string | null;
    readonly byAge: readonly Schemas['ChildrenOfAgeView'][];
    readonly state: 'none' | 'sealed' | 'shown' | 'erased';
    readonly details?: Schemas['DetailsView'] | null;
  };
  OutcomeMeasuredDto: { readonly indicator: string; readonly value: number; readonly on: string };
  PageQuery: { readonly limit?: number | null; readonly after?: string | null };
  PairForm: {
    readonly say: 'link' | 'unlink' | 'dismiss';
    readonly one: string;
    readonly other: string;
    readonly reason?: string | null;
  };
  ParticipantIdentityDto: {
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
  };
  PastMonthQuery: {
    readonly mesa?: string | null;
    readonly mes?: string | null;
    readonly modo?: 'sabido' | 'ocurrido' | null;
    readonly dia?: string | null;
    readonly hora?: string | null;
    readonly desde?: string | null;
    readonly desdeHora?: string | null;
  };
  PeriodDto: { readonly end?: string | null };
  PersonCaseView: {
    readonly id: string;
    readonly code: string;
    readonly condition: string;
    readonly openedAt: string;
    readonly status: 'open' | 'closed';
  };
  PersonLinkDto: {
    readonly reason: 'SAME_DOCUMENT' | 'SHE_SAID' | 'COMPARED';
    readonly effectiveAt?: string | null;
    readonly other: string;
  };
  PersonRightsView: {
    readonly person: string;
    readonly openCases: readonly string[];
    readonly cases: number;
    readonly file?: Schemas['KeptFileView'] | null;
    readonly linked: readonly string[];
    readonly holds: readonly Schemas['HoldView'][];
    readonly requests: readonly Schemas['RequestView'][];
    readonly erasures: readonly Schemas['ErasureView'][];
  };
  PersonView: {
    readonly id: string;
    readonly cases: readonly Schemas['PersonCaseView'][];
    readonly linked: readonly Schemas['OtherRecordView'][];
    readonly flagged: readonly Schemas['OtherRecordView'][];
  };
  PingView: { readonly taken: boolean; readonly why?: string | null };
  PlaceHoldDto: { readonly norm: 'CRIMINAL_CASE' | 'PROTECTION_MEASURES' | 'COURT_ORDER' | 'CONTROL' };
  PlacesDto: { readonly locations: readonly string[] };
  PlanActionDto: { readonly plan: string; readonly action: string };
  PlanDto: {
    readonly title: string;
    readonly from: string;
    readonly until: string;
    readonly objectives: readonly Schemas['ObjectiveDto'][];
  };
  PlanVersionView: {
    readonly version: number;
    readonly norm?: string | null;
    readonly on?: string | null;
    readonly recognised?: Schemas['RecognitionDto'] | null;
    readonly title: string;
    readonly from: string;
    readonly until: string;
    readonly objectives: readonly Schemas['ObjectiveDto'][];
  };
  PlanView: {
    readonly id: string;
    readonly board: string;
    readonly level: string;
    readonly territory: readonly string[];
    readonly versions: readonly Schemas['PlanVersionView'][];
    readonly draft?: Schemas['PlanVersionView'] | null;
    readonly actions: readonly Schemas['ActionStandingView'][];
    readonly measured: readonly Schemas['GoalStandingView'][];
  };
  PlannedActionDto: {
    readonly responsible: string;
    readonly start: string;
    readonly due: string;
    readonly budget: Schemas['MoneyDto'];
    readonly id: string;
    readonly title: string;
  };
  PointsQuery: { readonly from: string; readonly to?: string | null };
  PopulationDto: {
    readonly district: string;
    readonly year: number;
    readonly inhabitants: number;
    readonly source: string;
  };
  PostponeDto: {
    readonly at: string;
    readonly reason: 'NO_QUORUM_EXPECTED' | 'EMERGENCY' | 'HOLIDAY' | 'NO_PLACE' | 'OTHER';
  };
  PresenceDto: {
    readonly organization: string;
    readonly by: 'titular' | 'alternate';
    readonly mode: 'in-person' | 'remote';
  };
  Problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly detail: string;
    readonly instance: string;
    readonly code: string;
    readonly errors?: readonly Schemas['FieldError'][];
    readonly allowed?: readonly string[];
  };
  ProblemView: {
    readonly read: string;
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly message: string;
    readonly heading?: string | null;
  };
  ProgressNoteDto: {
    readonly note: 'STARTED' | 'ADVANCING' | 'WAITING_ON_OTHERS' | 'NO_BUDGET' | 'NO_STAFF' | 'NOT_STARTED';
    readonly effectiveAt?: string | null;
  };
  ProjectAdvancedDto: { readonly stage: 'PROPOSED' | 'PRIORITISED' | 'FUNDED' | 'EXECUTED'; readonly on: string };
  ProjectCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly kind: 'COOPERATION' | 'PARTICIPATORY_BUDGET';
    readonly title: string;
    readonly districts: readonly string[];
    readonly funders: readonly string[];
    readonly from: string;
    readonly until: string;
    readonly budget: number;
    readonly currency: string;
    readonly outcomes?: readonly Schemas['ProjectRegisteredoutcomesRow'][] | null;
    readonly agreement?: string | null;
  };
  ProjectRegisteredDto: {
    readonly kind: 'COOPERATION' | 'PARTICIPATORY_BUDGET';
    readonly title: string;
    readonly districts: readonly string[];
    readonly funders: readonly string[];
    readonly from: string;
    readonly until: string;
    readonly budget: number;
    readonly currency: string;
    readonly outcomes?: readonly Schemas['ProjectRegisteredoutcomesRow'][] | null;
    readonly agreement?: string | null;
  };
  ProjectRegisteredStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
    readonly indicator?: string | null;
    readonly value?: number | null;
    readonly on?: string | null;
    readonly stage?: 'PROPOSED' | 'PRIORITISED' | 'FUNDED' | 'EXECUTED' | null;
  };
  ProjectRegisteredView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly kind?: 'COOPERATION' | 'PARTICIPATORY_BUDGET' | null;
    readonly title?: string | null;
    readonly districts?: readonly string[] | null;
    readonly funders?: readonly string[] | null;
    readonly from?: string | null;
    readonly until?: string | null;
    readonly budget?: number | null;
    readonly currency?: string | null;
    readonly outcomes?: readonly Schemas['ProjectRegisteredoutcomesRow'][] | null;
    readonly agreement?: string | null;
    readonly steps: readonly Schemas['ProjectRegisteredStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  ProjectRegisteredoutcomesRow: {
    readonly indicator: string;
    readonly baseline: number;
    readonly target: number;
    readonly by: string;
  };
  ProvisionDto: {
    readonly type?: 'permit' | 'deny' | null;
    readonly period?: Schemas['PeriodDto'] | null;
    readonly class?: readonly Schemas['CodingDto'][] | null;
  };
  PublicActivityDto: {
    readonly day: string;
    readonly kind: 'FAIR' | 'TALK' | 'MARCH' | 'RADIO' | 'THEATRE' | 'SCHOOL' | 'ASSEMBLY' | 'OTHER';
    readonly men: number;
    readonly reached: number;
    readonly effectiveAt?: string | null;
  };
  PublicActivityView: {
    readonly id: string;
    readonly day: string;
    readonly kind: 'FAIR' | 'TALK' | 'MARCH' | 'RADIO' | 'THEATRE' | 'SCHOOL' | 'ASSEMBLY' | 'OTHER';
    readonly men: number;
    readonly reached: number;
  };
  QueueQuery: {
    readonly institucion?: string | null;
    readonly cola?: string | null;
    readonly modo?: 'sabido' | 'ocurrido' | null;
    readonly dia?: string | null;
    readonly hora?: string | null;
    readonly desde?: string | null;
    readonly desdeHora?: string | null;
  };
  ReachedRungView: { readonly role: string; readonly due: string; readonly at: string };
  ReadingQuery: {
    readonly kind?: 'cases' | 'referrals' | null;
    readonly mapping?: string | null;
    readonly institution?: string | null;
  };
  ReceiptDto: { readonly effectiveAt?: string | null };
  ReceiveRequestDto: {
    readonly person: string;
    readonly right: 'ACCESS' | 'RECTIFICATION' | 'CANCELLATION' | 'OPPOSITION';
    readonly at?: string | null;
  };
  RecognitionDto: { readonly by: string; readonly norm: string; readonly on: string };
  RecordShelterPlaceDto: {
    readonly effectiveAt?: string | null;
    readonly organization?: string | null;
    readonly name?: string | null;
    readonly reach?: string | null;
  };
  RecordWhereaboutsDto: {
    readonly effectiveAt?: string | null;
    readonly district?: string | null;
    readonly address?: string | null;
    readonly reference?: string | null;
    readonly aggressor?: 'LIVES_THERE' | 'KNOWS_IT' | 'DOES_NOT_KNOW' | 'NOT_KNOWN' | null;
  };
  RecordedSessionView: { readonly day: string; readonly result: 'ATTENDED' | 'MISSED' | 'JUSTIFIED' };
  ReeducationActivityView: {
    readonly year: string;
    readonly through: string;
    readonly counts: readonly Schemas['CountView'][];
  };
  ReferQuery: {
    readonly caso?: string | null;
    readonly codigo?: string | null;
    readonly institucion?: string | null;
    readonly servicio?: string | null;
    readonly buscar?: string | null;
    readonly clave?: string | null;
    readonly conjunto?: string | null;
  };
  ReferenceDto: { readonly reference: string; readonly type?: string | null };
  ReferralClockView: {
    readonly waitsFor: string;
    readonly institution: string;
    readonly due: string;
    readonly rule: string;
    readonly version: number;
  };
  ReferralClosureDto: {
    readonly disposition: 'NEED_MET' | 'REFER_AGAIN' | 'FOLLOW_UP_HERE' | 'PERSON_DECLINED' | 'LOST_CONTACT';
    readonly effectiveAt?: string | null;
  };
  ReferralQuery: {
    readonly box: 'to' | 'from';
    readonly state?: 'open' | 'answered' | 'all' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  ReferralStepView: {
    readonly type: string;
    readonly effectiveAt: string;
    readonly recordedAt: string;
    readonly position: string;
    readonly actor: string;
    readonly institution?: string | null;
    readonly leg?: number | null;
    readonly code?: string | null;
  };
  ReferralView: {
    readonly id: string;
    readonly code: string;
    readonly country: string;
    readonly case: string;
    readonly caseCode: string;
    readonly district: string;
    readonly bundle?: string | null;
    readonly leg: number;
    readonly from: string;
    readonly to: string;
    readonly service: string;
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly basis: string;
    readonly status: string;
    readonly fhirStatus: string;
    readonly businessStatus?: string | null;
    readonly lapsed: boolean;
    readonly due?: string | null;
    readonly sentAt: string;
    readonly reason?: string | null;
    readonly outcome?: string | null;
    readonly revision: number;
    readonly legs: readonly Schemas['LegView'][];
    readonly clocks: readonly Schemas['ReferralClockView'][];
    readonly appointment?: Schemas['AppointmentView'] | null;
    readonly wakeAt?: string | null;
    readonly consent: Schemas['ConsentView'];
    readonly steps: readonly Schemas['ReferralStepView'][];
  };
  ReferralWithMessageView: {
    readonly messageState: 'none' | 'shown' | 'erased' | 'ended';
    readonly message?: Schemas['MessageView'] | null;
    readonly allowed: readonly string[];
    readonly id: string;
    readonly code: string;
    readonly country: string;
    readonly case: string;
    readonly caseCode: string;
    readonly district: string;
    readonly bundle?: string | null;
    readonly leg: number;
    readonly from: string;
    readonly to: string;
    readonly service: string;
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly basis: string;
    readonly status: string;
    readonly fhirStatus: string;
    readonly businessStatus?: string | null;
    readonly lapsed: boolean;
    readonly due?: string | null;
    readonly sentAt: string;
    readonly reason?: string | null;
    readonly outcome?: string | null;
    readonly revision: number;
    readonly legs: readonly Schemas['LegView'][];
    readonly clocks: readonly Schemas['ReferralClockView'][];
    readonly appointment?: Schemas['AppointmentView'] | null;
    readonly wakeAt?: string | null;
    readonly consent: Schemas['ConsentView'];
    readonly steps: readonly Schemas['ReferralStepView'][];
  };
  RefuseErasureDto: { readonly reason: 'LEGAL_DUTY' | 'THIRD_PARTY' | 'NOT_IDENTIFIED' | 'NOT_HELD' | 'NOT_FOUNDED' };
  RegisterOrganizationDto: {
    readonly id: string;
    readonly name: string;
    readonly organization_type:
      | 'POLICE_FAMILY'
      | 'POLICE'
      | 'CEM'
      | 'SAR'
      | 'SAM'
      | 'LINE100'
      | 'CHAT100'
      | 'HRT'
      | 'CAI'
      | 'FAMILY_COURT'
      | 'JUSTICE_OF_PEACE_LEGAL'
      | 'JUSTICE_OF_PEACE'
      | 'PROSECUTOR_CRIMINAL'
      | 'PROSECUTOR_FAMILY'
      | 'UDAVIT'
      | 'IML'
      | 'PUBLIC_DEFENCE'
      | 'DEMUNA'
      | 'UPE'
      | 'HEALTH'
      | 'EDUCATION'
      | 'MUNICIPALITY'
      | 'COMMUNITY_DEFENDER'
      | 'RONDA'
      | 'NATIVE_COMMUNITY'
      | 'OMBUDSMAN'
      | 'LABOUR_INSPECTION'
      | 'NGO'
      | 'POLICE_SPECIAL'
      | 'SLIM'
      | 'DNA'
      | 'SEPDAVI'
      | 'SIJPLU'
      | 'SEPDEP'
      | 'PROSECUTOR'
      | 'COURT'
      | 'IDIF'
      | 'CASA_ACOGIDA'
      | 'AIOC'
      | 'REEDUCATION';
    readonly country: string;
    readonly district: string;
  };
  ReopeningDto: {
    readonly reason: 'PERSON_CAME_BACK' | 'RISK_AGAIN' | 'MEASURE_BREACHED' | 'CLOSED_BY_MISTAKE';
    readonly effectiveAt?: string | null;
  };
  ReparationStepDto: {
    readonly step: 'REGISTERED' | 'DOCUMENTED' | 'IN_REPARATIONS_REGISTER' | 'ACCOMPANIED';
    readonly effectiveAt?: string | null;
  };
  ReplacementDto: {
    readonly code:
      | 'RETIRO_AGRESOR'
      | 'NO_ACERCAMIENTO'
      | 'NO_COMUNICACION'
      | 'ARMAS'
      | 'INVENTARIO_BIENES'
      | 'ASIGNACION_ECONOMICA_EMERGENCIA'
      | 'NO_DISPONER_BIENES'
      | 'NO_RETIRAR_NNA'
      | 'TRATAMIENTO_REEDUCATIVO_AGRESOR'
      | 'TRATAMIENTO_PSICOLOGICO_VICTIMA'
      | 'ALBERGUE'
      | 'OTRA'
      | 'RESTITUCION_DOMICILIO'
      | 'DEVOLUCION_DOCUMENTOS'
      | 'GUARDA_NNA'
      | 'ESCOLTA_POLICIAL';
    readonly executor?: string | null;
    readonly until?: string | null;
  };
  ReplayDto: { readonly after: string };
  ReportBackDto: {
    readonly outcome:
      | 'SERVICE_RECEIVED'
      | 'PARTLY_RECEIVED'
      | 'NOT_RECEIVED_NO_SHOW'
      | 'NOT_RECEIVED_COULD_NOT_CONTACT'
      | 'NOT_RECEIVED_UNSAFE_CONTACT'
      | 'NOT_RECEIVED_DECLINED'
      | 'NOT_RECEIVED_NO_CAPACITY'
      | 'NOT_RECEIVED_OTHER';
    readonly effectiveAt?: string | null;
  };
  ReportDto: { readonly court: string; readonly effectiveAt?: string | null };
  ReportItemDto: {
    readonly item:
      | 'VICTIM'
      | 'COMPLAINANT'
      | 'ACCUSED'
      | 'DATE_OF_FACT'
      | 'SUMMARY'
      | 'DILIGENCES'
      | 'EARLIER_BY_VICTIM'
      | 'EARLIER_AGAINST_ACCUSED'
      | 'PUBLIC_SERVANT'
      | 'WEAPON_LICENCE';
    readonly state: 'PRESENT' | 'NOT_KNOWN' | 'NOT_SAID' | 'NOT_SAFE' | 'NO_ANSWER_IN_TIME';
  };
  ReportItemsDto: { readonly items: readonly Schemas['ReportItemDto'][]; readonly effectiveAt?: string | null };
  ReportReceiptDto: { readonly effectiveAt?: string | null };
  ReporterDto: {
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly address?: string | null;
    readonly notes?: string | null;
    readonly effectiveAt?: string | null;
  };
  RequestAnswerView: {
    readonly at: string;
    readonly outcome: string;
    readonly reason?: string | null;
    readonly late: boolean;
  };
  RequestView: {
    readonly id: string;
    readonly person: string;
    readonly country: string;
    readonly institution: string;
    readonly right: string;
    readonly receivedAt: string;
    readonly clock?: Schemas['ClockView'] | null;
    readonly overdue: boolean;
    readonly answered?: Schemas['RequestAnswerView'] | null;
  };
  RequestsQuery: {
    readonly state?: 'open' | 'answered' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  RerouteDto: {
    readonly to: Schemas['DestinationDto'];
    readonly reason:
      | 'DECLINED'
      | 'NO_ANSWER'
      | 'NO_CAPACITY'
      | 'WRONG_SERVICE'
      | 'NEARER_SERVICE'
      | 'PERSON_CHOSE'
      | 'CONFLICT_OF_INTEREST'
      | 'COULD_NOT_CONTACT'
      | 'NOT_ELIGIBLE'
      | 'OUTSIDE_COMPETENCE'
      | 'PERSON_MOVED'
      | 'LANGUAGE'
      | 'UNSAFE_HERE'
      | 'OTHER';
    readonly consent: Schemas['ConsentDto'];
    readonly sameWords?: boolean | null;
    readonly effectiveAt?: string | null;
    readonly note?: string | null;
    readonly safeContact?: string | null;
  };
  RescheduleDto: { readonly due: string; readonly effectiveAt?: string | null };
  ResumptionDto: { readonly effectiveAt?: string | null };
  RevealedEnrolmentView: {
    readonly identityState: 'none' | 'sealed' | 'shown' | 'erased';
    readonly identity?: Schemas['ParticipantIdentityDto'] | null;
    readonly order?: string | null;
    readonly id: string;
    readonly code: string;
    readonly subject: string;
    readonly entry: 'COURT_ORDER' | 'VOLUNTARY';
    readonly court?: string | null;
    readonly sessions: number;
    readonly firstDayBy?: string | null;
    readonly openedAt: string;
    readonly begunAt?: string | null;
    readonly recorded: readonly Schemas['RecordedSessionView'][];
    readonly attendance: Schemas['AttendanceView'];
    readonly reports: readonly Schemas['CourtReportView'][];
    readonly measures: Schemas['EnrolmentMeasuresView'];
    readonly clocks: readonly Schemas['EnrolmentClockView'][];
    readonly ended?: 'COMPLETED' | 'ABANDONED' | 'EXCLUDED' | null;
    readonly endedAt?: string | null;
  };
  ReviewDto: { readonly outcome: 'JUSTIFIED' | 'NOT_JUSTIFIED' };
  RiskAnswerDto: { readonly item: string; readonly value: string };
  RiskAssessmentDto: {
    readonly level?: 'MILD' | 'MODERATE' | 'SEVERE' | null;
    readonly instrument?: string | null;
    readonly answers?: readonly Schemas['RiskAnswerDto'][] | null;
    readonly reason?:
      | 'ARMED'
      | 'DEATH_THREAT'
      | 'CHOKING'
      | 'SELF_HARM'
      | 'ESCALATING'
      | 'CHILDREN_AT_RISK'
      | 'DEPENDENT'
      | 'PROFESSIONAL_JUDGEMENT'
      | null;
    readonly effectiveAt?: string | null;
  };
  RoleDto: {
    readonly role:
      'worker' | 'supervisor' | 'coordinator' | 'board' | 'auditor' | 'data-officer' | 'administrator' | 'evaluator';
  };
  RowErrorView: {
    readonly row: number;
    readonly column: string;
    readonly code: string;
    readonly message: string;
    readonly heading?: string | null;
  };
  SampleCellView: {
    readonly column: string;
    readonly heading: string;
    readonly read: string;
    readonly value?: string | null;
  };
  SampleRowView: { readonly row: number; readonly cells: readonly Schemas['SampleCellView'][] };
  SavedQuery: { readonly aviso?: 'guardado' | null };
  ScheduleView: { readonly byday: string; readonly opens_at: string; readonly closes_at: string };
  SealingView: {
    readonly id: string;
    readonly case: string;
    readonly institution: string;
    readonly aim: 'seal' | 'unseal';
    readonly ground: 'COURT_ORDER' | 'DATA_PROTECTION';
    readonly askedAt: string;
    readonly askedBy: string;
    readonly status: 'asked' | 'refused' | 'done';
    readonly decidedAt?: string | null;
    readonly decidedBy?: string | null;
  };
  SealingWithOrderView: {
    readonly norm?: string | null;
    readonly number?: string | null;
    readonly id: string;
    readonly case: string;
    readonly institution: string;
    readonly aim: 'seal' | 'unseal';
    readonly ground: 'COURT_ORDER' | 'DATA_PROTECTION';
    readonly askedAt: string;
    readonly askedBy: string;
    readonly status: 'asked' | 'refused' | 'done';
    readonly decidedAt?: string | null;
    readonly decidedBy?: string | null;
  };
  SeatMemberDto: {
    readonly organization: string;
    readonly seat: string;
    readonly from: string;
    readonly until?: string | null;
    readonly titular?: string | null;
    readonly alternate?: string | null;
  };
  SecretView: {
    readonly id: string;
    readonly revision: number;
    readonly position: string;
    readonly secret?: string | null;
  };
  SeenPageQuery: { readonly caso?: string | null; readonly persona?: string | null; readonly desde?: string | null };
  SeenQuery: {
    readonly case?: string | null;
    readonly person?: string | null;
    readonly from?: string | null;
    readonly until?: string | null;
    readonly session?: string | null;
  };
  SendBundleDto: {
    readonly case: string;
    readonly referrals: readonly Schemas['BundledDto'][];
    readonly effectiveAt?: string | null;
  };
  SendReferralDto: {
    readonly case: string;
    readonly to: Schemas['DestinationDto'];
    readonly purpose:
      | 'COMPLAINT'
      | 'PROTECTION_MEASURES'
      | 'EXECUTE_MEASURES'
      | 'CRIMINAL_INVESTIGATION'
      | 'PSYCHOLOGICAL_CARE'
      | 'LEGAL_AID'
      | 'SOCIAL_CARE'
      | 'MEDICAL_CARE'
      | 'SEXUAL_VIOLENCE_KIT'
      | 'MENTAL_HEALTH'
      | 'FORENSIC_EXAM'
      | 'SHELTER'
      | 'CHILD_PROTECTION'
      | 'VICTIM_WITNESS_ASSISTANCE'
      | 'SCHOOL_PROTECTION'
      | 'LABOUR_HARASSMENT'
      | 'COMMUNITY_ACCOMPANIMENT'
      | 'AGGRESSOR_REEDUCATION'
      | 'SUPPORT_FUND';
    readonly urgency: 'IMMEDIATE' | 'PRIORITY' | 'ROUTINE';
    readonly consent: Schemas['ConsentDto'];
    readonly bundle?: string | null;
    readonly effectiveAt?: string | null;
    readonly note?: string | null;
    readonly safeContact?: string | null;
  };
  SentBundleView: { readonly id: string; readonly referrals: readonly Schemas['BundledReferralView'][] };
  SentReferralView: { readonly id: string; readonly revision: number; readonly position: string };
  ServiceQuery: {
    readonly service_type?: string | null;
    readonly status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed' | null;
  };
  ServiceRequestDto: {
    readonly resourceType: 'ServiceRequest';
    readonly status: 'active';
    readonly intent: 'order';
    readonly priority?: 'routine' | 'urgent' | 'asap' | 'stat' | null;
    readonly code: Schemas['ConceptDto'];
    readonly subject: Schemas['SubjectDto'];
    readonly authoredOn?: string | null;
    readonly performer: readonly Schemas['ReferenceDto'][];
    readonly contained: readonly Schemas['ConsentResourceDto'][];
    readonly supportingInfo?: readonly Schemas['ReferenceDto'][] | null;
  };
  ServiceRequestSearch: {
    readonly identifier?: string | null;
    readonly requester?: string | null;
    readonly performer?: string | null;
    readonly _id?: string | null;
    readonly _count?: number | null;
    readonly _cursor?: string | null;
    readonly status?: string | null;
  };
  ServiceStatusDto: {
    readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
    readonly from?: string | null;
    readonly until?: string | null;
  };
  ServiceView: {
    readonly id: string;
    readonly organization_id: string;
    readonly name: string;
    readonly status: 'active' | 'inactive' | 'defunct' | 'temporarily closed';
    readonly service_type: string;
    readonly minimum_age?: number | null;
    readonly maximum_age?: number | null;
    readonly confidential: boolean;
    readonly schedules: readonly Schemas['ScheduleView'][];
  };
  SessionResultDto: {
    readonly day: string;
    readonly result: 'ATTENDED' | 'MISSED' | 'JUSTIFIED';
    readonly effectiveAt?: string | null;
  };
  SessionView: {
    readonly id: string;
    readonly board: string;
    readonly kind: 'ordinary' | 'extraordinary';
    readonly at: string;
    readonly place: string;
    readonly status: 'convened' | 'open' | 'closed' | 'cancelled';
    readonly was: readonly string[];
    readonly reason?: 'NO_QUORUM_EXPECTED' | 'EMERGENCY' | 'HOLIDAY' | 'NO_PLACE' | 'OTHER' | null;
    readonly agenda: readonly Schemas['AgendaItemView'][];
    readonly seated: readonly string[];
    readonly quorum: number;
    readonly present: readonly Schemas['PresenceDto'][];
    readonly decisions: readonly Schemas['DecisionView'][];
    readonly minutes?: Schemas['MinutesDto'] | null;
  };
  SessionsQuery: {
    readonly state?: 'coming' | 'past' | 'all' | null;
    readonly limit?: number | null;
    readonly after?: string | null;
  };
  ShelterPlaceDto: {
    readonly organization?: string | null;
    readonly name?: string | null;
    readonly reach?: string | null;
  };
  ShelterPlaceView: {
    readonly place?: Schemas['ShelterPlaceDto'] | null;
    readonly state: 'none' | 'sealed' | 'shown' | 'erased';
    readonly at?: string | null;
  };
  ShowParticipantQuery: { readonly mostrar?: 'nombre' | null };
  ShowQuery: { readonly mostrar?: 'nombre' | 'domicilio' | 'hogar' | 'denunciada' | 'hijos' | 'aviso' | null };
  SimilarPersonView: {
    readonly strength: 'document' | 'phone' | 'name';
    readonly initials: string;
    readonly bornIn?: string | null;
    readonly ageBand: string;
    readonly person: string;
    readonly case: string;
  };
  SimilarPersonsView: { readonly own: readonly Schemas['SimilarPersonView'][]; readonly elsewhere: boolean };
  SizesQuery: { readonly from: string; readonly to: string; readonly log?: 'events' | 'reads' | null };
  SoughtDto: {
    readonly age?: number | null;
    readonly name?: string | null;
    readonly documentId?: string | null;
    readonly phone?: string | null;
    readonly birthYear?: number | null;
  };
  StaffView: {
    readonly code: string;
    readonly institution: string;
    readonly country: string;
    readonly role:
      'worker' | 'supervisor' | 'coordinator' | 'board' | 'auditor' | 'data-officer' | 'administrator' | 'evaluator';
    readonly status: 'active' | 'suspended' | 'ended';
  };
  StayDto: { readonly from: string; readonly nights: number; readonly effectiveAt?: string | null };
  StepAnswerView: { readonly revision: number; readonly position: string };
  StepDto: {
    readonly reportItems?: readonly Schemas['ReportItemDto'][] | null;
    readonly step: string;
    readonly effectiveAt?: string | null;
  };
  StepTakenDto: { readonly effectiveAt?: string | null };
  StuckReferralView: {
    readonly stuck: 'no-next-action' | 'appointment-without-result' | 'hold-without-wake' | 'hold-not-resumed';
    readonly id: string;
    readonly code: string;
    readonly country: string;
    readonly case: string;
    readonly caseCode: string;
    readonly district: string;
    readonly bundle?: string | null;
    readonly leg: number;
    readonly from: string;
    readonly to: string;
    readonly service: string;
    readonly purpose: string;
    readonly urgency: string;
    readonly risk: string;
    readonly basis: string;
    readonly status: string;
    readonly fhirStatus: string;
    readonly businessStatus?: string | null;
    readonly lapsed: boolean;
    readonly due?: string | null;
    readonly sentAt: string;
    readonly reason?: string | null;
    readonly outcome?: string | null;
    readonly revision: number;
    readonly legs: readonly Schemas['LegView'][];
    readonly clocks: readonly Schemas['ReferralClockView'][];
    readonly appointment?: Schemas['AppointmentView'] | null;
    readonly wakeAt?: string | null;
    readonly consent: Schemas['ConsentView'];
    readonly steps: readonly Schemas['ReferralStepView'][];
  };
  SubjectDto: { readonly type?: 'Patient' | null; readonly identifier: Schemas['IdentifierDto'] };
  SubscribeDto: {
    readonly url: string;
    readonly types?:
      | readonly (
          | 'ReferralSent.v1'
          | 'ReferralReceived.v1'
          | 'ReferralAccepted.v1'
          | 'ReferralDeclined.v1'
          | 'ReferralRerouted.v1'
          | 'ReferralScheduled.v1'
          | 'AppointmentCancelled.v1'
          | 'ReferralNotAttended.v1'
          | 'ContactAttempted.v1'
          | 'ReferralUnreachable.v1'
          | 'ReferralHeld.v1'
          | 'ReferralResumed.v1'
          | 'ReferralAttended.v1'
          | 'ReferralReportedBack.v1'
          | 'ReferralClosed.v1'
          | 'CancellationAsked.v1'
          | 'ReferralCancelled.v1'
          | 'ConsentWithdrawn.v1'
          | 'ReferralUndone.v1'
          | 'ReferralLapsed.v1'
          | 'ReferralEscalated.v1'
        )[]
      | null;
  };
  SuccessorDto: { readonly by: string; readonly from: string };
  SupportApprovalDto: { readonly cents?: number | null; readonly effectiveAt?: string | null };
  SupportPaymentDto: { readonly voucher: string; readonly effectiveAt?: string | null; readonly cents?: number | null };
  SupportReasonDto: {
    readonly reason: 'NO_LONGER_NEEDED' | 'OTHER_SOURCE' | 'NOT_COVERED' | 'NO_BUDGET' | 'MISTAKE';
    readonly effectiveAt?: string | null;
  };
  SupportReimbursementDto: { readonly voucher: string; readonly cents: number; readonly effectiveAt?: string | null };
  SupportRequestDto: {
    readonly referral: string;
    readonly line: string;
    readonly purpose: 'TRANSPORT' | 'LODGING' | 'LAWYER_MONTH' | 'PROFESSIONAL_DAYS' | 'DOCUMENTS' | 'FOOD';
    readonly units: number;
    readonly cents: number;
    readonly effectiveAt?: string | null;
  };
  SupportedDto: { readonly plan: string; readonly objective: string };
  SuspensionDto: { readonly reason: 'LEAVE' | 'INQUIRY' | 'LOST_DEVICE' | 'OTHER' };
  TaskSearch: {
    readonly 'based-on'?: string | null;
    readonly requester?: string | null;
    readonly owner?: string | null;
    readonly _id?: string | null;
    readonly _count?: number | null;
    readonly _cursor?: string | null;
    readonly status?: string | null;
  };
  TermDto: {
    readonly rule: string;
    readonly amount: number;
    readonly unit: 'hours' | 'days' | 'business-days' | 'months';
  };
  TrainingCorrectedDto: {
    readonly reason: 'TYPING_ERROR' | 'WRONG_COUNT' | 'WRONG_DAY' | 'MORE_IS_KNOWN' | 'OTHER';
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly on: string;
    readonly organization: string;
    readonly staff: readonly string[];
    readonly hours: number;
    readonly until?: string | null;
    readonly project?: string | null;
  };
  TrainingGivenDto: {
    readonly topic:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION';
    readonly on: string;
    readonly organization: string;
    readonly staff: readonly string[];
    readonly hours: number;
    readonly until?: string | null;
    readonly project?: string | null;
  };
  TrainingGivenStepView: {
    readonly id: string;
    readonly type: string;
    readonly institution: string;
    readonly at: string;
    readonly staff?: readonly string[] | null;
    readonly on?: string | null;
    readonly why?: 'LEFT_THE_POST' | 'REVOKED' | 'REPLACED' | null;
  };
  TrainingGivenView: {
    readonly id: string;
    readonly board: string;
    readonly institution: string;
    readonly status: 'held' | 'withdrawn';
    readonly recordedAt: string;
    readonly revision: number;
    readonly topic?:
      | 'RIGHTS_AND_ROUTES'
      | 'PREVENTION'
      | 'CARE_OF_CASES'
      | 'RISK_ASSESSMENT'
      | 'PROTECTION_MEASURES'
      | 'SEXUAL_VIOLENCE'
      | 'CHILDHOOD'
      | 'MASCULINITIES'
      | 'COEXISTENCE_AT_SCHOOL'
      | 'INTERCULTURAL_CARE'
      | 'EQUALITY_POLICY'
      | 'PARTICIPATION'
      | null;
    readonly on?: string | null;
    readonly organization?: string | null;
    readonly staff?: readonly string[] | null;
    readonly hours?: number | null;
    readonly until?: string | null;
    readonly project?: string | null;
    readonly steps: readonly Schemas['TrainingGivenStepView'][];
    readonly changes: readonly Schemas['EntryChangeView'][];
  };
  TransferDto: {
    readonly to: string;
    readonly reason: 'PERSON_MOVED' | 'COMPETENCE' | 'CHILD' | 'SAFETY' | 'SERVICE_CLOSED';
    readonly effectiveAt?: string | null;
  };
  UndoDto: { readonly effectiveAt?: string | null };
  UnmaskingDto: {
    readonly pseudonym: string;
    readonly session?: string | null;
    readonly reason: 'COMPLAINT' | 'UNUSUAL_READS' | 'EMERGENCY_ACCESS' | 'COURT_ORDER' | 'INCIDENT';
  };
  UntilQuery: { readonly position?: string | null; readonly known?: string | null; readonly happened?: string | null };
  UpToQuery: { readonly hasta?: string | null };
  VerifyQuery: { readonly huella?: string | null; readonly codigo?: string | null };
  VersionsQuery: { readonly profile: 'board' | 'public'; readonly from: string; readonly to: string };
  WebhookView: {
    readonly id: string;
    readonly institution: string;
    readonly url: string;
    readonly types?: readonly string[] | null;
    readonly status: 'active' | 'paused' | 'ended';
    readonly pausedFor?: 'ASKED' | 'GONE' | null;
    readonly subscribedAt: string;
    readonly taken: number;
    readonly lastTaken?: string | null;
    readonly lastTry?: string | null;
    readonly lastWhy?: string | null;
    readonly waiting: number;
    readonly dead: number;
  };
  WeeklyDto: {
    readonly byday: string;
    readonly opens_at: string;
    readonly closes_at: string;
    readonly valid_from?: string | null;
    readonly valid_to?: string | null;
  };
  WhatIfDto: {
    readonly case?: string | null;
    readonly board?: string | null;
    readonly inForceOn?: string | null;
    readonly override?: Schemas['TermDto'] | null;
    readonly judgedAt?: string | null;
  };
  WhatIfQuery: {
    readonly mesa?: string | null;
    readonly regian?: string | null;
    readonly regla?: string | null;
    readonly cuanto?: string | null;
    readonly unidad?: '' | 'hours' | 'days' | 'business-days' | 'months' | null;
  };
  WhereaboutsDto: {
    readonly district?: string | null;
    readonly address?: string | null;
    readonly reference?: string | null;
    readonly aggressor?: 'LIVES_THERE' | 'KNOWS_IT' | 'DOES_NOT_KNOW' | 'NOT_KNOWN' | null;
  };
  WhereaboutsView: {
    readonly place?: Schemas['WhereaboutsDto'] | null;
    readonly state: 'none' | 'sealed' | 'shown' | 'erased';
    readonly at?: string | null;
  };
  WithdrawalDto: {
    readonly mode?: 'VERBAL' | 'SIGNATURE' | 'THUMBPRINT' | 'VERBAL_WITNESSED' | 'REMOTE' | 'GUARDIAN' | null;
    readonly effectiveAt?: string | null;
  };
  YearQuery: { readonly year?: string | null };
}

export interface Routes {
  'GET /api/alerts': {
    path: Readonly<Record<never, never>>;
    query: { readonly state?: 'open' | 'over' | null; readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['AlertView'][];
  };
  'POST /api/alerts': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['AlertDto'];
    answer: unknown;
  };
  'GET /api/alerts/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['AlertView'];
  };
  'POST /api/alerts/{id}/answer': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AlertAnswerDto'];
    answer: unknown;
  };
  'POST /api/alerts/{id}/closure': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AlertClosureDto'];
    answer: unknown;
  };
  'POST /api/alerts/{id}/looking': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/alerts/{id}/referral': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AlertReferralDto'];
    answer: unknown;
  };
  'GET /api/assemblies': {
    path: Readonly<Record<never, never>>;
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['AssemblyView'][];
  };
  'POST /api/assemblies': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['AssemblyDto'];
    answer: unknown;
  };
  'GET /api/assemblies/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['AssemblyView'];
  };
  'POST /api/assemblies/{id}/agreements': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HeardAgreementDto'];
    answer: unknown;
  };
  'GET /api/audit/checkpoint': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/consistency': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/evidence/{kind}/{id}': {
    path: { readonly kind: string; readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/months/{board}/{month}': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/months/{board}/{month}/changes': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/months/{board}/{month}/issued/{version}/{profile}': {
    path: { readonly board: string; readonly month: string; readonly version: string; readonly profile: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/months/{board}/{month}/versions': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/proof/{eventId}': {
    path: { readonly eventId: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/queues/{institution}/{queue}': {
    path: { readonly institution: string; readonly queue: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/queues/{institution}/{queue}/changes': {
    path: { readonly institution: string; readonly queue: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/reads': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/unmaskings': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/audit/unmaskings': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['UnmaskingDto'];
    answer: unknown;
  };
  'POST /api/audit/unmaskings/{id}/approval': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/audit/unmaskings/{id}/refusal': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/audit/unmaskings/{id}/showing': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/audit/what-if': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['WhatIfDto'];
    answer: unknown;
  };
  'GET /api/audit/{kind}/{id}': {
    path: { readonly kind: string; readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/{kind}/{id}/changes': {
    path: { readonly kind: string; readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/{kind}/{id}/differences': {
    path: { readonly kind: string; readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/audit/{kind}/{id}/reads': {
    path: { readonly kind: string; readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards': {
    path: Readonly<Record<never, never>>;
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['BoardView'][];
  };
  'POST /api/boards': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['EstablishBoardDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/activities': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['ActivityHeldView'][];
  };
  'POST /api/boards/{board}/activities': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ActivityHeldDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/activities/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ActivityHeldView'];
  };
  'POST /api/boards/{board}/activities/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ActivityCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/activities/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/activities/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/activity': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ActivityView'];
  };
  'GET /api/boards/{board}/agreements': {
    path: { readonly board: string };
    query: {
      readonly state?: 'open' | 'closed' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['AgreementView'][];
  };
  'GET /api/boards/{board}/agreements/{agreement}': {
    path: { readonly board: string; readonly agreement: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['AgreementView'];
  };
  'POST /api/boards/{board}/agreements/{agreement}/cancellation': {
    path: { readonly board: string; readonly agreement: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['GiveUpDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/agreements/{agreement}/completion': {
    path: { readonly board: string; readonly agreement: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DoneDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/agreements/{agreement}/postponement': {
    path: { readonly board: string; readonly agreement: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RescheduleDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/agreements/{agreement}/progress': {
    path: { readonly board: string; readonly agreement: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ProgressNoteDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/budget-lines': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['BudgetAssignedView'][];
  };
  'POST /api/boards/{board}/budget-lines': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['BudgetAssignedDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/budget-lines/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['BudgetAssignedView'];
  };
  'POST /api/boards/{board}/budget-lines/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['BudgetCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/budget-lines/{entry}/executions': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['BudgetExecutedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/budget-lines/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/budget-lines/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/editions': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/editions/{month}': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/boards/{board}/editions/{month}/approval': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EditionApprovalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/editions/{month}/freeze': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/boards/{board}/editions/{month}/publication': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EditionPublicationDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/editions/{month}/restatement': {
    path: { readonly board: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EditionRestatementDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/editions/{month}/{version}/{profile}/{file}': {
    path: {
      readonly board: string;
      readonly month: string;
      readonly version: string;
      readonly profile: string;
      readonly file: string;
    };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/evidence/{month}/{file}': {
    path: { readonly board: string; readonly month: string; readonly file: 'evidence.json' | 'evidence.csv' };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/exchanges': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['ExchangeHeldView'][];
  };
  'POST /api/boards/{board}/exchanges': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ExchangeHeldDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/exchanges/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ExchangeHeldView'];
  };
  'POST /api/boards/{board}/exchanges/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ExchangeCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/exchanges/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/exchanges/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/findings': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['FindingRaisedView'][];
  };
  'POST /api/boards/{board}/findings': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingRaisedDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/findings/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['FindingRaisedView'];
  };
  'POST /api/boards/{board}/findings/{entry}/agreements': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingTakenUpDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/answers': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingAnsweredDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/replies-passed-on': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingReplyPassedOnDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/settlements': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FindingSettledDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/findings/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/materials': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['MaterialProducedView'][];
  };
  'POST /api/boards/{board}/materials': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MaterialProducedDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/materials/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['MaterialProducedView'];
  };
  'POST /api/boards/{board}/materials/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MaterialCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/materials/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/materials/{entry}/transfers': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MaterialTransferredDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/materials/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/norms': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['NormIssuedView'][];
  };
  'POST /api/boards/{board}/norms': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['NormIssuedDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/norms/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['NormIssuedView'];
  };
  'POST /api/boards/{board}/norms/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['NormCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/norms/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/norms/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/observatory': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/observatory/{file}': {
    path: { readonly board: string; readonly file: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/oversight': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/plans': {
    path: { readonly board: string };
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['PlanView'][];
  };
  'POST /api/boards/{board}/plans': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PlanDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/plans/{plan}': {
    path: { readonly board: string; readonly plan: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['PlanView'];
  };
  'POST /api/boards/{board}/plans/{plan}/actions/{action}/progress': {
    path: { readonly board: string; readonly plan: string; readonly action: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ActionProgressDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/plans/{plan}/approval': {
    path: { readonly board: string; readonly plan: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ApprovalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/plans/{plan}/drafts': {
    path: { readonly board: string; readonly plan: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PlanDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/plans/{plan}/goals/{goal}/measurements': {
    path: { readonly board: string; readonly plan: string; readonly goal: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasurementDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/plans/{plan}/recognition': {
    path: { readonly board: string; readonly plan: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RecognitionDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/projects': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['ProjectRegisteredView'][];
  };
  'POST /api/boards/{board}/projects': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ProjectRegisteredDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/projects/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ProjectRegisteredView'];
  };
  'POST /api/boards/{board}/projects/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ProjectCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/projects/{entry}/measurements': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['OutcomeMeasuredDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/projects/{entry}/stages': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ProjectAdvancedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/projects/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/projects/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/reports/{month}/{file}': {
    path: {
      readonly board: string;
      readonly month: string;
      readonly file:
        'report.html' | 'report.pdf' | 'report.xlsx' | 'report.csv' | 'report.json' | 'report.csv-metadata.json';
    };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/boards/{board}/sessions': {
    path: { readonly board: string };
    query: {
      readonly state?: 'coming' | 'past' | 'all' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['SessionView'][];
  };
  'POST /api/boards/{board}/sessions': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ConveneDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/sessions/{session}': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['SessionView'];
  };
  'POST /api/boards/{board}/sessions/{session}/agenda': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AgendaItemDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/agreements': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DecisionDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/attendance': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PresenceDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/attendance/{organization}/withdrawal': {
    path: { readonly board: string; readonly session: string; readonly organization: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HappenedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/cancellation': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CallOffDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/closure': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HappenedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/minutes': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MinutesDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/opening': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HappenedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/sessions/{session}/postponement': {
    path: { readonly board: string; readonly session: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PostponeDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/trainings': {
    path: { readonly board: string };
    query: {
      readonly state?: 'held' | 'withdrawn' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['TrainingGivenView'][];
  };
  'POST /api/boards/{board}/trainings': {
    path: { readonly board: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['TrainingGivenDto'];
    answer: unknown;
  };
  'GET /api/boards/{board}/trainings/{entry}': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['TrainingGivenView'];
  };
  'POST /api/boards/{board}/trainings/{entry}/certificate-ends': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CertificateEndedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/trainings/{entry}/correction': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['TrainingCorrectedDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/trainings/{entry}/steps/{step}/withdrawal': {
    path: { readonly board: string; readonly entry: string; readonly step: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'POST /api/boards/{board}/trainings/{entry}/withdrawal': {
    path: { readonly board: string; readonly entry: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EntryWithdrawalDto'];
    answer: unknown;
  };
  'GET /api/boards/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['BoardView'];
  };
  'POST /api/boards/{id}/links': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LinkDto'];
    answer: unknown;
  };
  'POST /api/boards/{id}/members': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SeatMemberDto'];
    answer: unknown;
  };
  'POST /api/boards/{id}/members/{organization}/departure': {
    path: { readonly id: string; readonly organization: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DepartureDto'];
    answer: unknown;
  };
  'POST /api/boards/{id}/populations': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PopulationDto'];
    answer: unknown;
  };
  'GET /api/cases': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly status?: 'open' | 'closed' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['CaseView'][];
  };
  'POST /api/cases': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['OpenCaseDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}': {
    path: { readonly id: string };
    query: { readonly reveal?: 'identity' | null };
    body: undefined;
    answer: Schemas['CaseWithIdentityView'];
  };
  'GET /api/cases/{id}/aggressor': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['OtherView'];
  };
  'POST /api/cases/{id}/aggressor': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AggressorDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/attentions': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AttentionDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/children': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['OtherView'];
  };
  'POST /api/cases/{id}/children': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ChildrenDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/closure': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CaseClosureDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/conflicts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['ConflictView'][];
  };
  'POST /api/cases/{id}/conflicts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ConflictDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/conflicts/{code}/lifting': {
    path: { readonly id: string; readonly code: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/cases/{id}/measures': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasuresDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/measures/{measure}/end': {
    path: { readonly id: string; readonly measure: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasureEndDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/measures/{measure}/extensions': {
    path: { readonly id: string; readonly measure: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasureExtensionDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/measures/{measure}/steps': {
    path: { readonly id: string; readonly measure: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasureStepDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/reads': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['CaseReadView'][];
  };
  'POST /api/cases/{id}/reopening': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReopeningDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/reparation-steps': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReparationStepDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/report-items': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReportItemsDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/report-receipts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReportReceiptDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/reporter': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['OtherView'];
  };
  'POST /api/cases/{id}/reporter': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReporterDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/reports': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReportDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/risk-assessments': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RiskAssessmentDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/shelter-place': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ShelterPlaceView'];
  };
  'POST /api/cases/{id}/shelter-place': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RecordShelterPlaceDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/shelter-stays': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['StayDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/steps': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['StepDto'];
    answer: unknown;
  };
  'POST /api/cases/{id}/transfers': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['TransferDto'];
    answer: unknown;
  };
  'GET /api/cases/{id}/whereabouts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['WhereaboutsView'];
  };
  'POST /api/cases/{id}/whereabouts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RecordWhereaboutsDto'];
    answer: unknown;
  };
  'GET /api/codes': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['CodeListView'][];
  };
  'GET /api/councils': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['CouncilView'][];
  };
  'POST /api/councils': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['FoundCouncilDto'];
    answer: unknown;
  };
  'GET /api/councils/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['CouncilView'];
  };
  'POST /api/councils/{id}/defenders': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DefenderDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/defenders/{defender}/departure': {
    path: { readonly id: string; readonly defender: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilLeaveDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/defenders/{defender}/training': {
    path: { readonly id: string; readonly defender: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DefenderTrainingDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/end': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilEndDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/network': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilJoinDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/network/departure': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilLeaveDto'];
    answer: unknown;
  };
  'POST /api/councils/{id}/recognition': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilRecognitionDto'];
    answer: unknown;
  };
  'POST /api/directory/imports': {
    path: Readonly<Record<never, never>>;
    query: { readonly dry?: boolean | null };
    body: Readonly<Record<never, never>>;
    answer: Schemas['DirectoryImportSummary'];
  };
  'GET /api/directory/organizations': {
    path: Readonly<Record<never, never>>;
    query: { readonly district?: string | null; readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['OrganizationView'][];
  };
  'POST /api/directory/organizations': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['RegisterOrganizationDto'];
    answer: unknown;
  };
  'GET /api/directory/organizations/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['OrganizationView'];
  };
  'POST /api/directory/organizations/{id}/aliases': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AliasDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/description': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DescriptionDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/locations': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LocationDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/names': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['NameDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['OfferServiceDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/assurance': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/capacity': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CapacityDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/eligibility': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EligibilityDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/hours': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HoursDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/locations': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PlacesDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/services/{service}/status': {
    path: { readonly id: string; readonly service: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ServiceStatusDto'];
    answer: unknown;
  };
  'POST /api/directory/organizations/{id}/successor': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SuccessorDto'];
    answer: unknown;
  };
  'GET /api/directory/services': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly service_type?: string | null;
      readonly status?: 'active' | 'inactive' | 'defunct' | 'temporarily closed' | null;
    };
    body: undefined;
    answer: readonly Schemas['ServiceView'][];
  };
  'GET /api/emergency-accesses': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['EmergencyView'][];
  };
  'POST /api/emergency-accesses': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['EmergencyDto'];
    answer: unknown;
  };
  'GET /api/emergency-accesses/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['EmergencyWithWordsView'];
  };
  'POST /api/emergency-accesses/{id}/review': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReviewDto'];
    answer: unknown;
  };
  'GET /api/exports/ruv': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/funds': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['FundView'][];
  };
  'POST /api/funds': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['OpenFundDto'];
    answer: unknown;
  };
  'GET /api/funds/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['FundView'];
  };
  'GET /api/funds/{id}/execution': {
    path: { readonly id: string };
    query: { readonly year?: string | null };
    body: undefined;
    answer: Schemas['FundExecutionView'];
  };
  'POST /api/funds/{id}/lines': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['FundLineDto'];
    answer: unknown;
  };
  'GET /api/funds/{id}/requests': {
    path: { readonly id: string };
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['FundRequestView'][];
  };
  'POST /api/funds/{id}/requests': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportRequestDto'];
    answer: unknown;
  };
  'GET /api/funds/{id}/requests/{request}': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['FundRequestView'];
  };
  'POST /api/funds/{id}/requests/{request}/approval': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportApprovalDto'];
    answer: unknown;
  };
  'POST /api/funds/{id}/requests/{request}/cancellation': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportReasonDto'];
    answer: unknown;
  };
  'POST /api/funds/{id}/requests/{request}/payment': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportPaymentDto'];
    answer: unknown;
  };
  'POST /api/funds/{id}/requests/{request}/reimbursement': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportReimbursementDto'];
    answer: unknown;
  };
  'POST /api/funds/{id}/requests/{request}/rejection': {
    path: { readonly id: string; readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SupportReasonDto'];
    answer: unknown;
  };
  'GET /api/helps': {
    path: Readonly<Record<never, never>>;
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['HelpView'][];
  };
  'POST /api/helps': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['HelpDto'];
    answer: unknown;
  };
  'POST /api/helps/{id}/acts': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HelpActDto'];
    answer: unknown;
  };
  'GET /api/hsds': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/locations': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/locations/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/organizations': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/organizations/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/service_at_locations': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/service_at_locations/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/services': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/services/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/taxonomies': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/taxonomies/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/taxonomy_terms': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly page?: number | null;
      readonly per_page?: number | null;
      readonly search?: string | null;
      readonly modified_after?: string | null;
      readonly organization_id?: string | null;
      readonly taxonomy_term_id?: string | null;
      readonly taxonomy_id?: string | null;
      readonly full?: boolean | null;
      readonly minimal?: boolean | null;
    };
    body: undefined;
    answer: unknown;
  };
  'GET /api/hsds/taxonomy_terms/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/imports': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ImportSummary'];
  };
  'GET /api/imports/mappings': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['MappingList'];
  };
  'POST /api/imports/preview': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ImportPreview'];
  };
  'GET /api/indicators': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/indicators/{id}/{version}': {
    path: { readonly id: string; readonly version: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/masculinities/changes': {
    path: Readonly<Record<never, never>>;
    query: { readonly year?: string | null };
    body: undefined;
    answer: readonly Schemas['ChangesView'][];
  };
  'GET /api/masculinities/groups': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly state?: 'open' | 'closed' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['GroupView'][];
  };
  'POST /api/masculinities/groups': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['FormGroupDto'];
    answer: unknown;
  };
  'GET /api/masculinities/groups/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['GroupView'];
  };
  'POST /api/masculinities/groups/{id}/activities': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PublicActivityDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/closure': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['StepTakenDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/meetings': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeetingDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/participants': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['StepTakenDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/participants/{participant}/departure': {
    path: { readonly id: string; readonly participant: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LeaveGroupDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/participants/{participant}/leadership': {
    path: { readonly id: string; readonly participant: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LeadershipDto'];
    answer: unknown;
  };
  'POST /api/masculinities/groups/{id}/participants/{participant}/measures': {
    path: { readonly id: string; readonly participant: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasureDto'];
    answer: unknown;
  };
  'GET /api/masculinities/network': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['NetworkView'];
  };
  'GET /api/me': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['MeView'];
  };
  'GET /api/networks': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['CouncilNetworkView'][];
  };
  'POST /api/networks': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['FoundNetworkDto'];
    answer: unknown;
  };
  'POST /api/networks/{id}/end': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilEndDto'];
    answer: unknown;
  };
  'GET /api/networks/{id}/months/{month}': {
    path: { readonly id: string; readonly month: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['NetworkFiguresView'];
  };
  'POST /api/networks/{id}/recognition': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CouncilRecognitionDto'];
    answer: unknown;
  };
  'POST /api/persons/similar': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['SoughtDto'];
    answer: Schemas['SimilarPersonsView'];
  };
  'GET /api/persons/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['PersonView'];
  };
  'POST /api/persons/{id}/dismissals': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['OtherPersonDto'];
    answer: unknown;
  };
  'POST /api/persons/{id}/links': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PersonLinkDto'];
    answer: unknown;
  };
  'POST /api/persons/{id}/unlinks': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['OtherPersonDto'];
    answer: unknown;
  };
  'GET /api/reeducation/activity': {
    path: Readonly<Record<never, never>>;
    query: { readonly year?: string | null };
    body: undefined;
    answer: Schemas['ReeducationActivityView'];
  };
  'GET /api/reeducation/enrolments': {
    path: Readonly<Record<never, never>>;
    query: { readonly state?: 'open' | 'ended' | null; readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['EnrolmentView'][];
  };
  'POST /api/reeducation/enrolments': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['OpenEnrolmentDto'];
    answer: unknown;
  };
  'GET /api/reeducation/enrolments/{id}': {
    path: { readonly id: string };
    query: { readonly reveal?: 'identity' | null };
    body: undefined;
    answer: Schemas['RevealedEnrolmentView'];
  };
  'POST /api/reeducation/enrolments/{id}/end': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['EndingDto'];
    answer: unknown;
  };
  'POST /api/reeducation/enrolments/{id}/intake': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['StepTakenDto'];
    answer: unknown;
  };
  'POST /api/reeducation/enrolments/{id}/measures': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['MeasureDto'];
    answer: unknown;
  };
  'POST /api/reeducation/enrolments/{id}/reports': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CourtReportDto'];
    answer: unknown;
  };
  'POST /api/reeducation/enrolments/{id}/sessions': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SessionResultDto'];
    answer: unknown;
  };
  'GET /api/reeducation/reports': {
    path: Readonly<Record<never, never>>;
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['OrderedEnrolmentView'][];
  };
  'POST /api/referral-bundles': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['SendBundleDto'];
    answer: Schemas['SentBundleView'];
  };
  'GET /api/referral-bundles/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['ReferralView'][];
  };
  'GET /api/referrals': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly box: 'to' | 'from';
      readonly state?: 'open' | 'answered' | 'all' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['ReferralView'][];
  };
  'POST /api/referrals': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['SendReferralDto'];
    answer: Schemas['SentReferralView'];
  };
  'GET /api/referrals/stuck': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['StuckReferralView'][];
  };
  'GET /api/referrals/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ReferralWithMessageView'];
  };
  'POST /api/referrals/{id}/absence': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AbsenceDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/acceptance': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AcceptanceDto'];
    answer: Schemas['StepAnswerView'];
  };
  'GET /api/referrals/{id}/alternatives': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['AlternativeView'][];
  };
  'POST /api/referrals/{id}/appointment': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AppointmentDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/appointment-cancellation': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AppointmentCancellationDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/attendance': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AttendanceDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/cancellation': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['CancellationDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/closure': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReferralClosureDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/consent-withdrawal': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['WithdrawalDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/contact': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ContactDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/decline': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['DeclineDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/hold': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['HoldDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/note': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['NoteDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/receipt': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReceiptDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/report-back': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReportBackDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/reroute': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RerouteDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/resumption': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ResumptionDto'];
    answer: Schemas['StepAnswerView'];
  };
  'POST /api/referrals/{id}/undo': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['UndoDto'];
    answer: Schemas['StepAnswerView'];
  };
  'GET /api/reports/comparison': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/reports/comparison/{file}': {
    path: { readonly file: 'report.html' | 'report.pdf' | 'report.xlsx' | 'report.csv' | 'report.json' };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/rights/erasures': {
    path: Readonly<Record<never, never>>;
    query: { readonly state?: 'open' | 'over' | null; readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['ErasureView'][];
  };
  'GET /api/rights/erasures/{erasure}': {
    path: { readonly erasure: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['ErasureView'];
  };
  'POST /api/rights/erasures/{erasure}/approval': {
    path: { readonly erasure: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/rights/erasures/{erasure}/certificate': {
    path: { readonly erasure: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['CertificateView'];
  };
  'POST /api/rights/erasures/{erasure}/refusal': {
    path: { readonly erasure: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RefuseErasureDto'];
    answer: unknown;
  };
  'GET /api/rights/persons/{person}': {
    path: { readonly person: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['PersonRightsView'];
  };
  'POST /api/rights/persons/{person}/erasures': {
    path: { readonly person: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AskErasureDto'];
    answer: unknown;
  };
  'POST /api/rights/persons/{person}/holds': {
    path: { readonly person: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['PlaceHoldDto'];
    answer: unknown;
  };
  'POST /api/rights/persons/{person}/holds/{hold}/lifting': {
    path: { readonly person: string; readonly hold: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LiftHoldDto'];
    answer: unknown;
  };
  'GET /api/rights/requests': {
    path: Readonly<Record<never, never>>;
    query: {
      readonly state?: 'open' | 'answered' | null;
      readonly limit?: number | null;
      readonly after?: string | null;
    };
    body: undefined;
    answer: readonly Schemas['RequestView'][];
  };
  'POST /api/rights/requests': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['ReceiveRequestDto'];
    answer: unknown;
  };
  'GET /api/rights/requests/{request}': {
    path: { readonly request: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['RequestView'];
  };
  'POST /api/rights/requests/{request}/answer': {
    path: { readonly request: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['AnswerRequestDto'];
    answer: unknown;
  };
  'GET /api/sealings': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['SealingView'][];
  };
  'POST /api/sealings': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['AskSealingDto'];
    answer: unknown;
  };
  'GET /api/sealings/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['SealingWithOrderView'];
  };
  'POST /api/sealings/{id}/approval': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/sealings/{id}/refusal': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'GET /api/staff': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['StaffView'][];
  };
  'POST /api/staff': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['EnrolDto'];
    answer: unknown;
  };
  'GET /api/staff/{code}': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['StaffView'];
  };
  'POST /api/staff/{code}/departure': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/staff/{code}/login': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['LoginDto'];
    answer: unknown;
  };
  'POST /api/staff/{code}/reinstatement': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/staff/{code}/role': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['RoleDto'];
    answer: unknown;
  };
  'POST /api/staff/{code}/suspension': {
    path: { readonly code: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['SuspensionDto'];
    answer: unknown;
  };
  'GET /api/webhooks': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: readonly Schemas['WebhookView'][];
  };
  'POST /api/webhooks': {
    path: Readonly<Record<never, never>>;
    query: Readonly<Record<never, never>>;
    body: Schemas['SubscribeDto'];
    answer: Schemas['SecretView'];
  };
  'GET /api/webhooks/{id}': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['WebhookView'];
  };
  'GET /api/webhooks/{id}/dead-letters': {
    path: { readonly id: string };
    query: { readonly limit?: number | null; readonly after?: string | null };
    body: undefined;
    answer: readonly Schemas['DeadLetterView'][];
  };
  'POST /api/webhooks/{id}/dead-letters/{fact}/redelivery': {
    path: { readonly id: string; readonly fact: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/webhooks/{id}/end': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/webhooks/{id}/pause': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/webhooks/{id}/replay': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: Schemas['ReplayDto'];
    answer: unknown;
  };
  'POST /api/webhooks/{id}/resumption': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: unknown;
  };
  'POST /api/webhooks/{id}/rotation': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['SecretView'];
  };
  'POST /api/webhooks/{id}/test': {
    path: { readonly id: string };
    query: Readonly<Record<never, never>>;
    body: undefined;
    answer: Schemas['PingView'];
  };
}
