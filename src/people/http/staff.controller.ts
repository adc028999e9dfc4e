import { Body, Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, Answers, CommandMeta, CurrentActor, type Meta, Reads } from '#service';
import { CodePipe } from '../../requests.js';
import { staff, type StaffEntry } from '../views/staff.js';
import { StaffDesk } from './staff-desk.js';
import { EnrolDto, LoginDto, MeView, RoleDto, StaffView, SuspensionDto } from './staff.dto.js';

const shown = ({ code, institution, country, role, status }: StaffEntry): StaffView => ({
  ...{ code, institution, country, role: role ?? '', status },
});

/** Who works here, and as what. */
@Controller('api/staff')
@Reads(staff)
export class StaffController {
  constructor(@Inject(StaffDesk) private readonly desk: StaffDesk) {}

  @Post()
  async enrol(
    @Body() dto: EnrolDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    void reply.header('Location', `/api/staff/${dto.code}`);
    return answer(reply, await this.desk.enrol(actor, meta, dto));
  }

  @Get()
  @Answers(StaffView, { list: true })
  async list(): Promise<readonly StaffView[]> {
    return (await this.desk.all()).map(shown);
  }

  @Get(':code')
  @Answers(StaffView)
  async one(@Param('code', CodePipe) code: string): Promise<StaffView> {
    return shown(await this.desk.one(code));
  }

  @Post(':code/role')
  async role(
    @Param('code', CodePipe) code: string,
    @Body() { role }: RoleDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.giveRole(actor, code, meta, role));
  }

  @Post(':code/login')
  async login(
    @Param('code', CodePipe) code: string,
    @Body() dto: LoginDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.changeLogin(actor, code, meta, dto));
  }

  /** Counts at once: the next request of theirs is refused. */
  @Post(':code/suspension')
  async suspend(
    @Param('code', CodePipe) code: string,
    @Body() { reason }: SuspensionDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, code, meta, { do: 'suspend', reason }));
  }

  @Post(':code/reinstatement')
  async reinstate(
    @Param('code', CodePipe) code: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, code, meta, { do: 'reinstate' }));
  }

  @Post(':code/departure')
  async end(
    @Param('code', CodePipe) code: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, code, meta, { do: 'end' }));
  }
}

/** Who asks. */
@Controller('api/me')
export class MeController {
  @Get()
  @Answers(MeView)
  me(@CurrentActor() { code, institution, role }: Actor): MeView {
    return { code, institution, role };
  }
}
