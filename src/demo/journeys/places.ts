import { addDays, instantOf, type Month } from '#terms';
import type { OrganizationCommand } from '../../directory/domain/organization.js';
import { zoneOf } from '../../protocol/index.js';
import { type DemoBoard, organizationOf } from '../boards/model.js';
import { occupancy } from '../meeting-assumptions.js';
import { Random } from '../random.js';
import type { Journey } from '../schedule.js';
import { steps } from './meetings.js';

/** Every week, whoever has places counts how many are free. */
export function* countsOfPlaces(seed: number, board: DemoBoard, month: Month): Journey {
  const random = Random.of(seed, 'places', board.code, month);
  const counted = board.institutions.flatMap(({ suffix, services }) =>
    services.flatMap(({ suffix: service, capacity }) =>
      capacity === undefined ? [] : [{ organization: organizationOf(board, suffix), service, capacity }],
    ),
  );
  for (const week of [0, 7, 14, 21]) {
    const at = Date.parse(instantOf(`${addDays(`${month}-01`, week)}T09:00`, zoneOf(board.country)));
    for (const { organization, service, capacity } of counted) {
      const free = Math.round(capacity.total * (1 - random.between(occupancy.value.from, occupancy.value.to)));
      const send = steps<OrganizationCommand>(board, 'organization', organization, `${month} ${week} ${service}`);
      yield send(at, { do: 'update-capacity', service: `${organization}-${service}`, ...capacity, free });
    }
  }
}
