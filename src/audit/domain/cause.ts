import type { RecordedEvent } from '#event-log';
import type { Projection } from '#projection';
import { type Difference, differences, foldOf, type Until, within } from './replay.js';

/** An event as auditors name it: what, when, and which institution did it; nobody's name, nobody's code. */
export interface EventRef {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly effectiveAt: string;
  /** Null where nobody did it: a clock ran out. */
  readonly institution: string | null;
}

/** A difference, and the event it comes from. */
export interface Caused extends Difference {
  readonly by: EventRef;
}

/** Fields in which an event says whose doing it is, the plainest first. */
const doers = ['institution', 'from', 'court', 'organization'] as const;

/** What a clock does names whom it binds, which is not who did it. */
const isOfClocks = ({ type }: RecordedEvent): boolean => /^Deadline|^StepAwaited$/u.test(type);

/** @param others events recorded with it: of one command, only the first says whose it was */
export function refOf(event: RecordedEvent, others: readonly RecordedEvent[] = [event]): EventRef {
  const { id, type, stream, revision, position, metadata } = event;
  const { commandId } = metadata;
  const told = isOfClocks(event)
    ? others.find((each) => !isOfClocks(each) && each.metadata['commandId'] === commandId)
    : event;
  const data = (told?.data ?? {}) as Readonly<Record<string, unknown>>;
  const institution = doers.map((name) => data[name]).find((value) => typeof value === 'string') ?? null;
  const { recordedAt = '', effectiveAt = '' } = metadata;
  return { id, type, stream, revision, position, recordedAt, effectiveAt, institution };
}

/** Whether a change of one of these fields is a change of the other: one of them holds the other, or is it. */
const isWithin = (one: string, other: string): boolean =>
  one === '/' || other === '/' || one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/**
 * What makes a thing another at one point than at the other, field by field, each with the event that did it: of those
 * that belong to one of the two points only, the last that touched the field.
 *
 * Where an event that came late moved what later events made of it (by what had happened, that may be), the last of those
 * that belong to one point only is named.
 * @param events everything recorded of the thing, in order
 */
export function caused<D>(
  projection: Projection<D>,
  key: string,
  events: readonly RecordedEvent[],
  [from, to]: readonly [Until, Until],
): readonly Caused[] {
  const before = foldOf(
    projection,
    key,
    events.filter((event) => within(event, from)),
  );
  const after = foldOf(
    projection,
    key,
    events.filter((event) => within(event, to)),
  );
  const touched: { readonly event: RecordedEvent; readonly fields: readonly string[] }[] = [];
  let walked: D | undefined;
  for (const event of events) {
    const [isBefore, isAfter] = [within(event, from), within(event, to)];
    if (!isBefore && !isAfter) continue;
    const was = walked;
    walked = foldOf(projection, key, [event], was);
    if (isBefore !== isAfter) touched.push({ event, fields: differences(was, walked).map(({ field }) => field) });
  }
  return differences(before, after).flatMap((each) => {
    const cause = touched.findLast(({ fields }) => fields.some((field) => isWithin(field, each.field)));
    const event = (cause ?? touched.at(-1))?.event;
    return event === undefined ? [] : [{ ...each, by: refOf(event, events) }];
  });
}
