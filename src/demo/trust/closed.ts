import { deriveId } from '#decider';
import type { ConflictCommand } from '../../people/domain/conflict.js';
import type { SealingCommand } from '../../people/domain/sealing.js';
import { zoneOf } from '../../protocol/index.js';
import type { RequestCommand } from '../../rights/domain/request.js';
import type { SubjectCommand } from '../../rights/domain/subject.js';
import { type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import { coordinatorOf } from '../founding.js';
import type { ClosedCase } from '../journeys/case-file.js';
import { steps } from '../journeys/meetings.js';
import { officeTime, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { trust } from './assumptions.js';
import { officerOf } from './officers.js';

/** What may become of a closed case, in turns. */
type Story = (board: DemoBoard, closed: ClosedCase, random: Random) => Journey;

/** Some days after an instant, when offices are open. */
const after = (board: DemoBoard, random: Random, at: number, [from, until]: readonly [number, number]): number =>
  officeTime(at + span(random.between(from, until) * 24), random, zoneOf(board.country));

/** A person asks about her data where her case was, and whoever looks after data answers: late now and then. */
const asks = (right: string, outcome: string, reason?: string): Story =>
  function* (board, { case: of, person, institution, at }, random) {
    const { asksAfter, answeredAfter, late } = trust.value;
    const id = deriveId(of, 'request', right);
    const asked = after(board, random, at, asksAfter);
    const answered = after(board, random, asked, random.chance(late.share) ? late.after : answeredAfter);
    const { country } = board;
    const counter = steps<RequestCommand>(board, 'request', id, '', workerOf(institution, 1));
    const officer = officerOf(board);
    const answer = steps<RequestCommand>(board, 'request', id, 'answer', officer.code);
    yield counter(asked, { do: 'receive', person, country, institution, right });
    const said = { outcome, ...(reason === undefined ? {} : { reason }) };
    yield answer(answered, { do: 'answer', institution: officer.institution, ...said });
  };

/** She asks for her data to be erased: one asks for it, another decides, and it is carried out and certified. */
function* erased(board: DemoBoard, closed: ClosedCase, random: Random): Journey {
  const { case: of, person, institution, at } = closed;
  const { asksAfter, decidedAfter } = trust.value;
  const { country } = board;
  const officer = officerOf(board);
  const request = deriveId(of, 'request', 'CANCELLATION');
  const asked = after(board, random, at, asksAfter);
  const decided = after(board, random, asked, decidedAfter);
  const worker = workerOf(institution, 1);
  const ask = steps<SubjectCommand>(board, 'subject', person, 'ask', worker);
  const asking = ask(asked + span(1), {
    ...{ do: 'ask', person, country, institution, ground: 'PERSON_ASKED', request },
  });
  const erasure = deriveId(asking.send.commandId, 'erasure');
  const about = steps<RequestCommand>(board, 'request', request, '', worker);
  yield about(asked, { do: 'receive', person, country, institution, right: 'CANCELLATION' });
  yield asking;
  const decide = steps<SubjectCommand>(board, 'subject', person, 'decide', officer.code);
  yield decide(decided, { do: 'approve', erasure, institution: officer.institution });
  const answer = steps<RequestCommand>(board, 'request', request, 'answer', officer.code);
  yield answer(decided + span(26), { do: 'answer', institution: officer.institution, outcome: 'GRANTED' });
}

/** A criminal case needs what is kept: the erasure she asks for waits, and is refused with its reason. */
function* held(board: DemoBoard, closed: ClosedCase, random: Random): Journey {
  const { person, institution, at } = closed;
  const { asksAfter, decidedAfter } = trust.value;
  const { country } = board;
  const officer = officerOf(board);
  const keep = steps<SubjectCommand>(board, 'subject', person, 'hold', officer.code);
  const kept = after(board, random, at, [0, 1]);
  yield keep(kept, { do: 'hold', person, country, institution: officer.institution, norm: 'CRIMINAL_CASE' });
  const asked = after(board, random, kept, asksAfter);
  const ask = steps<SubjectCommand>(board, 'subject', person, 'ask', workerOf(institution, 1));
  const asking = ask(asked, { do: 'ask', person, country, institution, ground: 'PERSON_ASKED' });
  yield asking;
  const erasure = deriveId(asking.send.commandId, 'erasure');
  const reason = 'LEGAL_DUTY';
  const decided = after(board, random, asked, decidedAfter);
  yield keep(decided, { do: 'refuse', erasure, institution: officer.institution, reason });
}

/** Nobody is to see it any more: the coordination asks, an officer decides. */
function* sealed(board: DemoBoard, { case: of, person, at }: ClosedCase, random: Random): Journey {
  const officer = officerOf(board);
  const coordinator = coordinatorOf(board);
  // It takes somebody of either: where the coordination looks after data as well, nothing is sealed.
  if (officer.code === coordinator) return;
  const institution = organizationOf(board, board.programmes.government);
  const asked = after(board, random, at, trust.value.asksAfter);
  const ask = steps<SealingCommand>(board, 'seal', of, '', coordinator);
  const asking = ask(asked, {
    ...{ do: 'ask', case: of, person, country: board.country, institution, aim: 'seal', ground: 'DATA_PROTECTION' },
  });
  yield asking;
  const sealing = deriveId(asking.send.commandId, 'sealing');
  const decide = steps<SealingCommand>(board, 'seal', of, 'decide', officer.code);
  const decided = after(board, random, asked, trust.value.decidedAfter);
  yield decide(decided, { do: 'approve', sealing, institution: officer.institution });
}

/** Somebody of the house knows the people of the case: they may not see it, unless it was a mistake. */
function* inConflict(board: DemoBoard, { case: of, institution, at }: ClosedCase, random: Random): Journey {
  const staff = workerOf(institution, 2);
  const declared = after(board, random, at, [0, 1]);
  const declare = steps<ConflictCommand>(board, 'conflict', of, '', workerOf(institution, 1));
  yield declare(declared, { do: 'declare', staff, kind: random.chance(0.5) ? 'RELATIVE' : 'COLLEAGUE' });
  if (!random.chance(trust.value.lifted)) return;
  const lift = steps<ConflictCommand>(board, 'conflict', of, 'lift', officerOf(board).code);
  yield lift(after(board, random, declared, trust.value.decidedAfter), { do: 'lift', staff });
}

const stories: readonly Story[] = [
  asks('ACCESS', 'GRANTED'),
  erased,
  inConflict,
  sealed,
  asks('RECTIFICATION', 'PARTLY', 'THIRD_PARTY'),
  held,
  asks('OPPOSITION', 'DENIED', 'NOT_FOUNDED'),
];

/** What becomes of a few of the closed cases of one board: its rights, seals and conflicts. */
export class Afterwards {
  #closed = 0;

  constructor(private readonly board: DemoBoard) {}

  /** What begins now that a case was closed. */
  closed(closed: ClosedCase): readonly Journey[] {
    const nth = this.#closed;
    this.#closed += 1;
    if (nth % trust.value.every !== 0) return [];
    const story = stories[(nth / trust.value.every) % stories.length];
    return story === undefined ? [] : [story(this.board, closed, Random.of('afterwards', closed.case))];
  }
}
