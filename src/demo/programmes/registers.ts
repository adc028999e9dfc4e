import { deriveId } from '#decider';
import { addDays, localDate, type Month, monthRange } from '#terms';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import { workingDay } from '../journeys/meetings.js';
import { hour, instant, instantsIn, officeTime } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { entries } from './assumptions.js';
import { Entry, once, onDay } from './entry.js';
import { finding, raisesFinding } from './findings.js';
import { projectOf } from './projects.js';
import { oneOf, recording } from './who.js';

const day = 24 * hour;

/** What a board does in a month, and writes down: activities, and by turns trainings, materials, visits and findings. */
export function* registersOf(seed: number, board: DemoBoard, month: Month): Journey {
  const [begins] = monthRange(month, zoneOf(board.country));
  const at = Date.parse(begins);
  const number = Number(month.slice(5));
  yield { at, start: activities(seed, board, month) };
  if (number % 3 === 0) yield { at, start: training(seed, board, month) };
  if (number === 4 || number === 9) yield { at, start: material(seed, board, month) };
  if (number === 11) yield { at, start: exchange(seed, board, month) };
  if (raisesFinding(month)) yield { at, start: finding(seed, board, month) };
}

/** In a room, counted by sex and age; on the air, reckoned. Written down the day after. */
function* activities(seed: number, board: DemoBoard, month: Month): Journey {
  const zone = zoneOf(board.country);
  const random = Random.of(seed, 'activities', board.code, month);
  const { kinds, topics, reached, audience } = entries.value;
  for (const [index, drawn] of instantsIn(month, random.whole(entries.value.activities), random, zone).entries()) {
    const at = officeTime(drawn, random, zone);
    const kind = random.pick(kinds);
    const who = recording(board, board.programmes.activities, at);
    const institution = oneOf(who, random);
    const people = Object.entries(reached).flatMap(([sex, range]) =>
      ['12-17', '18-25', '36-45'].map((ageBand) => ({ sex, ageBand, count: Math.round(random.between(...range)) })),
    );
    const came = kind === 'RADIO' ? { audience: Math.round(random.between(...audience)) } : { people };
    const id = deriveId(seed, 'activity', board.code, month, index);
    const recorded = new Entry(board, 'activity', id, institution).recorded(at + day, {
      ...{ kind, on: localDate(instant(at), zone), topic: random.pick(topics), ...came },
      district: oneOf(board.districts.slice(0, 4), random).code,
      institutions: [...new Set([institution, oneOf(who, random)])],
      ...(random.chance(0.4) ? { project: projectOf(seed, board, month.slice(0, 4)) } : {}),
    });
    yield { at: drawn, start: once(recorded) };
  }
}

/** Staff of one house, by code, with a certificate of two years. */
function* training(seed: number, board: DemoBoard, month: Month): Journey {
  const on = workingDay(`${month}-12`);
  const at = onDay(board, on, '17:00');
  const random = Random.of(seed, 'training', board.code, month);
  const { trainedAtOnce, hours } = entries.value;
  const suffix = oneOf(board.institutions, random).suffix;
  const [organization] = recording(board, [suffix, board.programmes.government], at);
  if (organization === undefined) return;
  const count = Math.round(random.between(...trainedAtOnce));
  const topic = oneOf(['RISK_ASSESSMENT', 'CARE_OF_CASES', 'PROTECTION_MEASURES', 'INTERCULTURAL_CARE'], random);
  const id = deriveId(seed, 'training', board.code, month);
  yield new Entry(board, 'training', id, organization).recorded(at, {
    ...{ topic, on, organization, hours: Math.round(random.between(...hours)), until: addDays(on, 730) },
    staff: Array.from({ length: count }, (_, index) => `${suffix}-personal-${String(index + 1).padStart(2, '0')}`),
  });
}

/** A guide or a spot, and who got it in the month after. */
function* material(seed: number, board: DemoBoard, month: Month): Journey {
  const { programmes, institutions } = board;
  const random = Random.of(seed, 'material', board.code, month);
  const { copies } = entries.value;
  const [language = 'ES'] = programmes.spoken;
  const organization = organizationOf(board, programmes.government);
  const entry = new Entry(board, 'material', deriveId(seed, 'material', board.code, month), organization);
  const printed = month.endsWith('-04');
  const on = workingDay(`${month}-15`);
  yield entry.recorded(onDay(board, on), {
    ...{ kind: printed ? 'BROCHURE' : 'RADIO_SPOT', topic: printed ? 'RIGHTS_AND_ROUTES' : 'PREVENTION' },
    ...{ title: printed ? 'Ruta de atención: adónde ir y a quién llamar' : 'Nadie está sola: cuña radial' },
    ...{ language, on },
  });
  const receivers = [...new Set([1, 2, 3].map(() => oneOf(institutions, random).suffix))];
  for (const [index, suffix] of receivers.entries()) {
    const given = workingDay(addDays(on, 7 + 5 * index));
    const to = organizationOf(board, suffix);
    yield entry.step(onDay(board, given), 'MaterialTransferred', {
      ...{ to, on: given, copies: Math.round(random.between(...copies)) },
    });
  }
}

/** A visit of a neighbour, to see how it is done. */
function* exchange(seed: number, board: DemoBoard, month: Month): Journey {
  const random = Random.of(seed, 'exchange', board.code, month);
  const host = organizationOf(board, board.programmes.government);
  const from = workingDay(`${month}-19`);
  const delegations = [
    { of: 'municipalidad-vecina', people: Math.round(random.between(4, 9)) },
    { of: host, people: Math.round(random.between(5, 12)) },
  ];
  yield new Entry(board, 'exchange', deriveId(seed, 'exchange', board.code, month), host).recorded(
    onDay(board, from, '18:00'),
    {
      ...{ host, from, until: from, delegations, topics: ['CARE_OF_CASES', 'PARTICIPATION'] },
      undertaking: 'Compartir formatos de registro y volver a reunirse en seis meses',
    },
  );
}
