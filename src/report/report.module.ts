import { Module } from '@nestjs/common';
import { Editions } from './editions.js';
import { ShownReports } from './shown.js';
import { ComparisonController } from './http/comparison.controller.js';
import { PrintedFiguresAnswer } from './http/figures.answers.js';
import { IndicatorsController } from './http/indicators.controller.js';
import { ObservatoryController } from './http/observatory.controller.js';
import { ReportController } from './http/report.controller.js';
import { PagesModule } from '../pages/pages.module.js';
import { BoardPages } from './pages/board.pages.js';
import { ComparisonPages } from './pages/comparison.pages.js';

/** The board's monthly report: computed from facts, rendered in every format. */
@Module({
  imports: [PagesModule],
  controllers: [
    ReportController,
    ComparisonController,
    IndicatorsController,
    ObservatoryController,
    ComparisonPages,
    BoardPages,
  ],
  providers: [Editions, ShownReports, PrintedFiguresAnswer],
})
export class ReportModule {}
