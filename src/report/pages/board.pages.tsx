import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { Report as ReportArticle } from '#document';
import { type Actor, CurrentActor, Problem } from '#service';
import { addMonths, type Month } from '#terms';
import { Pages, seeOther } from '../../pages/pages.js';
import { ButtonLink } from '../../pages/parts.js';
import { monthName } from '../../pages/time.js';
import { documentOf } from '../document/build.js';
import { gathered } from '../document/gathered.js';
import type { Report } from '../domain/model.js';
import { Editions } from '../editions.js';
import { formats } from '../files.js';
import { ShownReports } from '../shown.js';
import { districtsOf, type ReportBoard } from '../views/report-boards.js';
import { around, Room } from './room.js';
import { boardWords as words } from './words.js';

/** How many months back a board's page offers. */
const offered = 24;

/** The boards a board can be held against: of two that share a district, one would tell of the other. */
function Beside(props: {
  readonly month: Month;
  readonly board: ReportBoard;
  readonly others: readonly ReportBoard[];
}): VNode | null {
  const { month, board } = props;
  const districts = new Set(districtsOf(board));
  const others = props.others.filter((other) => !districtsOf(other).some((district) => districts.has(district)));
  if (others.length === 0) return null;
  return (
    <details>
      <summary>{words.compare}</summary>
      <ul class="months">
        {others.map(({ id, name }) => (
          <li key={id}>
            <a href={`/mesa/comparar?boards=${board.id},${id}&month=${month}`}>{name}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The board's pages: which boards there are, their months, and the report of a month with its files. */
@ApiExcludeController()
@Controller('mesa')
export class BoardPages {
  constructor(
    @Inject(Editions) private readonly editions: Editions,
    @Inject(ShownReports) private readonly shown: ShownReports,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async boards(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const boards = await this.editions.boardsOf(actor);
    await this.pages.send(
      reply,
      actor,
      'board',
      <>
        <h1>{words.boards}</h1>
        {boards.length === 0 && <p>{words.none}</p>}
        {boards.map((board) => (
          <section key={board.id}>
            <h2>{board.name}</h2>
            <p>{board.place}</p>
            <ButtonLink href={`/mesa/${board.id}/${this.lastMonth(board)}`}>
              {words.report(monthName(this.lastMonth(board)))}
            </ButtonLink>
            <details>
              <summary>{words.earlier}</summary>
              <ul class="months">
                {this.months(board).map((month) => (
                  <li key={month}>
                    <a href={`/mesa/${board.id}/${month}`}>{monthName(month)}</a>
                  </li>
                ))}
              </ul>
            </details>
            <Beside month={this.lastMonth(board)} board={board} others={boards} />
          </section>
        ))}
      </>,
    );
  }

  @Get(':board/:month')
  async month(
    @Param('board') board: string,
    @Param('month') month: string,
    @Query('modo') mode: string | undefined,
    @Query('seccion') section: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const report = await this.#shown(actor, board, month);
    if (report === undefined) return seeOther(reply, `/ediciones/${board}/${month}`);
    const document = gathered(documentOf(report));
    const room = mode === 'sala';
    const found = around(document, section);
    if (room && found === undefined) throw new Problem(404, 'not-found');
    const path = `/mesa/${board}/${month}`;
    const page =
      room && found ? (
        <>
          <Corners {...{ board, path, room }} />
          <Room {...{ document, found, path }} />
        </>
      ) : (
        <>
          <Corners {...{ board, path, room }} />
          <Around board={board} month={month} />
          <ReportArticle doc={document} />
          <Around board={board} month={month} />
        </>
      );
    await this.pages.send(reply, actor, 'board', page, 200, ['report.css', 'room.css']);
  }

  /** Undefined: it was published, and its files are kept elsewhere. */
  async #shown(actor: Actor, board: string, month: Month): Promise<Report | undefined> {
    try {
      return await this.shown.to(actor, board, month);
    } catch (error) {
      if (error instanceof Problem && error.code === 'report-issued') return undefined;
      throw error;
    }
  }

  /** The last month that has ended. */
  private lastMonth({ country }: ReportBoard): Month {
    return earlier(this.editions.currentMonth(country), 1);
  }

  private months(board: ReportBoard): readonly Month[] {
    const last = this.lastMonth(board);
    return Array.from({ length: offered }, (_, back) => earlier(last, back));
  }
}

const earlier = (month: Month, months: number): Month => addMonths(`${month}-01`, -months).slice(0, 7);

/** The way to what the board does with the report, on the desk and on the wall alike. */
function Corners(props: { readonly board: string; readonly path: string; readonly room: boolean }): VNode {
  const { board, path, room } = props;
  const corner = (name: string, label: string): VNode => (
    <a href={`/mesa/${board}/${name}${room ? '?modo=sala' : ''}`}>{label}</a>
  );
  return (
    <nav class="around" aria-label={words.ofBoard}>
      <p>
        {corner('sesion', words.session)} · {corner('acuerdos', words.agreements)} · {corner('plan', words.plan)} ·{' '}
        <a href={room ? path : `${path}?modo=sala`}>{room ? words.desk : words.room}</a>
      </p>
    </nav>
  );
}

/** The way to the neighbouring months, and the same report as files. */
function Around({ board, month }: { readonly board: string; readonly month: Month }): VNode {
  return (
    <nav class="around" aria-label={words.around}>
      <p>
        <a href="/mesa">{words.boards}</a> ·{' '}
        <a href={`/mesa/${board}/${earlier(month, 1)}`}>← {monthName(earlier(month, 1))}</a> ·{' '}
        <a href={`/mesa/${board}/${earlier(month, -1)}`}>{monthName(earlier(month, -1))} →</a> ·{' '}
        <a href={`/ediciones/${board}/${month}`}>{words.editions}</a>
      </p>
      <p>
        {words.files}:{' '}
        {formats.map((format, index) => (
          <>
            {index > 0 && ' · '}
            <a href={`/api/boards/${board}/reports/${month}/report.${format}`}>{format.toUpperCase()}</a>
          </>
        ))}
      </p>
    </nav>
  );
}
