import { deriveId } from '#decider';
import type { BoardCommand } from '../boards/domain/board.js';
import type { Schedule as Hours } from '../directory/domain/events.js';
import type { OrganizationCommand } from '../directory/domain/organization.js';
import { type Beside, boardOf, type DemoBoard, organizationOf } from './boards/model.js';
import type { Planned } from './schedule.js';
import { statutoryBoard, statutoryOf } from './statutory.js';

const open: Readonly<Record<'always' | 'office', readonly Hours[]>> = {
  always: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], opensAt: '00:00', closesAt: '23:59' }],
  office: [{ byday: ['MO', 'TU', 'WE', 'TH', 'FR'], opensAt: '08:00', closesAt: '16:30' }],
};

/** Who coordinates there, and may register organisations and found boards. */
export const coordinatorOf = ({ country }: Pick<DemoBoard, 'country'>): string =>
  country === 'PE' ? 'demo-coordinacion' : `demo-coordinacion-${country.toLowerCase()}`;

/** The commands that set up a place: its directory, its board, who sits there and for how many inhabitants. */
export function* founding(board: DemoBoard, seed: number, at: number, today: string): Generator<Planned> {
  const { code, country, title, level, place, districts, institutions } = board;
  const correlationId = deriveId(seed, 'founding', code);
  let step = 0;
  const planned = (category: string, id: string, command: OrganizationCommand | BoardCommand): Planned => ({
    at,
    effectiveAt: at,
    category,
    id,
    commandId: deriveId(correlationId, (step += 1)),
    correlationId,
    actor: coordinatorOf(board),
    command,
  });
  for (const institution of institutions) {
    const organization = organizationOf(board, institution.suffix);
    for (const command of entryOf(board, institution)) yield planned('organization', organization, command);
  }
  const id = boardOf(board);
  yield planned('board', id, {
    ...{ do: 'establish', board: id, name: title, kind: 'voluntary', level, country, place },
    territory: districts.map((district) => district.code),
  });
  for (const { code: district, population } of districts) {
    if (population !== undefined) yield planned('board', id, { do: 'record-population', district, ...population });
  }
  for (const { suffix, seat } of institutions) {
    yield planned('board', id, { do: 'seat', organization: organizationOf(board, suffix), seat, from: today });
  }
  for (const command of statutoryBoard(board, today)) yield planned('board', statutoryOf(board), command);
  for (const each of board.programmes.beside) {
    const organization = organizationOf(board, each.suffix);
    for (const command of entryOf(board, each)) yield planned('organization', organization, command);
  }
}

/** What the directory is told of an institution. */
function* entryOf(board: DemoBoard, institution: Beside): Generator<OrganizationCommand> {
  const { country, name: place, districts } = board;
  const { suffix, kind, name, always, services, parent } = institution;
  const organization = organizationOf(board, suffix);
  const district = institution.district ?? districts[0]?.code ?? '';
  yield { do: 'register', organization, name: name(place), kind, country, district };
  if (parent !== undefined) yield { do: 'describe', parent: organizationOf(board, parent) };
  for (const { suffix: each, languages, minimumAge, maximumAge, capacity, ...offered } of services) {
    const service = `${organization}-${each}`;
    yield { do: 'offer', service, ...offered, schedules: always ? open.always : open.office };
    const limits = {
      ...(minimumAge === undefined ? {} : { minimumAge }),
      ...(maximumAge === undefined ? {} : { maximumAge }),
      ...(languages === undefined ? {} : { languages }),
    };
    if (Object.keys(limits).length > 0) yield { do: 'restrict', service, ...limits };
    if (capacity !== undefined) yield { do: 'update-capacity', service, ...capacity, free: capacity.total };
  }
}
