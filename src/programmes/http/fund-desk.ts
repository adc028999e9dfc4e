import { Inject, Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import { everyListed, type Listed, type ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { localDate } from '#terms';
import { countryNow, zoneNow } from '../../country.js';
import { Access } from '../../people/access/access.js';
import { seenPage } from '../../people/access/seen-page.js';
import { assertTwo } from '../../people/same-person.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { KnownOrganization } from '../../questions.js';
import { past, soon } from '../../requests.js';
import type { FundCommand } from '../domain/fund.js';
import { type CountedMonth, type FundExecution, executionOf } from '../domain/fund-execution.js';
import { fundMonths } from '../views/fund-months.js';
import { type FundCard, type FundRequestCard, fundRequests, funds } from '../views/funds.js';
import type { FundLineDto, OpenFundDto, SupportRequestDto } from './fund.dto.js';
import { HandleProgramme } from './commands.js';
import { type CountedFrom, Counting } from './counting.js';
import { works } from './roles.js';

/** What an administrator does with a request. */
type Administering = Extract<FundCommand, { readonly do: 'approve' | 'reject' | 'pay' | 'cancel' | 'reimburse' }>;
type WithId = Handled & { readonly id: string };

const mostFunds = 200;

/** A fund with the money of its lines as somebody is told of it; `through` for whoever does not administer it. */
export type CountedFund = FundCard & Pick<CountedFrom, 'through'>;

/** How the money of a fund went in a year; `through` for whoever does not administer it. */
export type ExecutionOfYear = FundExecution & Pick<CountedFrom, 'through'> & { readonly year: string };

/** Whether people of this institution approve and pay. */
export const administers = ({ administrator }: FundCard, actor: Actor): boolean =>
  works(actor) && actor.institution === administrator;

/** Where funds are opened and their requests granted, by the API and by the pages alike. */
@Injectable()
export class FundDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Access) private readonly access: Access,
    @Inject(Counting) private readonly counting: Counting,
  ) {}

  /** @throws Problem 409, 422 the administrator is not in the directory */
  async open(meta: Meta, { id, name, administrator }: OpenFundDto): Promise<Handled> {
    const organization = await this.queries.execute(new KnownOrganization(administrator));
    if (organization === undefined) throw new Problem(422, 'institution/unknown');
    return this.#send(id, { do: 'open', country: organization.country, name, administrator }, meta);
  }

  /** @throws Problem 404, 409, 422 */
  async addLine(id: string, meta: Meta, { line, name, source, donor, currency, cents }: FundLineDto): Promise<Handled> {
    const by = donor === undefined ? {} : { donor };
    await this.fund(id);
    return this.#send(id, { do: 'add-line', line, name, source, ...by, currency, cents }, meta);
  }

  /**
   * Asks for money for a referral the actor's institution takes part in.
   * @throws Problem 403, 404, 422 the referral is none of theirs to see, or the fund has no such line
   */
  async ask(actor: Actor, fund: string, meta: Meta, dto: SupportRequestDto): Promise<WithId> {
    if (!works(actor)) throw new Problem(403, 'forbidden');
    await this.fund(fund);
    const { referral, line, purpose, units, cents } = dto;
    const { institution } = actor;
    const { allowed, stands } = await this.access.decide(actor, { action: 'readReferral', referral });
    const takesPart = allowed && (stands?.relation === 'owner' || stands?.relation === 'party');
    if (!takesPart) throw new Problem(422, 'fund/unknown-referral');
    const id = deriveId(meta.commandId, 'support-request');
    const of = { request: id, referral, case: stands.case, line, purpose, institution };
    return { ...(await this.#send(fund, { do: 'request', ...of, units, cents }, meta)), id };
  }

  /** A step of the administrator's. @throws Problem 403, 404, 409, 422 */
  async administer(actor: Actor, fund: string, meta: Meta, command: Administering): Promise<Handled> {
    if (!administers(await this.fund(fund), actor)) throw new Problem(403, 'fund/not-the-administrator');
    const { by } = await this.request(actor, fund, command.request);
    if (command.do === 'approve' && by !== undefined) {
      await assertTwo(this.platform, by, actor.code, 'fund/own-request');
    }
    return this.#send(fund, command, meta);
  }

  /** Given up by who asked, or by the administrator. @throws Problem 403, 404, 409 */
  async cancel(actor: Actor, fund: string, meta: Meta, command: Extract<FundCommand, { do: 'cancel' }>) {
    await this.request(actor, fund, command.request);
    return this.#send(fund, command, meta);
  }

  /** @throws Problem 404 `fund/unknown` */
  async fund(id: string): Promise<FundCard> {
    const found = await soon(this.platform, [funds], () => this.platform.views.get(funds, id));
    if (found?.country !== countryNow()) throw new Problem(404, 'fund/unknown');
    return found;
  }

  /** The funds of the country, by name. */
  async all(): Promise<readonly FundCard[]> {
    const listed = await this.platform.views.list(funds, `country/${countryNow()}`, { limit: mostFunds });
    return listed.map(({ document }) => document);
  }

  /**
   * The requests somebody may see of a fund: all of them its administrator, their own whoever asks; nobody one for a case
   * they are concerned in.
   */
  async requests(actor: Actor, id: string, range: ListRange): Promise<readonly Listed<FundRequestCard>[]> {
    if (!works(actor)) throw new Problem(403, 'forbidden');
    const list = administers(await this.fund(id), actor) ? `fund/${id}` : `institution/${id}/${actor.institution}`;
    const concerns = await this.access.concernsOf(actor);
    return seenPage(
      range,
      (part) => this.platform.views.list(fundRequests, list, part),
      (cards) => Promise.resolve(cards.filter(({ of }) => !concerns.has(of.case))),
    );
  }

  /**
   * A request of the actor's institution, or of the fund it administers; for everybody else, and for whoever is concerned
   * in its case, there is none.
   * @throws Problem 403, 404
   */
  async request(actor: Actor, id: string, request: string): Promise<FundRequestCard> {
    if (!works(actor)) throw new Problem(403, 'forbidden');
    const fund = await this.fund(id);
    const look = () => this.platform.views.get(fundRequests, request);
    const found = await soon(this.platform, [fundRequests], look);
    const theirs = found?.of.institution === actor.institution || administers(fund, actor);
    if (found?.fund !== id || !theirs || (await this.access.concernsOf(actor)).has(found.of.case)) {
      throw new Problem(404, 'fund/unknown-request');
    }
    return found;
  }

  /**
   * A fund with what of its lines was promised and paid: until now for whoever administers it, until the last month that is
   * over for everybody else.
   */
  async counted(actor: Actor, fund: FundCard): Promise<CountedFund> {
    if (administers(fund, actor)) return fund;
    const { views, through } = await this.counting.outside();
    const before = await views.get(funds, fund.id);
    const lines = fund.lines.map((line) => {
      const { promised, paid } = before?.lines.find((each) => each.line === line.line) ?? { promised: 0, paid: 0 };
      return { ...line, promised, paid };
    });
    return { ...fund, lines, through };
  }

  /** How the money of a calendar year went, by default the last that is counted for this actor. @throws Problem 404 */
  async execution(actor: Actor, id: string, asked?: string): Promise<ExecutionOfYear> {
    const isKept = administers(await this.fund(id), actor);
    const { views, through } = isKept ? this.counting.live() : await this.counting.outside();
    const year = asked ?? (through ?? localDate(this.platform.clock.now(), zoneNow())).slice(0, 4);
    const months: CountedMonth[] = [];
    for await (const { sort, document } of everyListed(views, fundMonths, `fund/${id}`, { after: `${year}-00` })) {
      if (!sort.startsWith(year)) break;
      months.push(document);
    }
    return { year, ...executionOf(months), ...(through === undefined ? {} : { through }) };
  }

  #send(id: string, command: FundCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(new HandleProgramme('fund', { ...past(this.platform, meta), id, command }));
  }
}
