import { Module } from '@nestjs/common';
import { AlertsController } from './http/alert.controller.js';
import { AlertDesk } from './http/alert-desk.js';
import { AssembliesController } from './http/assembly.controller.js';
import { AssemblyDesk } from './http/assembly-desk.js';
import { HandOn } from './http/community-hand-on.js';
import { HelpsController } from './http/community-help.controller.js';
import { HelpDesk } from './http/community-help-desk.js';
import { CouncilsController, NetworksController } from './http/council.controller.js';
import { ProgrammeHandler } from './http/commands.js';
import { Counting } from './http/counting.js';
import { CouncilDesk } from './http/council-desk.js';
import { FileOfPersonAnswer, PersonOfFileAnswer } from './http/files.answers.js';
import { FundController } from './http/fund.controller.js';
import { FundDesk } from './http/fund-desk.js';
import { MasculinitiesController } from './http/masculinities.controller.js';
import { MasculinitiesDesk } from './http/masculinities-desk.js';
import { ReeducationController } from './http/reeducation.controller.js';
import { ReeducationDesk } from './http/reeducation-desk.js';
import { ReeducationFigures } from './http/reeducation-figures.js';
import { EvidenceController } from './http/evidence.controller.js';
import { EvidenceDesk } from './http/evidence-desk.js';
import { OversightController } from './http/oversight.controller.js';
import { OversightDesk } from './http/oversight-desk.js';
import { EvidencePages } from './pages/evidence.controller.js';
import { OversightPages } from './pages/oversight.controller.js';
import { RegisterPages } from './pages/register.controller.js';
import { RegisterOffers } from './pages/register-offers.js';
import { RegisterDesk } from './http/register-desk.js';
import { registerControllers } from './http/register.controllers.js';
import { ValidTrainingAnswer } from './http/training.answers.js';
import { AlertPages } from './pages/alert.controller.js';
import { CommunityPages } from './pages/community.controller.js';
import { FundPages } from './pages/fund-pages.controller.js';
import { MasculinitiesPages } from './pages/masculinities-pages.controller.js';
import { ProgrammesPages } from './pages/programmes.controller.js';
import { ReeducationPages } from './pages/reeducation-pages.controller.js';

/** What goes on around cases: communities, re-education, the support fund, activities and training, oversight. */
@Module({
  controllers: [
    ...[CouncilsController, NetworksController, HelpsController, AlertsController, AssembliesController],
    ...[CommunityPages, AlertPages],
    ...[ReeducationController, MasculinitiesController, FundController],
    ...[ProgrammesPages, ReeducationPages, MasculinitiesPages, FundPages],
    ...registerControllers,
    ...[EvidenceController, OversightController, RegisterPages, EvidencePages, OversightPages],
  ],
  providers: [
    Counting,
    ...[CouncilDesk, HandOn, HelpDesk, AlertDesk, AssemblyDesk],
    ...[ReeducationDesk, ReeducationFigures, MasculinitiesDesk, FundDesk],
    ...[ProgrammeHandler, RegisterDesk, ValidTrainingAnswer, EvidenceDesk, OversightDesk, RegisterOffers],
    ...[FileOfPersonAnswer, PersonOfFileAnswer],
  ],
})
export class ProgrammesModule {}
