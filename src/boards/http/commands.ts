import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type BoardCommand, boardDecider } from '../domain/board.js';

export class HandleBoard extends Command<Handled> {
  constructor(readonly request: Request<BoardCommand>) {
    super();
  }
}

@CommandHandler(HandleBoard)
export class BoardHandler implements ICommandHandler<HandleBoard> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleBoard): Promise<Handled> {
    return handle(this.platform, boardDecider, request);
  }
}
