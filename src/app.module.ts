import {
  type DynamicModule,
  Global,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  type Type,
} from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RunnerStatus } from '#projection';
import { type Indicator, type Notices, projectionsIndicator, ServiceModule, Stopping } from '#service';
import { BoardsModule } from './boards/boards.module.js';
import { boardProblems } from './boards/http/problems.js';
import { CasesModule } from './cases/cases.module.js';
import { caseProblems } from './cases/http/problems.js';
import { DirectoryModule } from './directory/directory.module.js';
import { allOrganizations } from './directory/http/answers.js';
import { directoryProblems } from './directory/http/problems.js';
import { errorPage } from './pages/error-page.js';
import { PagesModule } from './pages/pages.module.js';
import { DemoActors } from './people/demo-actors.js';
import { PeopleModule } from './people/people.module.js';
import { PLATFORM, type Platform } from './platform.js';
import { ReferralsModule } from './referrals/referrals.module.js';
import { referralProblems } from './referrals/http/problems.js';
import { ImportsModule } from './imports/imports.module.js';
import { AuditModule } from './audit/audit.module.js';
import { ReportModule } from './report/report.module.js';
import { importProblems } from './imports/http/problems.js';
import { reportProblems } from './report/problems.js';
import { runners, type RunnersStatus } from './runners.js';

/** What a server brings beside the capabilities. */
export interface AppExtra {
  /** Where notices go; closed with the application. */
  readonly notices: Notices;
  /** Further modules, such as those of a test. */
  readonly modules?: readonly (Type | DynamicModule)[];
}

/** The capabilities a server offers. */
const capabilities: readonly Type[] = [
  PagesModule,
  DirectoryModule,
  CasesModule,
  ReferralsModule,
  BoardsModule,
  ReportModule,
  AuditModule,
  ImportsModule,
];

const problems = [
  ...caseProblems,
  ...referralProblems,
  ...directoryProblems,
  ...boardProblems,
  ...reportProblems,
  ...importProblems,
];

/** Failed attempts after which a policy counts as held up. */
const heldAfter = 5;

const NOTICES = Symbol('notices');
const RUNNERS_STATUS = Symbol('runners status');

/** Gives every capability what it runs on. */
@Global()
@Module({})
class PlatformModule {
  static with(platform: Platform): DynamicModule {
    return { module: PlatformModule, providers: [{ provide: PLATFORM, useValue: platform }], exports: [PLATFORM] };
  }
}

/** Runs what runs as long as the server does, and closes the platform after it. */
@Injectable()
class Runners implements OnApplicationBootstrap {
  constructor(
    @Inject(PLATFORM) private readonly platform: Platform,
    @Inject(NOTICES) private readonly notices: Notices,
    @Inject(RUNNERS_STATUS) private readonly status: RunnersStatus,
    @Inject(Stopping) private readonly stopping: Stopping,
  ) {}

  onApplicationBootstrap(): void {
    this.stopping.closes('platform', () => this.platform.close());
    this.stopping.closes('notices', () => this.notices.close());
    for (const [name, run] of Object.entries(
      runners(this.platform, (notice) => this.notices.send(notice), this.status),
    )) {
      this.stopping.run(name, run);
    }
  }
}

/** Everything one process serves, on whatever a mode gave it to run on. */
@Module({})
export class AppModule {
  /** The platform is the application's from here on: it is closed when the application stops. */
  static on(platform: Platform, extra: AppExtra): DynamicModule {
    const status: RunnersStatus = { events: new RunnerStatus(), facts: new RunnerStatus(), policies: new Map() };
    const actors = new DemoActors(() => allOrganizations(platform.views));
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(platform),
        CqrsModule.forRoot(),
        ServiceModule.register({
          mac: (purpose, text) => platform.vault.mac(purpose, text),
          actors,
          views: platform.views,
          problems,
          errorPage,
          languages: ['es'],
          indicators: indicators(platform, status),
        }),
        PeopleModule.with(actors),
        ...capabilities,
        ...(extra.modules ?? []),
      ],
      providers: [
        { provide: NOTICES, useValue: extra.notices },
        { provide: RUNNERS_STATUS, useValue: status },
        Runners,
      ],
    };
  }
}

/** What `/health/ready` asks: the log answers, no view stands still, no policy is held up. */
function indicators({ log }: Platform, { events, facts, policies }: RunnersStatus): readonly Indicator[] {
  return [
    {
      name: 'log',
      check: async () => {
        const position = await log.head();
        return [position === undefined ? { name: 'log', ok: true } : { name: 'log', ok: true, position }];
      },
    },
    projectionsIndicator(events),
    projectionsIndicator(facts),
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
