import { createHash } from 'node:crypto';
import { deriveId } from '#decider';
import { addDays, instantOf, type Month, weekday } from '#terms';
import type { AgreementCommand } from '../../boards/domain/agreement.js';
import { quorumOf, type SessionCommand } from '../../boards/domain/session.js';
import { zoneOf } from '../../protocol/index.js';
import { boardOf, type DemoBoard, organizationOf } from '../boards/model.js';
import { coordinatorOf } from '../founding.js';
import { agreementsOf, sessions } from '../meeting-assumptions.js';
import { hour } from '../moments.js';
import { Random } from '../random.js';
import type { Journey, Sending } from '../schedule.js';

const day = 24 * hour;

/** The session of a month: called on its first working day, held in its second week, its agreements followed up. */
export function* monthlySession(
  seed: number,
  board: DemoBoard,
  month: Month,
  /** What begins with the first agreement of a session. */
  follows: (agreement: string, at: number) => Journey,
): Journey {
  const random = Random.of(seed, 'session', board.code, month);
  const { present, remote, alternate, decisions } = sessions.value;
  const zone = zoneOf(board.country);
  const members = board.institutions.map(({ suffix }) => organizationOf(board, suffix));
  const id = deriveId(seed, 'session', board.code, month);
  const at = instantOf(`${workingDay(`${month}-09`)}T10:00`, zone);
  const send = steps<SessionCommand>(board, 'session', id);
  const calling = Date.parse(instantOf(`${workingDay(`${month}-01`)}T09:00`, zone));
  yield send(calling, {
    ...{ do: 'convene', board: boardOf(board), country: board.country, kind: 'ordinary', at },
    ...{ place: 'sala-de-reuniones', invited: members },
    agenda: [
      { kind: 'MONTHLY_REPORT', title: 'Informe del mes anterior' },
      { kind: 'SERVICES', title: 'Acceso a los servicios' },
      { kind: 'PREVENTION', title: 'Acciones de prevención' },
    ],
  });
  const begins = Date.parse(at);
  yield send(begins, { do: 'open', seated: members });
  const there = members.filter(() => random.chance(present));
  for (const organization of there) {
    const by = random.chance(alternate) ? 'alternate' : 'titular';
    yield send(begins, { do: 'attend', organization, by, mode: random.chance(remote) ? 'remote' : 'in-person' });
  }
  // Without a quorum nothing is decided.
  const count = there.length < quorumOf(members.length) ? 0 : random.whole(decisions);
  for (let n = 1; n <= count; n += 1) {
    const agreement = deriveId(id, 'agreement', n);
    const days = Math.round(random.between(...agreementsOf.value.days));
    const due = addDays(at.slice(0, 10), days);
    const text = random.of(agreementsOf.value.texts, () => 1);
    yield send(begins + hour, { do: 'decide', agreement, owner: random.of(there, () => 1), due, text });
    const followed = followUp(board, agreement, { from: begins + hour, days, random: random.split() });
    yield { at: begins + hour, start: followed };
    if (n === 1) yield { at: begins + hour, start: follows(agreement, begins) };
  }
  yield send(begins + 2 * hour, { do: 'close' });
  yield send(begins + 3 * day, { do: 'record-minutes', number: `ACTA-${month}`, digest: digestOf(id) });
}

/** What becomes of an agreement: in time, late, or not yet. */
function* followUp(
  board: DemoBoard,
  agreement: string,
  { from, days, random }: { readonly from: number; readonly days: number; readonly random: Random },
): Journey {
  const { done, late, lateBy, notes } = agreementsOf.value;
  const send = steps<AgreementCommand>(board, 'agreement', agreement);
  const middle = from + Math.round(days / 2) * day;
  yield send(middle, { do: 'progress', note: random.pick(notes) });
  const inTime = random.chance(done);
  if (!inTime && !random.chance(late)) return;
  const after = inTime ? days - 2 : days + Math.round(random.between(...lateBy));
  const evidence = digestOf(agreement);
  yield send(from + after * day, { do: 'finish', evidence });
}

/** The day itself, or the next one from Monday to Friday. */
export const workingDay = (date: string): string => (weekday(date) <= 5 ? date : addDays(date, 8 - weekday(date)));

/** SHA-256 of a file that was made up with what it shows. */
export const digestOf = (what: string): string => createHash('sha256').update(what).digest('hex');

/** Commands to one thing of a board: by whoever coordinates it, unless somebody else does. */
export function steps<C extends object>(
  board: Pick<DemoBoard, 'country'>,
  category: string,
  id: string,
  /** Apart from other steps of the same thing. */
  part = '',
  actor = coordinatorOf(board),
): (at: number, command: C) => Sending {
  let count = 0;
  return (at, command) => ({
    at,
    send: {
      ...{ at, effectiveAt: at, category, id, command, actor },
      commandId: deriveId(id, `step${part}`, (count += 1)),
      correlationId: deriveId(category, id),
    },
  });
}
