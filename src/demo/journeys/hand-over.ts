import type { ConsentGiven } from '../../referrals/domain/commands.js';
import {
  attendedOutcomes,
  consent,
  consentLanguages,
  consentModes,
  declineReasons,
  dispositions,
  followUps,
  handOver as assumptions,
  referredOn,
  reroutes,
  unattendedOutcomes,
} from '../hand-over-assumptions.js';
import { type DemoBoard, institutionOf, organizationOf } from '../boards/model.js';
import type { Route } from '../routes.js';
import type { Journey } from '../schedule.js';
import { records, type Strand } from './case-file.js';
import { attending, byReceiver, bySender, type Leg, pace, type Steps } from './leg.js';

const urgencies: Readonly<Record<string, string>> = { SEVERE: 'IMMEDIATE', MODERATE: 'PRIORITY' };

/** What a hand-over is made with beside its route. */
export interface Asked {
  /** Whoever attends may hand the case on. */
  readonly onward?: boolean;
  /** Several referrals of one crisis share it. */
  readonly bundle?: string;
}

/** One referral from `from` along `route`, and on to other services: each step is taken, or it stays where it is for ever. */
export function* handOver(strand: Strand, from: string, route: Route, { onward = false, bundle }: Asked = {}): Journey {
  const { file, random } = strand;
  const { board } = file;
  const sender = organizationOf(board, from);
  if (!records(sender, strand.at)) return;
  const id = file.nextReferral();
  let consent = groundsFor(strand);
  yield strand.referral(id, sender, {
    do: 'send',
    country: board.country,
    case: file.id,
    caseCode: file.code,
    person: file.person,
    district: file.district,
    from: sender,
    to: serviceOf(board, route),
    purpose: route.purpose,
    urgency: urgencies[file.risk] ?? 'ROUTINE',
    risk: file.risk,
    consent,
    ...(bundle === undefined ? {} : { bundle }),
  });
  const { recorded: at } = strand;
  const to = organizationOf(board, route.to);
  for (const start of file.sent({ referral: id, from: sender, to, at })) yield { at, start };
  const tried = [from];
  for (let now: Route | undefined = route; now !== undefined;) {
    tried.push(now.to);
    const leg = legOf(strand, { id, sender, route: now, consented: consent.basis === 'consented' });
    const back: Back | undefined = yield* oneLeg(leg, { from, onward });
    if (back === undefined) return;
    const { share, after } = reroutes.value[back.as];
    const next: Route | undefined = random.chance(share) ? elsewhere(now, strand, tried) : undefined;
    if (next === undefined) {
      yield* closing(leg, back.as);
      return;
    }
    if (!bySender(leg, random.delay(after))) return;
    consent = groundsFor(strand);
    yield strand.referral(id, sender, {
      do: 'reroute',
      institution: sender,
      to: serviceOf(board, next),
      reason: back.reason,
      consent,
    });
    now = next;
  }
}

const serviceOf = (board: DemoBoard, { to, service }: Route) => {
  const organization = organizationOf(board, to);
  return { organization, service: `${organization}-${service}` };
};

const legOf = (strand: Strand, leg: Pick<Leg, 'id' | 'sender' | 'route' | 'consented'>): Leg => ({
  ...leg,
  strand,
  receiver: organizationOf(strand.file.board, leg.route.to),
  always: institutionOf(strand.file.board, leg.route.to).always,
});

/** The sender has it back: in which way, and why it would go on to another service. */
interface Back {
  readonly as: keyof typeof reroutes.value;
  readonly reason: string;
}

/** A leg from its receipt to its answer; `undefined` where the sender does not get it back to decide. */
function* oneLeg(
  leg: Leg,
  { from, onward }: { readonly from: string; readonly onward: boolean },
): Steps<Back | undefined> {
  const { strand, id, receiver } = leg;
  const { random } = strand;
  const { received, answeredAtOnce, answered, declined, reported } = assumptions.value;
  if (!random.chance(received.share)) return { as: 'ignored', reason: 'NO_ANSWER' };
  if (!byReceiver(leg, pace(leg, received.after))) return undefined;
  if (!random.chance(answeredAtOnce)) {
    yield strand.referral(id, receiver, { do: 'receive', institution: receiver });
    if (!random.chance(answered.share) || !byReceiver(leg, random.delay(answered.after))) return undefined;
  }
  if (random.chance(declined)) {
    const reason = random.pick(declineReasons.value);
    yield strand.referral(id, receiver, { do: 'decline', institution: receiver, reason });
    return { as: 'declined', reason: alsoRerouteReasons.includes(reason) ? reason : 'DECLINED' };
  }
  yield strand.referral(id, receiver, { do: 'accept', institution: receiver });
  const end = yield* attending(leg);
  if (end === 'stays') return undefined;
  if (end === 'unreachable') return { as: 'unreachable', reason: 'COULD_NOT_CONTACT' };
  const isAttended = end === 'attended';
  if (isAttended) yield* attended(leg, from, onward);
  if (!random.chance(isAttended ? reported.attended : reported.unattended)) return undefined;
  if (!byReceiver(leg, random.delay(reported.after))) return undefined;
  const outcome = random.pick(isAttended ? attendedOutcomes.value : unattendedOutcomes.value);
  yield strand.referral(id, receiver, { do: 'report-back', institution: receiver, outcome });
  yield* closing(leg, isAttended ? 'helped' : 'notHelped');
  return undefined;
}

/** Why a service says no, where that is also why the case goes on to another. */
const alsoRerouteReasons: readonly string[] = ['NO_CAPACITY', 'NOT_ELIGIBLE', 'OUTSIDE_COMPETENCE', 'WRONG_SERVICE'];

/** What a first attention brings with it: its record, further acts, and maybe another referral. */
function* attended({ strand, receiver, route }: Leg, from: string, onward: boolean): Journey {
  const { file, random } = strand;
  yield strand.case(receiver, { do: 'record-attention', institution: receiver, service: route.kind });
  const further = followUpsAt(strand.branch('acts'), receiver, route.kind);
  yield { at: strand.recorded, start: file.underWay(further) };
  if (!onward || !random.chance(referredOn.value.share)) return;
  const next = pickRoute(route.to, strand, new Set([from]));
  if (next === undefined) return;
  const later = strand.branch('on').pass(random.between(...referredOn.value.afterHours));
  yield { at: strand.recorded, start: file.underWay(handOver(later, route.to, next)) };
}

/** The same service at an institution that was not asked yet. */
function elsewhere({ kind }: Route, { file, random }: Strand, tried: readonly string[]): Route | undefined {
  const known = new Map(
    Object.values(file.board.routes).flatMap((each) => each.map((route) => [`${route.to} ${route.service}`, route])),
  );
  const open = [...known.values()].filter((route) => route.kind === kind && !tried.includes(route.to));
  return open.length === 0 ? undefined : random.of(open, () => 1);
}

function* closing(leg: Leg, as: keyof typeof dispositions.value | 'ignored'): Journey {
  // Nobody closes what nobody saw: it waits, and its clock says so.
  if (as === 'ignored') return;
  const { strand, id, sender } = leg;
  const { random } = strand;
  const { share, after } = assumptions.value.closed;
  if (!random.chance(share) || !bySender(leg, random.delay(after))) return;
  const disposition = random.pick(dispositions.value[as]);
  yield strand.referral(id, sender, { do: 'close', institution: sender, disposition });
}

/** Service acts after the first one. */
export function* followUpsAt(strand: Strand, organization: string, service: string): Journey {
  const { random } = strand;
  const { share, gap } = followUps.value;
  while (random.chance(share)) {
    strand.at = strand.officeTime(strand.pass(random.delay(gap)).at);
    if (!records(organization, strand.at)) return;
    yield strand.case(organization, { do: 'record-attention', institution: organization, service });
  }
}

/** A route of the institution that leads to another one, none of those, or undefined when it has no other. */
export function pickRoute(from: string, { file, random }: Strand, not: ReadonlySet<string>): Route | undefined {
  const need = { ...file.need, severe: file.risk === 'SEVERE' };
  const open = (file.board.routes[from] ?? []).filter(
    ({ to, weight }) => to !== from && !not.has(to) && weight(need) > 0,
  );
  return open.length === 0 ? undefined : random.of(open, (route) => route.weight(need));
}

/** What she was asked at the counter: drawn anew for each service, because consent is to one recipient. */
function groundsFor({ file, random }: Strand): ConsentGiven {
  const { minor } = file.need;
  const basis = random.pick(minor ? consent.value.minor : consent.value.adult);
  if (basis === 'legal-duty') {
    return {
      basis,
      duty: minor ? 'CHILD_PROTECTION' : file.risk === 'SEVERE' ? 'RISK_TO_LIFE' : 'MANDATORY_COMPLAINT',
    };
  }
  if (basis === 'without-identity') return { basis };
  const language = consentLanguages.value.own.includes(file.language ?? '') ? (file.language ?? '') : 'ES';
  return { basis, language, mode: random.pick(minor ? consentModes.value.minor : consentModes.value.adult) };
}
