import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Actor,
  type Answer,
  answer,
  Answers,
  CommandMeta,
  CurrentActor,
  type Meta,
  pageOf,
  PageQuery,
  rangeOf,
  Reads,
  UuidPipe,
} from '#service';
import { Lists } from '../../people/access/lists.js';
import { webhooks } from '../views/webhooks.js';
import { type Subscription, WebhookDesk, type WithSecret } from './webhook-desk.js';
import { DeadLetterView, PingView, ReplayDto, SecretView, SubscribeDto, WebhookView } from './webhooks.dto.js';

/** Where an institution has its facts sent: said by whoever coordinates or administers there. */
@ApiTags('Webhooks')
@Controller('api/webhooks')
@Reads(webhooks)
export class WebhooksController {
  constructor(
    @Inject(WebhookDesk) private readonly desk: WebhookDesk,
    @Inject(Lists) private readonly lists: Lists,
  ) {}

  /** The secret is shown in this answer and never again. */
  @Post()
  @Answers(SecretView, { status: 201 })
  async subscribe(
    @Body() dto: SubscribeDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecretView> {
    const made = await this.desk.subscribe(actor, meta, dto);
    void reply.header('Location', `/api/webhooks/${made.id}`);
    return withSecret(reply, made);
  }

  @Get()
  @Answers(WebhookView, { list: true })
  async list(@CurrentActor() actor: Actor): Promise<readonly WebhookView[]> {
    return (await this.desk.all(actor)).map(shown);
  }

  @Get(':id')
  @Answers(WebhookView)
  async one(@Param('id', UuidPipe) id: string, @CurrentActor() actor: Actor): Promise<WebhookView> {
    return shown(await this.desk.one(actor, id));
  }

  /** Another secret; the one before it signs beside it for 24 hours. */
  @Post(':id/rotation')
  @Answers(SecretView, { status: 201 })
  async rotate(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SecretView> {
    return withSecret(reply, await this.desk.rotate(actor, id, meta));
  }

  /** Nothing is sent, and nothing lost, until it is resumed. */
  @Post(':id/pause')
  async pause(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'pause', reason: 'ASKED' }));
  }

  @Post(':id/resumption')
  async resume(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'resume' }));
  }

  @Post(':id/end')
  async end(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.take(actor, id, meta, { do: 'end' }));
  }

  /** Sends everything behind a position again. */
  @Post(':id/replay')
  async replay(
    @Param('id', UuidPipe) id: string,
    @Body() { after }: ReplayDto,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.replay(actor, id, meta, after));
  }

  /** What was given up after ten tries, the oldest first. */
  @Get(':id/dead-letters')
  @Answers(DeadLetterView, { list: true })
  async deadLetters(
    @Param('id', UuidPipe) id: string,
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<readonly DeadLetterView[]> {
    const found = await this.desk.deadLetters(actor, id, rangeOf(query));
    const shownLetters = pageOf(request, reply, query, found);
    await this.lists.shown(
      actor,
      'listUndelivered',
      shownLetters.map(({ delivery }) => delivery.stream),
    );
    return shownLetters.map(({ delivery: { id: fact, type, stream, position, tried, why } }) => ({
      ...{ fact, type, subject: stream, position, tried },
      ...(why === undefined ? {} : { why }),
    }));
  }

  @Post(':id/dead-letters/:fact/redelivery')
  async redeliver(
    @Param('id', UuidPipe) id: string,
    @Param('fact', UuidPipe) fact: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Answer> {
    return answer(reply, await this.desk.redeliver(actor, id, meta, fact));
  }

  /** Sends a ping, now and once, and says whether it was taken. */
  @Post(':id/test')
  @HttpCode(200)
  @Answers(PingView)
  async test(
    @Param('id', UuidPipe) id: string,
    @CommandMeta() meta: Meta,
    @CurrentActor() actor: Actor,
  ): Promise<PingView> {
    const outcome = await this.desk.ping(actor, id, meta);
    return outcome.taken ? { taken: true } : { taken: false, why: outcome.why };
  }
}

function withSecret(reply: FastifyReply, { id, secret, ...handled }: WithSecret): SecretView {
  return { ...answer(reply, handled), id, ...(secret === undefined ? {} : { secret }) };
}

/** Its secrets stay where they are. */
function shown({ card, standing }: Subscription): WebhookView {
  const { id, institution, url, types, status, pausedFor, subscribedAt } = card;
  const { tally, waiting, dead } = standing;
  const { taken, lastTaken, lastTry, lastWhy } = tally;
  return {
    ...{ id, institution, url, status, subscribedAt, taken, waiting, dead },
    ...(types && { types }),
    ...(pausedFor && { pausedFor }),
    ...(lastTaken && { lastTaken }),
    ...(lastTry && { lastTry }),
    ...(lastWhy && { lastWhy }),
  };
}
