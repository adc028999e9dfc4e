import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type WebhookCommand, webhookDecider } from '../domain/webhook.js';

export class HandleWebhook extends Command<Handled> {
  constructor(readonly request: Request<WebhookCommand>) {
    super();
  }
}

@CommandHandler(HandleWebhook)
export class WebhookHandler implements ICommandHandler<HandleWebhook> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleWebhook): Promise<Handled> {
    return handle(this.platform, webhookDecider, request);
  }
}
