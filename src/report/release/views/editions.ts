import { projection, type Seen } from '#projection';
import type { Profile } from '../../domain/profiles.js';
import {
  type Cause,
  type EditionEvents,
  editionEvents,
  type FrozenProfile,
  type IssuedFile,
  type ChangedFigure,
} from '../domain/edition-events.js';

/** One publication of a version: to the board or to everybody. */
export interface Publication {
  readonly profile: Profile['id'];
  readonly at: string;
  readonly code: string;
  readonly digest: string;
  readonly files: readonly IssuedFile[];
  readonly changes: readonly ChangedFigure[];
}

export interface VersionCard {
  readonly version: number;
  readonly status: 'restated' | 'frozen' | 'approved' | 'published';
  readonly cause?: Cause;
  readonly frozen?: {
    readonly position: string;
    readonly cutoff: string;
    readonly issuedAt: string;
    readonly software: string;
    readonly profiles: Readonly<Record<Profile['id'], FrozenProfile>>;
  };
  readonly minutes?: string;
  readonly publications: readonly Publication[];
}

export interface EditionCard {
  readonly id: string;
  readonly board: string;
  readonly month: string;
  readonly country: string;
  /** The first first. */
  readonly versions: readonly VersionCard[];
  readonly revision: number;
}

type Any = Seen<EditionEvents>;

/** The card with one version changed, or begun. */
function withVersion(
  card: EditionCard,
  { revision, data }: Any,
  change: (version: VersionCard) => VersionCard,
): EditionCard {
  const { version, board, month } = data;
  const known = card.versions.find((each) => each.version === version);
  const changed = change(known ?? { version, status: 'restated', publications: [] });
  const others = card.versions.filter((each) => each.version !== version);
  return { ...card, board, month, versions: [...others, changed], revision };
}

/**
 * Editions by board and month (`<board>.<month>`), with all of their versions. Lists: `board/<code>` by month;
 * `file/<sha256>` and `code/<short code>` of whatever was published.
 */
export const editions = projection<EditionEvents, EditionCard>({
  name: 'editions',
  version: 1,
  events: editionEvents,
  key: ({ stream }) => stream.slice('edition-'.length),
  empty: (id) => ({ id, board: '', month: '', country: '', versions: [], revision: 0 }),
  on: {
    EditionFrozen: (card, event) => {
      const { country, position, cutoff, issuedAt, software, profiles } = event.data;
      const frozen = { position, cutoff, issuedAt, software, profiles };
      return { ...withVersion(card, event, (each) => ({ ...each, status: 'frozen', frozen })), country };
    },
    EditionApproved: (card, event) =>
      withVersion(card, event, (each) => ({ ...each, status: 'approved', minutes: event.data.minutes })),
    FiguresReleased: (card, { revision }) => ({ ...card, revision }),
    FileIssued: (card, { revision }) => ({ ...card, revision }),
    EditionPublished: (card, event) => {
      const { profile, code, digest, files, changes = [] } = event.data;
      const at = event.metadata['effectiveAt'] ?? '';
      return withVersion(card, event, (each) => ({
        ...each,
        status: 'published',
        publications: [...each.publications, { profile, at, code, digest, files, changes }],
      }));
    },
    EditionRestated: (card, event) =>
      withVersion(card, event, (each) => ({ ...each, status: 'restated', cause: event.data.cause })),
  },
  index: ({ board, month, versions }) => {
    const publications = versions.flatMap((each) => each.publications);
    const keys = new Set([
      ...publications.flatMap(({ files }) => files.map(({ sha256 }) => `file/${sha256}`)),
      ...publications.map(({ code }) => `code/${code}`),
    ]);
    return [[`board/${board}`, month], ...[...keys].map((key) => [key, month] as const)];
  },
});
