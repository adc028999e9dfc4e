import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type PrintedFigure, PrintedFigures } from '../../questions.js';
import { indicators } from '../domain/indicators/registry.js';
import { Editions } from '../editions.js';

/** The indicators of a month as the report prints them: what disclosure control withheld stays withheld. */
@QueryHandler(PrintedFigures)
export class PrintedFiguresAnswer implements IQueryHandler<PrintedFigures> {
  constructor(@Inject(Editions) private readonly editions: Editions) {}

  async execute({ board, month, readers }: PrintedFigures): Promise<readonly PrintedFigure[]> {
    const figures =
      readers === 'public'
        ? await this.editions.outside(board, month)
        : (await this.editions.live(board, month)).figures;
    return (figures?.indicators ?? []).map(({ id, version, status, value, numerator, denominator }) => ({
      ...{ id, version, status, value, numerator, denominator },
      title: indicators.find(id, version)?.title_es ?? id,
    }));
  }
}
