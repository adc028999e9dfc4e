import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type Actor, CurrentActor, Reads } from '#service';
import { Pages } from '../../pages/pages.js';
import { Lists } from '../../people/access/lists.js';
import { WebhookDesk } from '../http/webhook-desk.js';
import { webhooks } from '../views/webhooks.js';
import { WebhooksPage } from './webhooks.js';

/** Of what was given up, as much as is shown. */
const lettersShown = 50;

/** The page of subscriptions: to see whether what is sent arrives. */
@ApiExcludeController()
@Controller('suscripciones')
@Reads(webhooks)
export class WebhookPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(WebhookDesk) private readonly desk: WebhookDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  @Get()
  async list(@CurrentActor() actor: Actor, @Res() reply: FastifyReply): Promise<void> {
    const found = await this.desk.all(actor);
    const subscriptions = await Promise.all(
      found.map(async (each) => {
        const dead = await this.desk.deadLetters(actor, each.card.id, { limit: lettersShown });
        return { ...each, letters: dead.map(({ delivery }) => delivery) };
      }),
    );
    const letters = subscriptions.flatMap((each) => each.letters);
    await this.lists.shown(
      actor,
      'listUndelivered',
      letters.map(({ stream }) => stream),
    );
    await this.pages.send(reply, actor, undefined, <WebhooksPage subscriptions={subscriptions} />);
  }
}
