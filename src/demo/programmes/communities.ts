import { deriveId } from '#decider';
import { instantOf, localDate, type Month } from '#terms';
import type { AssemblyCommand } from '../../programmes/domain/assembly.js';
import type { HelpCommand } from '../../programmes/domain/community-help.js';
import type { CouncilCommand } from '../../programmes/domain/council.js';
import type { NetworkCommand } from '../../programmes/domain/network.js';
import { communityLanguages, zoneOf } from '../../protocol/index.js';
import {
  boardOf,
  type CouncilModel,
  type DemoBoard,
  institutionOf,
  organizationOf,
  workerOf,
} from '../boards/model.js';
import type { SentReferral } from '../journeys/case-file.js';
import { steps, workingDay } from '../journeys/meetings.js';
import { hour, instant, instantsIn, span } from '../moments.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { communities as assumptions } from './assumptions.js';
import { oneOf } from './who.js';

const day = 24 * hour;

/** The councils of a place are taken down in the registry, with their network and their volunteers. */
export function* councilsFounded(board: DemoBoard, at: number): Journey {
  const { country, districts, programmes } = board;
  const by = organizationOf(board, programmes.government);
  const network = programmes.network === undefined ? undefined : houseOf(board, programmes.network);
  const oldest = programmes.councils.map(({ since }) => since).sort()[0];
  if (network !== undefined && oldest !== undefined) {
    const { id, name } = network;
    const send = steps<NetworkCommand>(board, 'network', id);
    const territory = districts.map(({ code }) => code);
    yield send(at, { do: 'found', network: id, country, name, territory, on: oldest });
  }
  for (const { suffix, kind, communities, since, norm, defenders } of programmes.councils) {
    const { id, name, district } = houseOf(board, suffix);
    const send = steps<CouncilCommand>(board, 'council', id);
    yield send(at, { do: 'found', council: id, kind, country, name, district, communities, on: since });
    yield send(at, { do: 'recognise', by, on: since, norm });
    if (network !== undefined) yield send(at, { do: 'join', network: network.id, from: since });
    const random = Random.of('council', id);
    for (let n = 1; n <= defenders; n += 1) {
      const training = random.chance(assumptions.value.trained) ? 'TRAINED' : 'IN_TRAINING';
      yield send(at, { do: 'name-defender', defender: defenderOf(suffix, n), from: since, training });
    }
  }
}

/** What the directory knows of an institution, with a seat at the board or without. @throws RangeError there is none */
function houseOf(board: DemoBoard, suffix: string) {
  const beside = board.programmes.beside.find((each) => each.suffix === suffix);
  const { name, district = board.districts[0]?.code ?? '' } = beside ?? institutionOf(board, suffix);
  return { id: organizationOf(board, suffix), name: name(board.name), district };
}

/** A volunteer's code: a letter of her council and a number. */
const defenderOf = (suffix: string, nth: number): string =>
  `${suffix.charAt(0).toUpperCase()}-${String(nth).padStart(2, '0')}`;

/** The line of the notebook for what a council handed on: the same case and referral, nothing else of the person. */
export function* handedOn(board: DemoBoard, council: CouncilModel, sent: SentReferral): Journey {
  const { case: of, referral, district, from, to, at, told } = sent;
  const id = deriveId(referral, 'help');
  const random = Random.of('help', id);
  const acts = random.chance(0.5) ? ['HANDED_ON', 'ACCOMPANIED'] : ['HANDED_ON'];
  const { principal: matter, sex, ageBand, language = '' } = told;
  const spoken = communityLanguages.entries.some(({ code }) => code === language) ? language : 'ES';
  const send = steps<HelpCommand>(board, 'help', id, '', workerOf(from, 1));
  yield send(at + hour / 2, {
    ...{ do: 'record', council: from, country: board.country, district, community: communityOf(council, random) },
    ...{ person: deriveId(id, 'person'), matter, sex, ageBand, language: spoken, acts },
    handed: { case: of, referral, to },
  });
}

const communityOf = ({ communities }: CouncilModel, random: Random): string => oneOf(communities, random);

/** What a month brings to the communities: help that needs nobody else, and every third month an assembly. */
export function* communityMonth(seed: number, board: DemoBoard, month: Month): Journey {
  const { country, programmes } = board;
  for (const council of programmes.councils) {
    const random = Random.of(seed, 'helps', board.code, council.suffix, month);
    const count = random.whole(assumptions.value.helps);
    for (const [index, at] of instantsIn(month, count, random, zoneOf(country)).entries()) {
      const id = deriveId(seed, 'help', board.code, council.suffix, month, index);
      yield { at: Date.parse(instantOf(`${month}-01T00:00`, zoneOf(country))), start: helped(board, council, id, at) };
    }
  }
  const [council] = programmes.councils;
  if (council !== undefined && assembles(month)) yield* assembly(seed, board, council, month);
}

function* helped(board: DemoBoard, council: CouncilModel, id: string, at: number): Journey {
  const { country, districts, programmes } = board;
  const random = Random.of('help', id);
  const { matters, acts, women, ages, continued } = assumptions.value;
  const from = organizationOf(board, council.suffix);
  const send = steps<HelpCommand>(board, 'help', id, '', workerOf(from, random.chance(0.5) ? 1 : 2));
  yield send(at, {
    ...{ do: 'record', council: from, country, district: districts[0]?.code ?? '' },
    ...{ community: communityOf(council, random), person: deriveId(id, 'person'), matter: random.pick(matters) },
    ...{ sex: random.chance(women) ? 'F' : 'M', ageBand: random.pick(ages) },
    ...{ language: programmes.spoken[0] ?? 'ES', acts: [random.pick(acts)] },
  });
  if (!random.chance(continued)) return;
  yield send(at + span(random.between(2, 12) * 24), { do: 'continue', council: from, act: 'ACCOMPANIED' });
}

/** Which months the communities assemble in. */
export const assembles = (month: Month): boolean => Number(month.slice(5)) % 3 === 2;

export const assemblyOf = (seed: number, { code }: Pick<DemoBoard, 'code'>, month: Month): string =>
  deriveId(seed, 'assembly', code, month);

/** Its act, written down a day later. */
function* assembly(seed: number, board: DemoBoard, council: CouncilModel, month: Month): Journey {
  const id = assemblyOf(seed, board, month);
  const random = Random.of('assembly', id);
  const { country, districts, programmes } = board;
  const institution = organizationOf(board, council.suffix);
  const held = Date.parse(instantOf(`${workingDay(`${month}-17`)}T10:00`, zoneOf(country)));
  const attended = Object.fromEntries(
    Object.entries(assumptions.value.attended).map(([sex, range]) => [sex, Math.round(random.between(...range))]),
  );
  const send = steps<AssemblyCommand>(board, 'assembly', id, '', workerOf(institution, 1));
  yield send(held + day, {
    ...{ do: 'hold', country, district: districts[0]?.code ?? '', community: communityOf(council, random) },
    ...{ institution, on: localDate(instant(held), zoneOf(country)), languages: programmes.spoken, attended },
  });
}

/** The board took up what an assembly asked for. */
export function* heardByBoard(assembled: string, board: DemoBoard, agreement: string, at: number): Journey {
  const send = steps<AssemblyCommand>(board, 'assembly', assembled, 'heard');
  yield send(at, { do: 'pass-on', board: boardOf(board), agreement });
}
