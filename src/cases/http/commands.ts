import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type CaseCommand, caseDecider } from '../domain/case.js';
import { type InquiryCommand, inquiryDecider } from '../domain/inquiry.js';
import { type PersonLinkCommand, personLinkDecider } from '../domain/person-link.js';

export class HandleCase extends Command<Handled> {
  constructor(readonly request: Request<CaseCommand>) {
    super();
  }
}

@CommandHandler(HandleCase)
export class CaseHandler implements ICommandHandler<HandleCase> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleCase): Promise<Handled> {
    return handle(this.platform, caseDecider, request);
  }
}

export class HandleLink extends Command<Handled> {
  constructor(readonly request: Request<PersonLinkCommand>) {
    super();
  }
}

@CommandHandler(HandleLink)
export class LinkHandler implements ICommandHandler<HandleLink> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleLink): Promise<Handled> {
    return handle(this.platform, personLinkDecider, request);
  }
}

export class HandleInquiry extends Command<Handled> {
  constructor(readonly request: Request<InquiryCommand>) {
    super();
  }
}

@CommandHandler(HandleInquiry)
export class InquiryHandler implements ICommandHandler<HandleInquiry> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleInquiry): Promise<Handled> {
    return handle(this.platform, inquiryDecider, request);
  }
}
