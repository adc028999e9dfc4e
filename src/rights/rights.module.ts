import { Module } from '@nestjs/common';
import { RequestHandler, SubjectHandler } from './http/commands.js';
import { RightsController } from './http/rights.controller.js';
import { RightsDesk } from './http/rights-desk.js';
import { RightsPages } from './pages/rights.controller.js';
import { ErasuresRunner } from './process/erasures-runner.js';

/** What persons ask about their data, what is held back, and what is erased for ever. */
@Module({
  controllers: [RightsController, RightsPages],
  providers: [SubjectHandler, RequestHandler, RightsDesk, ErasuresRunner],
})
export class RightsModule {}
