import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { PagesModule } from '../../pages/pages.module.js';
import { Apart } from '../apart.js';
import { MonthPages } from '../pages/month.pages.js';
import { SeenPages } from '../pages/reads.pages.js';
import { Pseudonyms } from '../pseudonyms.js';
import { MonthsController } from './months.controller.js';
import { OversightController } from './oversight.controller.js';
import { ReadsDesk } from './reads-desk.js';
import { UnmaskingDesk, UnmaskingHandler } from './unmasking-desk.js';
import { WhatIfDesk } from './what-if-desk.js';

/** What of auditing needs the keys or the reports: who saw what, months as they were, rules as they might be. */
@Module({
  imports: [CqrsModule, PagesModule],
  controllers: [OversightController, MonthsController, MonthPages, SeenPages],
  providers: [Apart, Pseudonyms, ReadsDesk, UnmaskingDesk, UnmaskingHandler, WhatIfDesk],
})
export class OversightModule {}
