import type { Entry, Page, Position } from '#event-log';
import { foldEntries } from './fold.js';
import type { Projection } from './projection.js';
import { projectionId, stopAt, Unfoldable } from './status.js';
import { CheckpointMoved, type Views, type ViewWrite } from './views.js';

/** The part of `Views` that the loop needs. */
export type Target = Pick<Views, 'checkpoint' | 'load' | 'write'>;

/** What several projections are kept up with. */
export type SharedTarget = Target & Pick<Views, 'writeAll'>;

/**
 * True for an entry that a projection is to leave out. A skip is a decision: whoever decides it records it as an event,
 * and gives the same answer live, on rebuild and for the past.
 */
export type Skips = (projection: Projection, entry: Entry) => boolean;

/** A projection on its way through the log. */
export interface Member {
  readonly id: string;
  readonly projection: Projection;
  readonly types: ReadonlySet<string>;
  checkpoint: Position | undefined;
}

/** A start is before everything. */
export const isBefore = (a: Position | undefined, b: Position | undefined): boolean => (a ?? '') < (b ?? '');

/** Projections where their checkpoints stand. */
export async function membersOf(projections: readonly Projection[], views: Target): Promise<Member[]> {
  const members = await Promise.all(
    projections.map(async (projection) => ({
      id: projectionId(projection),
      projection,
      types: new Set(projection.types),
      checkpoint: await views.checkpoint(projection),
    })),
  );
  if (new Set(members.map(({ id }) => id)).size < members.length) throw new Error('a projection is given twice');
  return members;
}

/** The lowest checkpoint: where a shared read must begin. */
export const lowest = (members: readonly Member[]): Position | undefined =>
  members.map(({ checkpoint }) => checkpoint).reduce((a, b) => (isBefore(b, a) ? b : a));

export const typesOf = (members: readonly Member[]): string[] => [
  ...new Set(members.flatMap(({ projection }) => projection.types)),
];

/**
 * Takes the members that stand at `from` over a page with one write for all, which costs a store as much as the write
 * of one. A shortcut: whom it does not suit (an event cannot be folded, another runner was first) stays for `advance`.
 */
export async function advanceTogether(
  members: readonly Member[],
  from: Position | undefined,
  page: Page<Entry>,
  views: SharedTarget,
  skips?: Skips,
): Promise<void> {
  const together = members.filter(({ checkpoint }) => checkpoint === from && isBefore(from, page.upTo));
  if (together.length < 2) return;
  const ready: (readonly [Member, ViewWrite])[] = [];
  for (const member of together) {
    try {
      const changes = await foldEntries(member.projection, wanted(member, from, page, skips), views, from);
      ready.push([member, { projection: member.projection, from, upTo: page.upTo, changes }]);
    } catch (error) {
      if (!(error instanceof Unfoldable || error instanceof CheckpointMoved)) throw error;
    }
  }
  // One document that cannot be stored spoils the write of all: each then tries its own, and fails alone.
  const written = await views.writeAll(ready.map(([, write]) => write)).catch(() => []);
  for (const [index, [member]] of ready.entries()) if (written[index] === true) member.checkpoint = page.upTo;
}

/**
 * The loop's one step: takes a member over a page that begins behind `from`, leaving out what it has already folded.
 * @returns false when it stands before `from` (its views were dropped or rebuilt): read again from its checkpoint
 * @throws ProjectionStopped at an event that cannot be folded; everything before it is written
 */
export async function advance(
  member: Member,
  from: Position | undefined,
  page: Page<Entry>,
  views: Target,
  skips?: Skips,
): Promise<boolean> {
  while (isBefore(member.checkpoint, page.upTo)) {
    if (isBefore(member.checkpoint, from)) return false;
    if (await apply(member, wanted(member, from, page, skips), page.upTo, views)) return true;
    // Another runner was first: go on from where it came to.
    member.checkpoint = await views.checkpoint(member.projection);
  }
  return true;
}

/** The entries that a member has not seen, of a page that begins behind `from`. */
function wanted(
  { checkpoint, types, projection }: Member,
  from: Position | undefined,
  page: Page<Entry>,
  skips: Skips | undefined,
): readonly Entry[] {
  const inside = isBefore(from, checkpoint);
  return page.events.filter(
    (entry) =>
      types.has(entry.type) && (!inside || isBefore(checkpoint, entry.position)) && skips?.(projection, entry) !== true,
  );
}

/** Folds and writes. What cannot be folded is halved until the one event is found that is to blame. */
async function apply(member: Member, entries: readonly Entry[], upTo: Position, views: Target): Promise<boolean> {
  const { projection } = member;
  try {
    const changes = await foldEntries(projection, entries, views, member.checkpoint);
    const written = await views.write({ projection, from: member.checkpoint, upTo, changes });
    if (written) member.checkpoint = upTo;
    return written;
  } catch (error) {
    if (error instanceof CheckpointMoved) return false;
    const [first, ...rest] = entries;
    if (!(error instanceof Unfoldable) || first === undefined) throw error;
    if (rest.length === 0) throw stopAt(projection, first, error.cause);
  }
  const half = entries.slice(0, entries.length >> 1);
  const reach = half.at(-1)?.position ?? upTo;
  return (await apply(member, half, reach, views)) && apply(member, entries.slice(half.length), upTo, views);
}
