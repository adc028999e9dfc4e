import { Inject } from '@nestjs/common';
import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { type PrintedFigure, PrintedFigures } from '../../questions.js';
import { printed } from '../printed.js';
import { ShownReports } from '../shown.js';

/** The indicators of a month as the report prints them: what disclosure control withheld stays withheld. */
@QueryHandler(PrintedFigures)
export class PrintedFiguresAnswer implements IQueryHandler<PrintedFigures> {
  constructor(@Inject(ShownReports) private readonly shown: ShownReports) {}

  async execute({ board, month }: PrintedFigures): Promise<readonly PrintedFigure[]> {
    return printed((await this.shown.forMembers(board, month)).figures);
  }
}
