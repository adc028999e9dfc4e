import { catalogue, type Decider, deriveId, type EventOf, personal, type Personal, Refusal } from '#decider';
import { refuseOther } from './refusing.js';

/** Why somebody sees a case that is not theirs. */
export const glassReasons = ['LIFE_IN_DANGER', 'PERSON_PRESENT', 'COURT_ORDER', 'OTHER_EMERGENCY'] as const;
export type GlassReason = (typeof glassReasons)[number];

export const reviewOutcomes = ['JUSTIFIED', 'NOT_JUSTIFIED'] as const;
export type ReviewOutcome = (typeof reviewOutcomes)[number];

/** The rules of this house, not of a law. Milliseconds, characters, times. */
export const glassRules = {
  /** How long one case stays open. */
  open: 60 * 60_000,
  /** How long whoever reviews it may take before the same person is refused the next. */
  review: 72 * 3_600_000,
  /** Characters of an explanation, at least. */
  explanation: 20,
  /** Times in `day`, at most. */
  most: 5,
  day: 24 * 3_600_000,
  /** How long whoever took one without justification is refused the next: their institution has to look into it first. */
  barred: 30 * 24 * 3_600_000,
} as const;

/** Emergency access, recorded by who took it. */
export type GlassEvents = {
  GlassBroken: {
    readonly glass: string;
    readonly staff: string;
    readonly institution: string;
    readonly case: string;
    /** Who answers for the case, and is told at once. */
    readonly owner: string;
    readonly country: string;
    readonly reason: GlassReason;
    /** When it ends by itself, and until when it must be reviewed. */
    readonly until: string;
    readonly reviewBy: string;
    /** In their words; sealed under the narrative key of the person of the case. */
    readonly explanation: Personal<string>;
  };
  GlassReviewed: { readonly glass: string; readonly outcome: ReviewOutcome };
  /** Nobody looked at it in time. */
  GlassReviewMissed: {
    readonly glass: string;
    readonly owner: string;
    readonly country: string;
    readonly reviewBy: string;
  };
};

export const glassEvents = catalogue<GlassEvents>({ GlassBroken: 1, GlassReviewed: 1, GlassReviewMissed: 1 });

export type GlassCommand =
  | {
      readonly do: 'break';
      readonly staff: string;
      readonly institution: string;
      readonly case: string;
      readonly person: string;
      readonly owner: string;
      readonly country: string;
      readonly reason: string;
      readonly explanation: string;
      /** What the same person took under other codes of theirs: it counts as what they took under this one. */
      readonly earlier?: Glasses;
    }
  | { readonly do: 'review'; readonly glass: string; readonly outcome: string }
  | { readonly do: 'miss-review'; readonly glass: string };

interface Broken {
  readonly staff: string;
  readonly case: string;
  readonly owner: string;
  readonly country: string;
  readonly at: string;
  readonly until: string;
  readonly reviewBy: string;
  readonly status: 'waiting' | 'missed' | 'reviewed';
  /** When it was judged not to have been justified. */
  readonly condemnedAt?: string;
}

export type Glasses = Readonly<Record<string, Broken>>;

/** The rules of emergency access of one person under one code. Stream: `glass-<code>`. */
export const glassDecider: Decider<GlassCommand, GlassEvents, Glasses> = {
  category: 'glass',
  events: glassEvents,
  initial: {},
  decide: (command, glasses, { recordedAt, actor, commandId }): readonly EventOf<GlassEvents>[] => {
    if (command.do === 'break') return breaking(command, glasses, recordedAt, commandId);
    const { glass } = command;
    const broken = glasses[glass];
    if (broken === undefined) throw new Refusal('glass/unknown', 'there is no such access', 'unknown');
    const { owner, country, reviewBy, status } = broken;
    if (command.do === 'miss-review') {
      if (status !== 'waiting' || recordedAt < reviewBy) return [];
      return [{ type: 'GlassReviewMissed', data: { glass, owner, country, reviewBy } }];
    }
    const { outcome } = command;
    refuseOther(reviewOutcomes, outcome);
    if (status === 'reviewed') throw new Refusal('glass/reviewed', 'somebody reviewed it', 'illegal');
    if (broken.staff === actor) throw new Refusal('glass/own', 'nobody reviews what they did', 'illegal');
    return [{ type: 'GlassReviewed', data: { glass, outcome } }];
  },
  evolve: (glasses, event, header) => {
    const { glass } = event.data;
    const broken = glasses[glass];
    switch (event.type) {
      case 'GlassBroken': {
        const { staff, case: id, owner, country, until, reviewBy } = event.data;
        const at = header?.recordedAt ?? until;
        return { ...glasses, [glass]: { staff, case: id, owner, country, at, until, reviewBy, status: 'waiting' } };
      }
      case 'GlassReviewed': {
        if (broken === undefined) return glasses;
        const isJustified = event.data.outcome === 'JUSTIFIED';
        const condemned = isJustified ? {} : { condemnedAt: header?.recordedAt ?? broken.reviewBy };
        return { ...glasses, [glass]: { ...broken, status: 'reviewed', ...condemned } };
      }
      case 'GlassReviewMissed':
        return broken === undefined ? glasses : { ...glasses, [glass]: { ...broken, status: 'missed' } };
    }
  },
};

function breaking(
  command: Extract<GlassCommand, { do: 'break' }>,
  glasses: Glasses,
  now: string,
  commandId: string,
): readonly EventOf<GlassEvents>[] {
  const { staff, institution, case: id, person, owner, country, reason, explanation, earlier = {} } = command;
  refuseOther(glassReasons, reason);
  if (explanation.trim().length < glassRules.explanation) {
    throw new Refusal('glass/explanation-too-short', 'the explanation is too short', 'invalid');
  }
  const own = Object.values(glasses);
  const all = [...own, ...Object.values(earlier)];
  if (all.some((each) => each.status !== 'reviewed' && each.reviewBy <= now)) {
    throw new Refusal('glass/review-overdue', 'an earlier access was not reviewed in time', 'illegal');
  }
  const since = after(now, -glassRules.barred);
  if (all.some(({ condemnedAt }) => condemnedAt !== undefined && condemnedAt > since)) {
    throw new Refusal('glass/not-justified', 'an earlier access was judged not to be justified', 'illegal');
  }
  if (own.some((each) => each.case === id && each.until > now)) return [];
  if (all.filter(({ at }) => at > after(now, -glassRules.day)).length >= glassRules.most) {
    throw new Refusal('glass/too-many', 'that was often enough for a day', 'illegal');
  }
  const data = {
    ...{ glass: deriveId(commandId, 'glass'), staff, institution, case: id, owner, country, reason },
    ...{ until: after(now, glassRules.open), reviewBy: after(now, glassRules.review) },
    explanation: personal(person, 'narrative', explanation),
  };
  return [{ type: 'GlassBroken', data }];
}

const after = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
