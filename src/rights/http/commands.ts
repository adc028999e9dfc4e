import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { handle, type Handled, type Request } from '#event-log';
import { PLATFORM, type Platform } from '../../platform.js';
import { type RequestCommand, requestDecider } from '../domain/request.js';
import { type SubjectCommand, subjectDecider } from '../domain/subject.js';

export class HandleSubject extends Command<Handled> {
  constructor(readonly request: Request<SubjectCommand>) {
    super();
  }
}

@CommandHandler(HandleSubject)
export class SubjectHandler implements ICommandHandler<HandleSubject> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleSubject): Promise<Handled> {
    return handle(this.platform, subjectDecider, request);
  }
}

export class HandleRequest extends Command<Handled> {
  constructor(readonly request: Request<RequestCommand>) {
    super();
  }
}

@CommandHandler(HandleRequest)
export class RequestHandler implements ICommandHandler<HandleRequest> {
  constructor(@Inject(PLATFORM) private readonly platform: Platform) {}

  execute({ request }: HandleRequest): Promise<Handled> {
    return handle(this.platform, requestDecider, request);
  }
}
