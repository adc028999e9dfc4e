import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '#service';
import { PLATFORM, type Platform } from '../../../platform.js';
import type { Figures, Report } from '../../domain/model.js';
import type { Profile } from '../../domain/profiles.js';
import type { ReleasedFigures } from '../../domain/releasing.js';
import { editionId } from '../domain/edition.js';
import { type EditionEvents, editionEvents } from '../domain/edition-events.js';
import { unpacked } from '../files.js';
import { type EditionCard, editions, type Publication, type VersionCard } from '../views/editions.js';

const page = 200;
/** How long is waited for a view to see what was recorded before. */
const patience = 2_000;

/** A publication, with where it stands among the versions. */
export interface Found {
  readonly edition: EditionCard;
  readonly version: VersionCard;
  readonly publication: Publication;
  /** The version that has replaced it, published. */
  readonly replacedBy?: VersionCard;
}

/** Looks up editions, their files and what was released. */
@Injectable()
export class EditionReader {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Editions of a board, the last month first. */
  async list(board: string): Promise<readonly EditionCard[]> {
    const listed = await this.platform.views.list(editions, `board/${board}`, { limit: page, descending: true });
    return listed.map(({ document }) => document);
  }

  find(board: string, month: string): Promise<EditionCard | undefined> {
    return this.platform.views.get(editions, editionId(board, month));
  }

  /** The edition with everything recorded of it so far. @throws Problem 404 `edition/unknown`, 503 `not-caught-up` */
  async now(board: string, month: string): Promise<EditionCard> {
    await this.#caughtUp();
    const found = await this.find(board, month);
    if (found === undefined) throw new Problem(404, 'edition/unknown');
    return found;
  }

  /**
   * Everything readers were ever told, the oldest release first: from the record, which nothing can be missing from.
   * @param board of this one alone
   */
  async releases(board?: string): Promise<readonly ReleasedFigures[]> {
    const all: ReleasedFigures[] = [];
    for await (const { events } of this.platform.log.readAll({ types: ['FiguresReleased'] })) {
      for (const { stream, type, metadata, data } of events) {
        if (board !== undefined && !stream.startsWith(`edition-${editionId(board, '')}`)) continue;
        all.push(editionEvents.decode(type, Number(metadata['schema']), data).data as EditionEvents['FiguresReleased']);
      }
    }
    return all;
  }

  /** A file as it was issued. @throws Problem 404 `edition/unknown` */
  async file(board: string, month: string, version: number, profile: string, format: string): Promise<Buffer> {
    for await (const { type, metadata, data } of this.platform.log.readStream(`edition-${editionId(board, month)}`)) {
      if (type !== 'FileIssued') continue;
      const issued = editionEvents.decode(type, Number(metadata['schema']), data).data as EditionEvents['FileIssued'];
      if (issued.version === version && issued.profile === profile && issued.format === format) return unpacked(issued);
    }
    throw new Problem(404, 'edition/unknown');
  }

  /** A published version, out of its own file. @throws Problem 404 `edition/unknown` */
  async report(board: string, month: string, version: number, profile: Profile['id']): Promise<Report> {
    const bytes = await this.file(board, month, version, profile, 'json');
    return JSON.parse(bytes.toString('utf8')) as Report;
  }

  /** The figures of a published version. @throws Problem 404 */
  async figures(board: string, month: string, version: number, profile: Profile['id']): Promise<Figures> {
    return (await this.report(board, month, version, profile)).figures;
  }

  /** What was published with this digest of a file, or with this short code. */
  async published(key: { readonly file: string } | { readonly code: string }): Promise<Found | undefined> {
    const list = 'file' in key ? `file/${key.file}` : `code/${key.code}`;
    const [listed] = await this.platform.views.list(editions, list, { limit: 1 });
    if (listed === undefined) return undefined;
    const edition = listed.document;
    const is = ({ code, files }: Publication): boolean =>
      'file' in key ? files.some(({ sha256 }) => sha256 === key.file) : code === key.code;
    const version = edition.versions.find(({ publications }) => publications.some(is));
    const publication = version?.publications.find(is);
    if (version === undefined || publication === undefined) return undefined;
    const replacedBy = edition.versions.find(
      (each) =>
        each.version > version.version && each.publications.some(({ profile }) => profile === publication.profile),
    );
    return { edition, version, publication, ...(replacedBy === undefined ? {} : { replacedBy }) };
  }

  async #caughtUp(): Promise<void> {
    const { log, views } = this.platform;
    const head = await log.head();
    if (head === undefined) return;
    if (!(await views.reached(editions, head, patience))) throw new Problem(503, 'not-caught-up', { retryAfter: 1 });
  }
}
