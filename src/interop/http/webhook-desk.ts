import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId } from '#decider';
import type { Handled } from '#event-log';
import type { ListRange } from '#projection';
import { type Actor, type Meta, Problem } from '#service';
import { PLATFORM, type Platform } from '../../platform.js';
import { soon } from '../../requests.js';
import { deadOf, isDead, type Standing, standingOf } from '../delivery/backlog.js';
import { Deliverer } from '../delivery/deliverer.js';
import { addressOf, HostRefused, type HostRules } from '../delivery/hosts.js';
import type { Outcome } from '../delivery/post.js';
import { newSecret, shownSecret } from '../delivery/signature.js';
import { refuseBadUrl, type WebhookCommand } from '../domain/webhook.js';
import { type WebhookCard, webhooks } from '../views/webhooks.js';
import { HandleWebhook } from './webhook-commands.js';

/** The injection token of where may be sent to. */
export const HOST_RULES = Symbol('host rules');

/** More subscriptions than an institution has systems. */
const most = 200;

/** A subscription, and how it fares. */
export interface Subscription {
  readonly card: WebhookCard;
  readonly standing: Standing;
}

/** A command that made a secret, which is shown only when it was made now. */
export type WithSecret = Handled & { readonly id: string; readonly secret?: string };

/** Where an institution says where its facts are sent, by the API and on pages alike. */
@Injectable()
export class WebhookDesk {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(Deliverer) private readonly deliverer: Deliverer,
    @Inject(HOST_RULES) private readonly hosts: HostRules,
  ) {}

  /**
   * Subscribes the actor's own institution.
   * @throws Problem 422 the host is not one that may be sent to; Refusal
   */
  async subscribe(
    actor: Actor,
    meta: Meta,
    { url, types }: { readonly url: string; readonly types?: readonly string[] },
  ): Promise<WithSecret> {
    const { institution } = actor;
    const webhook = deriveId(meta.commandId, 'webhook');
    refuseBadUrl(url);
    await this.#refuseBadHost(url);
    const wanted = types === undefined ? {} : { types };
    return this.#withSecret(webhook, meta, (secret) => ({
      ...{ do: 'subscribe', webhook, institution, url, ...wanted, secret },
    }));
  }

  /** @throws Problem 404 */
  async rotate(actor: Actor, id: string, meta: Meta): Promise<WithSecret> {
    await this.one(actor, id);
    return this.#withSecret(id, meta, (secret) => ({ do: 'rotate', secret }));
  }

  /** Pauses it, resumes it, or ends it. @throws Problem 404, Refusal */
  async take(
    actor: Actor,
    id: string,
    meta: Meta,
    command: Extract<WebhookCommand, { do: 'pause' | 'resume' | 'end' }>,
  ): Promise<Handled> {
    await this.one(actor, id);
    return this.#send(id, command, meta);
  }

  /** @throws Problem 404, 422 there is no such position */
  async replay(actor: Actor, id: string, meta: Meta, after: string): Promise<Handled> {
    await this.one(actor, id);
    const head = (await this.platform.log.head()) ?? '';
    if (shapeOf(after) !== shapeOf(head) || after > head) throw new Problem(422, 'webhook/bad-position');
    return this.#send(id, { do: 'replay', after }, meta);
  }

  /** @throws Problem 404, 409 that fact was not given up */
  async redeliver(actor: Actor, id: string, meta: Meta, fact: string): Promise<Handled> {
    await this.one(actor, id);
    if (!(await isDead(this.platform.checkpoints, id, fact))) throw new Problem(409, 'webhook/not-dead');
    return this.#send(id, { do: 'redeliver', fact }, meta);
  }

  /** Whether the receiver is there, and takes what is signed. @throws Problem 404, 409 it is over */
  async ping(actor: Actor, id: string, { commandId }: Meta): Promise<Outcome> {
    const { card } = await this.one(actor, id);
    if (card.status === 'ended') throw new Problem(409, 'webhook/ended');
    return this.deliverer.ping(card, deriveId(commandId, 'ping'));
  }

  /** Those of the actor's institution, the oldest first. */
  async all({ institution }: Actor): Promise<readonly Subscription[]> {
    const listed = await this.platform.views.list(webhooks, `of/${institution}`, { limit: most });
    return Promise.all(listed.map(({ document }) => this.#withStanding(document)));
  }

  /** @throws Problem 404 there is none, or it is another institution's */
  async one({ institution }: Actor, id: string): Promise<Subscription> {
    const card = await soon(this.platform, [webhooks], () => this.platform.views.get(webhooks, id));
    if (card?.institution !== institution) throw new Problem(404, 'webhook/unknown');
    return this.#withStanding(card);
  }

  /** What was given up, the oldest first. @throws Problem 404 */
  async deadLetters(actor: Actor, id: string, range: ListRange): ReturnType<typeof deadOf> {
    await this.one(actor, id);
    return deadOf(this.platform.checkpoints, id, range);
  }

  async #withStanding(card: WebhookCard): Promise<Subscription> {
    return { card, standing: await standingOf(this.platform.checkpoints, card.id) };
  }

  async #refuseBadHost(url: string): Promise<void> {
    try {
      await addressOf(new URL(url), this.hosts);
    } catch (error) {
      throw error instanceof HostRefused ? new Problem(422, `webhook/${error.reason}`) : error;
    }
  }

  async #withSecret(id: string, meta: Meta, command: (secret: string) => WebhookCommand): Promise<WithSecret> {
    const secret = newSecret();
    const handled = await this.#send(id, command(secret), meta);
    // Sent again, it made no other: the one that was recorded is not this.
    return { ...handled, id, ...(handled.repeated ? {} : { secret: shownSecret(secret) }) };
  }

  #send(id: string, command: WebhookCommand, meta: Meta): Promise<Handled> {
    return this.commands.execute(new HandleWebhook({ ...meta, id, command }));
  }
}

/** What positions of one log have in common, whatever they count. */
const shapeOf = (position: string): string => position.replace(/\d/g, '0');
