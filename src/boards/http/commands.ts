import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type AgreementCommand, agreementDecider } from '../domain/agreement.js';
import { type BoardCommand, boardDecider } from '../domain/board.js';
import { type PlanCommand, planDecider } from '../domain/plan.js';
import { type SessionCommand, sessionDecider } from '../domain/session.js';

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

export class HandleSession extends Command<Handled> {
  constructor(readonly request: Request<SessionCommand>) {
    super();
  }
}

@CommandHandler(HandleSession)
export class SessionHandler implements ICommandHandler<HandleSession> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleSession): Promise<Handled> {
    return handle(this.platform, sessionDecider, request);
  }
}

export class HandleAgreement extends Command<Handled> {
  constructor(readonly request: Request<AgreementCommand>) {
    super();
  }
}

@CommandHandler(HandleAgreement)
export class AgreementHandler implements ICommandHandler<HandleAgreement> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleAgreement): Promise<Handled> {
    return handle(this.platform, agreementDecider, request);
  }
}

export class HandlePlan extends Command<Handled> {
  constructor(readonly request: Request<PlanCommand>) {
    super();
  }
}

@CommandHandler(HandlePlan)
export class PlanHandler implements ICommandHandler<HandlePlan> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandlePlan): Promise<Handled> {
    return handle(this.platform, planDecider, request);
  }
}
