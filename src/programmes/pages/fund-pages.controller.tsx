import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Reads, type Sent, UuidPipe } from '#service';
import { aboutFields, actOf, type Again, centsOf, takeForm } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { aboutReferral, Lists } from '../../people/access/lists.js';
import { ReferralBox } from '../../questions.js';
import { CodePipe } from '../../requests.js';
import { aboutRequest } from '../http/about.js';
import { SupportPaymentDto, SupportReasonDto } from '../http/fund.dto.js';
import { administers, FundDesk } from '../http/fund-desk.js';
import { fundProblems } from '../http/fund-problems.js';
import { StepTakenDto } from '../http/participant.dto.js';
import { works } from '../http/roles.js';
import { fundMonths } from '../views/fund-months.js';
import { fundRequests, funds } from '../views/funds.js';
import { cancelled, FundPage, FundsPage } from './fund.js';
import { ReimbursementForm, SupportForm } from './reeducation-forms.js';
import './reeducation-styles.js';

const most = 100;
const styles = ['reeducation.css'];

/** A form about a request of a fund, as it was sent. */
interface RequestForm extends Pick<Sent, 'actor' | 'meta' | 'body'> {
  /** Of the fund. */
  readonly id: string;
  readonly request: string;
}

/** Where a form leads: to what was recorded, or back to itself. */
interface Ways {
  readonly show: (again: Again, status: number) => Promise<void>;
  readonly done: (handled: Handled) => void;
}

const wrongInFund = aboutFields(fundProblems, {
  ...{ 'fund/unknown-referral': 'referral', 'fund/unknown-line': 'line', 'fund/bad-number': 'amount' },
  ...{ 'fund/bad-code': 'voucher', 'fund/voucher-used': 'voucher' },
});

/** @param part tells the form from another about the same request: what the ids of its fields begin with */
const taking =
  <T extends object>(
    fields: new () => T,
    record: (desk: FundDesk, form: RequestForm, said: T) => Promise<Handled>,
    part: (request: string) => string = (request) => request,
  ) =>
  (desk: FundDesk, form: RequestForm, { show, done }: Ways): Promise<void> =>
    takeForm(fields, form.body, { within: part(form.request), about: wrongInFund, show }, async (said) =>
      done(await record(desk, form, said)),
    );

/** What each form about a request records, by the path it is sent to. */
const requestActs: Readonly<Record<string, ReturnType<typeof taking>>> = {
  aprobacion: taking(StepTakenDto, (desk, { actor, id, meta, request }) =>
    desk.administer(actor, id, meta, { do: 'approve', request }),
  ),
  rechazo: taking(SupportReasonDto, (desk, { actor, id, meta, request }, { reason }) =>
    desk.administer(actor, id, meta, { do: 'reject', request, reason }),
  ),
  pago: taking(SupportPaymentDto, (desk, { actor, id, meta, request }, { voucher }) =>
    desk.administer(actor, id, meta, { do: 'pay', request, voucher }),
  ),
  anulacion: taking(
    SupportReasonDto,
    (desk, { actor, id, meta, request }, { reason }) => desk.cancel(actor, id, meta, { do: 'cancel', request, reason }),
    cancelled,
  ),
  devolucion: taking(ReimbursementForm, (desk, { actor, id, meta, request }, { voucher, amount }) =>
    desk.administer(actor, id, meta, { do: 'reimburse', request, voucher, cents: centsOf(amount) }),
  ),
};

/** The pages of support funds: balances for everybody, requests for who asked and who pays. */
@ApiExcludeController()
@Controller('programas/fondos')
@Reads(funds, fundRequests, fundMonths)
export class FundPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(FundDesk) private readonly desk: FundDesk,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async look(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, actor, 'programmes', <FundsPage funds={await this.desk.all()} />, 200, styles);
  }

  @Get(':id')
  async one(
    @Param('id', CodePipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#show(reply, actor, id);
  }

  @Post(':id/pedidos')
  async ask(
    @Param('id', CodePipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { show, done } = this.#ways(reply, actor, id);
    await takeForm(SupportForm, body, { about: wrongInFund, show }, async ({ amount, ...form }) =>
      done(await this.desk.ask(actor, id, meta, { ...form, cents: centsOf(amount) })),
    );
  }

  @Post(':id/pedidos/:request/:act')
  async follow(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Param('act') act: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await actOf(requestActs, act)(this.desk, { actor, id, meta, request, body }, this.#ways(reply, actor, id));
  }

  #ways(reply: FastifyReply, actor: Actor, id: string): Ways {
    return {
      show: (again, status) => this.#show(reply, actor, id, again, status),
      done: ({ position }) => seeOther(reply, `/programas/fondos/${id}`, position),
    };
  }

  async #show(reply: FastifyReply, actor: Actor, id: string, again?: Again, status = 200): Promise<void> {
    const fund = await this.desk.fund(id);
    const isAtWork = works(actor);
    const requests = isAtWork ? await this.#requests(actor, id) : [];
    const referrals = isAtWork ? await this.#referrals(actor) : [];
    const lines = [...requests.map(aboutRequest), ...referrals.map(aboutReferral)];
    await this.lists.shown(actor, 'listSupport', lines);
    const codes = [fund.administrator, ...requests.map(({ of }) => of.institution)];
    const props = {
      ...{ administers: administers(fund, actor), name: await this.pages.names(codes) },
      fund: await this.desk.counted(actor, fund),
      execution: await this.desk.execution(actor, id),
      ...(isAtWork ? { requests } : {}),
      referrals,
      newKey: () => this.pages.newKey(),
      ...(again && { again }),
    };
    await this.pages.send(reply, actor, 'programmes', <FundPage {...props} />, status, styles);
  }

  async #requests(actor: Actor, id: string) {
    const range = { limit: most, descending: true };
    const listed = await this.desk.requests(actor, id, range);
    return listed.map(({ document }) => document);
  }

  /** Open referrals of the actor's institution, at either end. */
  async #referrals(actor: Actor) {
    const boxes = await Promise.all(
      (['to', 'from'] as const).map((box) => this.queries.execute(new ReferralBox(actor, box, 'open', most))),
    );
    return boxes.flat().map(({ id, code }) => ({ id, code }));
  }
}
