import { deriveId } from '#decider';
import type { Declared } from '../../cases/domain/events.js';
import { coupleRelations, jurisdiction, reportNeeds } from '../../protocol/index.js';
import {
  adultRelations,
  ages,
  alsoPsychological,
  bundles,
  caseClosed,
  closingReasons,
  declares,
  disabilityKinds,
  disabilityShare,
  ethnicities,
  languageMissing,
  minorAges,
  minorRelations,
  ownService,
  referralAfter,
  referralsPerCase,
  reportItemStates,
  riskAssessed,
  womenShare,
} from '../assumptions.js';
import { type DemoBoard, institutionOf, organizationOf } from '../boards/model.js';
import { Random, type Weights } from '../random.js';
import type { Route } from '../routes.js';
import type { Journey } from '../schedule.js';
import { CaseFile, type Opening, recordedAfter, records, Strand } from './case-file.js';
import { courtJourney } from './court.js';
import { type Asked, followUpsAt, handOver, pickRoute } from './hand-over.js';
import { prosecution } from './prosecution.js';

const minors = new Set(Object.keys(minorAges.value));

/** One case from the day it is opened: valuation of risk, the court, referrals, service acts, and its end. */
export function* caseJourney(opening: Opening): Journey {
  const { seed, board, district, month, index, door, condition } = opening;
  const { country, mix } = board;
  const random = Random.of(seed, 'case', district, month, index);
  const opener = openerOf(opening, random);
  const organization = organizationOf(board, opener);
  if (!records(organization, opening.at)) return;
  const ageBand = random.pick(agesAt(door, institutionOf(board, opener).kind));
  const principal = random.pick(mix.principalTypes.value);
  const minor = minors.has(ageBand);
  const relation = random.pick(minor ? minorRelations.value : adultRelations.value);
  const file: CaseFile = new CaseFile(opening, { minor, sexual: principal === 'SEXUAL' }, () =>
    ending(new Strand(file, random, 'end', file.lastAt, file.lastAt), organization),
  );
  const strand = new Strand(file, random, 'case', opening.at, opening.at + recordedAfter(random));
  const share = mix.complaints.value[door] ?? 0;
  const complaint = share === 1 || (share > 0 && random.chance(share));

  file.language = random.chance(languageMissing.value) ? undefined : random.pick(mix.motherTongues.value);
  const also = principal !== 'PSYCHOLOGICAL' && random.chance(alsoPsychological.value);
  const sex = random.chance(womenShare.value) ? 'F' : 'M';
  file.told = { principal, sex, ageBand };
  yield strand.case(organization, {
    do: 'open',
    country,
    district,
    institution: organization,
    entry: door,
    condition,
    sex,
    ageBand,
    ...(file.language === undefined ? {} : { language: file.language }),
    ...saidOf(opening, random.chance(disabilityShare.value)),
    relation,
    types: also ? [principal, 'PSYCHOLOGICAL'] : [principal],
    principal,
    complaint,
    ...(complaint ? itemsOf(opening) : {}),
    ...(complaint && country === 'BO' ? { receivedBy: institutionOf(board, opener).kind } : {}),
  });

  const fromTheCourt = strand.branch('court');
  if (random.chance(riskAssessed.value.share)) {
    const level = random.pick(mix.risks.value);
    const form = instrumentFor(board, relation);
    strand.pass(random.delay(riskAssessed.value.after));
    file.risk = level;
    yield strand.case(organization, { do: 'assess-risk', institution: organization, level, ...form });
    fromTheCourt.recorded = strand.recorded;
  }

  const journeys = [
    complaint ? byLaw[country](fromTheCourt, opener) : ownAttention(strand.branch('own'), opener),
    ...firstReferrals(strand, opener, Number(random.pick(referralsPerCase.value))),
  ].map((journey) => file.underWay(journey));
  for (const start of journeys) yield { at: strand.recorded, start };
}

/** What she says of herself, where she was asked. Drawn apart, so that the rest of the story goes as it went. */
function saidOf({ seed, board, district, month, index }: Opening, disabled: boolean): { declared?: Declared } {
  const random = Random.of(seed, 'declared', district, month, index);
  if (!random.chance(declares.value)) return {};
  const disability = disabled ? random.pick(disabilityKinds.value) : 'NONE';
  return { declared: { disability, ethnicity: random.pick(ethnicities.value[board.country]) } };
}

/** The checklist of the complaint's report: a word on every item the law of the country asks for. */
function itemsOf({ seed, board, district, month, index }: Opening): { items?: Readonly<Record<string, string>> } {
  const needs = reportNeeds(board.country);
  if (needs.length === 0) return {};
  const random = Random.of(seed, 'items', district, month, index);
  return { items: Object.fromEntries(needs.map((item) => [item, random.pick(reportItemStates.value)])) };
}

const adultAges: Weights = Object.fromEntries(Object.entries(ages.value).filter(([band]) => !minors.has(band)));

/** What a complaint sets going, by country. */
const byLaw: Readonly<Record<DemoBoard['country'], (strand: Strand, opener: string) => Journey>> = {
  PE: courtJourney,
  BO: prosecution,
};

/** Doors only children come through. */
const childDoors: readonly string[] = ['DEMUNA', 'DNA'];

/** Only children come to who defends children; in Bolivia the SLIM is for adults alone. */
function agesAt(door: string, kind: string): Weights {
  if (childDoors.includes(door)) return minorAges.value;
  return kind === 'SLIM' ? adultAges : ages.value;
}

/** Who opens it; of several, one in the district where it happened. */
function openerOf({ board, district, door }: Opening, random: Random): string {
  const all = board.mix.openers.value[door] ?? {};
  const near = Object.entries(all).filter(([suffix]) => institutionOf(board, suffix).district === district);
  return near.length === 0 ? random.pick(all) : random.of(near, () => 1)[0];
}

/** The form a level of risk is found with, where there is one for the tie. */
function instrumentFor({ country }: DemoBoard, relation: string): { instrument?: string; version?: number } {
  if (country === 'PE' && !coupleRelations.includes(relation)) return {};
  const [form] = jurisdiction(country).instruments;
  return form === undefined ? {} : { instrument: form.code, version: form.version };
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

/** An institution that helps people attends those who come to it first itself. */
function* ownAttention(strand: Strand, opener: string): Journey {
  const { file, random } = strand;
  const [service] = institutionOf(file.board, opener).services;
  if (service === undefined) return;
  const organization = organizationOf(file.board, opener);
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
  const { recorded: at } = strand;
  for (const start of strand.file.closed({ institution: organization, at })) yield { at, start };
}
