export { SimulatedClock, systemClock } from './clock.js';
export type { Clock } from './clock.js';
export { encodeEvent, checkAppend } from './encoding.js';
export type { EncodedEvent } from './encoding.js';
export { CommandReused, handle, PreconditionFailed } from './handle.js';
export type { CommandWatch, HandleDeps, Handled, Request, Sealer, SealContext } from './handle.js';
export { deriveId } from './ids.js';
export { StateCache } from './state-cache.js';
export { AppendRefused, Conflict, limits, LogUnavailable } from './port.js';
export type {
  Entry,
  EventLog,
  Expected,
  Feed,
  Instant,
  Metadata,
  NewEvent,
  Page,
  Position,
  ReadRange,
  Receipt,
  RecordedEvent,
} from './port.js';
