import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res, UseGuards } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { IsIn, IsString, Matches } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, type Answer, answer, CommandMeta, CurrentActor, etag, type Meta, Problem, Reads } from '#service';
import { CoordinatorsOnly } from '../../../people/coordinators-only.js';
import { CodePipe, MonthPipe } from '../../../requests.js';
import type { Profile } from '../../domain/profiles.js';
import { Editions } from '../../editions.js';
import { formats, mediaTypes } from '../../files.js';
import { type Cause, causes } from '../domain/edition-events.js';
import { type EditionCard, editions } from '../views/editions.js';
import { EditionDesk } from './edition-desk.js';
import { EditionReader } from './edition-reader.js';
import { EditionShown } from './edition-shown.js';

export class EditionApprovalDto {
  /** Number of the minutes, as a code: `012-2026`. */
  @IsString()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._:/-]{0,79}$/u)
  minutes: string;
}

export class EditionPublicationDto {
  /** For whom: the members of the board, or everybody. */
  @IsIn(['board', 'public'])
  profile: Profile['id'];
}

export class EditionRestatementDto {
  @IsIn([...causes])
  cause: Cause;
}

/** The life of a month's report: frozen, approved, published, restated. Read by everybody who works, led by whoever coordinates. */
@ApiTags('Report')
@Controller('api/boards/:board/editions')
@Reads(editions)
export class EditionsController {
  constructor(
    @Inject(EditionDesk) private readonly desk: EditionDesk,
    @Inject(EditionReader) private readonly reader: EditionReader,
    @Inject(Editions) private readonly editions: Editions,
    @Inject(EditionShown) private readonly shown: EditionShown,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listEditions',
    summary: 'Ediciones de los informes de una mesa, el último mes primero',
  })
  async list(
    @Param('board', CodePipe) board: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ readonly items: readonly EditionCard[] }> {
    return { items: await this.shown.to(actor, board, await this.reader.list(board)) };
  }

  @Get(':month')
  @ApiOperation({ operationId: 'getEdition', summary: 'El informe de un mes con todas sus versiones' })
  async one(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditionCard> {
    const found = await this.reader.find(board, month);
    const [card] = await this.shown.to(actor, board, found === undefined ? [] : [found]);
    if (card === undefined) throw new Problem(404, 'edition/unknown');
    etag(reply, card.revision);
    return card;
  }

  @Get(':month/:version/:profile/:file')
  @ApiOperation({ operationId: 'getIssuedFile', summary: 'Un archivo tal como se emitió, byte por byte' })
  async file(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @Param('version', CodePipe) version: string,
    @Param('profile', CodePipe) profile: string,
    @Param('file') file: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const format = formats.find((each) => file === `report.${each}`);
    if (format === undefined || !/^\d{1,4}$/u.test(version)) throw new Problem(404, 'not-found');
    // What is made for those bound by confidentiality is for members; the public edition is for everybody.
    if (profile !== 'public') await this.editions.readable(actor, board);
    const bytes = await this.reader.file(board, month, Number(version), profile, format);
    const name = `${board}-${month}-v${version}-${profile}.${format}`;
    await reply.type(mediaTypes[format]).header('Content-Disposition', `attachment; filename="${name}"`).send(bytes);
  }

  @Post(':month/freeze')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async freeze(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.freeze(board, month, meta));
  }

  @Post(':month/approval')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async approve(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @Body() { minutes }: EditionApprovalDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.approve(board, month, meta, minutes));
  }

  @Post(':month/publication')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async publish(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @Body() { profile }: EditionPublicationDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.publish(board, month, meta, profile));
  }

  @Post(':month/restatement')
  @HttpCode(200)
  @UseGuards(CoordinatorsOnly)
  async restate(
    @Param('board', CodePipe) board: string,
    @Param('month', MonthPipe) month: string,
    @Body() { cause }: EditionRestatementDto,
    @CommandMeta() meta: Meta,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.restate(board, month, meta, cause));
  }
}
