import { Module } from '@nestjs/common';
import {
  DestinationsAnswer,
  InstitutionNamesAnswer,
  KnownOrganizationAnswer,
  OffersAnswer,
  OrganizationsOfKindAnswer,
} from './http/answers.js';
import { CodesController } from './http/codes.controller.js';
import { OrganizationHandler } from './http/commands.js';
import { DirectoryController } from './http/directory.controller.js';
import { EntryController } from './http/entry.controller.js';
import { HsdsController } from './http/hsds.controller.js';
import { DirectoryImportsController } from './http/imports.controller.js';
import { OrganizationRecordsAnswer } from './http/records.js';
import { RegisterController } from './http/register.controller.js';
import { DirectoryPages } from './pages/directory.pages.js';

/** Institutions and their services, and the code lists everything is written with. */
@Module({
  controllers: [
    DirectoryController,
    RegisterController,
    EntryController,
    HsdsController,
    DirectoryImportsController,
    CodesController,
    DirectoryPages,
  ],
  providers: [
    OrganizationHandler,
    DestinationsAnswer,
    InstitutionNamesAnswer,
    KnownOrganizationAnswer,
    OffersAnswer,
    OrganizationsOfKindAnswer,
    OrganizationRecordsAnswer,
  ],
})
export class DirectoryModule {}
