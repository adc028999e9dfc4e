import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Handled } from '#event-log';
import { type Actor, AsSent, CurrentActor, Reads, type Sent, UuidPipe } from '#service';
import { actOf, centsOf, checked } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { aboutReferral, Lists } from '../../people/access/lists.js';
import { ReferralBox } from '../../questions.js';
import { CodePipe } from '../../requests.js';
import { aboutRequest } from '../http/about.js';
import { SupportPaymentDto, SupportReasonDto } from '../http/fund.dto.js';
import { administers, FundDesk } from '../http/fund-desk.js';
import { works } from '../http/roles.js';
import { fundMonths } from '../views/fund-months.js';
import { fundRequests, funds } from '../views/funds.js';
import { FundPage, FundsPage } from './fund.js';
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

/** What each form about a request records, by the path it is sent to. */
const requestActs: Readonly<Record<string, (desk: FundDesk, form: RequestForm) => Promise<Handled>>> = {
  aprobacion: (desk, { actor, id, meta, request }) => desk.administer(actor, id, meta, { do: 'approve', request }),
  rechazo: (desk, { actor, id, meta, request, body }) => {
    const { reason } = checked(SupportReasonDto, body);
    return desk.administer(actor, id, meta, { do: 'reject', request, reason });
  },
  pago: (desk, { actor, id, meta, request, body }) => {
    const { voucher } = checked(SupportPaymentDto, body);
    return desk.administer(actor, id, meta, { do: 'pay', request, voucher });
  },
  anulacion: (desk, { actor, id, meta, request, body }) => {
    const { reason } = checked(SupportReasonDto, body);
    return desk.cancel(actor, id, meta, { do: 'cancel', request, reason });
  },
  devolucion: (desk, { actor, id, meta, request, body }) => {
    const { voucher, amount } = checked(ReimbursementForm, body);
    return desk.administer(actor, id, meta, { do: 'reimburse', request, voucher, cents: centsOf(amount) });
  },
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
    };
    await this.pages.send(reply, actor, 'programmes', <FundPage {...props} />, 200, styles);
  }

  @Post(':id/pedidos')
  async ask(
    @Param('id', CodePipe) id: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { amount, ...form } = checked(SupportForm, body);
    await this.#back(reply, id, this.desk.ask(actor, id, meta, { ...form, cents: centsOf(amount) }));
  }

  @Post(':id/pedidos/:request/:act')
  async follow(
    @Param('id', CodePipe) id: string,
    @Param('request', UuidPipe) request: string,
    @Param('act') act: string,
    @AsSent() { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const handled = actOf(requestActs, act)(this.desk, { actor, id, meta, request, body });
    await this.#back(reply, id, handled);
  }

  async #back(reply: FastifyReply, id: string, handled: Promise<Handled>): Promise<void> {
    seeOther(reply, `/programas/fondos/${id}`, (await handled).position);
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
