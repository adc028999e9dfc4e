import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, catalogueOf, CurrentActor, Problem } from '#service';
import { Pages } from '../../pages/pages.js';
import { Button, Send } from '../../pages/parts.js';
import { speaker } from '../../pages/words.js';
import { PEOPLE, type People } from '../people.js';

const say = speaker(
  catalogueOf({
    title: 'Ya confirmó que es usted',
    lead: 'Lo que escribió se conserva, pero todavía no se envió. Para terminar, continúe.',
    send: 'Continuar',
    back: 'No enviar',
  }),
);

/** After a sign-in that was asked for in the middle of something: what somebody had written, to be sent by their hand. */
@ApiExcludeController()
@Controller('entrar/seguir')
export class ConfirmedPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  @Get(':ticket')
  async goOn(
    @Param('ticket') ticket: string,
    @Req() request: FastifyRequest,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const kept = this.people.signingIn?.kept(request, ticket);
    if (kept === undefined) throw new Problem(404, 'not-found');
    const form = (
      <>
        <h1>{say('title')}</h1>
        <p class="lead">{say('lead')}</p>
        <Send action={kept.url} commandKey={kept.key ?? this.pages.newKey()}>
          {kept.fields.map(([name, value], index) => (
            <input key={index} type="hidden" name={name} value={value} />
          ))}
          <p class="buttons">
            <Button>{say('send')}</Button>
            <a href="/">{say('back')}</a>
          </p>
        </Send>
      </>
    );
    await this.pages.send(reply, actor, undefined, form);
  }
}
