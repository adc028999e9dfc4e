import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, CommandMeta, CurrentActor, type Meta } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe, past } from '../../requests.js';
import type { OrganizationCommand } from '../domain/organization.js';
import { HandleOrganization } from './commands.js';
import {
  AliasDto,
  CapacityDto,
  DescriptionDto,
  EligibilityDto,
  HoursDto,
  located,
  LocationDto,
  NameDto,
  opened,
  PlacesDto,
  restricted,
  SuccessorDto,
} from './entry.dto.js';

/** Keeping an entry of the directory: everybody that of their own institution, the coordination all. */
@ApiTags('Directory')
@Controller('api/directory/organizations/:id')
export class EntryController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(PLATFORM) private readonly platform: Platform,
  ) {}

  /** A name from a day on. */
  @Post('names')
  @HttpCode(200)
  rename(
    @Param('id', CodePipe) id: string,
    @Body() dto: NameDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'rename', ...dto });
  }

  /** Another name people know it by. */
  @Post('aliases')
  @HttpCode(200)
  alias(
    @Param('id', CodePipe) id: string,
    @Body() dto: AliasDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'alias', ...dto });
  }

  @Post('description')
  @HttpCode(200)
  describe(
    @Param('id', CodePipe) id: string,
    @Body() dto: DescriptionDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'describe', ...dto });
  }

  /** Another organization takes its place from a day on. */
  @Post('successor')
  @HttpCode(200)
  supersede(
    @Param('id', CodePipe) id: string,
    @Body() dto: SuccessorDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'supersede', ...dto });
  }

  /** A location, new or said anew. */
  @Post('locations')
  @HttpCode(200)
  locate(
    @Param('id', CodePipe) id: string,
    @Body() dto: LocationDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, located(dto));
  }

  @Post('services/:service/locations')
  @HttpCode(200)
  place(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Body() dto: PlacesDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'place', service, locations: dto.locations });
  }

  @Post('services/:service/hours')
  @HttpCode(200)
  open(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Body() dto: HoursDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, opened(service, dto));
  }

  @Post('services/:service/eligibility')
  @HttpCode(200)
  restrict(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Body() dto: EligibilityDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, restricted(service, dto));
  }

  /** How much is free, now or at `Effective-At`. */
  @Post('services/:service/capacity')
  @HttpCode(200)
  count(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Body() dto: CapacityDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'update-capacity', service, ...dto });
  }

  /** What is written of the service holds. */
  @Post('services/:service/assurance')
  @HttpCode(200)
  assure(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @CurrentActor() actor: Actor,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'assure', service, by: actor.institution });
  }

  async #send(reply: FastifyReply, id: string, meta: Meta, command: OrganizationCommand): Promise<Answer> {
    return answer(
      reply,
      await this.commands.execute(new HandleOrganization({ ...past(this.platform, meta), id, command })),
    );
  }
}
