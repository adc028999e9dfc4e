import { deriveId } from '#decider';
import { type Month, monthRange } from '#terms';
import type { AlertCommand } from '../../programmes/domain/alert.js';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, workerOf } from '../boards/model.js';
import { steps } from '../journeys/meetings.js';
import { oneOf, recording } from './who.js';
import { instantsIn, officeTime, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { alerting } from './assumptions.js';

/** The alerts of a month. None of them is handed on: that would open a case, and the cases of a month are the figures'. */
export function* alertsOf(seed: number, board: DemoBoard, month: Month): Journey {
  const zone = zoneOf(board.country);
  const random = Random.of(seed, 'alerts', board.code, month);
  const [begins] = monthRange(month, zone);
  for (const [index, at] of instantsIn(month, random.whole(alerting.value.aMonth), random, zone).entries()) {
    const id = deriveId(seed, 'alert', board.code, month, index);
    yield { at: Date.parse(begins), start: alert(board, id, officeTime(at, random, zone)) };
  }
}

/** Given, looked at, and answered: in its days, or after it came back. */
function* alert(board: DemoBoard, id: string, at: number): Journey {
  const random = Random.of('alert', id);
  const { country, districts, programmes } = board;
  const { topics, sources, taken, takenAfterDays, inTime, answeredAfterDays, confirmed, answers } = alerting.value;
  const institution = oneOf(recording(board, programmes.alerts.by, at), random);
  const receivers = recording(board, programmes.alerts.to, at).filter((each) => each !== institution);
  const to = oneOf(receivers, random);
  const place = programmes.councils[0]?.communities[0] ?? institution;
  const given = steps<AlertCommand>(board, 'alert', id, '', workerOf(institution, 1));
  const { code: district } = oneOf(districts.slice(0, 3), random);
  const [topic, source] = [random.pick(topics), random.pick(sources)];
  yield given(at, { do: 'raise', country, district, place, topic, source, institution, to });
  const received = steps<AlertCommand>(board, 'alert', id, 'to', workerOf(to, 1));
  if (random.chance(taken)) {
    yield received(at + span(random.between(...takenAfterDays) * 24), { do: 'take', institution: to });
  }
  const [from, until] = answeredAfterDays[random.chance(inTime) ? 'inTime' : 'late'] ?? [4, 5];
  const answered = at + span(random.between(from, until) * 24);
  yield received(
    answered,
    random.chance(confirmed)
      ? { do: 'answer', institution: to, answer: random.pick(answers) }
      : { do: 'close', institution: to, reason: 'NOT_CONFIRMED' },
  );
}
