import { deriveId } from '#decider';
import { coupleRelations, coupleRisk } from '../../protocol/index.js';
import {
  adultRelations,
  ages,
  alsoPsychological,
  bundles,
  caseClosed,
  closingReasons,
  court,
  disabilityShare,
  executed,
  languageMissing,
  minorAges,
  minorRelations,
  motherTongues,
  notified,
  openers,
  ownService,
  principalTypes,
  referralAfter,
  referralsPerCase,
  riskAssessed,
  risks,
  womenShare,
} from '../assumptions.js';
import { institution, organizationOf } from '../places.js';
import { Random } from '../random.js';
import { execution, type Route } from '../routes.js';
import type { Journey } from '../schedule.js';
import { CaseFile, type Opening, recordedAfter, records, Strand } from './case-file.js';
import { type Asked, followUpsAt, handOver, pickRoute } from './hand-over.js';

const minors = new Set(Object.keys(minorAges.value));

/** One case from the day it is opened: valuation of risk, the court, referrals, service acts, and its end. */
export function* caseJourney(opening: Opening): Journey {
  const { seed, district, month, index, door, condition } = opening;
  const random = Random.of(seed, 'case', district, month, index);
  const opener = random.pick(openers.value[door] ?? {});
  const organization = organizationOf(district, opener);
  if (!records(organization, opening.at)) return;
  const ageBand = random.pick(door === 'DEMUNA' ? minorAges.value : ages.value);
  const principal = random.pick(principalTypes.value);
  const minor = minors.has(ageBand);
  const relation = random.pick(minor ? minorRelations.value : adultRelations.value);
  const file: CaseFile = new CaseFile(district, opening, { minor, sexual: principal === 'SEXUAL' }, () =>
    ending(new Strand(file, random, 'end', file.lastAt, file.lastAt), organization),
  );
  const strand = new Strand(file, random, 'case', opening.at, opening.at + recordedAfter(random));
  const complaint = door === 'POLICE';

  file.language = random.chance(languageMissing.value) ? undefined : random.pick(motherTongues.value);
  const also = principal !== 'PSYCHOLOGICAL' && random.chance(alsoPsychological.value);
  yield strand.case(organization, {
    do: 'open',
    country: 'PE',
    district,
    institution: organization,
    entry: door,
    condition,
    sex: random.chance(womenShare.value) ? 'F' : 'M',
    ageBand,
    ...(file.language === undefined ? {} : { language: file.language }),
    ...(random.chance(disabilityShare.value) ? { disability: true } : {}),
    relation,
    types: also ? [principal, 'PSYCHOLOGICAL'] : [principal],
    principal,
    complaint,
  });

  const fromTheCourt = strand.branch('court');
  if (random.chance(riskAssessed.value.share)) {
    const level = random.pick(risks.value);
    const form = coupleRelations.includes(relation) ? { instrument: coupleRisk.code, version: coupleRisk.version } : {};
    strand.pass(random.delay(riskAssessed.value.after));
    file.risk = level;
    yield strand.case(organization, { do: 'assess-risk', institution: organization, level, ...form });
    fromTheCourt.recorded = strand.recorded;
  }

  const journeys = [
    complaint ? courtJourney(fromTheCourt, opener) : ownAttention(strand.branch('own'), opener),
    ...firstReferrals(strand, opener, Number(random.pick(referralsPerCase.value))),
  ].map((journey) => file.underWay(journey));
  for (const start of journeys) yield { at: strand.recorded, start };
}

function* firstReferrals(strand: Strand, from: string, count: number): Generator<Journey> {
  const taken = new Set<string>();
  const bundled = count > 1 && strand.random.chance(bundles.value);
  const asked: Asked = { onward: true, ...(bundled ? { bundle: deriveId(strand.file.id, 'bundle') } : {}) };
  for (let n = 1; n <= count; n += 1) {
    const route: Route | undefined = pickRoute(from, strand, taken);
    if (route === undefined) return;
    taken.add(route.to);
    const branch = strand.branch(`referral-${n}`);
    yield handOver(branch.pass(branch.random.delay(referralAfter.value)), from, route, asked);
  }
}

/** Complaint → report at the court's desk → measures → their execution. */
function* courtJourney(strand: Strand, station: string): Journey {
  const { file, random } = strand;
  const { reportSent, reportReceived, decided, granted, measures, executionReferred, executionAfter } = court.value;
  const police = organizationOf(file.district, station);
  const desk = organizationOf(file.district, 'juzgado-familia');
  if (!random.chance(reportSent.share)) return;
  strand.pass(random.delay(reportSent.after));
  yield strand.case(police, { do: 'send-report', institution: police, court: desk });
  if (!random.chance(reportReceived.share)) return;
  strand.pass(random.delay(reportReceived.after));
  yield strand.case(desk, { do: 'receive-report', institution: desk, court: desk });
  if (!random.chance(decided.share)) return;
  strand.pass(random.delay(decided.after));
  const yes = random.chance(granted);
  const ordered = yes ? [...new Set([random.pick(measures), random.pick(measures), random.pick(measures)])] : [];
  yield strand.case(desk, { do: 'decide-measures', court: desk, granted: yes, measures: ordered });
  for (const [step, { share, after }] of Object.entries(yes ? notified.value : {})) {
    if (!random.chance(share)) continue;
    const clerk = strand.branch(step).pass(random.delay(after));
    yield { at: strand.recorded, start: file.underWay(told(clerk, { desk, police }, step)) };
  }
  if (yes && random.chance(executionReferred)) {
    const asked = strand.branch('execution').pass(random.between(...executionAfter));
    yield* handOver(asked, 'juzgado-familia', execution);
  }
}

/** A message of the court goes out; the station that is told to act does so, and reports it. */
function* told(strand: Strand, { desk, police }: Readonly<Record<'desk' | 'police', string>>, step: string): Journey {
  yield strand.case(desk, { do: 'record-step', institution: desk, step });
  if (step !== 'measures-notified-to-executor') return;
  for (const [next, { share, after }] of Object.entries(executed.value)) {
    if (!strand.random.chance(share)) return;
    strand.pass(strand.random.delay(after));
    yield strand.case(police, { do: 'record-step', institution: police, step: next });
  }
}

/** An institution that helps people attends those who come to it first itself. */
function* ownAttention(strand: Strand, opener: string): Journey {
  const { file, random } = strand;
  const [service] = institution(opener).services;
  if (service === undefined) return;
  const organization = organizationOf(file.district, opener);
  strand.pass(random.between(...ownService.value));
  if (!records(organization, strand.at)) return;
  yield strand.case(organization, { do: 'record-attention', institution: organization, service: service.kind });
  yield* followUpsAt(strand, organization, service.kind);
}

function* ending(strand: Strand, organization: string): Journey {
  const { random } = strand;
  if (!random.chance(caseClosed.value.share)) return;
  strand.pass(random.delay(caseClosed.value.after));
  if (!records(organization, strand.at)) return;
  const reason = random.pick(closingReasons.value);
  yield strand.case(organization, { do: 'close', institution: organization, reason });
}
