import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Problem, Reads, UuidPipe } from '#service';
import { Pages } from '../../pages/pages.js';
import { aboutReferral, type ListCode, Lists } from '../../people/access/lists.js';
import { type ListedReferral, ReferralBox, StuckReferrals } from '../../questions.js';
import { ReferralDesk } from '../http/referral-desk.js';
import { viewOf } from '../http/referral.views.js';
import { referralCards } from '../views/referral-card.js';
import { Joint, ReferralList, StuckList } from './list.js';
import { ReferralScreen } from './screen.js';

export class BoxQuery {
  @IsOptional()
  @IsIn(['recibidas', 'enviadas'])
  caja?: 'recibidas' | 'enviadas';
}

export class NoticeQuery {
  /** What just happened, told above the referral. */
  @IsOptional()
  @IsIn(['enviada', 'repetida'])
  aviso?: 'enviada' | 'repetida';
}

const most = 100;

/** Referrals: in lists, together with those of the same crisis, and one by one. */
@ApiExcludeController()
@Controller('derivaciones')
@Reads(referralCards)
export class ReferralPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(ReferralDesk) private readonly desk: ReferralDesk,
    @Inject(ReferralScreen) private readonly screen: ReferralScreen,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async list(
    @Query() { caja = 'recibidas' }: BoxQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const box = caja === 'recibidas' ? 'to' : 'from';
    const [referrals, stuck] = await Promise.all([
      this.queries.execute(new ReferralBox(actor, box, 'all', most)),
      this.queries.execute(new StuckReferrals(actor)),
    ]);
    const page = (
      <ReferralList {...{ box, referrals, stuck }} {...await this.#shown(actor, 'listReferrals', referrals)} />
    );
    await this.pages.send(reply, actor, undefined, page);
  }

  @Get('detenidas')
  async stuck(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const stuck = await this.desk.stuck(actor);
    const referrals = stuck.map(({ card, why }) => ({ ...viewOf(card), why }));
    const page = <StuckList {...{ referrals }} {...await this.#shown(actor, 'listStuck', referrals)} />;
    await this.pages.send(reply, actor, undefined, page);
  }

  @Get('conjunto/:id')
  async joint(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const cards = await this.desk.bundle(actor, id);
    if (cards.length === 0) throw new Problem(404, 'referral/unknown');
    const page = <Joint cards={cards} {...await this.#shown(actor, 'listBundle', cards)} />;
    await this.pages.send(reply, actor, undefined, page);
  }

  @Get(':id')
  one(
    @Param('id', UuidPipe) id: string,
    @Query() { aviso }: NoticeQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.screen.show(reply, actor, id, { notice: aviso });
  }

  /** What every list needs to say where referrals stand; that it is shown is on record by then. */
  async #shown(actor: Actor, list: ListCode, referrals: readonly Pick<ListedReferral, 'id' | 'from' | 'to'>[]) {
    const { institution } = actor;
    await this.lists.shown(actor, list, referrals.map(aboutReferral));
    const name = await this.pages.names([institution, ...referrals.flatMap(({ from, to }) => [from, to])]);
    return { name, reader: institution, now: this.pages.now() };
  }
}
