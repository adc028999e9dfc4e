import { Module } from '@nestjs/common';
import { PagesModule } from '../../pages/pages.module.js';
import { Editions } from '../editions.js';
import { EditionHandler } from './http/commands.js';
import { EditionDesk } from './http/edition-desk.js';
import { EditionReader } from './http/edition-reader.js';
import { EditionShown } from './http/edition-shown.js';
import { EditionsController } from './http/editions.controller.js';
import { IssuedReportAnswer, PublishedFiguresAnswer, ToldToMembersAnswer } from './http/issued.answers.js';
import { EditionPages } from './pages/editions.controller.js';
import { VerifyPages } from './pages/verify.controller.js';
import {
  IssuedMadeAgainAnswer,
  IssuedVersionChangesAnswer,
  ReplayedMonthAnswer,
  ReplayedMonthChangesAnswer,
} from './replay/answers.js';
import { PastMonths } from './replay/months.js';

/** Reports that are issued: frozen, approved, published, restated, and verified by whoever is sent one. Needs the log. */
@Module({
  imports: [PagesModule],
  controllers: [EditionsController, EditionPages, VerifyPages],
  providers: [
    PastMonths,
    ReplayedMonthAnswer,
    ReplayedMonthChangesAnswer,
    IssuedMadeAgainAnswer,
    IssuedVersionChangesAnswer,
    IssuedReportAnswer,
    PublishedFiguresAnswer,
    ToldToMembersAnswer,
    EditionHandler,
    Editions,
    EditionDesk,
    EditionReader,
    EditionShown,
  ],
})
export class ReleaseModule {}
