import { Inject, Injectable } from '@nestjs/common';
import { QueryBus, QueryHandlerNotFoundException } from '@nestjs/cqrs';
import { type Actor, Problem } from '#service';
import type { Month } from '#terms';
import { PLATFORM, type Platform } from '../platform.js';
import { IssuedReport } from '../questions.js';
import { compare, type Comparison } from './domain/comparison.js';
import { indicators } from './domain/indicators/registry.js';
import type { Report } from './domain/model.js';
import { besideDraft } from './drafts.js';
import { Editions } from './editions.js';
import { issuedKey, issuedMonths } from './views/issued-months.js';

/**
 * A month's report as people are shown it. Once it was published for the board it is that version, out of its own file,
 * until another one is published: with today's figures beside an edition, who compares them is told of single cases. Nor
 * does the draft of another month tell more of it.
 */
@Injectable()
export class ShownReports {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Editions) private readonly editions: Editions,
    @Inject(QueryBus) private readonly queries: QueryBus,
  ) {}

  /**
   * The report somebody may read: what was published, or with everything known now where nothing was. Auditors, who may
   * ask for any moment, are always shown the latter.
   * @throws Refusal `report/unknown-board`, `report/bad-month`
   * @throws Problem 409 `report-issued` it was published, and files are kept by another process; 503 as `Editions.live`
   */
  async to(actor: Actor, board: string, month: Month): Promise<Report> {
    await this.editions.readable(actor, board);
    return actor.role === 'auditor' ? this.editions.live(board, month) : this.forMembers(board, month);
  }

  /** As `to`, for what members are shown beside other things. */
  async forMembers(board: string, month: Month): Promise<Report> {
    const version = await this.version(board, month);
    if (version === undefined) {
      const told = await besideDraft(this.queries, this.platform.views, board, month);
      return this.editions.live(board, month, told);
    }
    try {
      return (await this.queries.execute(new IssuedReport(board, month, version, 'board'))) as Report;
    } catch (error) {
      if (error instanceof QueryHandlerNotFoundException) throw new Problem(409, 'report-issued');
      throw error;
    }
  }

  /** The version that was published last for the members of a board; undefined: none was. */
  async version(board: string, month: Month): Promise<number | undefined> {
    return (await this.platform.views.get(issuedMonths, issuedKey(board, month)))?.board;
  }

  /**
   * Two boards in one month, out of the reports of both, for whoever may read both.
   * @throws as `to` does; Refusal `report/boards-overlap`
   */
  async comparison(
    actor: Actor,
    [one, other]: readonly [string, string],
    month: Month,
  ): Promise<{ readonly comparison: Comparison; readonly reports: readonly [Report, Report] }> {
    for (const board of [one, other]) await this.editions.readable(actor, board);
    const reports = [await this.to(actor, one, month), await this.to(actor, other, month)] as const;
    return { comparison: compare(reports[0].figures, reports[1].figures, indicators), reports };
  }
}
