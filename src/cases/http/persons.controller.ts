import { Body, Controller, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Max, Min } from 'class-validator';
import type { FastifyReply } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  NestedList,
  Reads,
  UuidPipe,
} from '#service';
import { aboutCase, aboutPerson, Lists } from '../../people/access/lists.js';
import { IsCode } from '../../requests.js';
import { type CaseCard, caseCards } from '../views/case-card.js';
import { personLinks } from '../views/person-links.js';
import { Happened, IdentityDto } from './case.dto.js';
import { type Masked, PersonsDesk, type Similar } from './persons-desk.js';

/** Who is looked for: what is known. It is not kept. */
export class SoughtDto extends IdentityDto {
  /** Completed years, where the year of birth is not known. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  age?: number;
}

/** Somebody of this institution who may be the one. */
export class SimilarPersonView implements Masked {
  /** What they have in common. */
  @IsIn(['document', 'phone', 'name'])
  strength: 'document' | 'phone' | 'name';

  @IsString()
  initials: string;

  /** Five years her birth lies in. */
  @IsOptional()
  @IsString()
  bornIn?: string;

  @IsString()
  ageBand: string;

  /** Her id, and a case of hers. */
  @IsString()
  person: string;

  @IsString()
  case: string;
}

/** Who may be the one. */
export class SimilarPersonsView implements Similar {
  @NestedList(() => SimilarPersonView, 6)
  own: readonly SimilarPersonView[];

  /**
   * Another institution knows somebody who is as good as certainly the one. It was told which institution asks, and gets
   * in touch; whoever coordinates may be asked as well.
   */
  @IsBoolean()
  elsewhere: boolean;
}

export class PersonCaseView {
  @IsString()
  id: string;

  @IsString()
  code: string;

  @IsString()
  condition: string;

  @IsString()
  openedAt: string;

  @IsIn(['open', 'closed'])
  status: string;
}

export class OtherRecordView {
  @IsString()
  person: string;

  /** As far as they are this institution's. */
  @NestedList(() => PersonCaseView, 50)
  cases: readonly PersonCaseView[];
}

export class PersonView {
  @IsString()
  id: string;

  @NestedList(() => PersonCaseView, 50)
  cases: readonly PersonCaseView[];

  /** Other records of the same person. */
  @NestedList(() => OtherRecordView, 50)
  linked: readonly OtherRecordView[];

  /** Records that look alike; nobody has said yet whether they are of one person. */
  @NestedList(() => OtherRecordView, 50)
  flagged: readonly OtherRecordView[];
}

export class OtherPersonDto extends Happened {
  /** The other record: a person of this institution. */
  @IsUUID()
  other: string;
}

export class PersonLinkDto extends OtherPersonDto {
  @IsCode('linkReasons')
  reason: string;
}

/** Persons: looked for before a new one is made, linked, unlinked. */
@Controller('api/persons')
@Reads(caseCards, personLinks)
export class PersonsController {
  constructor(
    @Inject(PersonsDesk) private readonly desk: PersonsDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** Who may be the one: masked, and of other institutions only that there is somebody. Every look is recorded. */
  @Post('similar')
  @HttpCode(200)
  @Answers(SimilarPersonsView)
  similar(@Body() sought: SoughtDto, @CurrentActor() actor: Actor): Promise<SimilarPersonsView> {
    return this.desk.similar(actor, sought);
  }

  @Get(':id')
  @Answers(PersonView)
  async one(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<PersonView> {
    const { cases, linked, flagged } = await this.desk.person(actor, id);
    const others = [...linked, ...flagged];
    const all = [...cases, ...others.flatMap((each) => each.cases)];
    await this.lists.shown(actor, 'listPerson', [...all.map(aboutCase), ...others.map(aboutPerson)]);
    const told = (each: { readonly person: string; readonly cases: readonly CaseCard[] }): OtherRecordView => ({
      person: each.person,
      cases: each.cases.map(shown),
    });
    return { id, cases: cases.map(shown), linked: linked.map(told), flagged: flagged.map(told) };
  }

  /** Two records are of one person. */
  @Post(':id/links')
  async link(
    @Param('id', UuidPipe) person: string,
    @Body() { other, reason }: PersonLinkDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.say(actor, meta, { do: 'link', person, other, reason }));
  }

  /** They are not, or it is not known: everything is as it was before they were linked. */
  @Post(':id/unlinks')
  async unlink(
    @Param('id', UuidPipe) person: string,
    @Body() { other }: OtherPersonDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.say(actor, meta, { do: 'unlink', person, other }));
  }

  /** They look alike and are two: they are not shown as alike again. */
  @Post(':id/dismissals')
  async dismiss(
    @Param('id', UuidPipe) person: string,
    @Body() { other }: OtherPersonDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.say(actor, meta, { do: 'dismiss', person, other }));
  }
}

const shown = ({ id, code, condition, openedAt, status }: CaseCard): PersonCaseView => ({
  ...{ id, code, condition, openedAt, status },
});
