import type { DynamicModule, Type } from '@nestjs/common';
import { type Projection, RunnerStatus } from '#projection';
import { caughtUpIndicator, type Indicator, type Notices, type ProblemText, projectionsIndicator } from '#service';
import { AuditModule } from './audit/audit.module.js';
import { auditProblems } from './audit/http/problems.js';
import { ledgerIndicator } from './audit/ledger/indicator.js';
import { OversightModule } from './audit/oversight/oversight.module.js';
import { BoardsModule } from './boards/boards.module.js';
import { boardProblems } from './boards/http/problems.js';
import { eventProjections, factProjections } from './capabilities.js';
import { CasesModule } from './cases/cases.module.js';
import { caseProblems } from './cases/http/problems.js';
import { DirectoryModule } from './directory/directory.module.js';
import { allOrganizations } from './directory/http/answers.js';
import { directoryProblems } from './directory/http/problems.js';
import { ExportsModule } from './exports/exports.module.js';
import { importProblems } from './imports/http/problems.js';
import { ImportsModule } from './imports/imports.module.js';
import { interopProblems } from './interop/http/problems.js';
import { InteropModule } from './interop/interop.module.js';
import type { Looking } from './observe/looking.js';
import { Observe } from './observe/observe.js';
import { PagesModule } from './pages/pages.module.js';
import { peopleProblems } from './people/http/problems.js';
import { demoPeople, type People } from './people/people.js';
import { StaffModule } from './people/staff.module.js';
import type { Platform } from './platform.js';
import { ProcessModule } from './process.module.js';
import { programmeProblems } from './programmes/http/problems.js';
import { ProgrammesModule } from './programmes/programmes.module.js';
import { referralProblems } from './referrals/http/problems.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { reportProblems } from './report/problems.js';
import { editionProblems } from './report/release/http/problems.js';
import { ReleaseModule } from './report/release/release.module.js';
import { reportProjections } from './report/report.js';
import { ReportModule } from './report/report.module.js';
import { rightsProblems } from './rights/http/problems.js';
import { RightsModule } from './rights/rights.module.js';
import { type Runners, runners, type RunnersStatus } from './runners.js';

/** What may be served beside commands in the same process, or in one of its own. */
export type Side = 'report' | 'audit';

/** What a server brings beside the capabilities. */
export interface AppExtra {
  /** Where notices go; closed with the application. */
  readonly notices: Notices;
  /** Further modules, such as those of a test. */
  readonly modules?: readonly (Type | DynamicModule)[];
  /** Default: both. */
  readonly beside?: readonly Side[];
  /** What else runs here, and what health asks about it. */
  readonly runners?: Runners;
  readonly indicators?: readonly Indicator[];
  readonly closers?: Readonly<Record<string, () => Promise<void>>>;
  /** How people are known. Default: by the codes of a demonstration. */
  readonly people?: (platform: Platform) => People;
  /** What looks on. Default: nothing. */
  readonly looking?: Looking;
}

/** The capabilities that take commands, with their pages. */
const commanding: readonly Type[] = [
  PagesModule,
  DirectoryModule,
  CasesModule,
  ReferralsModule,
  BoardsModule,
  ProgrammesModule,
  InteropModule,
  RightsModule,
  ImportsModule,
  ExportsModule,
  ReleaseModule,
  StaffModule,
  OversightModule,
];

const besides: Readonly<Record<Side, Type>> = { report: ReportModule, audit: AuditModule };

const problems: readonly ProblemText[] = [
  ...caseProblems,
  ...referralProblems,
  ...directoryProblems,
  ...boardProblems,
  ...rightsProblems,
  ...reportProblems,
  ...editionProblems,
  ...auditProblems,
  ...importProblems,
  ...interopProblems,
  ...programmeProblems,
  ...peopleProblems,
];

/** What is folded from facts for those who work, and not for reports. */
const workingFacts = factProjections.filter(({ name }) => !reportProjections.some((report) => report.name === name));

/** Failed attempts after which a policy counts as held up. */
const heldAfter = 5;

/** The process that takes commands, on whatever a mode gave it to run on. */
export class AppModule {
  /** The platform is the application's from here on: it is closed when the application stops. */
  static on(given: Platform, extra: AppExtra): DynamicModule {
    const { notices, beside = ['report', 'audit'] } = extra;
    const observe = new Observe(extra.looking);
    const platform = observe.platform(given);
    const status: RunnersStatus = { events: new RunnerStatus(), facts: new RunnerStatus(), policies: new Map() };
    const ofFacts = beside.includes('report') ? factProjections : workingFacts;
    observe.commands(platform, status, ofFacts);
    return ProcessModule.of({
      platform,
      people: extra.people?.(platform) ?? demoPeople(() => allOrganizations(platform.views)),
      modules: [...commanding, ...beside.map((side) => besides[side]), ...(extra.modules ?? []), ...observe.modules],
      runners: { ...runners(platform, (notice) => notices.send(notice), status, ofFacts), ...extra.runners },
      indicators: [...indicators(platform, status, ofFacts), ...(extra.indicators ?? [])],
      problems,
      closers: {
        ...observe.closers,
        platform: () => platform.close(),
        notices: () => notices.close(),
        ...extra.closers,
      },
    });
  }
}

/** What `/health/ready` asks: the log answers, views have caught up and none stands still, no policy is held up. */
function indicators(
  { log, facts: told, views, ledger }: Platform,
  { events, facts, policies }: RunnersStatus,
  ofFacts: readonly Projection[],
): readonly Indicator[] {
  return [
    logIndicator(log),
    caughtUpIndicator(log, eventProjections, views, events),
    caughtUpIndicator(told, ofFacts, views, facts),
    projectionsIndicator(events),
    projectionsIndicator(facts),
    ...(ledger === undefined ? [] : [ledgerIndicator(ledger)]),
    {
      name: 'policies',
      check: () =>
        [...policies].map(([name, { held }]) =>
          held === undefined || held.attempt <= heldAfter
            ? { name, ok: true }
            : { name, ok: false, dispensable: true, why: held.reason },
        ),
    },
  ];
}

/** Whether the log answers, and how far it has come. */
export const logIndicator = (log: Pick<Platform['log'], 'head'>): Indicator => ({
  name: 'log',
  check: async () => {
    const position = await log.head();
    return [position === undefined ? { name: 'log', ok: true } : { name: 'log', ok: true, position }];
  },
});
