import { type EventOf, personal, Refusal } from '#decider';
import type { RecordPlace } from './commands.js';
import type { CaseEvents } from './events.js';
import type { ShelterPlace, Whereabouts } from './place-events.js';
import type { Case } from './state.js';

type Event = EventOf<CaseEvents>;

/**
 * Where the person of a case can be found, or in which shelter she is.
 * @throws Refusal `case/no-place`
 */
export function recordPlace(command: RecordPlace, { person }: Pick<Case, 'person'>): Event {
  const { institution } = command;
  switch (command.do) {
    case 'record-whereabouts':
      refuseNowhere(command.place.district, command.place.address, command.place.reference);
      return {
        type: 'WhereaboutsRecorded',
        data: { institution, place: personal<Whereabouts>(person, 'location', command.place) },
      };
    case 'record-shelter-place':
      refuseNowhere(command.place.organization, command.place.name);
      return {
        type: 'ShelterPlaceRecorded',
        data: { institution, place: personal<ShelterPlace>(person, 'shelter', command.place) },
      };
  }
}

/** Who knows a place, or how to reach somebody there, is no place. */
function refuseNowhere(...said: readonly (string | undefined)[]): void {
  if (said.some((each) => each !== undefined)) return;
  throw new Refusal('case/no-place', 'a place says where it is', 'invalid');
}
