import { Inject, Injectable } from '@nestjs/common';
import { QueryBus, QueryHandlerNotFoundException } from '@nestjs/cqrs';
import { type Actor, Problem } from '#service';
import { localDate } from '#terms';
import { countryNow } from '../../country.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { zoneOf } from '../../protocol/index.js';
import { type PrintedFigure, PrintedFigures, PublishedFigures } from '../../questions.js';
import { type Evidence, evidenceOf } from '../domain/evidence.js';
import type { RegisterCard } from '../views/register-entries.js';
import { type RegisterBoard, registerBoards } from '../views/register-boards.js';
import {
  activityRegister,
  budgetRegister,
  exchangeRegister,
  findingRegister,
  type Kept,
  materialRegister,
  normRegister,
  projectRegister,
  trainingRegister,
} from '../views/register-views.js';
import { Counting } from './counting.js';
import { RegisterDesk } from './register-desk.js';

/** More boards than a country has. */
const mostBoards = 2_000;

/** Gathers what a board shows outside: to evaluators and donors, and to everybody who reads its registers. */
@Injectable()
export class EvidenceDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    @Inject(Counting) private readonly counting: Counting,
  ) {}

  /** A board whose evidence the actor may read. @throws Problem 403, 404 */
  async readable(actor: Actor, id: string): Promise<RegisterBoard> {
    return actor.role === 'evaluator' ? this.desk.board(id) : this.desk.readable(actor, id);
  }

  /** The boards of the country, by name. */
  async boards(): Promise<readonly RegisterBoard[]> {
    const listed = await this.platform.views.list(registerBoards, `country/${countryNow()}`, { limit: mostBoards });
    return listed.map(({ document }) => document);
  }

  /**
   * The evidence of the calendar year of a month, with the figures of that month once they were published for everybody. It
   * is the same for whoever reads it: of what was recorded until the last month that is over.
   * @throws Problem 404 there is no such month
   */
  async evidence({ id, country }: RegisterBoard, month: string): Promise<Evidence> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/u.test(month) || month > this.thisMonth(country)) throw new Problem(404, 'not-found');
    const year = month.slice(0, 4);
    const figures = await this.queries.execute(new PublishedFigures(id, month));
    const { views, through } = await this.counting.outside(country);
    const of = async <S>(kept: Kept, counts: (card: RegisterCard) => boolean): Promise<readonly S[]> =>
      // The rules of the register took them, so they have the shape of its description.
      (await this.desk.held(kept, id, views)).filter(counts) as unknown as readonly S[];
    const held = <S>(kept: Kept): Promise<readonly S[]> =>
      of(kept, ({ values }) => String(values[kept.spec.by]).startsWith(year));
    const running = ({ values: { from, until } }: RegisterCard): boolean =>
      String(from).slice(0, 4) <= year && year <= String(until).slice(0, 4);
    return evidenceOf({
      ...{ board: id, month, through },
      activities: await held(activityRegister),
      trainings: await held(trainingRegister),
      materials: await held(materialRegister),
      projects: await of(projectRegister, running),
      // A line is of a year of its own, and may be spent in another.
      budgets: await of(budgetRegister, () => true),
      norms: (await held(normRegister)).length,
      exchanges: (await held(exchangeRegister)).length,
      findings: (await held(findingRegister)).length,
      figures,
    });
  }

  /** The figures of a month as its report prints them for members; undefined where reports are made elsewhere. */
  async figures(board: string, month: string): Promise<readonly PrintedFigure[] | undefined> {
    try {
      return await this.queries.execute(new PrintedFigures(board, month));
    } catch (error) {
      if (error instanceof QueryHandlerNotFoundException) return undefined;
      throw error;
    }
  }

  /** The day it is where the board is. */
  today({ country }: Pick<RegisterBoard, 'country'>): string {
    return localDate(this.platform.clock.now(), zoneOf(country));
  }

  /** The month it is there. */
  thisMonth(country: string): string {
    return this.today({ country }).slice(0, 7);
  }

  /** The last month that has ended there. */
  lastMonth(country: string): string {
    return this.counting.through(country).slice(0, 7);
  }
}
