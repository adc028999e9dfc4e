import { Body, Controller, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Answer, answer, CommandMeta, type Meta, Problem } from '#service';
import { KnownOrganization } from '../../questions.js';
import { CodePipe } from '../../requests.js';
import type { BoardCommand } from '../domain/board.js';
import { BoardReader } from './board-reader.js';
import { HandleBoard } from './commands.js';
import { DepartureDto, EstablishBoardDto, LinkDto, PopulationDto, SeatMemberDto } from './found.dto.js';

/** Who founds boards and says who sits there: whoever coordinates. */
@ApiTags('Boards')
@Controller('api/boards')
export class FoundController {
  constructor(
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(BoardReader) private readonly reader: BoardReader,
  ) {}

  /** Established again with the same data, it changes nothing. */
  @Post()
  async establish(
    @Body() { id, ...told }: EstablishBoardDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer & { readonly id: string }> {
    const answered = await this.#send(reply, id, meta, { do: 'establish', board: id, ...told });
    void reply.header('Location', `/api/boards/${id}`);
    return { id, ...answered };
  }

  /** Only what is in the directory has a seat. */
  @Post(':id/members')
  async seat(
    @Param('id', CodePipe) id: string,
    @Body() dto: SeatMemberDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    if ((await this.queries.execute(new KnownOrganization(dto.organization))) === undefined) {
      throw new Problem(422, 'board/unknown-organization');
    }
    return this.#send(reply, id, meta, { do: 'seat', ...dto });
  }

  /** Says which board it reports to, and which one's work it goes on with. */
  @Post(':id/links')
  async link(
    @Param('id', CodePipe) id: string,
    @Body() { parent, succeeds }: LinkDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    const above = parent === undefined ? undefined : await this.reader.board(parent);
    const before = succeeds === undefined ? undefined : await this.reader.board(succeeds);
    return this.#send(reply, id, meta, {
      do: 'link',
      ...(above === undefined ? {} : { parent: { board: above.id, level: above.level } }),
      ...(before === undefined ? {} : { succeeds: { board: before.id, kind: before.kind } }),
    });
  }

  /** It keeps its place in the list of those who sat there. */
  @Post(':id/members/:organization/departure')
  @HttpCode(200)
  unseat(
    @Param('id', CodePipe) id: string,
    @Param('organization', CodePipe) organization: string,
    @Body() { until }: DepartureDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'unseat', organization, until });
  }

  /** By how many inhabitants the report's rates are divided. */
  @Post(':id/populations')
  recordPopulation(
    @Param('id', CodePipe) id: string,
    @Body() dto: PopulationDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return this.#send(reply, id, meta, { do: 'record-population', ...dto });
  }

  async #send(reply: FastifyReply, id: string, meta: Meta, command: BoardCommand): Promise<Answer> {
    return answer(reply, await this.commands.execute(new HandleBoard({ ...meta, id, command })));
  }
}
