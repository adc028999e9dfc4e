import { type Decider, type EventOf, Refusal } from '#decider';
import { refuseBadCode, refuseUnknownCountry } from '../../../protocol/index.js';
import type { Profile } from '../../domain/profiles.js';
import type { ReleasedFigures } from '../../domain/releasing.js';
import { type Cause, causes, type EditionEvents, editionEvents, type IssuedFile } from './edition-events.js';

type Frozen = EditionEvents['EditionFrozen'];
type Published = EditionEvents['EditionPublished'];

export type EditionCommand =
  | ({ readonly do: 'freeze' } & Omit<Frozen, 'version'>)
  | { readonly do: 'approve'; readonly minutes: string }
  | ({
      readonly do: 'publish';
      readonly figures: ReleasedFigures;
      readonly files: readonly (IssuedFile & { readonly content: string })[];
    } & Pick<Published, 'profile' | 'digest' | 'code' | 'changes' | 'checkpoint'>)
  | { readonly do: 'restate'; readonly cause: Cause };

export interface EditionState {
  /** The version under way or published last; 0 before there is any. */
  readonly version: number;
  readonly frozen?: Frozen;
  readonly minutes?: string;
  /** To whom this version is published. */
  readonly published: readonly Profile['id'][];
}

type Event = EventOf<EditionEvents>;
type Of<C extends EditionCommand['do']> = Extract<EditionCommand, { do: C }>;

/** The stream of a board's month: one, whatever its versions. */
export const editionId = (board: string, month: string): string => `${board}.${month}`;

/**
 * The life of a report: frozen at a position of the record, approved by the board, published to its members and then to
 * everybody, and restated as a new version. Frozen again before it is approved it is made anew; afterwards it stands.
 */
export const editionDecider: Decider<EditionCommand, EditionEvents, EditionState> = {
  category: 'edition',
  events: editionEvents,
  initial: { version: 0, published: [] },
  decide: (command, state): readonly Event[] => {
    if (command.do === 'freeze') return freeze(command, state);
    const { frozen } = state;
    if (frozen === undefined) throw new Refusal('edition/not-frozen', 'the edition is not frozen');
    switch (command.do) {
      case 'approve':
        return approve(command, state, frozen);
      case 'publish':
        return publish(command, state, frozen);
      case 'restate':
        return restate(command, state, frozen);
    }
  },
  evolve: (state, event) => {
    switch (event.type) {
      case 'EditionFrozen':
        return { version: event.data.version, frozen: event.data, published: [] };
      case 'EditionApproved':
        return { ...state, minutes: event.data.minutes };
      case 'FiguresReleased':
      case 'FileIssued':
        return state;
      case 'EditionPublished':
        return { ...state, published: [...state.published, event.data.profile] };
      case 'EditionRestated':
        return { version: event.data.version, published: [] };
    }
  },
};

const of = ({ board, month, version }: Frozen) => ({ board, month, version });

function freeze(command: Of<'freeze'>, state: EditionState): readonly Event[] {
  const { board, month, country, position, cutoff, issuedAt, software, profiles } = command;
  if (state.minutes !== undefined) throw new Refusal('edition/approved', 'what the board approved is not made again');
  refuseUnknownCountry('edition', country);
  refuseBadCode('edition', board);
  const version = Math.max(1, state.version);
  const data = { board, month, version, country, position, cutoff, issuedAt, software, profiles };
  return [{ type: 'EditionFrozen', data }];
}

function approve({ minutes }: Of<'approve'>, state: EditionState, frozen: Frozen): readonly Event[] {
  if (state.minutes === minutes) return [];
  if (state.minutes !== undefined) throw new Refusal('edition/approved', 'the board has approved it');
  refuseBadCode('edition', minutes);
  return [{ type: 'EditionApproved', data: { ...of(frozen), minutes } }];
}

function publish(command: Of<'publish'>, state: EditionState, frozen: Frozen): readonly Event[] {
  const { profile, digest, code, figures, files, changes, checkpoint } = command;
  if (state.published.includes(profile)) return [];
  if (state.minutes === undefined) throw new Refusal('edition/not-approved', 'the board has not approved it');
  if (profile !== 'board' && !state.published.includes('board')) {
    throw new Refusal('edition/board-first', 'the board has its report before everybody else');
  }
  if (digest !== frozen.profiles[profile].digest) {
    throw new Refusal('edition/other-figures', 'these are not the figures that were approved');
  }
  const published = {
    ...{ ...of(frozen), profile, digest, code },
    files: files.map(({ format, sha256, bytes }) => ({ format, sha256, bytes })),
    ...(changes === undefined ? {} : { changes }),
    ...(checkpoint === undefined ? {} : { checkpoint }),
  };
  return [
    { type: 'FiguresReleased', data: figures },
    ...files.map((file): Event => ({ type: 'FileIssued', data: { ...of(frozen), profile, ...file } })),
    { type: 'EditionPublished', data: published },
  ];
}

function restate({ cause }: Of<'restate'>, state: EditionState, frozen: Frozen): readonly Event[] {
  // Approved and never published, it may have become unsafe to publish: then too only a new version helps.
  if (state.minutes === undefined) {
    throw new Refusal('edition/not-published', 'what is not approved is frozen again');
  }
  if (!causes.includes(cause)) throw new Refusal('code/not-listed', 'there is no such cause', 'invalid');
  const { board, month } = frozen;
  return [{ type: 'EditionRestated', data: { board, month, version: state.version + 1, cause } }];
}
