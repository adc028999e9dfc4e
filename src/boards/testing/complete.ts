import type { BoardEvents } from '../domain/events.js';
import { counted, established, left, seated } from './fixtures.js';

/** Every event with every field it can have, as stored. A field that is added must be added here as well. */
export const complete: { readonly [T in keyof BoardEvents]: Required<BoardEvents[T]> } = {
  BoardEstablished: established.data,
  PopulationRecorded: counted.data,
  MemberSeated: seated.data,
  MemberLeft: left.data,
};
