import { type Candidate, type Found, findings, gate } from '#disclosure';
import type { Inputs } from '../domain/inputs.js';
import type { Withheld } from '../domain/model.js';
import { profileOn, type Profile } from '../domain/profiles.js';
import { type Releasable, releasable, type ReleasedFigures } from '../domain/releasing.js';
import { candidateOf, earlierOf, ledgerOf, nested, onItsOwn, related, unscoped } from './domain/ledger.js';
import { weaker } from './domain/weaken.js';

export interface Wanted {
  readonly inputs: Inputs;
  /** The quarter that ends with the month, as one. */
  readonly quarter?: Inputs;
  readonly profile: Profile['id'];
  readonly version: number;
}

/** An edition that may be released, and what was left out for it. */
export interface Gated extends Releasable {
  readonly withheld: readonly Withheld[];
}

/**
 * The figures of an edition, with as much left out as it takes that no reader can work out a guarded count from them and
 * from everything released before, of any month, board or profile.
 * @param releases everything released before this edition, oldest first
 */
export async function gated(wanted: Wanted, releases: readonly ReleasedFigures[]): Promise<Gated> {
  const near = related(wanted.inputs.board.territory, releases);
  return gate(
    await edition(wanted, near, []),
    (now) => found(now, near),
    async (now, narrow) => {
      const withheld = weaker(now, now.withheld, [...narrow.keys()]);
      return withheld === undefined ? undefined : edition(wanted, near, withheld);
    },
  );
}

/** The figures of an edition with this and no more left out beside what the profile withholds. */
export async function edition(
  { inputs, quarter, profile, version }: Wanted,
  releases: readonly ReleasedFigures[],
  withheld: readonly Withheld[],
): Promise<Gated> {
  const { board, cohort } = inputs;
  const of = { board: board.id, profile, month: cohort.month, version };
  const made = releasable(inputs, {
    ...{ profile: profileOn(profile, `${cohort.month}-01`), version, earlier: earlierOf(of, releases), withheld },
    ...(quarter === undefined ? {} : { quarter }),
  });
  // What follows from the sums alone, with nothing told, is no secret: that categories nobody is in are empty.
  const plain = await findings(noRelease, { ...candidateOf(made.released), bounds: new Map() });
  const known = new Set([...plain.keys()].map(unscoped));
  const guarded = made.released.guarded.filter((name) => !known.has(name));
  return { ...made, released: { ...made.released, guarded }, withheld };
}

const noRelease: Candidate = { bounds: new Map(), relations: [], guarded: [] };

/** What some reader could work out that they may not. Members of a board read what the public reads as well. */
export async function found(
  { released }: Pick<Gated, 'released'>,
  releases: readonly ReleasedFigures[],
): Promise<Found> {
  const byMembers = await foundBy('board', released, releases);
  if (released.profile === 'board' || byMembers.size > 0) return byMembers;
  return foundBy(
    'public',
    released,
    releases.filter(({ profile }) => profile === 'public'),
  );
}

/**
 * What a reader works out of what is guarded from readers of their kind. Boards count at different times: a reader whose
 * sums contradict each other put together what does not belong together, and goes on with one other board at a time.
 * Where two boards count one territory, what they differ by is not guarded: nobody can tell it from a mistake.
 */
async function foundBy(
  reader: Profile['id'],
  released: ReleasedFigures,
  read: readonly ReleasedFigures[],
): Promise<Found> {
  const everything = await consistent(workedOut(reader, released, read, nested));
  if (everything !== undefined) return everything;
  const own = read.filter(({ board }) => board === released.board);
  const found = new Map(await onTheirOwn(reader, released, own));
  for (const board of new Set(read.map((each) => each.board))) {
    if (board === released.board) continue;
    const theirs = read.filter((each) => each.board === board);
    for (const [cell, interval] of await withAnother(reader, released, own, theirs)) found.set(cell, interval);
  }
  return found;
}

/** Of a board's own releases: their sums hold, unless its territory changed between them. */
async function onTheirOwn(
  reader: Profile['id'],
  released: ReleasedFigures,
  own: readonly ReleasedFigures[],
): Promise<Found> {
  return (
    (await consistent(workedOut(reader, released, own, apart))) ??
    (await consistent(workedOut(reader, onItsOwn(released), own.map(onItsOwn), apart))) ??
    workedOut(reader, onItsOwn(released), [], apart)
  );
}

async function withAnother(
  reader: Profile['id'],
  released: ReleasedFigures,
  own: readonly ReleasedFigures[],
  theirs: readonly ReleasedFigures[],
): Promise<Found> {
  const both = [...own, ...theirs];
  return (
    (await consistent(workedOut(reader, released, both, nested))) ??
    (await consistent(workedOut(reader, released, both, apart))) ??
    (await consistent(workedOut(reader, onItsOwn(released), both.map(onItsOwn), apart))) ??
    new Map()
  );
}

/** Undefined where what was put together contradicts itself. */
async function consistent(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** No territory inside another. */
const apart: typeof nested = () => ({ relations: [], guarded: [] });

async function workedOut(
  reader: Profile['id'],
  released: ReleasedFigures,
  read: readonly ReleasedFigures[],
  inside: typeof nested,
): Promise<Found> {
  const isTheirs = ({ profile }: ReleasedFigures): boolean => profile === reader;
  const theirs = read.filter(isTheirs);
  const now = candidateOf(released);
  return findings(
    { ...ledgerOf(read, inside(read)), guarded: ledgerOf(theirs, inside(theirs)).guarded },
    {
      ...now,
      relations: [...now.relations, ...inside([...read, released]).relations],
      guarded: isTheirs(released) ? [...now.guarded, ...inside([...theirs, released]).guarded] : [],
    },
  );
}
