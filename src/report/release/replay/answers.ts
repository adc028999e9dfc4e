import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { digest } from '#document';
import type { Position } from '#event-log';
import { asOf } from '#projection';
import { PLATFORM, type Platform } from '../../../platform.js';
import {
  IssuedMadeAgain,
  IssuedVersionChanges,
  type MonthPoint,
  type ReplayedChange,
  type ReplayedFigures,
  ReplayedMonth,
  ReplayedMonthChanges,
} from '../../../questions.js';
import type { Figures } from '../../domain/model.js';
import type { ReleasedFigures } from '../../domain/releasing.js';
import { inputsOf, quarterInputsOf, reportProjections } from '../../report.js';
import { differences, places } from '../domain/differences.js';
import { editionEvents } from '../domain/edition-events.js';
import { related } from '../domain/ledger.js';
import { edition } from '../gate.js';
import { EditionReader } from '../http/edition-reader.js';
import type { VersionCard } from '../views/editions.js';
import { PastMonths, type Touched } from './months.js';

@QueryHandler(ReplayedMonth)
export class ReplayedMonthAnswer implements IQueryHandler<ReplayedMonth> {
  constructor(@Inject(PastMonths) private readonly months: PastMonths) {}

  async execute({ board, month, at }: ReplayedMonth): Promise<ReplayedFigures> {
    const figures = await this.months.figures(board, month, at);
    const cells = Object.fromEntries([...places(figures)].map(([figure, { value }]) => [figure, value]));
    return { cutoff: figures.period.cutoff, digest: digest(figures), figures, cells };
  }
}

@QueryHandler(ReplayedMonthChanges)
export class ReplayedMonthChangesAnswer implements IQueryHandler<ReplayedMonthChanges> {
  constructor(@Inject(PastMonths) private readonly months: PastMonths) {}

  async execute({ board, month, points }: ReplayedMonthChanges): Promise<readonly ReplayedChange[]> {
    const changes = await this.months.changes(board, month, points);
    return changes.map((each): ReplayedChange => ({ ...each, cause: each.by.length === 0 ? 'JUDGED' : 'RECORDED' }));
  }
}

/** Makes an issued edition again as it was made: from its position, with what had been released before it. */
@QueryHandler(IssuedMadeAgain)
export class IssuedMadeAgainAnswer implements IQueryHandler<IssuedMadeAgain> {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(EditionReader) private readonly reader: EditionReader,
  ) {}

  async execute(asked: IssuedMadeAgain) {
    const { board, month, version, profile } = asked;
    const card = (await this.reader.find(board, month))?.versions.find((each) => each.version === version);
    const publication = card?.publications.find((each) => each.profile === profile);
    if (card?.frozen === undefined || publication === undefined) return undefined;
    const { position, cutoff, profiles } = card.frozen;
    const issued = await this.reader.figures(board, month, version, profile);
    const views = await asOf(this.platform.facts, reportProjections, position as Position);
    try {
      const quarter = await quarterInputsOf(views, board, month, cutoff);
      const inputs = await inputsOf(views, board, month, cutoff);
      const wanted = { inputs, profile, version, ...(quarter === undefined ? {} : { quarter }) };
      const releases = related(inputs.board.territory, await this.#before(asked));
      const { figures } = await edition(wanted, releases, profiles[profile].withheld);
      const [issuedDigest, made] = [digest(issued), digest(figures)];
      const equal = issuedDigest === made && issuedDigest === publication.digest;
      return { issuedDigest, digest: made, equal, position, cutoff, cells: differences(issued, figures) };
    } finally {
      await views.close();
    }
  }

  /** What readers had been told when it went out. */
  async #before({ board, month, version, profile }: IssuedMadeAgain): Promise<readonly ReleasedFigures[]> {
    const found: ReleasedFigures[] = [];
    for await (const { events } of this.platform.log.readAll({ types: ['FiguresReleased'] })) {
      for (const { type, metadata, data } of events) {
        const decoded = editionEvents.decode(type, Number(metadata['schema']), data);
        if (decoded.type !== 'FiguresReleased') continue;
        const each = decoded.data;
        const isOwn = each.board === board && each.month === month && each.version === version;
        if (isOwn && each.profile === profile) return found;
        found.push(each);
      }
    }
    return found;
  }
}

/** Facts that put right what was recorded before, by the name of the event they tell. */
const corrections: ReadonlySet<string> = new Set([
  ...['ReferralUndone', 'ConsentWithdrawn', 'DeadlineRecomputed'],
  ...['CaseTransferred', 'CaseReopened', 'PersonsLinked', 'PersonsUnlinked'],
]);

@QueryHandler(IssuedVersionChanges)
export class IssuedVersionChangesAnswer implements IQueryHandler<IssuedVersionChanges> {
  constructor(
    @Inject(EditionReader) private readonly reader: EditionReader,
    @Inject(PastMonths) private readonly months: PastMonths,
  ) {}

  async execute({ board, month, profile, versions }: IssuedVersionChanges) {
    const cards = (await this.reader.find(board, month))?.versions ?? [];
    const [one, other] = versions.map((version) => cards.find((each) => each.version === version));
    if (!isPublished(one, profile) || !isPublished(other, profile)) return undefined;
    const before = await this.reader.figures(board, month, one.version, profile);
    const after = await this.reader.figures(board, month, other.version, profile);
    const touched = await this.months.touched(board, month, [pointOf(one), pointOf(other)]);
    return differences(before, after).map((change): ReplayedChange => {
      return { ...change, ...causeOf(change.figure, [before, after], touched) };
    });
  }
}

const isPublished = (card: VersionCard | undefined, profile: string): card is VersionCard =>
  card?.publications.some((each) => each.profile === profile) === true;

const pointOf = ({ frozen }: VersionCard): MonthPoint =>
  frozen === undefined ? {} : { position: frozen.position as Position, cutoff: frozen.cutoff };

/** Another definition explains a figure whatever was recorded; a correction, whatever else came late. */
export function causeOf(
  figure: string,
  [before, after]: readonly [Figures, Figures],
  touched: Touched,
): Pick<ReplayedChange, 'cause' | 'by'> {
  const versionIn = ({ indicators }: Figures) => indicators.find(({ id }) => id === figure)?.version;
  const by = touched.get(figure) ?? [];
  if (versionIn(before) !== versionIn(after)) return { cause: 'DEFINITION', by };
  if (!touched.has(figure)) return { cause: 'WITHHELD', by };
  if (by.length === 0) return { cause: 'JUDGED', by };
  const isCorrection = by.some(({ type }) => corrections.has(type.split('.')[0] ?? ''));
  return { cause: isCorrection ? 'CORRECTED' : 'LATE', by };
}
