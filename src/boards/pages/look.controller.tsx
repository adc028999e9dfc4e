import { Controller, Get, Inject, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Reads } from '#service';
import { CodePipe } from '../../requests.js';
import { agreements } from '../views/agreements.js';
import { boards } from '../views/boards.js';
import { plans } from '../views/plans.js';
import { sessions } from '../views/sessions.js';
import { BoardScreens } from './screens.js';

/** The pages of a board: the session it is in, what it agreed, its plan. */
@ApiExcludeController()
@Controller('mesa/:board')
@Reads(boards, sessions, agreements, plans)
export class LookPages {
  constructor(@Inject(BoardScreens) private readonly screens: BoardScreens) {}

  @Get('sesion')
  async session(
    @Param('board', CodePipe) board: string,
    @Query('modo') mode: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.screens.session({ reply, actor, board, mode });
  }

  @Get('acuerdos')
  async agreements(
    @Param('board', CodePipe) board: string,
    @Query('modo') mode: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.screens.agreements({ reply, actor, board, mode });
  }

  @Get('plan')
  async plan(
    @Param('board', CodePipe) board: string,
    @Query('modo') mode: string | undefined,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.screens.plan({ reply, actor, board, mode });
  }
}
