import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type GlassCommand, glassDecider } from '../domain/break-glass.js';
import { type ConflictCommand, conflictDecider } from '../domain/conflict.js';
import { type SealingCommand, sealingDecider } from '../domain/sealing.js';
import { type StaffCommand, staffDecider } from '../domain/staff.js';

export class HandleStaff extends Command<Handled> {
  constructor(readonly request: Request<StaffCommand>) {
    super();
  }
}

@CommandHandler(HandleStaff)
export class StaffHandler implements ICommandHandler<HandleStaff> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleStaff): Promise<Handled> {
    return handle(this.platform, staffDecider, request);
  }
}

export class HandleConflict extends Command<Handled> {
  constructor(readonly request: Request<ConflictCommand>) {
    super();
  }
}

@CommandHandler(HandleConflict)
export class ConflictHandler implements ICommandHandler<HandleConflict> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleConflict): Promise<Handled> {
    return handle(this.platform, conflictDecider, request);
  }
}

export class HandleGlass extends Command<Handled> {
  constructor(readonly request: Request<GlassCommand>) {
    super();
  }
}

@CommandHandler(HandleGlass)
export class GlassHandler implements ICommandHandler<HandleGlass> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleGlass): Promise<Handled> {
    return handle(this.platform, glassDecider, request);
  }
}

export class HandleSealing extends Command<Handled> {
  constructor(readonly request: Request<SealingCommand>) {
    super();
  }
}

@CommandHandler(HandleSealing)
export class SealingHandler implements ICommandHandler<HandleSealing> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleSealing): Promise<Handled> {
    return handle(this.platform, sealingDecider, request);
  }
}
