import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type OrganizationCommand, organizationDecider } from '../domain/organization.js';

export class HandleOrganization extends Command<Handled> {
  constructor(readonly request: Request<OrganizationCommand>) {
    super();
  }
}

@CommandHandler(HandleOrganization)
export class OrganizationHandler implements ICommandHandler<HandleOrganization> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleOrganization): Promise<Handled> {
    return handle(this.platform, organizationDecider, request);
  }
}
