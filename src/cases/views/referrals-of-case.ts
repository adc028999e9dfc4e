import { projection, type Seen } from '#projection';
import { personReached } from '../../protocol/index.js';
import { type ReferralFacts, referralFacts } from '../../referrals/published/facts.js';

/** A service that had it, or has it. */
export interface LegOfCase {
  readonly leg: number;
  readonly to: string;
  readonly service: string;
  /** Why it went on to the next. */
  readonly left?: string;
}

/** A referral as the case that caused it sees it. */
export interface ReferralOfCase {
  readonly referral: string;
  readonly code: string;
  readonly case: string;
  readonly from: string;
  /** Who has it now. */
  readonly to: string;
  readonly service: string;
  readonly urgency: string;
  /** When the first of the clocks that run falls due. */
  readonly due?: string;
  readonly lapsed: boolean;
  readonly status: string;
  /** The chain of services, the one that has it last. */
  readonly legs: readonly LegOfCase[];
  readonly clocks: readonly RunningClock[];
  readonly steps: readonly {
    readonly type: string;
    readonly at: string;
    readonly position: string;
    readonly code?: string;
  }[];
  /** How it stood before each of the last steps, newest first: what undoing them goes back to. */
  readonly before: readonly Standing[];
}

interface RunningClock {
  readonly clock: string;
  readonly waitsFor: string;
  readonly due: string;
}

type Standing = Pick<ReferralOfCase, 'status' | 'to' | 'service' | 'legs' | 'lapsed'>;

/** Most steps one command takes, which are undone together. */
const undoneTogether = 2;

const empty = (referral: string): ReferralOfCase => ({
  referral,
  code: '',
  case: '',
  from: '',
  to: '',
  service: '',
  urgency: '',
  lapsed: false,
  status: 'none',
  legs: [],
  clocks: [],
  steps: [],
  before: [],
});

type Clocked = Pick<ReferralFacts['ReferralReceived.v1'], 'starts' | 'meets' | 'drops'>;
type Fact = Seen<ReferralFacts>;

/** What is told in the story of the case; the type goes without its version. */
function told(document: ReferralOfCase, fact: Fact, code?: string): ReferralOfCase {
  const happened = {
    type: fact.type.replace(/\.v\d+$/u, ''),
    at: fact.metadata['effectiveAt'] ?? '',
    position: fact.position,
    ...(code === undefined ? {} : { code }),
  };
  return { ...document, steps: [...document.steps, happened] };
}

/** A step that leads to a status. */
function step(
  document: ReferralOfCase,
  fact: Fact & { readonly data: Clocked },
  status: string,
  code?: string,
): ReferralOfCase {
  const { to, service, legs, lapsed } = document;
  return {
    ...told(clocked(document, fact.data), fact, code),
    status,
    before: [{ status: document.status, to, service, legs, lapsed }, ...document.before].slice(0, undoneTogether),
  };
}

function clocked(document: ReferralOfCase, { starts = [], meets = [], drops = [] }: Clocked): ReferralOfCase {
  const gone = new Set<string>([...meets, ...drops]);
  const begun = starts.map(({ clock, waitsFor, due }) => ({ clock, waitsFor, due }));
  return running(document, [...document.clocks.filter(({ clock }) => !gone.has(clock)), ...begun]);
}

function running(document: ReferralOfCase, clocks: ReferralOfCase['clocks']): ReferralOfCase {
  const [due] = clocks.map((clock) => clock.due).sort();
  const { referral, code, case: of, from, to, service, urgency, lapsed, status, legs, steps, before } = document;
  const rest = { referral, code, case: of, from, to, service, urgency, lapsed, status, legs, steps, before };
  return due === undefined ? { ...rest, clocks } : { ...rest, clocks, due };
}

/** Before steps said which clocks they meet, seeing a referral met the one of acknowledging it. */
const acknowledged = (document: ReferralOfCase): ReferralOfCase =>
  running(
    document,
    document.clocks.filter(({ waitsFor }) => waitsFor !== 'referral-acknowledged'),
  );

function undone(document: ReferralOfCase, fact: Seen<ReferralFacts, 'ReferralUndone.v1'>): ReferralOfCase {
  const { data } = fact;
  const after = told(clocked(document, data), fact);
  if (data.undone.some((type) => type === 'ReferralSent')) return { ...running(after, []), status: 'undone' };
  // Words added later were told nobody, so there is nothing to take back of them.
  const steps = data.undone.filter((type) => type !== 'ReferralNoted').length;
  return { ...after, ...document.before[steps - 1], before: document.before.slice(steps) };
}

/** The referrals of each case, from what the referrals capability publishes. */
export const referralsOfCase = projection<ReferralFacts, ReferralOfCase>({
  name: 'referrals-of-case',
  version: 2,
  events: referralFacts,
  key: ({ data }) => data.referral,
  empty,
  on: {
    'ReferralSent.v1': (document, fact) => {
      const { code, case: of, from, to, service, urgency, deadline, leg } = fact.data;
      const sent = { ...told(document, fact), status: 'sent', code, case: of, from, to, service, urgency };
      const clocks = deadline === undefined ? [] : [{ ...deadline, waitsFor: 'referral-acknowledged' }];
      return {
        ...running(
          sent,
          clocks.map(({ clock, waitsFor, due }) => ({ clock, waitsFor, due })),
        ),
        legs: [{ leg, to, service }],
      };
    },
    'ReferralReceived.v1': (document, fact) => acknowledged(step(document, fact, 'received')),
    'ReferralAccepted.v1': (document, fact) => step(document, fact, 'accepted'),
    'ReferralDeclined.v1': (document, fact) => step(document, fact, 'declined', fact.data.reason),
    'ReferralRerouted.v1': (document, fact) => {
      const { leg, to, service, reason } = fact.data;
      const left = document.legs.map((each) => (each.leg === leg - 1 ? { ...each, left: reason } : each));
      return {
        ...step(document, fact, 'sent', reason),
        ...{ to, service, legs: [...left, { leg, to, service }], lapsed: false },
      };
    },
    'ReferralScheduled.v1': (document, fact) => step(document, fact, 'scheduled', fact.data.place),
    'AppointmentCancelled.v1': (document, fact) => step(document, fact, 'accepted', fact.data.reason),
    'ReferralNotAttended.v1': (document, fact) => step(document, fact, 'not-attended'),
    'ContactAttempted.v1': (document, fact) => {
      const { result } = fact.data;
      return step(document, fact, personReached.includes(result) ? 'accepted' : 'not-attended', result);
    },
    'ReferralUnreachable.v1': (document, fact) => step(document, fact, 'unreachable'),
    'ReferralHeld.v1': (document, fact) => step(document, fact, 'on-hold', fact.data.reason),
    'ReferralResumed.v1': (document, fact) => step(document, fact, 'accepted'),
    'ReferralAttended.v1': (document, fact) => step(document, fact, 'attended', fact.data.service),
    'ReferralReportedBack.v1': (document, fact) => step(document, fact, 'reported-back', fact.data.outcome),
    'ReferralClosed.v1': (document, fact) => step(document, fact, 'closed', fact.data.disposition),
    'CancellationAsked.v1': (document, fact) => step(document, fact, 'cancel-asked', fact.data.reason),
    'ReferralCancelled.v1': (document, fact) => step(document, fact, 'cancelled', fact.data.reason),
    'ConsentWithdrawn.v1': (document, fact) => step(document, fact, document.status),
    'ReferralUndone.v1': undone,
    'ReferralLapsed.v1': (document, fact) => ({ ...told(document, fact), lapsed: true }),
  },
  index: (document) => [[`case/${document.case}`, document.steps[0]?.position ?? '']],
});
