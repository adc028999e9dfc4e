import {
  attendedOutcomes,
  consent,
  declineReasons,
  dispositions,
  followUps,
  handOver as assumptions,
  referredOn,
  unattendedOutcomes,
} from '../assumptions.js';
import { officeTime } from '../moments.js';
import { institution, organizationOf } from '../places.js';
import type { Delay, Random } from '../random.js';
import { type Route, routes } from '../routes.js';
import type { Journey } from '../schedule.js';
import type { Strand } from './case-file.js';
import { records } from './case-file.js';

const urgencies: Readonly<Record<string, string>> = { SEVERE: 'IMMEDIATE', MODERATE: 'PRIORITY' };

/** One referral from `from` along `route`: each step is taken, or the hand-over stays where it is for ever. */
export function* handOver(strand: Strand, from: string, route: Route, onward = true): Journey {
  const { file, random } = strand;
  const { received, answeredAtOnce, answered, declined, attended, reported } = assumptions.value;
  const sender = organizationOf(file.district, from);
  const receiver = organizationOf(file.district, route.to);
  const { always } = institution(route.to);
  const id = file.nextReferral();
  const pace = ({ after }: { readonly after: { readonly SEVERE: Delay; readonly other: Delay } }): number =>
    random.delay(file.risk === 'SEVERE' ? after.SEVERE : after.other);
  /** Time passes, and the receiver acts in its hours; false when it records nothing then. */
  const byReceiver = (hours: number): boolean => {
    strand.pass(hours);
    if (!always) strand.at = officeTime(strand.at, random);
    return records(receiver, strand.at);
  };

  if (!records(sender, strand.at)) return;
  yield strand.referral(id, sender, {
    do: 'send',
    country: 'PE',
    case: file.id,
    caseCode: file.code,
    person: file.person,
    district: file.district,
    from: sender,
    to: { organization: receiver, service: `${receiver}-${route.service}` },
    purpose: route.purpose,
    urgency: urgencies[file.risk] ?? 'ROUTINE',
    risk: file.risk,
    consent: groundsFor(file.need.minor, file.risk, random),
  });

  if (!random.chance(received.share) || !byReceiver(pace(received))) return;
  if (!random.chance(answeredAtOnce)) {
    yield strand.referral(id, receiver, { do: 'receive', institution: receiver });
    if (!random.chance(answered.share) || !byReceiver(random.delay(answered.after))) return;
  }
  if (random.chance(declined)) {
    const reason = random.pick(declineReasons.value);
    yield strand.referral(id, receiver, { do: 'decline', institution: receiver, reason });
    yield* closing(strand, id, sender, 'declined');
    return;
  }
  yield strand.referral(id, receiver, { do: 'accept', institution: receiver });

  const isAttended = random.chance(attended.share);
  if (isAttended) {
    if (!byReceiver(pace(attended))) return;
    yield strand.referral(id, receiver, { do: 'attend', institution: receiver, service: route.kind });
    yield strand.case(receiver, { do: 'record-attention', institution: receiver, service: route.kind });
    const further = followUpsAt(strand.branch('acts'), receiver, route.kind);
    yield { at: strand.recorded, start: file.underWay(further) };
    if (onward && random.chance(referredOn.value.share)) {
      const next = pickRoute(route.to, strand, new Set([from]));
      if (next !== undefined) {
        const journey = handOver(
          strand.branch('on').pass(random.between(...referredOn.value.afterHours)),
          route.to,
          next,
          false,
        );
        yield { at: strand.recorded, start: file.underWay(journey) };
      }
    }
  }
  if (!random.chance(isAttended ? reported.attended : reported.unattended)) return;
  if (!byReceiver(random.delay(reported.after))) return;
  const outcome = random.pick(isAttended ? attendedOutcomes.value : unattendedOutcomes.value);
  yield strand.referral(id, receiver, { do: 'report-back', institution: receiver, outcome });
  yield* closing(strand, id, sender, isAttended ? 'helped' : 'notHelped');
}

function* closing(strand: Strand, id: string, sender: string, as: keyof typeof dispositions.value): Journey {
  const { random } = strand;
  const { share, after } = assumptions.value.closed;
  if (!random.chance(share)) return;
  strand.pass(random.delay(after));
  if (!records(sender, strand.at)) return;
  const disposition = random.pick(dispositions.value[as]);
  yield strand.referral(id, sender, { do: 'close', institution: sender, disposition });
}

/** Service acts after the first one. */
export function* followUpsAt(strand: Strand, organization: string, service: string): Journey {
  const { random } = strand;
  const { share, gap } = followUps.value;
  while (random.chance(share)) {
    strand.at = officeTime(strand.pass(random.delay(gap)).at, random);
    if (!records(organization, strand.at)) return;
    yield strand.case(organization, { do: 'record-attention', institution: organization, service });
  }
}

/** A route of the institution that leads to another one, none of those, or undefined when it has no other. */
export function pickRoute(from: string, { file, random }: Strand, not: ReadonlySet<string>): Route | undefined {
  const need = { ...file.need, severe: file.risk === 'SEVERE' };
  const open = (routes[from] ?? []).filter(({ to, weight }) => to !== from && !not.has(to) && weight(need) > 0);
  return open.length === 0 ? undefined : random.of(open, (route) => route.weight(need));
}

function groundsFor(minor: boolean, risk: string, random: Random) {
  const basis = random.pick(minor ? consent.value.minor : consent.value.adult);
  if (basis !== 'legal-duty') return { basis };
  return { basis, duty: minor ? 'CHILD_PROTECTION' : risk === 'SEVERE' ? 'RISK_TO_LIFE' : 'MANDATORY_COMPLAINT' };
}
