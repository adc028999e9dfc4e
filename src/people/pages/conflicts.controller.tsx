import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { Pages, seeOther } from '../../pages/pages.js';
import { CodePipe } from '../../requests.js';
import { ConflictDesk } from '../http/conflict-desk.js';
import { ConflictDto } from '../http/staff.dto.js';
import { conflicts } from '../views/conflicts.js';
import { checked } from './checked.js';
import { Conflicts, FindConflicts } from './conflicts.js';

class FindConflictsQuery {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  caso?: string;
}

/** Who must not see a case, on pages: for whoever answers for it, and for whoever looks after personal data. */
@ApiExcludeController()
@Controller()
@Reads(conflicts)
export class ConflictPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ConflictDesk) private readonly desk: ConflictDesk,
  ) {}

  @Get('casos/:id/conflictos')
  async show(
    @Param('id', UuidPipe) id: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const declared = await this.desk.of(actor, id);
    const mayDeclare = actor.role !== 'data-officer';
    const back = mayDeclare ? `/casos/${id}` : '/derechos/conflictos';
    const page = <Conflicts {...{ id, declared, back, mayDeclare }} newKey={() => this.pages.newKey()} />;
    await this.pages.send(reply, actor, mayDeclare ? 'cases' : undefined, page);
  }

  @Post('casos/:id/conflictos')
  async declare(
    @Param('id', UuidPipe) id: string,
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.declare(actor, id, meta, checked(ConflictDto, request.body));
    seeOther(reply, `/casos/${id}/conflictos`, position);
  }

  @Post('casos/:id/conflictos/:code')
  async lift(
    @Param('id', UuidPipe) id: string,
    @Param('code', CodePipe) staff: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.lift(actor, id, meta, staff);
    seeOther(reply, `/casos/${id}/conflictos`, position);
  }

  @Get('derechos/conflictos')
  async find(
    @Query() { caso }: FindConflictsQuery,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = caso ? await this.desk.byCode(actor, caso) : undefined;
    if (id !== undefined) return seeOther(reply, `/casos/${id}/conflictos`);
    const sought = caso || undefined;
    await this.pages.send(reply, actor, undefined, <FindConflicts sought={sought} />, sought === undefined ? 200 : 404);
  }
}
