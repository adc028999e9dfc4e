import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Reads } from '#service';
import { Pages } from '../../pages/pages.js';
import { CodePipe } from '../../requests.js';
import { OversightDesk } from '../http/oversight-desk.js';
import { RegisterDesk } from '../http/register-desk.js';
import { followedAgreements } from '../views/oversight-agreements.js';
import { budgetRegister, findingRegister } from '../views/register-views.js';
import { OversightPage } from './oversight.js';
import { registerStyles } from './register-styles.js';
import { RegisterOffers } from './register-offers.js';

/** What a board agreed, found and paid for, on one page. */
@ApiExcludeController()
@Controller('mesa/:board/vigilancia')
@Reads(followedAgreements, findingRegister.view, budgetRegister.view)
export class OversightPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    @Inject(OversightDesk) private readonly oversight: OversightDesk,
    @Inject(RegisterOffers) private readonly offers: RegisterOffers,
  ) {}

  @Get()
  async show(
    @Param('board', CodePipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const board = await this.desk.readable(actor, id);
    const { month, ...overseen } = await this.oversight.of(board);
    const observed = [...overseen.loose, ...overseen.agreements.flatMap(({ findings }) => findings)];
    const codes = observed.map(({ values }) => String(values['observed']));
    const owners = overseen.agreements.map(({ agreement }) => agreement.owner);
    const around = await this.offers.around(board, [...codes, ...owners]);
    const page = <OversightPage {...around} overseen={overseen} month={month} />;
    await this.pages.send(reply, actor, 'board', page, 200, registerStyles);
  }
}
