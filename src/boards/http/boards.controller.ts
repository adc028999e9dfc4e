import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { IsArray, IsIn, IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers, NestedList, pageOf, PageQuery, Problem, rangeOf, Reads } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { CodePipe } from '../../requests.js';
import { type BoardEntry, boards } from '../views/boards.js';

export class MemberView {
  @IsString()
  organization: string;

  @IsString()
  seat: string;

  @IsString()
  from: string;

  @IsOptional()
  @IsString()
  until?: string;

  /** The posts that represent it. */
  @IsOptional()
  @IsString()
  titular?: string;

  @IsOptional()
  @IsString()
  alternate?: string;
}

export class BoardView {
  @IsString()
  id: string;

  @IsString()
  name: string;

  @IsIn(['statutory', 'voluntary'])
  kind: BoardEntry['kind'];

  @IsIn(['district', 'provincial', 'regional', 'national'])
  level: BoardEntry['level'];

  @IsString()
  country: string;

  @IsString()
  place: string;

  /** Districts (ubigeo) it answers for. */
  @IsArray()
  @IsString({ each: true })
  territory: readonly string[];

  /** The board of a higher level it reports to. */
  @IsOptional()
  @IsString()
  parent?: string;

  @IsOptional()
  @IsString()
  succeeds?: string;

  @IsOptional()
  @IsString()
  succeededBy?: string;

  /** Those it has, and those it had. */
  @NestedList(() => MemberView, 500)
  members: readonly MemberView[];
}

@Controller('api/boards')
@Reads(boards)
export class BoardsController {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  /** Boards by name, in pages. */
  @Get()
  @Answers(BoardView, { list: true })
  async list(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly BoardEntry[]> {
    const listed = await this.platform.views.list(boards, 'all', rangeOf(query));
    return pageOf(request, reply, query, listed).map(({ document }) => document);
  }

  @Get(':id')
  @Answers(BoardView)
  async one(@Param('id', CodePipe) id: string): Promise<BoardEntry> {
    const board = await this.platform.views.get(boards, id);
    if (board === undefined) throw new Problem(404, 'not-found');
    return board;
  }
}
