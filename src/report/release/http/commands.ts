import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../../platform.js';
import { type EditionCommand, editionDecider } from '../domain/edition.js';

export class HandleEdition extends Command<Handled> {
  constructor(readonly request: Request<EditionCommand>) {
    super();
  }
}

@CommandHandler(HandleEdition)
export class EditionHandler implements ICommandHandler<HandleEdition> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleEdition): Promise<Handled> {
    return handle(this.platform, editionDecider, request);
  }
}
