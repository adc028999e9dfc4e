import { projection, type Seen } from '#projection';
import { personReached } from '../../protocol/index.js';
import { type ReferralFacts, referralFacts } from '../../referrals/published/facts.js';
import { districtIn, effectiveAt, listOf, localMonth } from './months.js';

/** A clock of a referral. */
export interface ReferralClock {
  readonly clock: string;
  readonly rule: string;
  readonly version: number;
  /** The milestone that meets it. */
  readonly waitsFor: string;
  readonly leg: number;
  readonly due: string;
  readonly metAt?: string;
  /** When it became pointless. */
  readonly droppedAt?: string;
}

/** What a step changes: its own stamp for every step, never one stamp used twice. */
interface Progress {
  readonly status: string;
  readonly legs: number;
  /** Why it first went on to another service. */
  readonly rerouted?: string;
  /** When some service first did so: what was reached stays reached when it goes on to another. */
  readonly receivedAt?: string;
  readonly acceptedAt?: string;
  readonly attendedAt?: string;
  readonly reportedAt?: string;
  readonly closedAt?: string;
  /** Appointments agreed, those nobody came to, attempts to reach the person, and times on a waiting list. */
  readonly appointments: number;
  readonly missed: number;
  readonly attempts: number;
  readonly held: number;
  readonly outcome?: string;
  /** Why it was last declined, or cancelled. */
  readonly reason?: string;
  /** What ended it: no attention follows after that. */
  readonly endedBy?: 'answered' | 'declined' | 'unreachable' | 'cancelled';
  readonly endedAt?: string;
}

/** What the report counts of a referral, however many services it went through. */
export interface ReportReferral extends Progress {
  readonly id: string;
  /** With its country: `PE-150112`. */
  readonly district: string;
  /** Local month in which it was sent: the cohort it is followed in. */
  readonly month: string;
  readonly from: string;
  /** The first receiver: who gets it later never changes whom a month counted. */
  readonly to: string;
  readonly risk: string;
  /** Of the first leg. */
  readonly basis: 'consented' | 'legal-duty' | 'none';
  readonly sentAt: string;
  readonly clocks: readonly ReferralClock[];
  /** What the last steps changed, newest first: how it was, and what was not there. */
  readonly before: readonly Before[];
}

interface Before {
  readonly were: Partial<Progress>;
  readonly absent: readonly (keyof Progress)[];
}

/** Most steps one command takes, which are undone together. */
const undoneTogether = 2;

type Fact<T extends keyof ReferralFacts = keyof ReferralFacts> = Seen<ReferralFacts, T>;
type Clocked = { readonly leg?: number } & Pick<ReferralFacts['ReferralReceived.v1'], 'starts' | 'meets' | 'drops'>;

/** A step one of the ends took. */
function step(
  document: ReportReferral,
  fact: Fact & { readonly data: Clocked },
  change: Partial<Progress>,
): ReportReferral {
  const keys = Object.keys(change) as (keyof Progress)[];
  const before: Before = {
    were: Object.fromEntries(keys.flatMap((key) => (document[key] === undefined ? [] : [[key, document[key]]]))),
    absent: keys.filter((key) => document[key] === undefined),
  };
  return {
    ...document,
    ...change,
    clocks: clocked(document, fact.data, effectiveAt(fact)),
    before: [before, ...document.before].slice(0, undoneTogether),
  };
}

function clocked(
  { clocks, legs }: ReportReferral,
  { starts = [], meets = [], drops = [], leg = legs }: Clocked,
  at: string,
): readonly ReferralClock[] {
  const open = ({ metAt, droppedAt }: ReferralClock): boolean => metAt === undefined && droppedAt === undefined;
  const after = clocks.map((each) => {
    if (!open(each)) return each;
    if (meets.some((id) => id === each.clock)) return { ...each, metAt: at };
    return drops.some((id) => id === each.clock) ? { ...each, droppedAt: at } : each;
  });
  const begun = starts.map(({ clock, rule, version, waitsFor, due }) => ({ clock, rule, version, waitsFor, leg, due }));
  return [...after, ...begun];
}

/** As it was before the last steps: a clock they began never ran, one they met or dropped runs on. */
function undone(document: ReportReferral, { data }: Fact<'ReferralUndone.v1'>): ReportReferral | undefined {
  if (data.undone.some((type) => type === 'ReferralSent')) return undefined;
  // Words added later were told nobody, so there is nothing to take back of them.
  const told = data.undone.filter((type) => type !== 'ReferralNoted').length;
  const { starts = [], drops = [] } = data;
  const clocks = document.clocks
    .filter(({ clock }) => !drops.some((id) => id === clock))
    .map((each) => (starts.some(({ clock }) => clock === each.clock) ? running(each) : each));
  return document.before.slice(0, told).reduce<ReportReferral>(
    (then, { were, absent }) => {
      const kept = Object.entries(then).filter(([key]) => !absent.some((each) => each === key));
      return { ...(Object.fromEntries(kept) as unknown as ReportReferral), ...were };
    },
    { ...document, clocks, before: document.before.slice(told) },
  );
}

const running = ({ clock, rule, version, waitsFor, leg, due }: ReferralClock): ReferralClock => ({
  clock,
  rule,
  version,
  waitsFor,
  leg,
  due,
});

const empty = (id: string): ReportReferral => ({
  ...{ id, district: '', month: '', from: '', to: '', risk: '', basis: 'none', sentAt: '' },
  ...{ status: 'none', legs: 0, appointments: 0, missed: 0, attempts: 0, held: 0, clocks: [], before: [] },
});

/** Before steps said which clocks they meet, seeing a referral met the one of acknowledging it. */
function acknowledged(document: ReportReferral, at: string): ReportReferral {
  const clocks = document.clocks.map((each) =>
    each.waitsFor === 'referral-acknowledged' && each.metAt === undefined && each.droppedAt === undefined
      ? { ...each, metAt: at }
      : each,
  );
  return { ...document, clocks };
}

/** Referrals of a district and month of sending. One whose sending was a slip is none. */
export const reportReferrals = projection<ReferralFacts, ReportReferral>({
  name: 'report-referrals',
  version: 3,
  events: referralFacts,
  key: ({ data }) => data.referral,
  empty,
  on: {
    'ReferralSent.v1': (document, fact) => {
      const { data } = fact;
      const { deadline } = data;
      return {
        ...document,
        status: 'sent',
        legs: 1,
        district: districtIn(data.country, data.district),
        month: localMonth(effectiveAt(fact), data.country),
        from: data.from,
        to: data.to,
        risk: data.risk,
        basis: data.basis,
        sentAt: effectiveAt(fact),
        clocks: deadline === undefined ? [] : [{ ...deadline, waitsFor: 'referral-acknowledged', leg: 1 }],
      };
    },
    'ReferralReceived.v1': (document, fact) =>
      acknowledged(
        step(document, fact, { status: 'received', receivedAt: document.receivedAt ?? effectiveAt(fact) }),
        effectiveAt(fact),
      ),
    'ReferralAccepted.v1': (document, fact) =>
      step(document, fact, { status: 'accepted', acceptedAt: document.acceptedAt ?? effectiveAt(fact) }),
    'ReferralDeclined.v1': (document, fact) => step(document, fact, { status: 'declined', reason: fact.data.reason }),
    'ReferralRerouted.v1': (document, fact) =>
      step(document, fact, {
        status: 'sent',
        legs: fact.data.leg,
        rerouted: document.rerouted ?? fact.data.reason,
      }),
    'ReferralScheduled.v1': (document, fact) =>
      step(document, fact, { status: 'scheduled', appointments: document.appointments + (fact.data.replaced ? 0 : 1) }),
    'AppointmentCancelled.v1': (document, fact) => step(document, fact, { status: 'accepted' }),
    'ReferralNotAttended.v1': (document, fact) =>
      step(document, fact, { status: 'not-attended', missed: document.missed + 1 }),
    'ContactAttempted.v1': (document, fact) =>
      step(document, fact, {
        status: personReached.includes(fact.data.result) ? 'accepted' : 'not-attended',
        attempts: document.attempts + 1,
      }),
    'ReferralUnreachable.v1': (document, fact) => step(document, fact, { status: 'unreachable' }),
    'ReferralHeld.v1': (document, fact) => step(document, fact, { status: 'on-hold', held: document.held + 1 }),
    'ReferralResumed.v1': (document, fact) => step(document, fact, { status: 'accepted' }),
    'ReferralAttended.v1': (document, fact) =>
      step(document, fact, { status: 'attended', attendedAt: effectiveAt(fact) }),
    'ReferralReportedBack.v1': (document, fact) =>
      step(document, fact, {
        status: 'reported-back',
        reportedAt: effectiveAt(fact),
        outcome: fact.data.outcome,
        endedBy: 'answered',
        endedAt: effectiveAt(fact),
      }),
    'ReferralClosed.v1': (document, fact) => {
      const closedAt = effectiveAt(fact);
      if (document.endedBy !== undefined) return step(document, fact, { status: 'closed', closedAt });
      const endedBy = document.status === 'unreachable' ? 'unreachable' : 'declined';
      return step(document, fact, { status: 'closed', closedAt, endedBy, endedAt: closedAt });
    },
    'CancellationAsked.v1': (document, fact) => step(document, fact, { status: 'cancel-asked' }),
    'ReferralCancelled.v1': (document, fact) =>
      step(document, fact, {
        status: 'cancelled',
        reason: fact.data.reason,
        endedBy: 'cancelled',
        endedAt: effectiveAt(fact),
      }),
    'ConsentWithdrawn.v1': (document, fact) => step(document, fact, {}),
    'ReferralUndone.v1': undone,
  },
  index: (document) => [[listOf(document.district, document.month), document.sentAt]],
});
