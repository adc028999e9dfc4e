import { deriveId } from '#decider';
import { localDate, type Month } from '#terms';
import type { EnrolmentCommand } from '../../programmes/domain/enrolment.js';
import type { CourtReportKind, EnrolmentEnd } from '../../programmes/domain/enrolment-events.js';
import { absencePolicy, zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf, workerOf } from '../boards/model.js';
import { steps } from '../journeys/meetings.js';
import { hour, instant, instantsIn, officeTime, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey, Sending } from '../schedule.js';
import { reeducation } from './assumptions.js';

const day = 24 * hour;
const week = 7 * day;

/** Those who begin in a month at the centre of a place, where it has one. */
export function* enrolments(seed: number, board: DemoBoard, month: Month): Journey {
  const { centre } = board.programmes;
  if (centre === undefined) return;
  const zone = zoneOf(board.country);
  const random = Random.of(seed, 'enrolled', board.code, month);
  const count = random.whole(reeducation.value.aMonth);
  for (const [index, drawn] of instantsIn(month, count, random, zone).entries()) {
    const at = officeTime(drawn, random, zone);
    yield { at: drawn, start: participant({ seed, board, month, nth: index + 1 }, centre, at) };
  }
}

interface Whose {
  readonly seed: number;
  readonly board: DemoBoard;
  readonly month: Month;
  readonly nth: number;
}

/** One participant, from the order or his own wish to the last report. */
function* participant({ seed, board, month, nth }: Whose, centre: string, opened: number): Journey {
  const { ordered, neverCame, intakeAfterDays, sessions: least } = reeducation.value;
  const { country, districts } = board;
  // Nothing in it is made from a case.
  const id = deriveId(seed, 'enrolment', board.code, month, nth);
  const random = Random.of('enrolment', id);
  const institution = organizationOf(board, centre);
  const send = steps<EnrolmentCommand>(board, 'enrolment', id, '', workerOf(institution, random.chance(0.5) ? 1 : 2));
  const court = random.chance(ordered) ? organizationOf(board, board.court) : undefined;
  const sessions = Math.round(random.between(...least));
  yield send(opened, {
    ...{ do: 'open', country, institution, district: districts[0]?.code ?? '', sessions },
    ...(court === undefined ? { entry: 'VOLUNTARY' } : { entry: 'COURT_ORDER', court }),
  });
  const file: File = { send, random, zone: zoneOf(country), ordered: court !== undefined };
  // The court is told when the time to begin is over: two weeks of working days, and holidays.
  if (court !== undefined && random.chance(neverCame)) {
    yield* reported(file, opened + 26 * day, 'NON_COMPLIANCE');
    yield* ended(file, opened + 50 * day, 'ABANDONED');
    return;
  }
  const begun = officeTime(opened + span(random.between(...intakeAfterDays) * 24), random, file.zone);
  yield send(begun, { do: 'hold-intake' });
  yield* attending(file, begun, sessions);
}

interface File {
  readonly send: (at: number, command: EnrolmentCommand) => Sending;
  readonly random: Random;
  readonly zone: string;
  /** By a court, which hears of everything. */
  readonly ordered: boolean;
}

/** A session a week, with what the court is told on the way. */
function* attending(file: File, begun: number, sessions: number): Journey {
  const { send, random, zone, ordered } = file;
  const { results, reportedInTime, givenUp } = reeducation.value;
  let [attended, untold, owed] = [0, 0, begun];
  let at = begun;
  while (attended < sessions) {
    at = officeTime(at + week, random, zone);
    const result = random.pick(results);
    yield send(at, { do: 'record-session', day: localDate(instant(at), zone), result });
    if (result === 'ATTENDED') attended += 1;
    if (result === 'MISSED') untold += 1;
    if (untold >= absencePolicy.mostBeforeReport) {
      yield* reported(file, at + day, 'NON_COMPLIANCE');
      untold = 0;
      if (random.chance(givenUp)) {
        yield* ended(file, at + 3 * day, ordered ? 'EXCLUDED' : 'ABANDONED');
        return;
      }
    }
    // Four weeks are less than a month: what is not told now is told late a week later.
    if (at - owed < 4 * week - day || !random.chance(reportedInTime)) continue;
    yield* reported(file, at + 2 * day, 'PROGRESS');
    owed = at + 2 * day;
  }
  yield* ended(file, at + 3 * day, 'COMPLETED');
}

function* reported({ send, ordered }: File, at: number, kind: CourtReportKind): Generator<Sending> {
  if (ordered) yield send(at, { do: 'report', kind });
}

function* ended(file: File, at: number, how: EnrolmentEnd): Generator<Sending> {
  const { send, random } = file;
  yield send(at, { do: 'end', how });
  yield* reported(file, at + (random.chance(reeducation.value.reportedInTime) ? 2 : 11) * day, 'END');
}
