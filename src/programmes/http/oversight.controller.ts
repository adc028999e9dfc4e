import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Reads } from '#service';
import { CodePipe } from '../../requests.js';
import { followedAgreements } from '../views/oversight-agreements.js';
import { budgetRegister, findingRegister } from '../views/register-views.js';
import { OversightDesk } from './oversight-desk.js';
import { RegisterDesk } from './register-desk.js';

/** Agreements with their findings, their money and their figure. */
@ApiTags('Registers')
@Controller('api/boards/:board/oversight')
@Reads(followedAgreements, findingRegister.view, budgetRegister.view)
export class OversightController {
  constructor(
    @Inject(RegisterDesk) private readonly desk: RegisterDesk,
    @Inject(OversightDesk) private readonly oversight: OversightDesk,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getBoardOversight', summary: 'Acuerdos con sus hallazgos, su dinero y su indicador' })
  async show(
    @Param('board', CodePipe) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<Awaited<ReturnType<OversightDesk['of']>>> {
    return this.oversight.of(await this.desk.readable(actor, id));
  }
}
