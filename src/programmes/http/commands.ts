import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Handled, Request } from '#event-log';
import { PLATFORM, type Platform, send } from '../../platform.js';

/** A command of this capability: which decider takes it stands in its category. */
export class HandleProgramme<C = unknown> extends Command<Handled> {
  constructor(
    readonly category: string,
    readonly request: Request<C>,
  ) {
    super();
  }
}

@CommandHandler(HandleProgramme)
export class ProgrammeHandler implements ICommandHandler<HandleProgramme> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ category, request }: HandleProgramme): Promise<Handled> {
    return send(this.platform, category, request);
  }
}
