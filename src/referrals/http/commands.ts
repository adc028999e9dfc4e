import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import type { ReferralCommand } from '../domain/commands.js';
import { referralDecider } from '../domain/referral.js';

export class HandleReferral extends Command<Handled> {
  constructor(readonly request: Request<ReferralCommand>) {
    super();
  }
}

@CommandHandler(HandleReferral)
export class ReferralHandler implements ICommandHandler<HandleReferral> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleReferral): Promise<Handled> {
    return handle(this.platform, referralDecider, request);
  }
}
