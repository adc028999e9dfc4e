import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { IssuedReport, type PrintedFigure, PublishedFigures } from '../../../questions.js';
import { ToldToMembers } from '../../drafts.js';
import { printed } from '../../printed.js';
import { earlierOf } from '../domain/ledger.js';
import { EditionReader } from './edition-reader.js';

@QueryHandler(IssuedReport)
export class IssuedReportAnswer implements IQueryHandler<IssuedReport> {
  constructor(@Inject(EditionReader) private readonly reader: EditionReader) {}

  /** @throws Problem 404 `edition/unknown` */
  execute({ board, month, version, profile }: IssuedReport) {
    return this.reader.report(board, month, version, profile);
  }
}

@QueryHandler(ToldToMembers)
export class ToldToMembersAnswer implements IQueryHandler<ToldToMembers> {
  constructor(@Inject(EditionReader) private readonly reader: EditionReader) {}

  async execute({ board, month }: ToldToMembers) {
    return earlierOf({ board, month, profile: 'board', version: 1 }, await this.reader.releases(board));
  }
}

/** What was not published for everybody is told to nobody outside: what is told is in the ledger of released figures. */
@QueryHandler(PublishedFigures)
export class PublishedFiguresAnswer implements IQueryHandler<PublishedFigures> {
  constructor(@Inject(EditionReader) private readonly reader: EditionReader) {}

  async execute({ board, month }: PublishedFigures): Promise<readonly PrintedFigure[]> {
    const versions = (await this.reader.find(board, month))?.versions ?? [];
    const last = versions.findLast(({ publications }) => publications.some(({ profile }) => profile === 'public'));
    return last === undefined ? [] : printed(await this.reader.figures(board, month, last.version, 'public'));
  }
}
