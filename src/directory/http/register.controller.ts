import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Answer, answer, CommandMeta, type Meta } from '#service';
import { CodePipe } from '../../requests.js';
import type { OrganizationCommand } from '../domain/organization.js';
import { HandleOrganization } from './commands.js';
import {
  changing,
  offering,
  OfferServiceDto,
  RegisterOrganizationDto,
  registering,
  ServiceStatusDto,
} from './register.dto.js';

/** Who enters institutions and their services into the directory: whoever coordinates. */
@ApiTags('Directory')
@Controller('api/directory/organizations')
export class RegisterController {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  /** Registered again with the same data, it changes nothing. */
  @Post()
  async register(
    @Body() dto: RegisterOrganizationDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const answered = await this.#send(reply, dto.id, meta, registering(dto));
    void reply.header('Location', `/api/directory/organizations/${dto.id}`);
    return { id: dto.id, ...answered };
  }

  /** A service is active from when it is offered. */
  @Post(':id/services')
  async offer(
    @Param('id', CodePipe) id: string,
    @Body() dto: OfferServiceDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    return { id: dto.id, ...(await this.#send(reply, id, meta, offering(dto))) };
  }

  @Post(':id/services/:service/status')
  @HttpCode(200)
  changeStatus(
    @Param('id', CodePipe) id: string,
    @Param('service', CodePipe) service: string,
    @Body() dto: ServiceStatusDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, changing(service, dto));
  }

  async #send(reply: FastifyReply, id: string, meta: Meta, command: OrganizationCommand): Promise<Answer> {
    return answer(reply, await this.commands.execute(new HandleOrganization({ ...meta, id, command })));
  }
}
