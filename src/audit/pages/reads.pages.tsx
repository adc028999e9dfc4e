import { Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, CommandMeta, CurrentActor, type Meta, Reads, UuidPipe } from '#service';
import { aboutFields, type Again, ofForm, summaryOf, takeForm } from '../../pages/forms.js';
import { Pages, seeOther } from '../../pages/pages.js';
import { Button, ErrorSummary, Select, Send, Text } from '../../pages/parts.js';
import { outcomeWord, readWord } from '../../pages/read-words.js';
import { atHour, dayName, monthName, when } from '../../pages/time.js';
import { approvingRole } from '../domain/unmasking.js';
import { unmaskingReasons } from '../domain/unmasking-events.js';
import { UnmaskingDto } from '../oversight/oversight.controller.js';
import { auditProblems } from '../http/problems.js';
import { ReadsDesk, type ReadsFound } from '../oversight/reads-desk.js';
import { UnmaskingDesk } from '../oversight/unmasking-desk.js';
import { type UnmaskingCard, unmaskings } from '../views/unmaskings.js';
import { Listing, Past } from './past-parts.js';
import { say } from './past-words.js';

export class SeenPageQuery {
  @IsOptional()
  @IsString()
  @Matches(/^(?:[0-9a-f-]{36})?$/u)
  caso?: string;

  @IsOptional()
  @IsString()
  @Matches(/^(?:P(-[0-9A-F]{4}){3})?$/u)
  persona?: string;

  /** The first day they were recorded on. */
  @IsOptional()
  @IsString()
  @Matches(/^(?:\d{4}-\d\d-\d\d)?$/u)
  desde?: string;
}

/** Who saw what, under names that mean nobody; and how two persons learn who one of them is. */
@ApiExcludeController()
@Controller('auditoria')
export class SeenPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ReadsDesk) private readonly reads: ReadsDesk,
    @Inject(UnmaskingDesk) private readonly desk: UnmaskingDesk,
  ) {}

  @Get('lecturas')
  async seen(@Query() query: SeenPageQuery, @CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const { caso, persona, desde } = query;
    const found = await this.reads.find(actor, {
      ...(caso ? { case: caso } : {}),
      ...(persona ? { person: persona } : {}),
      ...(desde ? { from: atHour(desde, '00:00') } : {}),
    });
    const name = await this.pages.names(found.reads.map(({ institution }) => institution));
    const filled = { ...query };
    await this.pages.send(
      reply,
      actor,
      'audit',
      <Past page="lecturas" lead={say('readsLead')} found={<SeenList found={found} name={name} />}>
        <Text name="caso" label={say('case')} filled={filled} />
        <Text name="persona" label={say('person')} filled={filled} />
        <Text name="desde" type="date" label={say('day')} filled={filled} width="short" />
      </Past>,
    );
  }

  @Get('desenmascarar')
  @Reads(unmaskings)
  async requests(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    await this.#list(reply, actor);
  }

  @Post('desenmascarar')
  async ask(
    @Req() request: FastifyRequest,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const about = aboutFields(auditProblems, { 'unmasking/no-such-person': 'pseudonym' });
    const show = (again: Again, status: number) => this.#list(reply, actor, { again }, status);
    await takeForm(UnmaskingDto, request.body, { about, show }, async (dto) => {
      const { position } = await this.desk.ask(actor, meta, dto);
      seeOther(reply, '/auditoria/desenmascarar', position);
    });
  }

  @Post('desenmascarar/:id/aprobar')
  async approve(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.decide(actor, id, meta, 'approve');
    seeOther(reply, '/auditoria/desenmascarar', position);
  }

  @Post('desenmascarar/:id/rechazar')
  async refuse(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position } = await this.desk.decide(actor, id, meta, 'refuse');
    seeOther(reply, '/auditoria/desenmascarar', position);
  }

  @Post('desenmascarar/:id/ver')
  async show(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { person } = await this.desk.show(actor, id, meta);
    await this.#list(reply, actor, { revealed: person });
  }

  async #list(
    reply: FastifyReply,
    actor: Actor,
    more: Pick<RequestsProps, 'revealed' | 'again'> = {},
    status = 200,
  ): Promise<void> {
    const cards = await this.desk.listFor(actor);
    const newKey = (): string => this.pages.newKey();
    await this.pages.send(reply, actor, 'audit', <Requests {...{ actor, cards, newKey, ...more }} />, status);
  }
}

/** A stream is named by what it is of and by an id. */
const ofOne = /-[0-9a-f-]{36}$/u;

function SeenList({ found, name }: { readonly found: ReadsFound; readonly name: (code: string) => string }) {
  const { session, reads, found: n, persons } = found;
  return (
    <>
      <p>{say('session', { day: dayName(session), n })}</p>
      {persons.length > 0 && (
        <>
          <h2>{say('matrix')}</h2>
          <Listing
            heads={['who', 'office', 'times']}
            rows={persons.map(({ person, institution, months }) => [
              person,
              name(institution),
              Object.entries(months)
                .map(([month, times]) => `${monthName(month)}: ${times}`)
                .join(' · '),
            ])}
          />
          <h2>{say('links.lecturas')}</h2>
          <Listing
            heads={['when', 'who', 'role', 'purpose', 'what', 'outcome']}
            rows={reads.map(({ at, person, own, role, purpose, what, ...came }) => [
              when(at),
              own ? say('own') : person,
              readWord('role', role),
              readWord('purpose', purpose),
              what
                .split(', ')
                .map((each) => readWord('what', each.replace(ofOne, '')))
                .join(', '),
              outcomeWord(came),
            ])}
          />
        </>
      )}
    </>
  );
}

interface RequestsProps {
  readonly actor: Actor;
  readonly cards: readonly UnmaskingCard[];
  readonly newKey: () => string;
  readonly revealed?: string;
  readonly again?: Again;
}

function Requests({ actor, cards, newKey, revealed, again }: RequestsProps) {
  const base = '/auditoria/desenmascarar';
  return (
    <>
      <p>
        <a href="/auditoria">{say('back')}</a>
      </p>
      <h1>{say('links.desenmascarar')}</h1>
      <p>{say('unmaskLead')}</p>
      {revealed && <p role="status">{say('revealed', { person: revealed })}</p>}
      <ErrorSummary errors={summaryOf(ofForm(again).errors)} />
      {actor.role === 'auditor' && (
        <Send action={base} commandKey={newKey()}>
          <Text name="pseudonym" label={say('pseudonym')} {...ofForm(again)} />
          <Select
            name="reason"
            label={say('reason')}
            {...ofForm(again)}
            options={unmaskingReasons.map((value) => ({ value, label: say(`why.${value}`) }))}
          />
          <Button>{say('ask')}</Button>
        </Send>
      )}
      {cards.length > 0 && <h2>{say('requests')}</h2>}
      <ul class="plain">
        {cards.map(({ id, pseudonym, reason, status, until, askedBy }) => (
          <li key={id}>
            <p>
              <strong>{pseudonym}</strong> — {reason === '' ? '' : say(`why.${reason}`)} · {say(`status.${status}`)} ·{' '}
              {say('until')} {when(until)}
            </p>
            {status === 'approved' && askedBy === actor.code && (
              <Send action={`${base}/${id}/ver`} commandKey={newKey()}>
                <Button>{say('reveal')}</Button>
              </Send>
            )}
            {status === 'asked' && actor.role === approvingRole && (
              <>
                <Send action={`${base}/${id}/aprobar`} commandKey={newKey()}>
                  <Button>{say('approve')}</Button>
                </Send>
                <Send action={`${base}/${id}/rechazar`} commandKey={newKey()}>
                  <Button kind="quiet">{say('refuse')}</Button>
                </Send>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
