import { Controller, Get, Headers, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, AsSent, CurrentActor, problemOf, Reads, type Sent, verdict } from '#service';
import { countryNow } from '../../country.js';
import { filledIn, Pages, seeOther } from '../../pages/pages.js';
import type { Errors, Filled } from '../../pages/parts.js';
import { Lists } from '../../people/access/lists.js';
import { zoneOf } from '../../protocol/index.js';
import { CodePipe } from '../../requests.js';
import { aboutHelp } from '../http/about.js';
import { AssemblyDesk } from '../http/assembly-desk.js';
import { HandOn } from '../http/community-hand-on.js';
import { HelpDesk } from '../http/community-help-desk.js';
import { monthOf } from '../http/council.controller.js';
import { CouncilDesk } from '../http/council-desk.js';
import { assemblies } from '../views/assemblies.js';
import { communityHelps } from '../views/community-helps.js';
import { councils } from '../views/councils.js';
import { networks } from '../views/networks.js';
import { AssembliesPage } from './assembly.js';
import { HelpPage } from './community-help.js';
import { asHelp, HelpForm, helpErrors, refusedQuestion } from './community-help.form.js';
import { type FormLanguage, formLanguages } from './community-words.js';
import { CouncilsPage, NetworkPage } from './council.js';

const shownAssemblies = 30;

const languageOf = (asked: string | undefined): FormLanguage =>
  formLanguages.map(([code]) => code).find((code) => code === asked) ?? 'es';

/** The pages of communities: councils and networks, the volunteers’ form, acts of assemblies. */
@ApiExcludeController()
@Controller('comunidades')
@Reads(councils, networks, communityHelps, assemblies)
export class CommunityPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(HandOn) private readonly handOn: HandOn,
    @Inject(CouncilDesk) private readonly desk: CouncilDesk,
    @Inject(HelpDesk) private readonly helps: HelpDesk,
    @Inject(AssemblyDesk) private readonly meetings: AssemblyDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async councils(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const [all, federations] = await Promise.all([this.desk.councils(), this.desk.networks()]);
    const name = await this.pages.names(
      all.flatMap(({ recognised, communities }) => [
        ...communities,
        ...(recognised === undefined ? [] : [recognised.by]),
      ]),
    );
    const props = {
      ...{ councils: all, networks: federations, name },
      ...{ today: this.desk.today(countryNow()), month: this.desk.lastMonth() },
    };
    await this.pages.send(reply, actor, 'programmes', <CouncilsPage {...props} />);
  }

  @Get('redes/:network/:month')
  async network(
    @Param('network', CodePipe) network: string,
    @Param('month') month: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const figures = await this.desk.figures(actor, network, monthOf(month));
    const name = await this.pages.names(Object.keys(figures.councils));
    const page = <NetworkPage month={month} figures={figures} name={name} />;
    await this.pages.send(reply, actor, 'programmes', page, 200, ['boards.css']);
  }

  @Get('asambleas')
  async assemblies(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const listed = await this.meetings.list({ limit: shownAssemblies });
    const name = await this.pages.names(listed.map(({ community }) => community));
    await this.pages.send(reply, actor, 'programmes', <AssembliesPage assemblies={listed} name={name} />);
  }

  @Get('ayuda')
  async form(
    @Query('idioma') asked: string | undefined,
    @Query('hecho') done: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { country, communities } = await this.desk.own(actor);
    const lang = languageOf(asked);
    const [only] = communities.length === 1 ? communities : [];
    const filled = {
      ...{ day: this.desk.today(country), language: lang.toUpperCase() },
      ...(only === undefined ? {} : { community: only }),
    };
    // Only a record of the actor's own council is found in its list.
    const recorded = done === undefined ? undefined : (await this.helps.list(actor, 50)).find(({ id }) => id === done);
    await this.lists.shown(actor, 'listHelps', recorded === undefined ? [] : aboutHelp(recorded));
    await this.#show(reply, actor, { lang, filled, errors: new Map(), ...(recorded && { done: recorded }) });
  }

  @Post('ayuda')
  async record(
    @Query('idioma') asked: string | undefined,
    @Headers('idempotency-key') key: string | undefined,
    @AsSent({ personal: true }) { actor, meta, body }: Sent,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lang = languageOf(asked);
    const { country } = await this.desk.own(actor);
    const said = verdict(HelpForm, body, 'text');
    const again = (errors: Errors) => {
      const shown = { lang, filled: filledIn(body), errors };
      return this.#show(reply, actor, { ...shown, ...(key === undefined ? {} : { key }) });
    };
    if ('errors' in said) return again(helpErrors(said.errors));
    const dto = asHelp(said.value, this.desk.today(country), zoneOf(country));
    try {
      const { effectiveAt } = dto;
      const known = effectiveAt === undefined ? meta : { ...meta, effectiveAt };
      const { id, position } = await this.helps.record(actor, known, dto, said.value);
      seeOther(reply, `/comunidades/ayuda?idioma=${lang}&hecho=${id}`, position);
    } catch (error) {
      const errors = refusedQuestion(problemOf(error).code);
      if (errors === undefined) throw error;
      await again(errors);
    }
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    shown: {
      readonly lang: FormLanguage;
      readonly filled: Filled;
      readonly errors: Errors;
      readonly done?: { readonly case?: string; readonly person: string };
      readonly key?: string;
    },
  ): Promise<void> {
    const { key = this.pages.newKey(), ...props } = shown;
    const council = await this.desk.own(actor);
    const receivers = await this.handOn.receivers(council.id, council.district);
    const name = await this.pages.names(council.communities);
    const page = <HelpPage {...{ council, receivers, name, commandKey: key, ...props }} />;
    await this.pages.send(reply, actor, 'refer', page, props.errors.size > 0 ? 422 : 200);
  }
}
