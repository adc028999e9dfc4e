import type { Metadata, Position, RecordedEvent } from './port.js';

const digits = 20;

/** The text form of the n-th place in a log that counts its events from 1. */
export function positionOf(sequence: number): Position {
  return String(sequence).padStart(digits, '0') as Position;
}

/** The number behind a position made by `positionOf`; 0, before every event, for none. */
export function sequenceOf(position: Position | undefined): number {
  return position === undefined ? 0 : Number(position);
}

/** An event read from a log that counts: texts are parsed and positions written out only when somebody asks. */
export class Recorded implements RecordedEvent {
  #data: unknown;
  #metadata: Metadata | undefined;

  constructor(
    readonly sequence: number,
    readonly stream: string,
    readonly revision: number,
    readonly id: string,
    readonly type: string,
    readonly dataText: string,
    readonly metadataText: string,
  ) {}

  get position(): Position {
    return positionOf(this.sequence);
  }

  get data(): unknown {
    return (this.#data ??= JSON.parse(this.dataText) as unknown);
  }

  get metadata(): Metadata {
    return (this.#metadata ??= JSON.parse(this.metadataText) as Metadata);
  }
}
