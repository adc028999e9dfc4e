import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Reads } from '#service';
import { Pages } from '../../pages/pages.js';
import { CouncilDesk } from '../http/council-desk.js';
import { ReeducationDesk } from '../http/reeducation-desk.js';
import { works } from '../http/roles.js';
import { councils } from '../views/councils.js';
import { ProgrammesPage, type Way } from './programmes.js';

/** The way to the programmes: to each institution those it takes part in. */
@ApiExcludeController()
@Controller('programas')
@Reads(councils)
export class ProgrammesPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CouncilDesk) private readonly councils: CouncilDesk,
    @Inject(ReeducationDesk) private readonly reeducation: ReeducationDesk,
  ) {}

  @Get()
  async look(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.pages.send(reply, actor, 'programmes', <ProgrammesPage ways={await this.#ways(actor)} />);
  }

  async #ways(actor: Actor): Promise<readonly Way[]> {
    const leads = actor.role === 'coordinator';
    const [isCouncil, isOfReeducation] = await Promise.all([this.#isCouncil(actor), this.#isOfReeducation(actor)]);
    const mayUse: Readonly<Record<Way, boolean>> = {
      reeducacion: leads || isOfReeducation,
      masculinidades: leads || works(actor),
      fondos: leads || works(actor),
      ayuda: isCouncil,
      comunidades: true,
      alertas: true,
    };
    return (Object.keys(mayUse) as Way[]).filter((way) => mayUse[way]);
  }

  async #isCouncil({ institution }: Actor): Promise<boolean> {
    return (await this.councils.councils()).some(({ id, endedOn }) => id === institution && endedOn === undefined);
  }

  /** A centre keeps files, a court is told of those it ordered. */
  async #isOfReeducation(actor: Actor): Promise<boolean> {
    if (await this.reeducation.isCentre(actor)) return true;
    return (await this.reeducation.courts()).some(({ id }) => id === actor.institution);
  }
}
