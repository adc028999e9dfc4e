import { Body, Controller, Get, Inject, Post, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, invalid, type Meta, Problem, Reads } from '#service';
import { Pages, seeOther } from '../../pages/pages.js';
import type { Errors } from '../../pages/parts.js';
import { aboutItsCase, Lists } from '../../people/access/lists.js';
import { type MaskedPair, PairsDesk } from '../http/pairs-desk.js';
import { caseProblems } from '../http/problems.js';
import { caseCards } from '../views/case-card.js';
import { personLinks } from '../views/person-links.js';
import { Pairs, pairsPath } from './pairs.js';

/** Two cases, by the codes people read to each other. */
export class CodesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  uno?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  otro?: string;
}

/** What is said of two records, each named by a case. */
export class PairForm {
  @IsIn(['link', 'unlink', 'dismiss'])
  say: 'link' | 'unlink' | 'dismiss';

  @IsUUID()
  one: string;

  @IsUUID()
  other: string;

  /** Why they are one; nothing where it was not chosen. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  reason?: string;
}

/** Where whoever coordinates links the records two institutions have of one person, and unlinks them. */
@ApiExcludeController()
@Controller('casos/personas')
@Reads(caseCards, personLinks)
export class PairPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PairsDesk) private readonly desk: PairsDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async list(@Query() query: CodesQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { uno = '', otro = '' } = query;
    let [asked, errors]: [MaskedPair | undefined, Errors] = [undefined, new Map()];
    if (uno !== '' || otro !== '') {
      try {
        asked = await this.desk.ofCodes(actor, uno, otro);
      } catch (error) {
        errors = new Map([['uno', refused(error)]]);
      }
    }
    const [flagged, linked] = [await this.desk.listed(actor, 'flagged'), await this.desk.listed(actor, 'linked')];
    const shown = [...flagged, ...linked, ...(asked === undefined ? [] : [asked])];
    const records = shown.flatMap((pair) => pair.records);
    await this.lists.shown(actor, 'listPairs', records.map(aboutItsCase));
    const name = await this.pages.names(records.map(({ institution }) => institution));
    const props = { flagged, linked, filled: { uno, otro }, errors, name, newKey: () => this.pages.newKey() };
    const page = <Pairs {...props} {...(asked && { asked })} />;
    await this.pages.send(reply, actor, 'cases', page, errors.size > 0 ? 422 : 200);
  }

  @Post('respuesta')
  async take(
    @Body() { say, one, other, reason }: PairForm,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (say === 'link' && !reason) throw invalid([{ pointer: '/reason', code: 'required' }]);
    const { position } = await this.desk.say(
      actor,
      meta,
      say === 'link' ? { do: say, one, other, reason: reason ?? '' } : { do: say, one, other },
    );
    seeOther(reply, pairsPath, position);
  }
}

/** Why two codes make no pair, in words; anything else goes on. */
function refused(error: unknown): string {
  const problem = error instanceof Problem ? caseProblems.find(({ code }) => code === error.code) : undefined;
  if (problem === undefined) throw error;
  return problem.es.title;
}
