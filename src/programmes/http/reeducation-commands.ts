import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type EnrolmentCommand, enrolmentDecider } from '../domain/enrolment.js';
import { type FundCommand, fundDecider } from '../domain/fund.js';
import { type MasculinitiesCommand, masculinitiesDecider } from '../domain/masculinities.js';

export class HandleEnrolment extends Command<Handled> {
  constructor(readonly request: Request<EnrolmentCommand>) {
    super();
  }
}

@CommandHandler(HandleEnrolment)
export class EnrolmentHandler implements ICommandHandler<HandleEnrolment> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleEnrolment): Promise<Handled> {
    return handle(this.platform, enrolmentDecider, request);
  }
}

export class HandleMasculinities extends Command<Handled> {
  constructor(readonly request: Request<MasculinitiesCommand>) {
    super();
  }
}

@CommandHandler(HandleMasculinities)
export class MasculinitiesHandler implements ICommandHandler<HandleMasculinities> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleMasculinities): Promise<Handled> {
    return handle(this.platform, masculinitiesDecider, request);
  }
}

export class HandleFund extends Command<Handled> {
  constructor(readonly request: Request<FundCommand>) {
    super();
  }
}

@CommandHandler(HandleFund)
export class FundHandler implements ICommandHandler<HandleFund> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleFund): Promise<Handled> {
    return handle(this.platform, fundDecider, request);
  }
}
