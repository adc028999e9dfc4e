import { deriveId } from '#decider';
import { type CaseCard, caseCards } from '../../cases/views/case-card.js';
import type { GlassCommand } from '../../people/domain/break-glass.js';
import type { Platform } from '../../platform.js';
import type { MasculinitiesCommand } from '../../programmes/domain/masculinities.js';
import { menGroups } from '../../programmes/views/masculinities.js';
import { changeInstrumentOn } from '../../protocol/index.js';
import type { RequestCommand } from '../../rights/domain/request.js';
import type { SubjectCommand } from '../../rights/domain/subject.js';
import { type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import { steps } from '../journeys/meetings.js';
import { instant, minute } from '../moments.js';
import type { Plan } from '../openings.js';
import { menGroupOf } from '../programmes/men.js';
import { Random } from '../random.js';
import type { Planned } from '../schedule.js';
import { change, emergencies } from './assumptions.js';
import { officerOf } from './officers.js';

/**
 * The last morning of the demo: what is sealed, and so never twice the same bytes. Emergency accesses in somebody's words,
 * one of them reviewed and then erased with the person's key; what those in a group of men answered, first and now.
 * @param at when it begins
 * @returns commands in the order of time
 */
export async function closing({ views }: Pick<Platform, 'views'>, plan: Plan, at: number): Promise<readonly Planned[]> {
  const [first] = plan.boards;
  const planned: Planned[] = [];
  if (first !== undefined) planned.push(...emergenciesOf(first, await recentCases(views, first), at));
  for (const board of plan.boards) planned.push(...(await measuresOf(views, plan, board, at)));
  return planned.sort((a, b) => a.at - b.at);
}

/** A case that is open and two that were closed, the last of an institution that has so many. */
async function recentCases(views: Platform['views'], board: DemoBoard): Promise<readonly CaseCard[]> {
  for (const { suffix } of board.institutions) {
    const of = async (status: string, limit: number) => {
      const list = `institution/${organizationOf(board, suffix)}/${status}`;
      return (await views.list(caseCards, list, { limit, descending: true })).map(({ document }) => document);
    };
    const found = [...(await of('open', 1)), ...(await of('closed', 2))];
    if (found.length === 3) return found;
  }
  return [];
}

function emergenciesOf(board: DemoBoard, [open, closed, erased]: readonly CaseCard[], at: number): readonly Planned[] {
  if (open === undefined || closed === undefined || erased === undefined) return [];
  return [
    ...broken(board, open, { words: emergencies.value.answered, at, reviewed: true }),
    ...broken(board, closed, { words: emergencies.value.waiting, at: at + 20 * minute, reviewed: false }),
    ...broken(board, erased, { words: emergencies.value.erased, at: at + 40 * minute, reviewed: true }),
    ...erasedWithItsKey(board, erased, at + 120 * minute),
  ];
}

/** Somebody of another house sees a case for an hour, and whoever looks after data says whether that was right. */
function broken(
  board: DemoBoard,
  { id, person, institution: owner, country }: CaseCard,
  { words: explanation, at, reviewed }: { readonly words: string; readonly at: number; readonly reviewed: boolean },
): readonly Planned[] {
  const others = board.institutions.map(({ suffix }) => organizationOf(board, suffix)).filter((each) => each !== owner);
  const institution = Random.of('glass', id).of(others, () => 1);
  const staff = workerOf(institution, 1);
  const take = steps<GlassCommand>(board, 'glass', staff, id, staff);
  const of = { staff, institution, case: id, person, owner, country };
  const breaking = take(at, { do: 'break', ...of, reason: 'PERSON_PRESENT', explanation }).send;
  if (!reviewed) return [breaking];
  const glass = deriveId(breaking.commandId, 'glass');
  const review = steps<GlassCommand>(board, 'glass', staff, `${id} review`, officerOf(board).code);
  return [breaking, review(at + 70 * minute, { do: 'review', glass, outcome: 'JUSTIFIED' }).send];
}

/** What was explained goes with the key of the person, and the certificate says how many keys. */
function erasedWithItsKey(board: DemoBoard, { person, institution }: CaseCard, at: number): readonly Planned[] {
  const { country } = board;
  const officer = officerOf(board);
  const request = deriveId(person, 'last-request');
  const counter = steps<RequestCommand>(board, 'request', request, '', workerOf(institution, 1));
  const ask = steps<SubjectCommand>(board, 'subject', person, 'last', workerOf(institution, 1));
  const asking = ask(at + 5 * minute, {
    do: 'ask',
    person,
    country,
    institution,
    ground: 'PERSON_ASKED',
    request,
  }).send;
  const erasure = deriveId(asking.commandId, 'erasure');
  const decide = steps<SubjectCommand>(board, 'subject', person, 'last decided', officer.code);
  return [
    counter(at, { do: 'receive', person, country, institution, right: 'CANCELLATION' }).send,
    asking,
    decide(at + 25 * minute, { do: 'approve', erasure, institution: officer.institution }).send,
  ];
}

/** What those in the last group of men of a place answered when they came, and what they answer now. */
async function measuresOf(
  views: Platform['views'],
  { seed, to }: Plan,
  board: DemoBoard,
  at: number,
): Promise<readonly Planned[]> {
  const { men } = board.programmes;
  if (men === undefined) return [];
  const group = menGroupOf(seed, board, to.slice(0, 4));
  const card = await views.get(menGroups, group);
  const instrument = changeInstrumentOn(instant(at).slice(0, 10));
  if (card === undefined || instrument === undefined) return [];
  const worker = workerOf(organizationOf(board, men), 1);
  const send = steps<MasculinitiesCommand>(board, 'masculinities', group, 'measures', worker);
  const { first, better, worse, measured } = change.value;
  const most = instrument.scale_es.length - 1;
  return Object.entries(card.participants).flatMap(([participant, { status }]) => {
    const random = Random.of('measures', participant);
    if (status === 'out' || !random.chance(measured)) return [];
    const before = instrument.items.map((item) => ({ ...item, points: Number(random.pick(first)) }));
    const after = before.map(({ points, ...item }) => {
      const moved = random.chance(better) ? 1 : random.chance(worse) ? -1 : 0;
      return { ...item, points: Math.min(Math.max(points + moved, 0), most) };
    });
    const answersOf = (items: typeof before) =>
      Object.fromEntries(items.map(({ key, reverse = false, points }) => [key, reverse ? most - points : points]));
    const taken = (phase: 'PRE' | 'POST', items: typeof before) =>
      send(at, { do: 'measure', participant, phase, answers: answersOf(items) }).send;
    // Asked of him when he came, on paper; typed in together with what he says now.
    return [{ ...taken('PRE', before), effectiveAt: Date.parse(card.formedAt) }, taken('POST', after)];
  });
}
