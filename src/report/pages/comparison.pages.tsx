import { Controller, Get, Inject, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Report as ReportArticle } from '#document';
import { type Actor, CurrentActor } from '#service';
import { Pages } from '../../pages/pages.js';
import { comparisonDocument } from '../document/comparison.js';
import { gathered } from '../document/gathered.js';
import { formats } from '../files.js';
import { ComparisonQuery } from '../http/comparison.controller.js';
import { ShownReports } from '../shown.js';
import { boardWords as words } from './words.js';

/** Two boards on one page. */
@ApiExcludeController()
@Controller('mesa/comparar')
export class ComparisonPages {
  constructor(
    @Inject(ShownReports) private readonly shown: ShownReports,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async page(@Query() query: ComparisonQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const boards = ComparisonQuery.boardsOf(query);
    const { comparison, reports } = await this.shown.comparison(actor, boards, query.month);
    const asked = new URLSearchParams({ boards: boards.join(), month: query.month }).toString();
    await this.pages.send(
      reply,
      actor,
      'board',
      <>
        <ReportArticle doc={gathered(comparisonDocument(comparison, reports))} />
        <nav class="around" aria-label={words.files}>
          <p>
            {formats.map((format) => (
              <a href={`/api/reports/comparison/report.${format}?${asked}`}>{format.toUpperCase()} </a>
            ))}
          </p>
        </nav>
      </>,
      200,
      ['report.css'],
    );
  }
}
