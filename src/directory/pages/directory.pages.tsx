import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Problem, problemOf, Reads, verdict } from '#service';
import { localDate } from '#terms';
import { countryNow } from '../../country.js';
import type { Errors } from '../../pages/parts.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { placesTyped } from '../../pages/places.js';
import { PLATFORM, type Platform } from '../../platform.js';
import { jurisdiction, plain } from '../../protocol/index.js';
import { CodePipe } from '../../requests.js';
import { otherNamesOn } from '../domain/entry.js';
import { type Judged, judgedFor } from '../domain/offering.js';
import type { OrganizationCommand } from '../domain/organization.js';
import { isSecret } from '../domain/places.js';
import { allOrganizations } from '../http/answers.js';
import { HandleOrganization } from '../http/commands.js';
import { mayKeep } from '../http/may-keep.js';
import { organizations } from '../views/organizations.js';
import { DirectoryList } from './list.js';
import { OrganizationPage } from './organization.js';
import { say } from './words.js';

export class DirectoryQuery {
  @IsOptional()
  @IsString()
  @MaxLength(60)
  buscar?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  servicio?: string;

  @IsOptional()
  @IsString()
  @MaxLength(60)
  distrito?: string;

  @IsOptional()
  @IsIn(['si'])
  abierto?: 'si';
}

export class SavedQuery {
  @IsOptional()
  @IsIn(['guardado'])
  aviso?: 'guardado';
}

export class CountForm {
  @IsInt()
  @Min(0)
  @Max(100_000)
  free: number;

  @IsInt()
  @Min(0)
  @Max(100_000)
  total: number;
}

/** Services on one page. */
const most = 100;
/** What is counted where nobody said. */
const usualUnit = 'PLACE';

/** The directory to look things up in, and to keep one's own entry. */
@ApiExcludeController()
@Controller('directorio')
@Reads(organizations)
export class DirectoryPages {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(CommandBus) private readonly commands: CommandBus,
  ) {}

  @Get()
  async list(@Query() query: DirectoryQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const now = this.pages.now();
    const { buscar, servicio, distrito, abierto } = query;
    const within = (distrito ?? '') === '' ? undefined : placesTyped(distrito ?? '');
    // Whatever district is asked for, shelters are shown: leaving them out of all but one would tell which.
    const there = (await allOrganizations(this.platform.views)).filter(
      ({ district, country, kind }) =>
        within === undefined ||
        (country === countryNow() && (within.some((code) => district.startsWith(code)) || isSecret(country, kind))),
    );
    const found = judgedFor({}, there, now).filter(
      (judged) =>
        !judged.bars.includes('INACTIVE') &&
        judged.service.kind === (servicio ?? judged.service.kind) &&
        (abierto === undefined || judged.opening.now === 'open') &&
        holds(judged, buscar ?? ''),
    );
    const shown = found.slice(0, most);
    const page = <DirectoryList wanted={query} shown={shown} count={found.length} now={now} today={this.#today()} />;
    await this.pages.send(reply, actor, undefined, page);
  }

  @Get(':id')
  show(
    @Param('id', CodePipe) id: string,
    @Query() { aviso }: SavedQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#show(reply, actor, id, { saved: aviso !== undefined });
  }

  @Post(':id/servicios/:service/cupos')
  async count(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const wrong = { service, errors: new Map([['free', say('keep.wrong')]]) };
    const said = verdict(CountForm, request.body, 'text');
    if ('errors' in said) return this.#show(reply, actor, id, { wrong });
    const entry = await this.platform.views.get(organizations, id);
    const unit = entry?.services.find((each) => each.id === service)?.capacity?.unit ?? usualUnit;
    try {
      await this.#save(reply, id, meta, { do: 'update-capacity', service, unit, ...said.value });
    } catch (error) {
      if (problemOf(error).code !== 'directory/bad-capacity') throw error;
      await this.#show(reply, actor, id, { wrong });
    }
  }

  @Post(':id/servicios/:service/confirmacion')
  assure(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    return this.#save(reply, id, meta, { do: 'assure', service, by: actor.institution });
  }

  async #save(reply: FastifyReply, id: string, meta: Meta, command: OrganizationCommand): Promise<void> {
    const { position } = await this.commands.execute(new HandleOrganization({ ...meta, id, command }));
    seeOther(reply, `/directorio/${id}?aviso=guardado`, position);
  }

  async #show(
    reply: FastifyReply,
    actor: Actor,
    id: string,
    said: { readonly saved?: boolean; readonly wrong?: { readonly service: string; readonly errors: Errors } },
  ): Promise<void> {
    const organization = await this.platform.views.get(organizations, id);
    if (organization === undefined) throw new Problem(404, 'not-found');
    const now = this.pages.now();
    const { about, successor } = organization;
    const name = await this.pages.names([about.parent ?? '', successor?.by ?? '']);
    const page = (
      <OrganizationPage
        organization={organization}
        services={judgedFor({}, [organization], now)}
        name={name}
        keeps={mayKeep(actor, id)}
        saved={said.saved ?? false}
        wrong={said.wrong}
        newKey={() => this.pages.newKey()}
        now={now}
        today={this.#today(organization.country)}
      />
    );
    await this.pages.send(reply, actor, undefined, page, said.wrong === undefined ? 200 : 422);
  }

  #today(country = countryNow()): string {
    return localDate(this.pages.now(), jurisdiction(country).zone);
  }
}

/** Whether some of its names has the words looked for, accents and case aside. */
function holds({ organization, service }: Judged, words: string): boolean {
  const names = [
    service.name,
    ...organization.names.map(({ name }) => name),
    ...otherNamesOn(organization, '9999-12-31'),
  ];
  return plain(names.join(' ')).includes(plain(words));
}
